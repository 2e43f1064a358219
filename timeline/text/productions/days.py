"""Days: Tuesday, March 27, 3–5 March, Easter, the 14th."""

from calendar import monthrange
from dataclasses import replace
from datetime import datetime

from timeline.temporal.cycle import Cycle, DayOfMonth, Month, MonthDay, Unit, Weekday
from timeline.temporal.expression import Absolute, Bare, Between, Expression, Numeric, Shift, This, Unclear
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import LEAP_YEAR, production, require, whole_day


@production
def weekday_and_day(weekday: Weekday, cycle: MonthDay) -> Expression:
    """Tuesday, March 26."""
    return Bare(replace(cycle, weekday=weekday.number))


@production
def weekday_and_number(weekday: Weekday, day: int) -> Expression:
    """El jueves 28."""
    return Bare(DayOfMonth(day, weekday.number))


@production
def offset(offset: int, **_) -> Expression:
    """Yesterday, today, tomorrow; "hoy miércoles"."""
    return Shift(offset, Granularity.DAY) if offset else This(Unit(Granularity.DAY))


@production
def month_day(month: Month, day: int) -> Cycle:
    """March 27."""
    require(day <= monthrange(LEAP_YEAR, month.number)[1])
    return MonthDay(month.number, day)


@production
def full_date(cycle: MonthDay, year: int, **_) -> Expression:
    """March 27, 2019."""
    return whole_day(year, cycle.month, cycle.day)


@production
def iso(iso: tuple[datetime, bool]) -> Expression:
    """2019-03-27, or with a clock time."""
    moment, has_clock = iso
    return Absolute(moment, Granularity.MINUTE if has_clock else Granularity.DAY)


@production
def slash(slash: tuple[int, int, int]) -> Expression:
    """26/03/2019 or 2019/03/26; where both orders make a date, none is chosen silently."""
    first, second, third = slash
    if first > 31:
        return whole_day(first, second, third)
    if first > 12 or first == second:
        return whole_day(third, second, first)
    if second > 12:
        return whole_day(third, first, second)
    return Numeric(whole_day(third, second, first), whole_day(third, first, second))


@production
def no_such_day(month: Month, day: int, year: int | None = None, **_) -> Expression:
    """30 February; 29 February 2019."""
    require(0 < day < 100)
    require(day > monthrange(year or LEAP_YEAR, month.number)[1])
    return Unclear()


@production
def days_of_month(month: Month, days: tuple[int, int], year: int | None = None) -> Expression:
    """March 3-5, 2019; from 3 to 5 March."""
    first, last = (month_day(month, day) for day in days)
    if year is not None:
        return Between(full_date(first, year), full_date(last, year))
    return Between(Bare(first), last)


@production
def days_from_to(month: Month, first: int, last: int, year: int | None = None) -> Expression:
    """From 3 to 5 March; 3 and 5 March are two dates and no span."""
    require(first < last)
    return days_of_month(month, (first, last), year)


@production
def day_of_month(day: int, **_) -> Expression:
    """On the 14th."""
    require(1 <= day <= 31)
    return Bare(DayOfMonth(day))


@production
def numbered_day(day: int) -> Cycle:
    """The 8th, el 20, of a month that is said beside it: "el 20 del mes pasado"."""
    return DayOfMonth(day)


@production
def with_its_weekday(base: Expression, **_) -> Expression:
    """The following evening, a Friday."""
    return base
