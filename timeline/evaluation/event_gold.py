"""Annotated events of other corpora, as JSONL: a document a line.

* `{"id", "dct": "YYYY-MM-DD", "text", "events": [{"start", "end", "text", …}]}`; an event may say its `date`
  (a day; what is no day counts as not told exactly), its `tense`, `polarity` and `class`, as in TimeML;
* with `timexes: [{"id", "start", "end", "text", "type", "value"}]` and `links: [{"event", "timex",
  "relation"}]`, where events have an `id` too.

Offsets are code points. Documents are halved by their ids: every second one, in their order, is for testing.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timeline.evaluation.articles import BadGold


@dataclass(frozen=True, slots=True)
class AnnotatedEvent:
    """A span that tells an event, and what annotators say of it; what they do not say is empty."""

    start: int
    end: int
    text: str
    id: str = ""
    when: str = ""  # a day, if it happened on one
    tense: str = ""
    polarity: str = ""

    @property
    def day(self) -> date | None:
        """The one day on which it happened."""
        try:
            return date.fromisoformat(self.when)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class AnnotatedTimex:
    """A span that tells a time."""

    start: int
    end: int
    text: str
    type: str
    value: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with its events, its timexes and which of them belong together, by their ids."""

    id: str
    day: date | None
    text: str
    events: Sequence[AnnotatedEvent]
    timexes: Sequence[AnnotatedTimex] = ()
    links: Sequence[tuple[str, str]] = ()


def read_events(path: Path) -> list[AnnotatedDocument]:
    """The documents of a file, in the order of their ids; BadGold if it is not of this form."""
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        documents = [_document(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadGold(
            f"{path} could not be read as annotated events: write a document a line, as JSON with id, dct, "
            "text and events."
        ) from error
    return sorted(documents, key=lambda each: each.id)


def halves(documents: Iterable[AnnotatedDocument]) -> tuple[list[AnnotatedDocument], list[AnnotatedDocument]]:
    """The documents to learn from and those to test by: every second one by their ids."""
    ordered = sorted(documents, key=lambda each: each.id)
    return ordered[::2], ordered[1::2]


def _document(row: dict) -> AnnotatedDocument:
    day = row.get("dct")
    return AnnotatedDocument(
        str(row["id"]),
        date.fromisoformat(day[:10]) if day else None,
        row["text"],
        tuple(_event(each) for each in row.get("events", ())),
        tuple(_timex(each) for each in row.get("timexes", ()) if each.get("start") is not None),
        tuple((each["event"], each["timex"]) for each in row.get("links", ())),
    )


def _event(row: dict) -> AnnotatedEvent:
    told = {name: str(row.get(name) or "") for name in ("id", "tense", "polarity")}
    when = str(row.get("date") or "")
    return AnnotatedEvent(int(row["start"]), int(row["end"]), row["text"], when=when, **told)


def _timex(row: dict) -> AnnotatedTimex:
    told = {name: str(row.get(name) or "") for name in ("text", "type", "value", "id")}
    return AnnotatedTimex(int(row["start"]), int(row["end"]), **told)
