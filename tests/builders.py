"""Builders of valid nouns for tests."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import pandas as pd

from timeline.table.schema import as_table, checked


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
        "bound": "within",
        "value": f"{start:%Y-%m-%d}",
        "words": "that day",
        "words_start": 0,
        "words_end": 8,
        "why": "The words say so.",
        "alternatives": "",
        "basis": "clause",
        "anchoring": "stated",
        "status": "happened",
        "cue": "",
        "attribution": "",
        "actors": "",
        "countries": "",
        "places": "",
        "latitude": None,
        "longitude": None,
        "category": "other",
        "clause": sentence,
        "clause_start": 0,
        "clause_end": len(sentence),
        "sentence": sentence,
        "sentence_start": 0,
        "sentence_end": len(sentence),
        "article_id": f"article of {id}",
        "title": "A title",
        "source": "The Courier",
        "url": "",
        "published": start,
        "mentions": 1,
        "articles": 1,
        "sources": columns.get("source", "The Courier"),
        "titles": columns.get("title", "A title"),
        "disagree": False,
        "narrowed": False,
        "looking_back": 0,
        "prominence": 1.0,
        "importance": 1.0,
        "links": "",
        **columns,
    }


def event_table(rows: Iterable[dict]) -> pd.DataFrame:
    """The event table of these rows, checked."""
    return checked(as_table(list(rows)))
