"""One article, as every floor above reading sees it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

GENRES = ("news", "narrative")  # how an article may count its dates


class DctSource(StrEnum):
    """Where an article's publication date was found; the value is fit to be shown."""

    GIVEN = "given by you"
    METADATA = "metadata"
    TIMEML = "TimeML creation time"
    DATELINE = "dateline in the text"
    FILE_NAME = "file name"


@dataclass(frozen=True, slots=True)
class Dct:
    """Document creation time: the day an article was published, and how that is known.

    `words` is what was read ("March 27, 2019"); `span` is where it stands in the article's text, as
    code-point offsets, or None when it does not stand there.
    """

    day: date
    found_in: DctSource
    words: str = ""
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `dct` is None when no publication date was found; empty strings mean unknown.

    `genre` is one of `GENRES` where somebody said which. `note` is what its file says about it, such as that
    it is a demonstration text.
    """

    id: str
    title: str
    text: str
    dct: Dct | None
    language: str = "en"
    source: str = ""
    url: str = ""
    note: str = ""
    genre: str = ""

    def dated(self, day: date) -> "Document":
        """The same article with a publication date given by a person.

        >>> Document("a", "A", "Text.", None).dated(date(2019, 3, 27)).dct.found_in.value
        'given by you'
        """
        span = self.dct.span if self.dct else None
        return replace(self, dct=Dct(day, DctSource.GIVEN, day.isoformat(), span))


@dataclass(frozen=True, slots=True)
class Problem:
    """One clear sentence about a piece of input: what is wrong and what to do. `name` is the input's.

    `kept` says that the article was read all the same.
    """

    name: str
    message: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of reading some input: the articles, and what could not be read or looks odd."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(self.documents + other.documents, self.problems + other.problems)
