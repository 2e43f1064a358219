"""Files, bytes and pasted words → articles. A new format is one reader and one line in `READERS`."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path, PurePath

from timeline.reading.document import Problem, Reading
from timeline.reading.html import looks_like_html, read_html
from timeline.reading.jsonl import read_jsonl
from timeline.reading.markdown import read_md
from timeline.reading.plain import read_txt
from timeline.reading.raw import RawArticle, Unreadable, one_line
from timeline.reading.settle import clean, settle
from timeline.reading.timeml import read_tml
from timeline.reading.titles import find_title, first_words

Reader = Callable[[bytes, str], Iterable[RawArticle | Problem]]

READERS: dict[str, Reader] = {
    ".txt": read_txt,
    ".md": read_md,
    ".markdown": read_md,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".tml": read_tml,
}
PASTED = "The pasted text"


def read(
    data: bytes, name: str, *, today: date | None = None, day: date | None = None, language: str = ""
) -> Reading:
    """The articles of a file's bytes; `name` is the file's. Never raises for what the bytes hold.

    `day` and `language` (its code) are those that a person gave; a date after `today` is reported.
    """
    name = one_line(PurePath(name).name) or "The file"
    parts: list[Reading] = []
    try:
        parts.extend(
            _settled(item, name, today, day, language) for item in _reader_of(data, name)(data, name)
        )
    except Unreadable as unreadable:
        parts.append(Reading(problems=(Problem(name, str(unreadable)),)))
    return _joined(parts)


def read_file(
    path: str | Path, *, today: date | None = None, day: date | None = None, language: str = ""
) -> Reading:
    """The articles of one file."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        why = (error.strerror or "it is not there").lower()
        sentence = f"{path} could not be opened ({why}): check its name and that you may read it."
        return Reading(problems=(Problem(str(path), sentence),))
    return read(data, Path(path).name, today=today, day=day, language=language)


def read_pasted(text: str, *, title: str = "", day: date | None = None, today: date | None = None) -> Reading:
    """The article in words that somebody pasted."""
    text = clean(text)
    if not text.strip():
        sentence = f"{PASTED} is empty: paste the article's words first."
        return Reading(problems=(Problem(PASTED, sentence),))
    title = one_line(title) or find_title(text, first_words(text))
    return settle(RawArticle(PASTED, text, title=title), "pasted", today=today, day=day)


def _reader_of(data: bytes, name: str) -> Reader:
    """By the name's ending; another file is read as a web page if it looks like one, else as text."""
    other = read_html if looks_like_html(data) else read_txt
    return READERS.get(PurePath(name).suffix.lower(), other)


def _joined(parts: list[Reading]) -> Reading:
    return Reading(
        tuple(document for part in parts for document in part.documents),
        tuple(problem for part in parts for problem in part.problems),
    )


def _settled(
    item: RawArticle | Problem, name: str, today: date | None, day: date | None, language: str
) -> Reading:
    if isinstance(item, Problem):
        return Reading(problems=(item,))
    return settle(item, name, today=today, day=day, language=language)
