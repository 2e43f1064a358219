"""Table → days: the stretch of time that it covers."""

from datetime import date

import pandas as pd

_INSTANT = pd.Timedelta(1, "us")


def extent(table: pd.DataFrame) -> tuple[date, date] | None:
    """The first and the last day that the events touch; None if there are none."""
    if table.empty:
        return None
    return table["start"].min().date(), (table["end"].max() - _INSTANT).date()
