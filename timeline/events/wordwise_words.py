"""The words by which events are told in a language without a parser; they stand as data in `lang/xx.toml`."""

from functools import cache

from timeline.events.words import language_table

_PART = "clauses"  # what a language's file has if its clauses can be told apart without a parser


def has_clauses(language: str) -> bool:
    """Whether a language's clauses can be told apart by its words.

    >>> has_clauses("es"), has_clauses("en"), has_clauses("xx")
    (True, False, False)
    """
    return _PART in language_table(language)


@cache
def words(kind: str, language: str, part: str = _PART) -> frozenset[str]:
    """The words of one kind.

    >>> "pero" in words("coordinating", "es"), "ordenar" in words("ordered", "es", "verbs")
    (True, True)
    """
    return frozenset(language_table(language)[part][kind].split())


@cache
def phrases(kind: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of one kind, each as its words."""
    return tuple(tuple(each.split()) for each in language_table(language)[_PART][kind])
