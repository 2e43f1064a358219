"""The corpora of tests/corpus, one a language."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

BRACKETS = re.compile(r"\[(.+?)\]", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """A phrase of a corpus: its text without brackets, where the expression stands in it, and the answer."""

    language: str
    phrase: str
    text: str
    start: int
    words: str
    reference: date
    answer: dict


@dataclass(frozen=True)
class Corpus:
    """A language's phrases and the sentences that speak of no time."""

    language: str
    reference: date
    cases: tuple[Case, ...]
    negatives: tuple[str, ...]


def read_corpus(path: Path) -> Corpus:
    """The corpus in a file; a group may be read on a day of its own."""
    data = tomllib.loads(path.read_text("utf-8"))
    cases = tuple(
        _case(path.stem, phrase, group, group.get("reference", data["reference"]))
        for group in data["group"]
        for phrase in group["phrases"]
    )
    return Corpus(path.stem, date.fromisoformat(data["reference"]), cases, tuple(data["negative"]["phrases"]))


def _case(language: str, phrase: str, group: dict, reference: str) -> Case:
    marked = BRACKETS.search(phrase)
    start, words = (marked.start(), marked[1]) if marked else (-1, "")
    text = BRACKETS.sub(r"\1", phrase)
    return Case(language, phrase, text, start, words, date.fromisoformat(reference), group)


CORPORA = [read_corpus(path) for path in sorted((Path(__file__).parents[1] / "corpus").glob("*.toml"))]
