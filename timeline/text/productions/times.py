"""Times of day: Tuesday evening, 5:30 p.m."""

from timeline.temporal.cycle import Clock, Cycle, Daypart, Unit
from timeline.temporal.expression import Anaphoric, Expression, In, Shift, This
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import granularity_of, production, require


@production
def daypart(cycle: Cycle, base: Expression) -> Expression:
    """Tuesday evening."""
    require(granularity_of(base) == Granularity.DAY)
    return In(cycle, base)


@production
def last_night(cycle: Daypart) -> Expression:
    return In(cycle, Shift(-1, Granularity.DAY))


@production
def this_daypart(cycle: Daypart) -> Expression:
    return In(cycle, This(Unit(Granularity.DAY)))


@production
def clock(clocktime: tuple[int, int], **_) -> Cycle:
    """17:30."""
    return Clock(*clocktime)


@production
def clock12(ampm: str, clocktime: tuple[int, int] | None = None, hour: int | None = None, **_) -> Cycle:
    """5:30 p.m., 5 p.m."""
    hour, minute = clocktime or (hour, 0)
    require(1 <= hour <= 12)
    return Clock(hour % 12 + (12 if ampm == "pm" else 0), minute)


@production
def clock12_spaced(hour: int, minute: int, ampm: str, **_) -> Cycle:
    """5 : 30 p.m., as a scan of print leaves it."""
    require(minute < 60)
    return clock12(ampm, (hour, minute))


@production
def clock12_joined(clock: tuple[int, int, str]) -> Cycle:
    """5pm."""
    hour, minute, ampm = clock
    return clock12(ampm, (hour, minute))


@production
def clock_today(cycle: Clock) -> Expression:
    """5:30 p.m. with no day beside it: the day named before, or that of publication."""
    day = This(Unit(Granularity.DAY))
    return In(cycle, Anaphoric(day, otherwise=day))


@production
def daypart_then(cycle: Daypart) -> Expression:
    """In the morning, at dawn: of the day named before, or that of publication."""
    day = This(Unit(Granularity.DAY))
    return In(cycle, Anaphoric(day, otherwise=day))
