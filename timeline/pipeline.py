"""The whole chain, from articles to the event table. Read it from top to bottom."""

from collections.abc import Callable, Iterable

import pandas as pd

from timeline.reading.document import Document, Problem
from timeline.table.build import event_table
from timeline.text.grammar import available_languages
from timeline.text.mention import find_mentions
from timeline.text.tag import tag, tag_document

__all__ = ["build_table", "remarks", "tag", "tag_document"]


def build_table(documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> pd.DataFrame:
    """The event table of some articles; `progress` is told how many have been read so far."""
    told = []
    for count, document in enumerate(documents, start=1):
        timexes = tag_document(document)
        told += [(document, mention) for mention in find_mentions(document, timexes)]
        if progress is not None:
            progress(count)
    return event_table(told)


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
