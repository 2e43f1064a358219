"""Days and longer periods: Tuesday, March 27, the third quarter, the 1990s."""

from calendar import monthrange
from dataclasses import replace
from datetime import datetime

from timeline.temporal.cycle import (
    Clock,
    Cycle,
    DayOfMonth,
    Daypart,
    Month,
    MonthDay,
    Stretch,
    Unit,
    Weekday,
    Weekend,
)
from timeline.temporal.expression import (
    Absolute,
    Anaphoric,
    Bare,
    BeforeChrist,
    Between,
    Covering,
    Direction,
    Expression,
    Half,
    In,
    Last,
    Leading,
    Mod,
    Moved,
    Next,
    Nth,
    Numeric,
    Part,
    Restated,
    Shift,
    SoFar,
    Span,
    StillToCome,
    This,
    Unclear,
)
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import LEAP_YEAR, granularity_of, production, require, whole_day

_WHICH = {"last": Last, "next": Next, "this": This}


@production
def bare(cycle: Cycle, **_) -> Expression:
    """Tuesday; in February; 27 March: which one, the tense decides."""
    return Bare(cycle)


@production
def latest(cycle: Cycle) -> Expression:
    """This past Friday."""
    return Bare(cycle, Direction.PAST)


@production
def soonest(cycle: Cycle) -> Expression:
    """This coming Friday."""
    return Bare(cycle, Direction.FUTURE)


@production
def weekday_and_day(weekday: Weekday, cycle: MonthDay) -> Expression:
    """Tuesday, March 26."""
    return Bare(replace(cycle, weekday=weekday.number))


@production
def weekday_and_number(weekday: Weekday, day: int) -> Expression:
    """El jueves 28."""
    return Bare(DayOfMonth(day, weekday.number))


@production
def which(which: str, cycle: Cycle) -> Expression:
    """Last Friday, next month, this spring. The last second is no date."""
    unit = cycle.unit if isinstance(cycle, Unit) else Granularity.DAY
    require(unit >= Granularity.HOUR)
    if unit > Granularity.YEAR and which != "this":  # the next decade is ten years from now
        return Span(1, unit, Direction.PAST if which == "last" else Direction.FUTURE)
    return _WHICH[which](cycle)


@production
def unit_cycle(unit: Granularity) -> Cycle:
    return Unit(unit)


@production
def this_unit(unit: Granularity) -> Expression:
    """The year, inside "the end of the year"."""
    require(unit >= Granularity.DAY)
    return This(Unit(unit))


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
def year(year: int) -> Expression:
    return Absolute(datetime(year, 1, 1), Granularity.YEAR)


@production
def recent_year(year: int) -> Expression:
    """A number that, without a word before it that says so, is a year only in our times."""
    require(1900 <= year <= 2050)
    return Absolute(datetime(year, 1, 1), Granularity.YEAR)


@production
def the_quarter(**_) -> Expression:
    """The quarter: the one named before, or the last that was complete at publication."""
    quarter = Unit(Granularity.QUARTER)
    return Anaphoric(This(quarter), otherwise=Last(quarter), alike=Granularity.QUARTER)


@production
def quarter_a_year_before(**_) -> Expression:
    """The year-ago quarter."""
    quarter = Unit(Granularity.QUARTER)
    last = Moved(-1, Granularity.YEAR, Last(quarter))
    return Anaphoric(Moved(-1, Granularity.YEAR, This(quarter)), otherwise=last, alike=Granularity.QUARTER)


@production
def named_quarter_a_year_before(cycle: Cycle, **_) -> Expression:
    """The year-earlier third quarter."""
    return Moved(-1, Granularity.YEAR, Bare(cycle))


@production
def same_period_of(year: int, **_) -> Expression:
    """The 1988 period: the quarter named before, but of that year."""
    stated = Absolute(datetime(year, 1, 1), Granularity.YEAR)
    quarter = Restated(year, This(Unit(Granularity.QUARTER)))
    return Anaphoric(quarter, otherwise=stated, alike=Granularity.QUARTER)


@production
def midweek(**_) -> Expression:
    """By midweek."""
    return Part(Mod.MID, Bare(Unit(Granularity.WEEK)))


@production
def quarter_by_month(cycle: Month, year: int | None = None, **_) -> Expression:
    """The September quarter, the December quarter of 2018."""
    quarter = Stretch(f"Q{(cycle.number + 2) // 3}")
    return inside_year(quarter, year) if year else Bare(quarter)


@production
def whole_of(base: Expression) -> Expression:
    """The whole of February."""
    return base


@production
def half_of(half: int, base: Expression) -> Expression:
    """The first half of July; of a year it is a period of its own."""
    require(granularity_of(base) is not Granularity.YEAR)
    return Half(half, base)


@production
def year_end(**_) -> Expression:
    """By year-end."""
    return Bare(MonthDay(12, 31))


@production
def nothing(**_) -> None:
    """Words that look like a time expression and are none: "a 44-year-old man"."""
    return None


@production
def month_of_year(cycle: Month, year: int, **_) -> Expression:
    """February 2019."""
    return Absolute(datetime(year, cycle.number, 1), Granularity.MONTH)


@production
def inside(cycle: Cycle, base: Expression, **_) -> Expression:
    """Tuesday evening; the summer of 2017; Friday last week. Quarters and halves are those of years."""
    part_of_day = isinstance(cycle, (Daypart, Clock))
    require(part_of_day or granularity_of(base) > Granularity.DAY)
    require(not isinstance(cycle, Stretch) or granularity_of(base) is Granularity.YEAR)
    require(not isinstance(cycle, DayOfMonth) or granularity_of(base) is Granularity.MONTH)
    return In(cycle, base)


@production
def inside_year(cycle: Cycle, year: int, **_) -> Expression:
    """Summer 2017, Q3 2018."""
    return In(cycle, Absolute(datetime(year, 1, 1), Granularity.YEAR))


@production
def nth_in(number: int, cycle: Cycle, base: Expression) -> Expression:
    """The first week of March."""
    return Nth(number, cycle, base)


@production
def quarter(number: int) -> Cycle:
    require(1 <= number <= 4)
    return Stretch(f"Q{number}")


@production
def half_year(number: int) -> Cycle:
    require(number in (1, 2))
    return Stretch(f"H{number}")


@production
def short_year(number: int) -> Expression:
    """The blizzard of '66."""
    return year(number + (1900 if number >= 30 else 2000))


@production
def decade(decade: int) -> Expression:
    """The 1990s; the '90s are those of the last century."""
    return Absolute(datetime(decade if decade > 99 else 1900 + decade, 1, 1), Granularity.DECADE)


@production
def decade_in_words(decade_word: int) -> Expression:
    """The nineties."""
    return decade(decade_word)


@production
def year_bc(number: int, cycle: Cycle | None = None, **_) -> Expression:
    """44 BC, the spring of 414 BC."""
    require(0 < number < 10_000)
    return In(cycle, BeforeChrist(number)) if cycle else BeforeChrist(number)


@production
def year_ad(number: int, **_) -> Expression:
    """AD 79."""
    require(0 < number < 10_000)
    return year(number)


@production
def century_bc(number: int, **_) -> Expression:
    """The 5th century BC."""
    require(1 < number < 60)
    return BeforeChrist(number, is_century=True)


@production
def leading(count: int, unit: Granularity, base: Expression) -> Expression:
    """The first nine months of 2003."""
    require(isinstance(count, int) and count > 1 and granularity_of(base) > unit)
    return Leading(count, unit, base)


@production
def trailing(count: int, unit: Granularity, base: Expression) -> Expression:
    """The last two weeks of March."""
    require(isinstance(count, int) and count > 1 and granularity_of(base) > unit)
    return Leading(-count, unit, base)


@production
def week_of(unit: Granularity, base: Expression) -> Expression:
    """The week of March 4; Easter week."""
    require(unit is Granularity.WEEK and granularity_of(base) is Granularity.DAY)
    return Covering(Unit(unit), base)


@production
def weekend_of(cycle: Weekend, base: Expression) -> Expression:
    """The weekend of July 6."""
    require(granularity_of(base) is Granularity.DAY)
    return Covering(cycle, base)


@production
def decade_of_year(year: int) -> Expression:
    """The 1990's; los años 90."""
    require(year % 10 == 0 and (year < 100 or 1000 <= year < 2200))
    return decade(year)


@production
def century(number: int) -> Expression:
    """The 20th century, drawn as the years 1900 to 1999."""
    require(2 <= number <= 22)
    return Absolute(datetime((number - 1) * 100, 1, 1), Granularity.CENTURY)


@production
def part(mod: Mod, base: Expression) -> Expression:
    """Late Tuesday, mid-February, the end of the year."""
    return Part(mod, base)


@production
def so_far(base: Expression) -> Expression:
    """Earlier this year."""
    return SoFar(base)


@production
def part_after(base: Expression) -> Expression:
    """Later that year, later this afternoon."""
    return Part(Mod.END, base)


@production
def still_to_come(base: Expression) -> Expression:
    """Later this week."""
    return StillToCome(base)
