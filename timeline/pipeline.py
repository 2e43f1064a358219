"""The whole chain, from articles to the event table. Read it from top to bottom."""

from collections.abc import Callable, Iterable
from datetime import date

import pandas as pd

from timeline.model import tokenise
from timeline.reading.document import Document, Problem
from timeline.table.build import event_table
from timeline.text.genre import Genre
from timeline.text.grammar import available_languages
from timeline.text.mention import find_mentions
from timeline.text.tag import find_in_setting, tag, tag_document

__all__ = ["build_table", "genre_of", "remarks", "tag", "tag_document"]


def build_table(documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> pd.DataFrame:
    """The event table of some articles; `progress` is told how many have been read so far."""
    told = []
    for count, document in enumerate(documents, start=1):
        timexes = tag_document(document)
        told += [(document, mention) for mention in find_mentions(document, timexes)]
        if progress is not None:
            progress(count)
    return event_table(told)


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
