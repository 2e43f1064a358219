"""The whole chain, from articles to the event table. Read it from top to bottom."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import lru_cache
from threading import Lock

import pandas as pd

from timeline.events.find import find_mentions
from timeline.events.mention import Mention
from timeline.events.merge_mentions import as_compared, with_one_name
from timeline.events.merging import merge
from timeline.events.ranking import rank
from timeline.model import tokenise
from timeline.reading.document import Document, Problem
from timeline.table.build import Tables
from timeline.table.build import build_tables as tables_of
from timeline.text.genre import Genre
from timeline.text.grammar import available_languages
from timeline.text.tag import find_in_setting, tag, tag_document

__all__ = [
    "Tables",
    "build_table",
    "build_tables",
    "genre_of",
    "read_mentions",
    "remarks",
    "tag",
    "tag_document",
]

_ONE_AT_A_TIME = Lock()
REMEMBERED = 2_000  # articles whose mentions are not read again when others are added


def build_table(documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> pd.DataFrame:
    """The event table of some articles; `progress` is told how many have been read so far."""
    return build_tables(documents, progress).events


def build_tables(
    documents: Iterable[Document],
    progress: Callable[[int], None] | None = None,
    apart: Collection[frozenset[str]] = (),
) -> Tables:
    """The event table and the table of mentions. `apart` are pairs of mentions, by their ids, that a reader said
    are not one event."""
    told = []
    for count, document in enumerate(documents, start=1):
        told += [(document, mention) for mention in read_mentions(document)]
        if progress is not None:
            progress(count)
    told = with_one_name(told)
    traces, sources = as_compared(told)
    events = merge(traces, sources, apart)
    return tables_of(told, events, rank(events, traces, sources))


def read_mentions(document: Document) -> tuple[Mention, ...]:
    """What an article tells of events; remembered, and read once even if several ask at the same time."""
    with _ONE_AT_A_TIME:
        return _read_mentions(document)


@lru_cache(maxsize=REMEMBERED)
def _read_mentions(document: Document) -> tuple[Mention, ...]:
    return tuple(find_mentions(document, tag_document(document)))


def genre_of(text: str, day: date | None, language: str = "en") -> Genre:
    """Whether a text published on `day` counts its dates as news or as a narrative: its dates tell.

    >>> genre_of("The war began in 1914 and ended in November 1918.", date(2019, 3, 27)).value
    'narrative'
    """
    return find_in_setting(tokenise(text, language), day, language, text)[1].genre


def remarks(documents: Iterable[Document]) -> list[Problem]:
    """A sentence for each article that tells no dates: in a language not read yet, or without any."""
    return [remark for document in documents if (remark := _remark(document)) is not None]


def _remark(document: Document) -> Problem | None:
    name = document.title or document.id
    if document.language not in available_languages():
        known = ", ".join(available_languages())
        sentence = (
            f"“{name}” is in a language that is not read yet ({document.language}): add articles in {known}."
        )
        return Problem(document.id, sentence, kept=True)
    if not tag_document(document):
        sentence = f"“{name}” has no words that speak of time: only its publication date places it."
        return Problem(document.id, sentence, kept=True)
    return None
