"""Periods of business reports: the third quarter, the year-ago period, year-end."""

from datetime import datetime

from timeline.temporal.cycle import Cycle, Month, MonthDay, Stretch, Unit
from timeline.temporal.expression import Absolute, Anaphoric, Bare, Expression, Last, Moved, Restated, This
from timeline.temporal.granularity import Granularity
from timeline.text.productions.periods import inside_year
from timeline.text.productions.registry import production, require


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
def quarter_by_month(cycle: Month, year: int | None = None, **_) -> Expression:
    """The September quarter, the December quarter of 2018."""
    quarter = Stretch(f"Q{(cycle.number + 2) // 3}")
    return inside_year(quarter, year) if year else Bare(quarter)


@production
def year_end(**_) -> Expression:
    """By year-end."""
    return Bare(MonthDay(12, 31))


@production
def quarter(number: int) -> Cycle:
    require(1 <= number <= 4)
    return Stretch(f"Q{number}")


@production
def half_year(number: int) -> Cycle:
    require(number in (1, 2))
    return Stretch(f"H{number}")
