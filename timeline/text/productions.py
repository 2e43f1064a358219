"""The meaning of each pattern: slots → expression. A production that finds no sense raises NoMeaning."""

from calendar import monthrange
from dataclasses import replace
from datetime import datetime

from timeline.temporal.cycle import (
    Clock,
    Cycle,
    DayOfMonth,
    Daypart,
    Month,
    MonthDay,
    Stretch,
    Unit,
    Weekday,
    Weekend,
)  # fmt: skip
from timeline.temporal.expression import (
    Absolute,
    Anaphoric,
    Bare,
    Between,
    Direction,
    Duration,
    Every,
    Expression,
    In,
    Last,
    Mod,
    Modified,
    Moved,
    Next,
    Nth,
    Part,
    Shift,
    SoFar,
    Span,
    StillToCome,
    This,
    Unclear,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.granularity import Granularity

PRODUCTIONS = {}
LEAP_YEAR = 2020
CLASSES = {
    "weekday": lambda key: Weekday(int(key)),
    "weekday_short": lambda key: Weekday(int(key)),
    "month": lambda key: Month(int(key)),
    "month_name": lambda key: Month(int(key)),
    "month_short": lambda key: Month(int(key)),
    "season": Stretch,
    "season_word": Stretch,
    "weekend": lambda key: Weekend(),
    "daypart": Daypart,
    "tonight": Daypart,
    "overnight": Daypart,
    "offset": int,
    "unit": Granularity.from_name,
    "short_unit": Granularity.from_name,
    "day_unit": Granularity.from_name,
    "quarters": Granularity.from_name,
    "period_word": Granularity.from_name,
    "quarter_word": Granularity.from_name,
    "quarter_code": Stretch,
    "units": Granularity.from_name,
    "adverb": Granularity.from_name,
    "determiner": str,
    "number": int,
    "tens": int,
    "hundred": int,
    "several": lambda key: None,
    "nth": int,
    "which": str,
    "neighbour": str,
    "part": Mod,
    "partnoun": Mod,
    "ampm": str,
    "zone": str,
    "clockword": lambda key: Clock(*map(int, key.split(":"))),
    "vague": str,
    "past": str,
    "soon": str,
    "present": str,
    "half_sign": lambda key: None,
    "future": str,
    "mod": Mod,
}
_WHICH = {"last": Last, "next": Next, "this": This}


class NoMeaning(ValueError):
    """The slots do not go together: 31 June, 'the 9th quarter'."""


def production(function):
    """Register a production under its own name."""
    PRODUCTIONS[function.__name__] = function
    return function


@production
def same(value: object) -> object:
    """One class seen as another: every month is something that comes round."""
    return value


# Numbers


@production
def tens(tens: int, number: int) -> int:
    """Twenty-four."""
    _require(number < 10)
    return tens + number


@production
def hundreds(hundred: int, number: int = 1, rest: int = 0) -> int:
    """Two hundred and fifty."""
    return number * hundred + rest


@production
def half_more(number: int, **_) -> float:
    """Two and a half."""
    return number + 0.5


@production
def half_more_after(unit: Granularity, **_) -> Expression:
    """A minute and a half."""
    return Duration(1.5, unit)


@production
def spoken_year(century: int, tens: int = 0, number: int = 0) -> int:
    """Nineteen ninety-six."""
    _require(10 <= century <= 20 and number < (10 if tens else 20) and (tens or number >= 10))
    return century * 100 + tens + number


@production
def spoken_year_2000(number: int, hundred: int, rest: int = 0) -> int:
    """Two thousand and one."""
    _require(number == 2 and hundred == 1000)
    return 2000 + rest


@production
def half() -> float:
    return 0.5


@production
def one() -> int:
    return 1


# Days and longer periods


@production
def bare(cycle: Cycle, **_) -> Expression:
    """Tuesday; in February; 27 March: which one, the tense decides."""
    return Bare(cycle)


@production
def latest(cycle: Cycle) -> Expression:
    """This past Friday."""
    return Bare(cycle, Direction.PAST)


@production
def soonest(cycle: Cycle) -> Expression:
    """This coming Friday."""
    return Bare(cycle, Direction.FUTURE)


@production
def weekday_and_day(weekday: Weekday, cycle: MonthDay) -> Expression:
    """Tuesday, March 26."""
    return Bare(replace(cycle, weekday=weekday.number))


@production
def which(which: str, cycle: Cycle) -> Expression:
    """Last Friday, next month, this spring. The last second is no date."""
    _require(not isinstance(cycle, Unit) or cycle.unit >= Granularity.HOUR)
    return _WHICH[which](cycle)


@production
def unit_cycle(unit: Granularity) -> Cycle:
    return Unit(unit)


@production
def this_unit(unit: Granularity) -> Expression:
    """The year, inside "the end of the year"."""
    _require(unit >= Granularity.DAY)
    return This(Unit(unit))


@production
def offset(offset: int) -> Expression:
    """Yesterday, today, tomorrow."""
    return Shift(offset, Granularity.DAY) if offset else This(Unit(Granularity.DAY))


@production
def month_day(month: Month, day: int) -> Cycle:
    """March 27."""
    _require(day <= monthrange(LEAP_YEAR, month.number)[1])
    return MonthDay(month.number, day)


@production
def full_date(cycle: MonthDay, year: int, **_) -> Expression:
    """March 27, 2019."""
    return _day(year, cycle.month, cycle.day)


@production
def iso(iso: tuple[datetime, bool]) -> Expression:
    """2019-03-27, or with a clock time."""
    moment, has_clock = iso
    return Absolute(moment, Granularity.MINUTE if has_clock else Granularity.DAY)


@production
def slash(slash: tuple[int, int, int]) -> Expression:
    """26/03/2019 or 2019/03/26; where both orders make a date, none is chosen silently."""
    first, second, third = slash
    if first > 31:
        return _day(first, second, third)
    if first > 12 or first == second:
        return _day(third, second, first)
    return _day(third, first, second) if second > 12 else Unclear(Unclear.TWO_READINGS)


@production
def no_such_day(month: Month, day: int, year: int | None = None, **_) -> Expression:
    """30 February; 29 February 2019."""
    _require(0 < day < 100)
    _require(day > monthrange(year or LEAP_YEAR, month.number)[1])
    return Unclear(Unclear.NO_SUCH_DAY)


@production
def days_of_month(month: Month, days: tuple[int, int], year: int | None = None) -> Expression:
    """March 3-5, 2019; from 3 to 5 March."""
    first, last = (month_day(month, day) for day in days)
    if year is not None:
        return Between(full_date(first, year), full_date(last, year))
    return Between(Bare(first), last)


@production
def days_from_to(month: Month, first: int, last: int, year: int | None = None) -> Expression:
    """From 3 to 5 March; 3 and 5 March are two dates and no span."""
    _require(first < last)
    return days_of_month(month, (first, last), year)


@production
def day_of_month(day: int) -> Expression:
    """On the 14th."""
    _require(1 <= day <= 31)
    return Bare(DayOfMonth(day))


@production
def year(year: int) -> Expression:
    return Absolute(datetime(year, 1, 1), Granularity.YEAR)


@production
def recent_year(year: int) -> Expression:
    """A number that, without a word before it that says so, is a year only in our times."""
    _require(1900 <= year <= 2050)
    return Absolute(datetime(year, 1, 1), Granularity.YEAR)


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
def year_end(**_) -> Expression:
    """By year-end."""
    return In(MonthDay(12, 31), This(Unit(Granularity.YEAR)))


@production
def nothing(**_) -> None:
    """Words that look like a time expression and are none: "a 44-year-old man"."""
    return None


@production
def month_of_year(cycle: Month, year: int) -> Expression:
    """February 2019."""
    return Absolute(datetime(year, cycle.number, 1), Granularity.MONTH)


@production
def inside(cycle: Cycle, base: Expression) -> Expression:
    """Tuesday evening; the summer of 2017; Friday last week."""
    part_of_day = isinstance(cycle, (Daypart, Clock))
    _require(part_of_day or _granularity(base) > Granularity.DAY)
    return In(cycle, base)


@production
def inside_year(cycle: Cycle, year: int) -> Expression:
    """Summer 2017, Q3 2018."""
    return In(cycle, Absolute(datetime(year, 1, 1), Granularity.YEAR))


@production
def nth_in(number: int, cycle: Cycle, base: Expression) -> Expression:
    """The first week of March."""
    return Nth(number, cycle, base)


@production
def quarter(number: int) -> Cycle:
    _require(1 <= number <= 4)
    return Stretch(f"Q{number}")


@production
def half_year(number: int) -> Cycle:
    _require(number in (1, 2))
    return Stretch(f"H{number}")


@production
def decade(decade: int) -> Expression:
    """The 1990s; the '90s are those of the last century."""
    return Absolute(datetime(decade if decade > 99 else 1900 + decade, 1, 1), Granularity.DECADE)


@production
def decade_of_year(year: int) -> Expression:
    """The 1990's."""
    _require(year % 10 == 0)
    return decade(year)


@production
def century(number: int) -> Expression:
    """The 20th century, drawn as the years 1900 to 1999."""
    _require(2 <= number <= 22)
    return Absolute(datetime((number - 1) * 100, 1, 1), Granularity.CENTURY)


@production
def part(mod: Mod, base: Expression) -> Expression:
    """Late Tuesday, mid-February, the end of the year."""
    return Part(mod, base)


@production
def so_far(base: Expression) -> Expression:
    """Earlier this year."""
    return SoFar(base)


@production
def part_after(base: Expression) -> Expression:
    """Later that year, later this afternoon."""
    return Part(Mod.END, base)


@production
def still_to_come(base: Expression) -> Expression:
    """Later this week."""
    return StillToCome(base)


# Counted from the anchor


@production
def ago(count, unit: Granularity) -> Expression:
    """Two days ago; "several weeks ago" has no place."""
    shifted = _shifted(count, unit, -1)
    if count == 1 and unit is Granularity.YEAR:  # business news compares like with like
        return Anaphoric(
            Moved(-1, Granularity.YEAR, This(Unit(Granularity.QUARTER))), shifted, Granularity.QUARTER
        )
    return shifted


@production
def ahead(count, unit: Granularity) -> Expression:
    """Two days from now."""
    return _shifted(count, unit, 1)


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


# Counted from the date named before


@production
def that_unit(unit: Granularity) -> Expression:
    """That year, the same day."""
    return Anaphoric(This(Unit(unit)))


@production
def earlier(count, unit: Granularity) -> Expression:
    """Two days earlier."""
    _require(count is not None)
    shifted = Anaphoric(_shifted(count, unit, -1))
    if count == 1 and unit is Granularity.YEAR:
        return replace(ago(count, unit), otherwise=replace(shifted, otherwise=shifted.base))
    return shifted


@production
def later(count, unit: Granularity) -> Expression:
    """A week later."""
    _require(count is not None)
    return Anaphoric(_shifted(count, unit, 1))


@production
def neighbour(which: str, unit: Granularity) -> Expression:
    """The following month, the previous year: of publication if no date was named before."""
    shifted = Shift(1 if which == "next" else -1, unit)
    return Anaphoric(shifted, otherwise=shifted if unit > Granularity.DAY else None)


@production
def that_day_after(unit: Granularity) -> Expression:
    """The next day."""
    return Anaphoric(Shift(1, unit))


@production
def some_past_span(unit: Granularity) -> Expression:
    """Recent weeks: the text does not say how many."""
    return Span(None, unit, Direction.PAST)


@production
def some_coming_span(unit: Granularity) -> Expression:
    """The coming days."""
    return Span(None, unit, Direction.FUTURE)


# Times of day


@production
def daypart(cycle: Cycle, base: Expression) -> Expression:
    """Tuesday evening."""
    _require(_granularity(base) == Granularity.DAY)
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
    _require(1 <= hour <= 12)
    return Clock(hour % 12 + (12 if ampm == "pm" else 0), minute)


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


# Lengths, repetitions, vague references


@production
def duration(unit: Granularity, count=1) -> Expression:
    """Three days; "months" has no count."""
    return Duration(count, unit)


@production
def unknown_duration(unit: Granularity) -> Expression:
    """Months. Seconds may be second helpings."""
    _require(unit > Granularity.SECOND)
    return Duration(None, unit)


@production
def every(cycle: Cycle) -> Expression:
    return Every(cycle)


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
    _require(counted or mod is Mod.APPROX)
    _require(not isinstance(base, (Vague, Modified)))
    return Modified(mod, base)


def _shifted(count, unit: Granularity, sign: int) -> Expression:
    if count is None:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit > Granularity.YEAR:  # "a decade ago" is said of a year, not of another decade
        count, unit = count * (10 if unit is Granularity.DECADE else 100), Granularity.YEAR
    if count == int(count):
        return Shift(sign * int(count), unit)
    _require(unit is Granularity.YEAR)
    return Shift(sign * int(count * 12), Granularity.MONTH)


def _day(year: int, month: int, day: int) -> Expression:
    try:
        return Absolute(datetime(year, month, day), Granularity.DAY)
    except ValueError as error:
        raise NoMeaning from error


def _granularity(expression: Expression) -> Granularity:
    """The calendar unit of a period, as far as the words tell."""
    if isinstance(expression, (Absolute, Shift)):
        return expression.unit
    if hasattr(expression, "base"):
        return _granularity(expression.base)
    cycle = getattr(expression, "cycle", None)
    if isinstance(cycle, Unit):
        return cycle.unit
    if isinstance(cycle, (Weekday, MonthDay, DayOfMonth)):
        return Granularity.DAY
    if isinstance(cycle, (Daypart, Clock)):
        return Granularity.HOUR
    return Granularity.WEEK if isinstance(cycle, Weekend) else Granularity.MONTH


def _require(sense: bool) -> None:
    if not sense:
        raise NoMeaning
