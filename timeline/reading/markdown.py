"""Markdown with or without YAML front matter; the text keeps its marks, as plain characters."""

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.reading.decode import decode
from timeline.reading.document import Problem
from timeline.reading.raw import RawArticle, from_fields, one_line

LONGEST_FRONT = 20_000
FRONT = re.compile(r"\A\s{0,20}---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"\A#[ \t]+([^\n]+?)(?:[ \t]+#+)?[ \t]*(?:\n+|\Z)")


def read_md(data: bytes, name: str) -> Iterator[RawArticle | Problem]:
    """The text under the front matter, whose keys give title, published, source, url, language, genre and id.

    A first line "# Heading" is the title and leaves the text, unless the front matter has another.
    """
    text = decode(data, name)
    front = FRONT.match(text[:LONGEST_FRONT])
    fields, problem = _read_front(front[1], name) if front else (None, None)
    if problem:
        yield problem
    if fields is not None:
        text = text[front.end() :].lstrip("\n")
    yield _with_heading(from_fields(name, text, fields or {}))


def _read_front(words: str, name: str) -> tuple[dict | None, Problem | None]:
    """The keys of the front matter, every value as the string that was written."""
    import yaml

    try:
        # BaseLoader knows no types and no Python tags: nothing in a header is ever built or run.
        fields = yaml.load(words, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        sentence = "begins with front matter that is not valid YAML: it was kept as text, so check the date."
        return None, Problem(name, f"{name} {sentence}")
    return (fields if isinstance(fields, dict) else None), None


def _with_heading(raw: RawArticle) -> RawArticle:
    heading = HEADING.match(raw.text)
    title = one_line(heading[1]) if heading else ""
    if not title or raw.title not in ("", title):
        return raw
    return replace(raw, title=title, text=raw.text[heading.end() :])
