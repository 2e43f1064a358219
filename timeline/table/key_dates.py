"""The days that matter: those on which the most important events happened."""

from datetime import date, timedelta
from math import log1p

import pandas as pd

from timeline.events.ranking import REAL

BESIDE = 0.5  # what a day's second event adds, as a share of its importance; the third its square, and so on
_DAY = timedelta(days=1)


def key_dates(table: pd.DataFrame, n: int = 10) -> dict[date, list[str]]:
    """The `n` days that matter most, the first one first, each with the ids of its events by importance.

    Those count of which the day is known and that are no mere plans. A day matters as its events do, the
    first one whole, others ever less, and the more often articles tell any of them (Tran and others 2015
    choose days by how often they are told).

    >>> from timeline.table.schema import empty_table
    >>> key_dates(empty_table())
    {}
    """
    lasts = table["end"] - table["start"]
    known = table[
        (lasts <= _DAY)
        & table["status"].isin([status.value for status in REAL])
        & (table["bound"] == "within")
    ]
    ordered = known.sort_values(["importance", "id"], ascending=[False, True], kind="stable")
    by_day = {day: rows for day, rows in ordered.groupby(ordered["start"].dt.date)}
    best = sorted(by_day, key=lambda day: (-_score(by_day[day]), day))
    return {day: by_day[day]["id"].tolist() for day in best[:n]}


def _score(events: pd.DataFrame) -> float:
    """Of a day's events, the most important first."""
    together = sum(each * BESIDE**place for place, each in enumerate(events["importance"].tolist()))
    return round(together * log1p(int(events["articles"].sum())), 6)
