"""Stretches of calendar time in plain English, as a reader would say them."""

from datetime import date, datetime, timedelta

from timeline.temporal.interval import Interval

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_QUARTERS = ("first", "second", "third", "fourth")
_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


def spoken_day(day: date) -> str:
    """One day with its weekday.

    >>> spoken_day(date(2019, 3, 26))
    'Tuesday 26 March 2019'
    """
    return f"{_WEEKDAYS[day.weekday()]} {_written(day)}"


def spoken(interval: Interval) -> str:
    """An interval in plain words.

    >>> spoken(Interval.of_day(date(2019, 3, 26)))
    'Tuesday 26 March 2019'
    """
    unit = interval.granularity.word
    return spoken_interval(interval.start, interval.end, unit, interval.soft_start, interval.soft_end)


def spoken_interval(
    start: datetime, end: datetime, granularity: str, soft_start: bool = False, soft_end: bool = False
) -> str:
    """The half-open `[start, end)` in plain words; `granularity` is the unit's word in the event table.

    >>> spoken_interval(datetime(2019, 3, 26), datetime(2019, 3, 27), "day")
    'Tuesday 26 March 2019'
    >>> spoken_interval(datetime(2019, 3, 26, 18), datetime(2019, 3, 27), "day", soft_start=True)
    'late on Tuesday 26 March 2019'
    >>> spoken_interval(datetime(2019, 3, 7, 14, 5), datetime(2019, 3, 7, 14, 6), "minute")
    '14:05 on 7 March 2019'
    >>> spoken_interval(datetime(2019, 3, 23), datetime(2019, 3, 25), "day")
    '23–24 March 2019 (a weekend)'
    >>> spoken_interval(datetime(2019, 2, 1), datetime(2019, 3, 1), "month")
    'February 2019'
    >>> spoken_interval(datetime(2001, 1, 1), datetime(2002, 1, 1), "year")
    '2001'
    >>> spoken_interval(datetime(2019, 2, 11), datetime(2019, 2, 21), "day", True, True)
    'about 11–20 February 2019'
    >>> spoken_interval(datetime(2019, 1, 1), datetime(2019, 3, 28), "year", soft_end=True)
    '1 January – about 27 March 2019'
    """
    if not (_at_midnight(start) and _at_midnight(end)):
        return _with_clock(start, end, granularity, soft_start, soft_end)
    first, last = start.date(), (end - _INSTANT).date()
    if first == last:
        return ("about " if soft_start or soft_end else "") + spoken_day(first)
    if soft_start == soft_end:
        return ("about " if soft_start else "") + (_unit(first, last) or _day_range(first, last))
    if soft_end:
        return f"{_written(first, beside=last)} – about {_written(last)}"
    return f"from about {_written(first, beside=last)} to {_written(last)}"


def _unit(first: date, last: date) -> str:
    """The calendar unit, or run of units, that starts on `first` and ends on `last`; empty if none."""
    days, after = (last - first).days + 1, _next(last)
    if days == 2 and first.weekday() == 5:
        return f"{_day_range(first, last)} (a weekend)"
    if days == 7 and first.weekday() == 0:
        return f"{_day_range(first, last)} (a week)"
    if first.day == 1 and after.day == 1:
        if first.month == 1 and after.month == 1:
            return _years(first.year, last.year)
        return _months(first, last)
    return ""


def _next(day: date) -> date:
    return day + _DAY if day < date.max else date(1, 1, 1)


def _years(first: int, last: int) -> str:
    if first == last:
        return str(first)
    if last - first == 9 and first % 10 == 0:
        return f"the {first}s"
    if last - first == 99 and first % 100 in (0, 1):
        return f"the {_ordinal(last // 100 + (first % 100 == 0))} century"
    return f"{first}–{last}"


def _months(first: date, last: date) -> str:
    ends = _MONTHS[first.month - 1], _MONTHS[last.month - 1]
    if first.year != last.year:
        return f"{ends[0]} {first.year} – {ends[1]} {last.year}"
    if first.month == last.month:
        return f"{ends[0]} {last.year}"
    quarter = f" (the {_QUARTERS[first.month // 3]} quarter)" if _is_quarter(first, last) else ""
    return f"{ends[0]}–{ends[1]} {last.year}{quarter}"


def _is_quarter(first: date, last: date) -> bool:
    return last.month - first.month == 2 and first.month % 3 == 1


def _day_range(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_written(last)}"
    return f"{_written(first, beside=last)} – {_written(last)}"


def _with_clock(start: datetime, end: datetime, granularity: str, soft_start: bool, soft_end: bool) -> str:
    """Words for an interval that does not run from midnight to midnight."""
    last = end - _INSTANT
    if granularity == "minute" and (start.hour, start.minute) == (23, 59):
        return f"midnight at the end of {spoken_day(start)}"
    if granularity in ("minute", "second") and end - start <= timedelta(minutes=1):
        return f"{'about ' if soft_start or soft_end else ''}{_clock(start)} on {_written(start)}"
    if soft_start and start.hour >= 18 and end - start <= timedelta(hours=12):
        return f"late on {spoken_day(start)}"
    if soft_end and _at_midnight(start) and end - start <= timedelta(hours=12):
        return f"early on {spoken_day(start)}"
    before, after = ("about " if soft_start else ""), ("about " if soft_end else "")
    if start.date() == last.date():
        return f"{before}{_clock(start)} – {after}{_clock(end)} on {spoken_day(start)}"
    return (
        f"{before}{_clock(start)} on {_written(start, beside=end)} – {after}{_clock(end)} on {_written(end)}"
    )


def _written(day: date, beside: date | None = None) -> str:
    """Day, month and year; no year where it is that of the day `beside` it."""
    year = f" {day.year}" if beside is None or beside.year != day.year else ""
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def _at_midnight(moment: datetime) -> bool:
    return moment.time() == datetime.min.time()


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
