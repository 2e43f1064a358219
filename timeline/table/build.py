"""Mentions → the event table."""

from collections.abc import Iterable

import pandas as pd

from timeline.reading.document import Document
from timeline.table.schema import COLUMNS, checked
from timeline.text.mention import Mention, label
from timeline.text.spoken import spoken
from timeline.text.timex import Reading


def event_table(mentions: Iterable[tuple[Document, Mention]]) -> pd.DataFrame:
    """The table of events, one a mention, by start and then in the order in which they came."""
    rows = [_row(document, mention) for document, mention in mentions]
    series = {
        name: pd.Series([row[name] for row in rows], dtype=column.dtype) for name, column in COLUMNS.items()
    }
    table = pd.DataFrame(series).sort_values(["start", "end"], kind="stable", ignore_index=True)
    return checked(table)


def _row(document: Document, mention: Mention) -> dict:
    interval, timex, dct = mention.interval, mention.timex, document.dct
    sentence = document.text[mention.start : mention.end]
    return {
        "id": f"{document.id}:{mention.start}",
        "label": label(sentence),
        "start": interval.start,
        "end": interval.end,
        "granularity": interval.granularity.word,
        "soft_start": interval.soft_start,
        "soft_end": interval.soft_end,
        "value": timex.value if timex else interval.first_day.isoformat(),
        "words": timex.words if timex else "",
        "words_start": timex.start if timex else mention.start,
        "words_end": timex.end if timex else mention.start,
        "why": mention.why,
        "alternatives": "\n".join(map(told, timex.alternatives)) if timex else "",
        "basis": mention.basis,
        "sentence": sentence,
        "sentence_start": mention.start,
        "sentence_end": mention.end,
        "article_id": document.id,
        "title": document.title,
        "source": document.source,
        "url": document.url,
        "published": pd.Timestamp(dct.day) if dct else pd.NaT,
    }


def told(reading: Reading) -> str:
    """A meaning that words may have as well, on one line: its date in plain words, then the reason."""
    date = spoken(reading.interval) if reading.interval else reading.value
    return " ".join(f"{date} — {reading.why}".split())
