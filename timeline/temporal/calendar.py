"""Arithmetic of the Gregorian calendar: where a unit begins, and moving by units."""

from calendar import monthrange
from datetime import MINYEAR, date, datetime, timedelta

from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval

_FIXED = {
    Granularity.SECOND: timedelta(seconds=1),
    Granularity.MINUTE: timedelta(minutes=1),
    Granularity.HOUR: timedelta(hours=1),
    Granularity.DAY: timedelta(days=1),
    Granularity.WEEK: timedelta(weeks=1),
}
_MONTHS = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
}


def floor(moment: datetime, unit: Granularity) -> datetime:
    """The start of the calendar unit that holds a moment; weeks begin on Monday (ISO 8601).

    >>> floor(datetime(2019, 3, 27, 15), Granularity.WEEK)
    datetime.datetime(2019, 3, 25, 0, 0)
    """
    if unit < Granularity.DAY:
        zeroed = {"microsecond": 0, "second": 0, "minute": 0}
        names = list(zeroed)[: 1 + unit]
        return moment.replace(**{name: 0 for name in names})
    day = datetime(moment.year, moment.month, moment.day)
    if unit == Granularity.DAY:
        return day
    if unit == Granularity.WEEK:
        return day - timedelta(days=day.weekday())
    if unit <= Granularity.QUARTER:
        step = _MONTHS[unit]
        return datetime(day.year, (day.month - 1) // step * step + 1, 1)
    years = _MONTHS[unit] // 12
    return datetime(max(MINYEAR, day.year // years * years), 1, 1)


def shift(moment: datetime, count: int, unit: Granularity) -> datetime:
    """A moment moved by whole units; a day that a month lacks becomes its last.

    OverflowError beyond the years 1 to 9999.

    >>> shift(datetime(2019, 1, 31), 1, Granularity.MONTH)
    datetime.datetime(2019, 2, 28, 0, 0)
    """
    if unit in _FIXED:
        return moment + count * _FIXED[unit]
    months = moment.year * 12 + moment.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is outside the calendar")
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def unit_at(moment: datetime, unit: Granularity) -> Interval:
    """The calendar unit that holds a moment.

    >>> unit_at(datetime(2019, 2, 7), Granularity.MONTH).last_day
    datetime.date(2019, 2, 28)
    """
    start = floor(moment, unit)
    return Interval(start, _end(start, unit), unit)


def _end(start: datetime, unit: Granularity) -> datetime:
    if unit >= Granularity.DECADE and start.year == MINYEAR:  # the calendar has no year 0
        return datetime(_MONTHS[unit] // 12, 1, 1)
    try:
        return shift(start, 1, unit)
    except OverflowError:  # the calendar's last unit ends with its last moment
        return datetime.max


def moment_of(day: date) -> datetime:
    """Midnight at the start of a day."""
    return datetime(day.year, day.month, day.day)
