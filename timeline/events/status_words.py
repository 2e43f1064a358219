"""The words that tell how real an event is; they stand as data in `status.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from timeline.events.nodes import Node

_FILE = Path(__file__).with_name("status.toml")


@cache
def status_words(table: str, name: str) -> frozenset[str]:
    """Words of one kind, base forms.

    >>> "refuse" in status_words("governing", "denied"), "if" in status_words("words", "conditions")
    (True, True)
    """
    return frozenset(_tables()[table].get(name, "").split())


def kinds_of(table: str, word: str) -> tuple[str, ...]:
    """The statuses that a word of one table stands for.

    >>> kinds_of("governing", "refuse"), kinds_of("own", "walk")
    (('denied',), ())
    """
    return _kinds(table).get(word, ())


@cache
def _kinds(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in _tables()[table].items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def lemma(node: Node) -> str:
    """A node's base form in small letters."""
    return node.lemma_.lower()
