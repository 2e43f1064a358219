"""How many articles were published when: the strip above the lanes."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pandas as pd

from timeline.charts.items import moments
from timeline.charts.scale import TimeScale
from timeline.charts.scene import Bin, Volume

_LEAST_BIN_PIXELS = 4.0
_FEWEST_DAYS = 3
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def count_articles(table: pd.DataFrame, scale: TimeScale, top: float, bottom: float) -> Volume | None:
    """The articles of an event table by publication date, each once; None if there is nothing to compare."""
    articles = dict(zip(table["article_id"].tolist(), moments(table["published"]), strict=True))
    days = [moment.date() for moment in articles.values() if moment and scale.start <= moment < scale.end]
    if not days or scale.pixels(timedelta(days=_FEWEST_DAYS)) > scale.width:
        return None
    unit = bin_unit(scale)
    return Volume(unit, tuple(_bins(days, unit)), top, bottom)


def bin_unit(scale: TimeScale) -> str:
    """The finest unit whose bars are wide enough to be seen."""
    for unit, days in _UNIT_DAYS.items():
        if scale.pixels(timedelta(days=days)) >= _LEAST_BIN_PIXELS:
            return unit
    return "year"


def _bins(days: Iterable[date], unit: str) -> Iterable[Bin]:
    counts = Counter(_first_day(day, unit) for day in days)
    for first, articles in sorted(counts.items()):
        yield Bin(_midnight(first), _midnight(_next_first(first, unit)), articles)


def _first_day(day: date, unit: str) -> date:
    """The first day of the unit that `day` lies in; weeks begin on Monday."""
    if unit == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    return day.replace(
        day=1 if unit in ("month", "year") else day.day, month=1 if unit == "year" else day.month
    )


def _next_first(first: date, unit: str) -> date:
    step = {"day": 1, "week": 7, "month": 31, "year": 366}[unit]
    return _first_day(date.fromordinal(min(date.max.toordinal(), first.toordinal() + step)), unit)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
