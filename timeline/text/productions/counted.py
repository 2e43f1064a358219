"""What is counted from publication: two days ago, the past two weeks."""

from timeline.temporal.cycle import Cycle, Unit, Weekday, Weekend
from timeline.temporal.expression import (
    Anaphoric,
    Bare,
    Direction,
    Duration,
    Expression,
    In,
    Last,
    Moved,
    Shift,
    Span,
    This,
    Within,
)
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import plus, production, require, shift_by


@production
def ago(count, unit: Granularity, more: float = 0) -> Expression:
    """Two days ago; "several weeks ago" has no place."""
    count = plus(count, more)
    shifted = shift_by(count, unit, -1)
    if count == 1 and unit is Granularity.YEAR:  # business news compares like with like
        return Anaphoric(
            Moved(-1, Granularity.YEAR, This(Unit(Granularity.QUARTER))), shifted, Granularity.QUARTER
        )
    return shifted


@production
def ahead(count, unit: Granularity, more: float = 0) -> Expression:
    """Two days from now."""
    return shift_by(plus(count, more), unit, 1)


@production
def within(count, unit: Granularity) -> Expression:
    """In three days."""
    return Within(count, unit) if isinstance(count, int) else Duration(count, unit)


@production
def past_span(unit: Granularity, count: int | float | None = 1) -> Expression:
    """The past two weeks."""
    return Span(count, unit, Direction.PAST)


@production
def coming_span(unit: Granularity, count: int | float | None = 1) -> Expression:
    """The next three days."""
    return Span(count, unit, Direction.FUTURE)


@production
def ago_unknown(unit: Granularity) -> Expression:
    """Years ago."""
    return shift_by(None, unit, -1)


@production
def half_more_ago(unit: Granularity, **_) -> Expression:
    """A year and a half ago."""
    return shift_by(1.5, unit, -1)


@production
def fraction_ago(unit: Granularity, **_) -> Expression:
    """A quarter of a century ago."""
    require(unit is Granularity.CENTURY)
    return Shift(-25, Granularity.YEAR)


@production
def fortnight(**_) -> Expression:
    """A fortnight."""
    return Duration(2, Granularity.WEEK)


@production
def past_fortnight(**_) -> Expression:
    """The past fortnight."""
    return Span(2, Granularity.WEEK, Direction.PAST)


@production
def coming_fortnight(**_) -> Expression:
    """The next fortnight."""
    return Span(2, Granularity.WEEK, Direction.FUTURE)


@production
def fortnight_ago(**_) -> Expression:
    return Shift(-2, Granularity.WEEK)


@production
def fortnight_later(which: str, **_) -> Expression:
    """A fortnight later."""
    return Anaphoric(Shift(2 if which == "next" else -2, Granularity.WEEK))


@production
def fortnight_ahead(**_) -> Expression:
    """A fortnight from now."""
    return Shift(2, Granularity.WEEK)


@production
def before_last(unit: Granularity) -> Expression:
    """The week before last."""
    return Shift(-2, unit)


@production
def cycle_before_last(cycle: Cycle) -> Expression:
    """The Friday before last, the weekend before last."""
    if isinstance(cycle, Weekend):
        return In(cycle, Shift(-2, Granularity.WEEK))
    return Moved(-1, Granularity.WEEK, Last(cycle))


@production
def weekdays_ago(count: int | float | None, cycle: Cycle) -> Expression:
    """Two Saturdays ago, three weekends ago."""
    require(isinstance(count, int))
    if isinstance(cycle, Weekend):
        return In(cycle, Shift(-count, Granularity.WEEK))
    return Moved(1 - count, Granularity.WEEK, Last(cycle))


@production
def after_next(unit: Granularity) -> Expression:
    """The week after next."""
    return Shift(2, unit)


@production
def moved_on(
    unit: Granularity,
    count: int | None = 1,
    cycle: Weekday | None = None,
    base: Expression | None = None,
    **_,
) -> Expression:
    """A week from Friday, Monday week, thirty days from today."""
    require(isinstance(count, int) and unit >= Granularity.DAY)
    return Moved(count, unit, base or Bare(cycle, Direction.FUTURE))


@production
def moved_back(
    unit: Granularity,
    count: int | None,
    cycle: Weekday | None = None,
    base: Expression | None = None,
    unit_moved: Granularity | None = None,
) -> Expression:
    """A week ago Monday, two years ago today, eighty years ago this month."""
    require(isinstance(count, int) and unit >= Granularity.DAY)
    if unit_moved is not None:
        require(unit_moved < unit)
        base = This(Unit(unit_moved))
    return Moved(-count, unit, base or Bare(cycle, Direction.PAST))
