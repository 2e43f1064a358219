"""What hangs on the date named before: that year, two days later."""

from dataclasses import replace

from timeline.temporal.cycle import Cycle, Unit
from timeline.temporal.expression import (
    Anaphoric,
    Bare,
    Direction,
    Expression,
    In,
    Last,
    Moved,
    Next,
    Shift,
    Span,
    This,
)
from timeline.temporal.granularity import Granularity
from timeline.text.productions.counted import ago
from timeline.text.productions.registry import plus, production, require, shift_by


@production
def that_unit(unit: Granularity) -> Expression:
    """That year, the same day."""
    return Anaphoric(This(Unit(unit)))


@production
def that_unit_or_this(unit: Granularity) -> Expression:
    """The week's, of the date named before or else of publication."""
    require(unit >= Granularity.DAY)
    return Anaphoric(This(Unit(unit)), otherwise=This(Unit(unit)))


@production
def earlier(count, unit: Granularity, more: float = 0) -> Expression:
    """Two days earlier."""
    require(count is not None)
    count = plus(count, more)
    shifted = Anaphoric(shift_by(count, unit, -1))
    if count == 1 and unit is Granularity.YEAR:
        return replace(ago(count, unit), otherwise=replace(shifted, otherwise=shifted.base))
    return shifted


@production
def later(count, unit: Granularity, more: float = 0) -> Expression:
    """A week later."""
    require(count is not None)
    return Anaphoric(shift_by(plus(count, more), unit, 1))


@production
def neighbour(which: str, unit: Granularity, **_) -> Expression:
    """The following month, the previous year: of publication if no date was named before."""
    shifted = Shift(1 if which == "next" else -1, unit)
    is_meant = unit > Granularity.DAY or which == "last"  # "the following day" alone follows something untold
    return Anaphoric(shifted, otherwise=shifted if is_meant else None)


@production
def unit_that_followed(unit: Granularity) -> Expression:
    """The week that followed."""
    return Anaphoric(Shift(1, unit))


@production
def that_cycle(cycle: Cycle) -> Expression:
    """That winter, that same weekend."""
    return Anaphoric(This(cycle), otherwise=Bare(cycle))


@production
def cycle_beside(cycle: Cycle, which: str = "next") -> Expression:
    """The following June, the next spring, the previous Friday."""
    beside = Next(cycle) if which == "next" else Last(cycle)
    return Anaphoric(beside, otherwise=beside)


@production
def cycle_told(cycle: Cycle) -> Expression:
    """On the Saturday: the first one from the date named before on, or of the week named before."""
    return Anaphoric(Bare(cycle, Direction.FUTURE), otherwise=Bare(cycle))


@production
def counted_from_a_date(
    count: int | float | None, unit: Granularity, which: str, base: Expression
) -> Expression:
    """Two days after 7 March."""
    require(isinstance(count, int) and unit in (Granularity.DAY, Granularity.WEEK))
    return Moved(count if which == "next" else -count, unit, base)


@production
def seasons_then(count: int | float | None, cycle: Cycle, which: str = "") -> Expression:
    """Two summers later, three winters ago."""
    require(isinstance(count, int))
    if not which:
        return In(cycle, Shift(-count, Granularity.YEAR))
    return In(cycle, Anaphoric(Shift(count if which == "next" else -count, Granularity.YEAR)))


@production
def that_day_after(unit: Granularity) -> Expression:
    """The next day."""
    return Anaphoric(Shift(1, unit))


@production
def eve(unit: Granularity) -> Expression:
    """La víspera, said alone: the day before the one named before, or else before publication."""
    before = Shift(-1, unit)
    return Anaphoric(before, otherwise=before)


@production
def some_past_span(unit: Granularity) -> Expression:
    """Recent weeks: the text does not say how many."""
    return Span(None, unit, Direction.PAST)


@production
def some_coming_span(unit: Granularity) -> Expression:
    """The coming days."""
    return Span(None, unit, Direction.FUTURE)
