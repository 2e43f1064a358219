"""Weeks, months and other periods, and their parts: last week, in May, late February, the first nine months."""

from datetime import datetime

from timeline.temporal.cycle import Clock, Cycle, DayOfMonth, Daypart, Month, Stretch, Unit, Weekend
from timeline.temporal.expression import (
    Absolute,
    Bare,
    Covering,
    Direction,
    Expression,
    Half,
    In,
    Last,
    Leading,
    Mod,
    Next,
    Nth,
    Part,
    SoFar,
    Span,
    StillToCome,
    This,
    Turn,
)
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import granularity_of, production, require

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
def midweek(**_) -> Expression:
    """By midweek."""
    return Part(Mod.MID, Bare(Unit(Granularity.WEEK)))


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
def turn_of(unit: Granularity, **_) -> Expression:
    """The turn of the century, of the year."""
    require(unit >= Granularity.YEAR)
    return Turn(unit)


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
