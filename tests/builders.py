"""Builders of valid nouns for tests."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import pandas as pd

from timeline.table.schema import COLUMNS, checked


def event(
    id: str = "e1", start: datetime = datetime(2019, 3, 26), end: datetime | None = None, **columns
) -> dict:
    """One row of an event table: a day unless `end` is given; every column can be set."""
    sentence = columns.get("sentence", f"Something happened ({id}).")
    return {
        "id": id,
        "label": sentence,
        "start": start,
        "end": end or start + timedelta(days=1),
        "granularity": "day",
        "soft_start": False,
        "soft_end": False,
        "value": f"{start:%Y-%m-%d}",
        "words": "that day",
        "words_start": 0,
        "words_end": 8,
        "why": "The words say so.",
        "alternatives": "",
        "basis": "stated",
        "sentence": sentence,
        "sentence_start": 0,
        "sentence_end": len(sentence),
        "article_id": f"article of {id}",
        "title": "A title",
        "source": "The Courier",
        "url": "",
        "published": start,
        **columns,
    }


def event_table(rows: Iterable[dict]) -> pd.DataFrame:
    """The event table of these rows, checked."""
    rows = list(rows)
    columns = {
        name: pd.Series([row[name] for row in rows], dtype=column.dtype) for name, column in COLUMNS.items()
    }
    return checked(pd.DataFrame(columns))
