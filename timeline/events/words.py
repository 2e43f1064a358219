"""The words of a language that tell events apart; they stand as data in `lang/xx.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lang")


@dataclass(frozen=True, slots=True)
class EventWords:
    """Verbs by what they do to the clause below them, adverbs by what they do to a date, words beside a timex
    by the ends that they give it, words beside a happening; base forms."""

    verbs: Mapping[str, frozenset[str]]
    adverbs: Mapping[str, frozenset[str]]
    times: Mapping[str, frozenset[str]]
    happenings: Mapping[str, frozenset[str]]

    def classes(self, lemma: str) -> list[str]:
        """The classes that a verb is of: "order" is of those that order."""
        return [name for name, words in self.verbs.items() if lemma in words]


@cache
def language_table(language: str) -> Mapping:
    """All that is written of a language; nothing of one without a file."""
    path = _FOLDER / f"{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


@cache
def read_words(language: str) -> EventWords:
    """The words of a language that has a file."""
    table = language_table(language)
    return EventWords(*(_sets(table.get(kind, {})) for kind in ("verbs", "adverbs", "times", "happenings")))


def _sets(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table.items()}
