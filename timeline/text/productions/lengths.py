"""Lengths, repetitions and vague references: three days, daily, recently."""

from timeline.temporal.cycle import Cycle, Unit
from timeline.temporal.expression import Duration, Every, Expression, Mod, Modified, Shift, Vague, Within
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import plus, production, require


@production
def duration(unit: Granularity, count=1, more: float = 0) -> Expression:
    """Three days; "months" has no count; "dos horas y media" has half an hour more."""
    return Duration(plus(count, more), unit)


@production
def unknown_duration(unit: Granularity) -> Expression:
    """Months. Seconds may be second helpings."""
    require(unit > Granularity.SECOND)
    return Duration(None, unit)


@production
def every(cycle: Cycle, count: int | float | None = 1, **_) -> Expression:
    """Every Tuesday; "cada dos años"; how often in it ("dos veces al año") is left aside."""
    return Every(cycle, count)


@production
def adverb(adverb: Granularity) -> Expression:
    """Daily."""
    return Every(Unit(adverb))


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
    return Modified(mod, base)
