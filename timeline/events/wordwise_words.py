"""The words by which events are told in a language without a parser; they stand as data in `lang/xx.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lang")
_PART = "clauses"  # what a language's file has if its clauses can be told apart without a parser


@cache
def table(language: str) -> Mapping:
    """All that is written of a language; nothing of one without a file."""
    path = _FOLDER / f"{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def has_clauses(language: str) -> bool:
    """Whether a language's clauses can be told apart by its words.

    >>> has_clauses("es"), has_clauses("en"), has_clauses("xx")
    (True, False, False)
    """
    return _PART in table(language)


@cache
def words(kind: str, language: str, part: str = _PART) -> frozenset[str]:
    """The words of one kind.

    >>> "pero" in words("coordinating", "es"), "ordenar" in words("ordered", "es", "verbs")
    (True, True)
    """
    return frozenset(table(language)[part][kind].split())


@cache
def phrases(kind: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of one kind, each as its words."""
    return tuple(tuple(each.split()) for each in table(language)[_PART][kind])
