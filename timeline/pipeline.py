"""The whole chain, from articles to the event table. Read it from top to bottom."""

from collections.abc import Callable, Iterable

import pandas as pd

from timeline.reading.document import Document
from timeline.table.build import event_table
from timeline.text.mention import find_mentions
from timeline.text.tag import tag, tag_document

__all__ = ["build_table", "tag", "tag_document"]


def build_table(documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> pd.DataFrame:
    """The event table of some articles; `progress` is told how many have been read so far."""
    told = []
    for count, document in enumerate(documents, start=1):
        timexes = tag_document(document)
        told += [(document, mention) for mention in find_mentions(document, timexes)]
        if progress is not None:
            progress(count)
    return event_table(told)
