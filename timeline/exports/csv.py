"""The event table as a CSV file, and back."""

from io import BytesIO

import pandas as pd

from timeline.table.schema import COLUMNS, NotAnEventTable, checked


def to_csv(table: pd.DataFrame) -> bytes:
    """UTF-8 with a byte-order mark, so that spreadsheets read the accents; dates as ISO 8601.

    A text that starts like a formula gets an apostrophe before it, since a spreadsheet would run it.
    """
    shown = table.copy()
    for name, column in COLUMNS.items():
        if column.dtype == "str":
            shown[name] = shown[name].map(_defused)
        elif column.dtype.startswith("datetime"):
            shown[name] = shown[name].map(lambda moment: "" if pd.isna(moment) else moment.isoformat())
    return shown.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def from_csv(data: bytes) -> pd.DataFrame:
    """The event table that `to_csv` wrote; NotAnEventTable if it is something else."""
    try:
        return checked(
            _typed(pd.read_csv(BytesIO(data), dtype=str, keep_default_na=False, encoding="utf-8-sig"))
        )
    except NotAnEventTable:
        raise
    except ValueError as error:  # no CSV, no UTF-8, no date where one should stand
        raise NotAnEventTable(f"This is no event table: {error}") from error


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    for name, column in COLUMNS.items():
        if name not in table:
            continue
        if column.dtype == "str":
            table[name] = table[name].map(_armed)
        elif column.dtype == "bool":
            table[name] = table[name].eq("True")
        elif column.dtype.startswith("float"):
            table[name] = table[name].replace("", "nan").astype(column.dtype)
        elif column.dtype.startswith("datetime"):
            table[name] = pd.to_datetime(table[name], format="ISO8601").astype(column.dtype)
        else:
            table[name] = table[name].astype(column.dtype)
    return table


def _defused(text: str) -> str:
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r", "'")) else text


def _armed(text: str) -> str:
    return text[1:] if text.startswith("'") else text
