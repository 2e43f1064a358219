"""Annotated articles as JSON lines: gold to measure against, and predictions in the same form.

An article a line: `{"id", "dct": "YYYY-MM-DD", "text", "timexes": [{"start", "end", "text", "type",
"value"}]}`, offsets in code points; the publication date's own timex is left out.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timeline.text.tag import tag
from timeline.text.timex import NormalizedTimex


class BadGold(ValueError):
    """A line that is no annotated article; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A timex as an annotator or the tagger wrote it."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its annotations."""

    id: str
    day: date
    text: str
    annotations: tuple[Annotation, ...]


def read_articles(path: Path) -> list[AnnotatedArticle]:
    """The annotated articles of a file; BadGold if a line is something else."""
    articles = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.strip():
            try:
                articles.append(_article(json.loads(line)))
            except (KeyError, TypeError, ValueError) as error:
                raise BadGold(f"{path}, line {number}, is no annotated article: {error!r}") from error
    return articles


def _article(entry: dict) -> AnnotatedArticle:
    names = Annotation.__dataclass_fields__
    annotations = tuple(Annotation(**{name: each[name] for name in names}) for each in entry["timexes"])
    return AnnotatedArticle(entry["id"], date.fromisoformat(entry["dct"][:10]), entry["text"], annotations)


def annotate(article: AnnotatedArticle, language: str = "en") -> tuple[NormalizedTimex, ...]:
    """What the tagger finds in an article's text."""
    return tag(article.text, article.day, language)


def as_annotations(timexes: Iterable[NormalizedTimex]) -> tuple[Annotation, ...]:
    """The tagger's answer in the annotators' form."""
    return tuple(Annotation(each.start, each.end, each.words, each.type, each.value) for each in timexes)


def to_line(article: AnnotatedArticle, timexes: Iterable[NormalizedTimex]) -> str:
    """An article with the tagger's answer as a JSON line; beside each timex its `mod`, its `interval` as
    first and last day or null, the `anchor` it was counted from, and the `reason`."""
    entries = [
        {
            "start": each.start,
            "end": each.end,
            "text": each.words,
            "type": each.type,
            "value": each.value,
            "mod": each.mod,
            "interval": _days(each.interval),
            "anchor": _days(each.anchor) if each.is_relative else None,
            "reason": each.why,
        }
        for each in timexes
    ]
    entry = {"id": article.id, "dct": article.day.isoformat(), "text": article.text, "timexes": entries}
    return json.dumps(entry, ensure_ascii=False)


def _days(interval) -> list[str] | None:
    return [interval.first_day.isoformat(), interval.last_day.isoformat()] if interval else None
