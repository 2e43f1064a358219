"""Annotated articles: gold to measure against, as TimeML, JSON lines or marked text, and predictions as JSON
lines.

JSON lines hold an article a line: `{"id", "dct": "YYYY-MM-DD", "text", "timexes": [{"start", "end", "text",
"type", "value"}]}`, offsets in code points; the publication date's own timex is left out. Marked text is for
writing by hand: a line `# 2019-03-27` with the day of publication, the article with its dates as
`[Monday|2019-03-25]`, and an empty line.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timeline.reading.language import detect_language
from timeline.reading.raw import Unreadable, without_half_pairs
from timeline.reading.timeml import AnnotatedText, read_timeml
from timeline.temporal.interval import Interval
from timeline.text.genre import Genre
from timeline.text.tag import tag
from timeline.text.timex import NormalizedTimex

GOLD = (".tml", ".jsonl")  # what is looked for in a folder, where a text may be anything
MARKED = ".txt"
_MARK = re.compile(r"\[([^\[\]|\n]+)\|([^\[\]|\n]+)\]")
_MARKED = "a line such as # 2019-03-27, then text with dates such as [Monday|2019-03-25]"
_FORM = 'one annotated article a line, such as {"id": …, "dct": "2019-03-27", "text": …, "timexes": […]}'


class BadGold(ValueError):
    """A file or line that is no annotated article; the message, one sentence, names it."""


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


def read_gold(paths: Iterable[Path]) -> list[AnnotatedArticle]:
    """The annotated articles of TimeML files, of JSON lines, and of folders of either, in the order of their
    names; BadGold if anything is something else."""
    return [article for path in paths for file in _files(path) for article in read_articles(file)]


def read_articles(path: Path) -> list[AnnotatedArticle]:
    """The annotated articles of one file; BadGold if it or a line of it is something else."""
    try:
        data = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "it is not there").lower()
        raise BadGold(f"{path} could not be opened ({why}): check its name.") from error
    try:
        if path.suffix.lower() == ".tml":
            return [from_timeml(read_timeml(data, str(path)), path.stem)]
        text = data.decode("utf-8-sig")
        return list(_marked(text, path) if path.suffix.lower() == MARKED else _lines(text, path))
    except UnicodeDecodeError as error:
        raise BadGold(f"{path} is not UTF-8: save it so.") from error
    except Unreadable as unreadable:
        raise BadGold(str(unreadable)) from unreadable


def from_timeml(annotated: AnnotatedText, name: str) -> AnnotatedArticle:
    """A TimeML file as an annotated article, called `name` unless it names itself."""
    annotations = tuple(
        Annotation(*tag.span, annotated.text[slice(*tag.span)], tag.type, tag.value)
        for tag in annotated.timexes
        if tag.span
    )
    return AnnotatedArticle(annotated.id or name, annotated.day, annotated.text, annotations)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = [
        file for file in path.rglob("*") if file.suffix.lower() in GOLD and not file.name.startswith(".")
    ]
    if not files:
        raise BadGold(f"{path} holds no {' or '.join(GOLD)} file: name a folder with annotated articles.")
    return sorted(files)


def _marked(text: str, path: Path) -> Iterator[AnnotatedArticle]:
    blocks = re.split(r"\n\s*\n", text.strip())
    for number, block in enumerate(filter(None, blocks), start=1):
        head, _, body = block.partition("\n")
        try:
            day = date.fromisoformat(head.removeprefix("#").strip())
        except ValueError as error:
            raise BadGold(f"{path}, article {number}, is not marked text: write {_MARKED}.") from error
        yield from_marked(f"{path.stem}-{number}", day, body)


def from_marked(name: str, day: date, marked: str) -> AnnotatedArticle:
    """An article from text with its dates marked in place.

    >>> from_marked("1", date(2019, 3, 27), "They left [Monday|2019-03-25].").annotations
    (Annotation(start=10, end=16, text='Monday', type='DATE', value='2019-03-25'),)
    """
    text, found, done = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        found.append(Annotation(len(text), len(text) + len(match[1]), match[1], "DATE", match[2]))
        text += match[1]
        done = match.end()
    return AnnotatedArticle(name, day, text + marked[done:], tuple(found))


def _lines(text: str, path: Path) -> Iterator[AnnotatedArticle]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield _article(json.loads(line))
            except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
                raise BadGold(f"{path}, line {number}, is no annotated article: write {_FORM}.") from error


def _article(entry: dict) -> AnnotatedArticle:
    annotations = tuple(_annotation(each) for each in entry["timexes"])
    day, text = date.fromisoformat(entry["dct"][:10]), without_half_pairs(entry["text"])
    return AnnotatedArticle(without_half_pairs(str(entry["id"])), day, text, annotations)


def _annotation(entry: dict) -> Annotation:
    told = (without_half_pairs(str(entry[name])) for name in ("text", "type", "value"))
    return Annotation(int(entry["start"]), int(entry["end"]), *told)


def annotate(
    article: AnnotatedArticle, language: str = "", genre: Genre | None = None
) -> tuple[NormalizedTimex, ...]:
    """What the tagger finds in an article's text; its words tell its language and its dates whether it is
    news, unless they are given."""
    return tag(article.text, article.day, language or detect_language(article.text), genre)


def as_annotations(timexes: Iterable[NormalizedTimex]) -> tuple[Annotation, ...]:
    """The tagger's answer in the annotators' form."""
    return tuple(Annotation(each.start, each.end, each.words, each.type, each.value) for each in timexes)


def to_line(article: AnnotatedArticle, timexes: Iterable[NormalizedTimex]) -> str:
    """An article with the tagger's answer as a JSON line; beside each timex its `mod`, its `interval` as
    first and last day or null, the `anchor` it was counted from (its interval, where it was found, and the
    offset of the timex that gave it) or null, and the `reason`."""
    entries = [
        {
            "start": each.start,
            "end": each.end,
            "text": each.words,
            "type": each.type,
            "value": each.value,
            "mod": each.mod,
            "interval": _days(each.interval),
            "anchor": _anchor(each),
            "reason": each.why,
        }
        for each in timexes
    ]
    entry = {"id": article.id, "dct": article.day.isoformat(), "text": article.text, "timexes": entries}
    return json.dumps(entry, ensure_ascii=False)


def _anchor(timex: NormalizedTimex) -> dict | None:
    anchor = timex.anchor
    if anchor is None or not timex.is_relative:
        return None
    interval = None if anchor.is_before_christ else _days(anchor.interval)
    return {"interval": interval, "source": anchor.source.value, "start": anchor.start}


def _days(interval: Interval | None) -> list[str] | None:
    return [interval.first_day.isoformat(), interval.last_day.isoformat()] if interval else None
