"""Times of day: Tuesday evening, 5:30 p.m."""

from dataclasses import replace

from timeline.temporal.cycle import Clock, Cycle, DayOfMonth, Daypart, Month, MonthDay, Unit
from timeline.temporal.expression import Anaphoric, Bare, Expression, In, Mod, Nth, Part, Shift, This
from timeline.temporal.granularity import Granularity
from timeline.text.productions.lengths import modified
from timeline.text.productions.registry import granularity_of, production, require

NOON = 12


@production
def daypart(cycle: Cycle, base: Expression) -> Expression:
    """Tuesday evening; of "early on Friday evening", "early" belongs to the evening."""
    require(granularity_of(base) == Granularity.DAY and not isinstance(base, Part))
    return In(cycle, base)


@production
def last_night(cycle: Daypart) -> Expression:
    """Last night, last evening, overnight."""
    require(cycle.code in ("NI", "EV", "ON"))
    return In(cycle, Shift(-1, Granularity.DAY))


@production
def daypart_before_last(cycle: Daypart, **_) -> Expression:
    """The night before last, anteanoche."""
    require(cycle.code in ("NI", "EV"))
    return In(cycle, Shift(-2, Granularity.DAY))


@production
def this_daypart(cycle: Daypart, **_) -> Expression:
    return In(cycle, This(Unit(Granularity.DAY)))


@production
def clock(clocktime: tuple[int, int], **_) -> Cycle:
    """17:30."""
    return Clock(*clocktime)


@production
def short_clock(clocktime: tuple[int, int]) -> Cycle:
    """4:50, which in news is rather in the afternoon; from seven to twelve it is left as it is."""
    hour, minute = clocktime
    is_assumed = 1 <= hour <= 6
    return Clock(hour + 12 * is_assumed, minute, is_assumed)


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
def clock12_spaced(hour: int, minute: int, ampm: str, **_) -> Cycle:
    """5 : 30 p.m., as a scan of print leaves it."""
    require(minute < 60)
    return clock12(ampm, (hour, minute))


@production
def clock12_joined(clock: tuple[int, int, str], **_) -> Cycle:
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


@production
def clock_now(cycle: Clock) -> Expression:
    """10:40 before an entry of a live blog: of the publication day, whatever was named before."""
    return In(cycle, This(Unit(Granularity.DAY)))


@production
def clock_after_about(mod: Mod, cycle: Clock, base: Expression) -> Expression:
    """4 August, at about 5:45 p.m."""
    require(granularity_of(base) == Granularity.DAY)
    return modified(mod, In(cycle, base))


@production
def clock_about_of_day(cycle: Clock, base: Expression) -> Expression:
    """El domingo, hacia las cuatro de la madrugada."""
    return clock_after_about(Mod.APPROX, cycle, base)


@production
def night_between(cycle: Daypart, day: int, month: Month | None = None, **_) -> Expression:
    """La noche del 13 al 14, la noche del 7."""
    return In(cycle, Bare(MonthDay(month.number, day) if month else DayOfMonth(day)))


@production
def nth_daypart(number: int, cycle: Daypart, base: Expression) -> Expression:
    """The last evening of March."""
    require(granularity_of(base) == Granularity.MONTH)
    return In(cycle, Nth(number, Unit(Granularity.DAY), base))


@production
def daypart_then(cycle: Daypart, **_) -> Expression:
    """In the morning, at dawn: of the day named before, or that of publication."""
    day = This(Unit(Granularity.DAY))
    return In(cycle, Anaphoric(day, otherwise=day))


@production
def daypart_beside(cycle: Daypart, which: str = "next", **_) -> Expression:
    """The next morning, the previous night: of the day after the one named before."""
    step = Shift(1 if which == "next" else -1, Granularity.DAY)
    return In(cycle, Anaphoric(step, otherwise=step))


@production
def oclock(hour: int, **_) -> Cycle:
    """Six o'clock."""
    require(isinstance(hour, int) and 1 <= hour <= 12)
    return short_clock((hour, 0))


@production
def half_past(hour: int, **_) -> Cycle:
    return replace(oclock(hour), minute=30)


@production
def quarter_past(hour: int, **_) -> Cycle:
    return replace(oclock(hour), minute=15)


@production
def quarter_to(hour: int, **_) -> Cycle:
    return replace(oclock((hour - 1) or 12), minute=45)


@production
def minutes_past(minute: int, hour: int) -> Cycle:
    """Twenty past nine, five minutes past two."""
    return replace(oclock(hour), minute=minute)


@production
def minutes_to(minute: int, hour: int) -> Cycle:
    """Ten to three, twenty-five to eight."""
    return replace(oclock((hour - 1) or 12), minute=60 - minute)


@production
def clock_in_daypart(hour: Clock, part: Daypart) -> Cycle:
    """Half past seven in the morning, eleven at night, two at night, 9 p.m. on Friday night."""
    if hour.hour > 12 and not hour.is_assumed:
        require(part.code in ("AF", "EV", "NI"))
        return hour
    twelve = hour.hour % 12
    if part.code == "NI" and twelve == 0:
        return Clock(24, hour.minute) if not hour.minute else Clock(0, hour.minute)
    early = part.code in ("DW", "MO", "SM", "SH") or (part.code == "NI" and twelve <= 5)
    return Clock(twelve + (0 if early else 12), hour.minute)


@production
def clock_of_that_daypart(hour: Clock, part: Daypart) -> Expression:
    """At ten that night."""
    return In(clock_in_daypart(hour, part), Anaphoric(This(Unit(Granularity.DAY))))


@production
def clock_of_next_daypart(hour: Clock, part: Daypart) -> Expression:
    """At nine the next morning."""
    return In(clock_in_daypart(hour, part), Anaphoric(Shift(1, Granularity.DAY)))


@production
def clock_of_this_daypart(hour: Clock, part: Daypart) -> Expression:
    """At nine this morning."""
    return In(clock_in_daypart(hour, part), This(Unit(Granularity.DAY)))


@production
def clock_on_a_daypart(hour: Clock, base: Expression, part: Daypart) -> Expression:
    """At nine on Tuesday morning."""
    require(granularity_of(base) == Granularity.DAY)
    return In(clock_in_daypart(hour, part), base)


@production
def clock_tonight(hour: Clock, **_) -> Expression:
    """9:30 tonight, midnight tonight."""
    return In(_at_night(hour), This(Unit(Granularity.DAY)))


@production
def clock_named(cycle: Clock, **_) -> Cycle:
    """Midnight Eastern time."""
    return cycle


@production
def clock_last_night(hour: Clock, part: Daypart) -> Expression:
    """9:30 last night; after midnight, of the day itself."""
    require(part.code in ("NI", "EV"))
    late = _at_night(hour)
    day = Shift(-1, Granularity.DAY) if late.hour >= NOON else This(Unit(Granularity.DAY))
    return In(late, day)


def _at_night(hour: Clock) -> Clock:
    return hour if hour.hour > NOON and not hour.is_assumed else clock_in_daypart(hour, Daypart("NI"))


@production
def nights_then(count: int | float | None, cycle: Daypart, which: str) -> Expression:
    """Two nights later, ten nights before."""
    require(isinstance(count, int))
    return In(cycle, Anaphoric(Shift(count if which == "next" else -count, Granularity.DAY)))
