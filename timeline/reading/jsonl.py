"""JSON lines: an article a line, with the keys id, title, text, published, source, url, language, genre."""

import json
from collections.abc import Iterator

from timeline.reading.decode import decode
from timeline.reading.document import Problem
from timeline.reading.raw import RawArticle, from_fields

MOST_PROBLEMS = 20


def read_jsonl(data: bytes, name: str) -> Iterator[RawArticle | Problem]:
    """The articles of all lines that can be read, and what is wrong with the others."""
    bad = 0
    for number, line in enumerate(decode(data, name).split("\n"), start=1):
        if not line.strip():
            continue
        item = _read_line(line, f"Line {number} of {name}")
        bad += isinstance(item, Problem)
        if isinstance(item, RawArticle) or bad <= MOST_PROBLEMS:
            yield item
    if bad > MOST_PROBLEMS:
        yield Problem(name, f"{name} has {bad - MOST_PROBLEMS:,} more such lines: {_EACH_LINE}")


_EACH_LINE = 'each line must be one article such as {"title": "…", "text": "…", "published": "2019-03-27"}.'


def _read_line(line: str, place: str) -> RawArticle | Problem:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return Problem(place, f"{place} is not valid JSON and was left out: {_EACH_LINE}")
    if not isinstance(fields, dict):
        return Problem(place, f"{place} is not a JSON object and was left out: {_EACH_LINE}")
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        sentence = 'has no "text" and was left out: put the article\'s words under that key.'
        return Problem(place, f"{place} {sentence}")
    return from_fields(place, text, fields)
