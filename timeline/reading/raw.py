"""What a reader finds in a file, before the article's date, title and id are settled."""

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.reading.document import DctSource

LONGEST_FIELD = 300


class Unreadable(ValueError):
    """A whole file that cannot be read; its message is one sentence for the person who gave it."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as its file tells it. `place` names it in sentences: "news.md", "Line 3 of news.jsonl".

    Everything but `place` and `text` may be empty; `published` is the date's words as written, `found_in`
    where they stood.
    """

    place: str
    text: str
    title: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    id: str = ""
    note: str = ""
    genre: str = ""
    found_in: DctSource = DctSource.METADATA


def from_fields(place: str, text: str, fields: Mapping) -> RawArticle:
    """The article whose title, date and so on stand under their keys (front matter, a JSON object)."""
    known = {str(key).strip().lower(): one_line(value) for key, value in fields.items()}

    def first(*keys: str) -> str:
        return next((known[key] for key in keys if known.get(key)), "")

    return RawArticle(
        place=place,
        text=text,
        title=first("title"),
        published=first("published", "date"),
        source=first("source", "outlet"),
        url=first("url"),
        language=first("language"),
        id=first("id"),
        note=first("note"),
        genre=first("genre"),
    )


def one_line(value: object) -> str:
    """A plain value as one line of at most 300 characters; empty for lists, objects and nothing.

    >>> one_line("  Crane\\n falls ")
    'Crane falls'
    """
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(without_half_pairs(str(value)[: 4 * LONGEST_FIELD]).split())[:LONGEST_FIELD]


def without_half_pairs(text: str) -> str:
    """The text with � for each half of a surrogate pair: JSON can hold one, but no file can.

    >>> without_half_pairs("Crane \\ud83d falls")
    'Crane � falls'
    """
    return text.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")
