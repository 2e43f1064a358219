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
def clock12(ampm: str, clocktime: tuple[int, int] | None = None, hour: float | None = None, **_) -> Cycle:
    """5:30 p.m., 5 p.m.; the half of "cinco y media de la tarde" is 30 minutes.

    "At night" is before or after midnight, and twelve at night is the midnight that ends the day.
    """
    hour, minute = clocktime or (int(hour), int(hour % 1 * 60))
    require(1 <= hour <= 12)
    if ampm == "night" and (hour, minute) == (12, 0):
        return Clock(24)
    if ampm == "night":
        ampm = "pm" if 6 <= hour < 12 else "am"
    return Clock(hour % 12 + (12 if ampm == "pm" else 0), minute)


@production
def clock12_joined(clock: tuple[int, int, str]) -> Cycle:
    """5pm."""
    hour, minute, ampm = clock
    return clock12(ampm, (hour, minute))


@production
def clock_hour(hour: int, **_) -> Cycle:
    """17 horas."""
    require(hour < 24)
    return Clock(hour)


@production
def clock_today(cycle: Clock) -> Expression:
    """5:30 p.m. with no day beside it: the day named before, or that of publication."""
    day = This(Unit(Granularity.DAY))
    return In(cycle, Anaphoric(day, otherwise=day))
