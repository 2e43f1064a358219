"""Lengths, repetitions and vague references: three days, daily, recently."""

from timeline.temporal.cycle import Cycle, Daypart, Unit
from timeline.temporal.expression import Duration, Every, Expression, Mod, Modified, Shift, Vague, Within
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import production, require


@production
def duration(unit: Granularity, count=1) -> Expression:
    """Three days; "months" has no count."""
    return Duration(count, unit)


@production
def unknown_duration(unit: Granularity, **_) -> Expression:
    """Months. Seconds may be second helpings."""
    require(unit > Granularity.SECOND)
    return Duration(None, unit)


@production
def duration_of_seconds(unit: Granularity) -> Expression:
    """Within seconds."""
    require(unit is Granularity.SECOND)
    return Duration(None, unit)


@production
def every(cycle: Cycle, daypart: Daypart | None = None, **_) -> Expression:
    """Every Tuesday, Friday nights, twice a year."""
    return Every(cycle, daypart=daypart)


@production
def every_few(unit: Granularity, count: int | None = 2) -> Expression:
    """Every four years, every other week."""
    require(isinstance(count, int))
    return Every(Unit(unit), count)


@production
def adverb(adverb: Granularity) -> Expression:
    """Daily."""
    return Every(Unit(adverb))


@production
def fraction(unit: Granularity, **_) -> Expression:
    """A quarter of an hour, a quarter century."""
    smaller = {
        Granularity.HOUR: (15, Granularity.MINUTE),
        Granularity.YEAR: (3, Granularity.MONTH),
        Granularity.CENTURY: (25, Granularity.YEAR),
    }
    require(unit in smaller)
    return Duration(*smaller[unit])


@production
def vague(ref: str, **_) -> Expression:
    return Vague(ref)


@production
def past_ref(**_) -> Expression:
    """In recent weeks."""
    return Vague("PAST_REF")


@production
def modified(mod: Mod, base: Expression) -> Expression:
    """About two weeks, at least ten days."""
    counted = isinstance(base, (Duration, Within, Shift)) and base.count is not None
    require(counted or mod is Mod.APPROX)
    require(not isinstance(base, (Vague, Modified)))
    if isinstance(base, Within) and mod is not Mod.APPROX:  # "in less than ten days" is how long it takes
        base = Duration(base.count, base.unit)
    return Modified(mod, base)
