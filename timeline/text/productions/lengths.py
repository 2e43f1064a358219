"""Lengths, repetitions and vague references: three days, daily, recently."""

from itertools import pairwise

from timeline.temporal.cycle import Clock, Cycle, Daypart, Unit
from timeline.temporal.expression import (
    Anaphoric,
    Compound,
    Duration,
    Every,
    Expression,
    Mod,
    Modified,
    Moved,
    Shift,
    Span,
    Vague,
    Within,
)
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import plus, production, require


@production
def duration(unit: Granularity, count=1, more: float = 0, **_) -> Expression:
    """Three days; "months" has no count; "dos horas y media" has half an hour more."""
    return Duration(plus(count, more), unit)


@production
def age_of_a_thing(unit: Granularity, count=1) -> Expression:
    """A truce three days old; what is 30 years old is a person or a house."""
    require(Granularity.MINUTE < unit < Granularity.MONTH)
    return Duration(count, unit)


@production
def old_age(unit: Granularity, **_) -> Expression | None:
    """Thirty years old, which is no date."""
    require(unit >= Granularity.MONTH)
    return None


@production
def just(base: Expression) -> Expression:
    """Exactly four weeks."""
    return base


@production
def reported_length(count: int | float | None, unit: Granularity) -> Expression:
    """The nine months, of which a report tells; in "the two days" the article belongs to something else."""
    require(unit is Granularity.MONTH)
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
def every(cycle: Cycle, count: int | float | None = 1, daypart: Daypart | None = None, **_) -> Expression:
    """Every Tuesday, Friday nights; "cada dos años"; how often in it ("twice a year") is left aside."""
    return Every(cycle, count, daypart)


@production
def every_few(unit: Granularity, count: int | float | None = 2) -> Expression:
    """Every four years, every other week, every few years."""
    return Every(Unit(unit), count)


@production
def adverb(adverb: Granularity) -> Expression:
    """Daily."""
    return Every(Unit(adverb))


@production
def compound_duration(first: Duration, second: Duration, third: Duration | None = None, **_) -> Expression:
    """Two hours and thirty-one minutes."""
    parts = [part for part in (first, second, third) if part is not None]
    require(all(isinstance(part.count, int) for part in parts))
    require(all(before.unit > after.unit for before, after in pairwise(parts)))
    return Compound(tuple((part.count, part.unit) for part in parts))


@production
def compound_time(first: Duration, second: Duration) -> Expression:
    """Six hours, 20 minutes; a comma between longer lengths parts two thoughts."""
    require(first.unit < Granularity.DAY)
    return compound_duration(first, second)


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
    """About two weeks, at least ten days; what is vague stays so."""
    if isinstance(base, Vague):
        return base
    inner = base.base if isinstance(base, Anaphoric) else base
    counted = isinstance(inner, (Compound, Moved)) or (
        isinstance(inner, (Duration, Within, Shift, Span)) and inner.count is not None
    )
    is_length, is_clock = isinstance(inner, (Duration, Span)), isinstance(getattr(base, "cycle", None), Clock)
    require(counted or (is_clock and mod is Mod.LESS_THAN) or (mod is Mod.APPROX and not is_length))
    require(not isinstance(base, Modified))
    return Modified(mod, base)
