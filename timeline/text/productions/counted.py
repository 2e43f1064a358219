"""What is counted from publication: two days ago, the past two weeks."""

from timeline.temporal.cycle import Unit
from timeline.temporal.expression import (
    Anaphoric,
    Direction,
    Duration,
    Expression,
    Moved,
    Span,
    This,
    Within,
)
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import plus, production, shift_by


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
