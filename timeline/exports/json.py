"""The event table as JSON: a list of objects, one an event."""

import json

import pandas as pd

from timeline.table.schema import COLUMNS


def to_json(table: pd.DataFrame) -> bytes:
    """UTF-8; dates as ISO 8601, what is not known as null."""
    rows = table.to_dict("records")
    return json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=1).encode()


def _plain(row: dict) -> dict:
    return {name: _value(row[name]) for name in COLUMNS}


def _value(value):
    if pd.isna(value):
        return None
    return value.isoformat() if isinstance(value, pd.Timestamp) else value
