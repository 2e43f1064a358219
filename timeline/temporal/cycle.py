"""Things that come round: Mondays, Februaries, summers, mornings, and the plain units themselves.

A cycle says in which larger unit it comes once (`enclosing`), where in it (`within`), and how TIMEX3
writes it, with a known date (`value`) or without (`open_value`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import MINYEAR, date, datetime, timedelta

from timeline.temporal.calendar import shift, unit_at
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Unit:
    """A plain calendar unit: a day, a week, a month …"""

    unit: Granularity

    @property
    def enclosing(self) -> Granularity:
        return self.unit

    def within(self, start: datetime) -> Interval | None:
        return unit_at(start, self.unit)

    def value(self, start: datetime) -> str:
        """
        >>> Unit(Granularity.WEEK).value(datetime(2019, 3, 25))
        '2019-W13'
        """
        return _VALUES[self.unit](start)

    @property
    def open_value(self) -> str:
        return _OPEN_VALUES.get(self.unit, "XXXX")


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 = Monday to 7 = Sunday (ISO 8601)."""

    number: int
    enclosing = Granularity.WEEK

    def within(self, start: datetime) -> Interval | None:
        return Interval.of_day(start + timedelta(days=self.number - 1))

    def value(self, start: datetime) -> str:
        return _day(start)

    @property
    def open_value(self) -> str:
        return f"XXXX-WXX-{self.number}"


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday."""

    enclosing = Granularity.WEEK

    def within(self, start: datetime) -> Interval | None:
        return Interval(start + timedelta(days=5), start + timedelta(days=7), Granularity.DAY)

    def value(self, start: datetime) -> str:
        """
        >>> Weekend().value(datetime(2019, 3, 23))
        '2019-W12-WE'
        """
        return _week(start) + "-WE"

    @property
    def open_value(self) -> str:
        return "XXXX-WXX-WE"


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year, 1 to 12."""

    number: int
    enclosing = Granularity.YEAR

    def within(self, start: datetime) -> Interval | None:
        return unit_at(start.replace(month=self.number), Granularity.MONTH)

    def value(self, start: datetime) -> str:
        return f"{start.year:04}-{start.month:02}"

    @property
    def open_value(self) -> str:
        return f"XXXX-{self.number:02}"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month of the year: 27 March. 29 February comes in leap years only.

    `weekday` is the one that was said with it, 1 to 7, or 0.
    """

    month: int
    day: int
    weekday: int = 0
    enclosing = Granularity.YEAR

    def within(self, start: datetime) -> Interval | None:
        return _day_or_none(start.year, self.month, self.day)

    def value(self, start: datetime) -> str:
        return _day(start)

    @property
    def open_value(self) -> str:
        return f"XXXX-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """ "The 14th": a day of any month; with a `weekday` said beside it, only of those where it is one."""

    day: int
    weekday: int = 0
    enclosing = Granularity.MONTH

    def within(self, start: datetime) -> Interval | None:
        found = _day_or_none(start.year, start.month, self.day)
        return found if found and self.weekday in (0, found.start.isoweekday()) else None

    def value(self, start: datetime) -> str:
        return _day(start)

    @property
    def open_value(self) -> str:
        return f"XXXX-XX-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of the year under its own name; `day_in` tells its date in a year, None if it has none."""

    name: str
    day_in: Callable[[int], date | None] = field(compare=False, repr=False)
    enclosing = Granularity.YEAR

    def within(self, start: datetime) -> Interval | None:
        day = self.day_in(start.year)
        return None if day is None else Interval.of_day(day)

    def value(self, start: datetime) -> str:
        return _day(start)

    @property
    def open_value(self) -> str:
        return "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some months of a year under one name: a season (SP SU FA WI), quarter (Q1…) or half (H1, H2)."""

    code: str
    enclosing = Granularity.YEAR

    def within(self, start: datetime) -> Interval | None:
        month, count, unit, soft = _STRETCHES[self.code]
        first = start.replace(month=month)
        return Interval(first, shift(first, count, Granularity.MONTH), unit, soft, soft)

    def value(self, start: datetime) -> str:
        return f"{start.year:04}-{self.code}"

    @property
    def open_value(self) -> str:
        return f"XXXX-{self.code}"


@dataclass(frozen=True, slots=True)
class Daypart:
    """A part of the day by its TIMEX3 code: DW dawn, MO morning, MI midday, AF afternoon, EV evening,
    NI night, DT daytime; ON is the night through to the next morning, which TIMEX3 writes NI, SM the small
    hours, which it writes MO, and SH the Spanish madrugada, which it writes DW.
    The hours are a convention; both ends are soft."""

    code: str
    enclosing = Granularity.DAY

    def within(self, start: datetime) -> Interval | None:
        first, last = _DAYPARTS[self.code]
        hour = timedelta(hours=1)
        return Interval(start + first * hour, start + last * hour, Granularity.HOUR, True, True)

    def value(self, start: datetime) -> str:
        return f"{_day(start)}T{_WRITTEN.get(self.code, self.code)}"

    @property
    def open_value(self) -> str:
        return f"XXXX-XX-XXT{_WRITTEN.get(self.code, self.code)}"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; 24:00 is the midnight that ends it, drawn as its last minute. `is_assumed` marks a time
    told by a twelve-hour clock of which the words do not say the half."""

    hour: int
    minute: int = 0
    is_assumed: bool = False
    enclosing = Granularity.DAY

    def within(self, start: datetime) -> Interval | None:
        first = min(self.hour * 60 + self.minute, 24 * 60 - 1)
        moment = start + timedelta(minutes=first)
        return Interval(moment, moment + timedelta(minutes=1), Granularity.MINUTE)

    def value(self, start: datetime) -> str:
        return f"{_day(start)}T{self.hour:02}:{self.minute:02}"

    @property
    def open_value(self) -> str:
        return f"XXXX-XX-XXT{self.hour:02}:{self.minute:02}"


Cycle = Unit | Weekday | Weekend | Month | MonthDay | DayOfMonth | Holiday | Stretch | Daypart | Clock

# first month, months, granularity, soft ends: seasons are meteorological, of the northern hemisphere
_STRETCHES = {
    "SP": (3, 3, Granularity.QUARTER, True),
    "SU": (6, 3, Granularity.QUARTER, True),
    "FA": (9, 3, Granularity.QUARTER, True),
    "WI": (12, 3, Granularity.QUARTER, True),
    "Q1": (1, 3, Granularity.QUARTER, False),
    "Q2": (4, 3, Granularity.QUARTER, False),
    "Q3": (7, 3, Granularity.QUARTER, False),
    "Q4": (10, 3, Granularity.QUARTER, False),
    "H1": (1, 6, Granularity.QUARTER, False),
    "H2": (7, 6, Granularity.QUARTER, False),
}
_DAYPARTS = {
    "SH": (0, 6),
    "DW": (4, 7),
    "MO": (6, 12),
    "MI": (11, 14),
    "AF": (12, 18),
    "EV": (18, 22),
    "NI": (20, 24),
    "DT": (8, 18),
    "ON": (20, 30),
    "SM": (0, 5),
}
_WRITTEN = {"ON": "NI", "SM": "MO", "SH": "DW"}


def _day_or_none(year: int, month: int, day: int) -> Interval | None:
    try:
        return Interval.of_day(datetime(year, month, day))
    except ValueError:
        return None


def _day(start: datetime) -> str:
    return start.date().isoformat()


def _week(start: datetime) -> str:
    year, week, _ = start.isocalendar()
    return f"{year:04}-W{week:02}"


_VALUES = {
    Granularity.SECOND: lambda start: f"{_day(start)}T{start:%H:%M:%S}",
    Granularity.MINUTE: lambda start: f"{_day(start)}T{start:%H:%M}",
    Granularity.HOUR: lambda start: f"{_day(start)}T{start:%H}",
    Granularity.DAY: lambda start: _day(start),
    Granularity.WEEK: _week,
    Granularity.MONTH: lambda start: f"{start.year:04}-{start.month:02}",
    Granularity.QUARTER: lambda start: f"{start.year:04}-Q{(start.month + 2) // 3}",
    Granularity.YEAR: lambda start: f"{start.year:04}",
    Granularity.DECADE: lambda start: f"{0 if start.year == MINYEAR else start.year // 10:03}",
    Granularity.CENTURY: lambda start: f"{start.year // 100:02}",
}
_OPEN_VALUES = {
    Granularity.DAY: "XXXX-XX-XX",
    Granularity.WEEK: "XXXX-WXX",
    Granularity.MONTH: "XXXX-XX",
    Granularity.QUARTER: "XXXX-QX",
    Granularity.DECADE: "XXX",
    Granularity.CENTURY: "XX",
}
