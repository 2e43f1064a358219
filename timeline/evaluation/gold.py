"""The gold of a collection of articles: what annotators found in them, after `data/gold/GUIDE.md`.

A folder holds `articles/`, and in `gold/` four tables, a row each, and the split:

* `timexes.csv`: article, start, end, text, type, value, mod, first_day, last_day, anchor;
* `mentions.csv`: article, start, end, text, clause_start, clause, first_day, last_day, basis, status,
  attribution, actors, places, category, event;
* `events.csv`: event, label, first_day, last_day, status;
* `key_dates.csv`: day, events, why, the most important first;
* `split.toml`: `test`, the ids of the articles that are never looked at when rules are mended.

Offsets are code points of an article's text; both days are included; several names stand in one field
with ";" between them.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from timeline.evaluation.articles import Annotation, BadGold
from timeline.reading import Document
from timeline.store import read_folder
from timeline.text.timex import NormalizedTimex

TIMEXES = ["article", "start", "end", "text", "type", "value", "mod", "first_day", "last_day", "anchor"]
MENTIONS = [
    "article",
    "start",
    "end",
    "text",
    "clause_start",
    "clause",
    "first_day",
    "last_day",
    "basis",
    "status",
    "attribution",
    "actors",
    "places",
    "category",
    "event",
]
EVENTS = ["event", "label", "first_day", "last_day", "status"]
KEY_DATES = ["day", "events", "why"]
SPLIT = "split.toml"


@dataclass(frozen=True, slots=True)
class DatedAnnotation(Annotation):
    """A timex with its interval, the first and the last day as written, both empty where it has none."""

    interval: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Gold:
    """The articles of a collection, the ids of its test part, and its four tables, every cell a string."""

    documents: tuple[Document, ...]
    test: frozenset[str]
    timexes: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame
    key_dates: pd.DataFrame

    def timexes_of(self, article: str) -> tuple[DatedAnnotation, ...]:
        """What the annotators marked in one article, in the order of its text."""
        rows = self.timexes[self.timexes["article"] == article]
        return tuple(
            DatedAnnotation(
                int(row.start), int(row.end), row.text, row.type, row.value, (row.first_day, row.last_day)
            )
            for row in rows.itertuples()
        )


def is_collection(folder: Path) -> bool:
    """Whether the folder holds a collection with its gold."""
    return (folder / "gold" / SPLIT).is_file()


def read_collection(folder: Path) -> Gold:
    """The collection of a folder; BadGold if a table or an article cannot be read, or one names another."""
    reading = read_folder(folder / "articles")
    for problem in reading.problems:
        raise BadGold(problem.message)
    gold = folder / "gold"
    try:
        test = frozenset(tomllib.loads((gold / SPLIT).read_text("utf-8"))["test"])
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise BadGold(f'{gold / SPLIT} names no test part: write test = ["an-article-id", …].') from error
    timexes, mentions = _table(gold / "timexes.csv", TIMEXES), _table(gold / "mentions.csv", MENTIONS)
    events, key_dates = _table(gold / "events.csv", EVENTS), _table(gold / "key_dates.csv", KEY_DATES)
    known = {document.id for document in reading.documents}
    for strange in sorted((test | {*timexes["article"], *mentions["article"]}) - known):
        raise BadGold(
            f"{gold} speaks of an article {strange!r} that is not among the articles: mend its name."
        )
    return Gold(reading.documents, test, timexes, mentions, events, key_dates)


def as_dated(timex: NormalizedTimex) -> DatedAnnotation:
    """The tagger's answer in the annotators' form."""
    interval = timex.interval
    days = (interval.first_day.isoformat(), interval.last_day.isoformat()) if interval else ("", "")
    return DatedAnnotation(timex.start, timex.end, timex.words, timex.type, timex.value, days)


def _table(path: Path, columns: list[str]) -> pd.DataFrame:
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:  # pandas' own errors are ValueErrors
        raise BadGold(f"{path} could not be read: it must be a CSV table in UTF-8.") from error
    if list(table.columns) != columns:
        raise BadGold(f"{path} has other columns than it should: {', '.join(columns)}.")
    return table
