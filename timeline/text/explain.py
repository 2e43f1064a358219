"""Why do these words mean that date? One sentence, for people."""

import re
from datetime import date, timedelta

from timeline.temporal.cycle import (
    Clock,
    Cycle,
    DayOfMonth,
    Daypart,
    Holiday,
    Month,
    MonthDay,
    Stretch,
    Unit,
    Weekday,
)  # fmt: skip
from timeline.temporal.expression import (
    Absolute,
    Anaphoric,
    Bare,
    BeforeChrist,
    Between,
    Compound,
    Covering,
    Direction,
    Duration,
    Ending,
    Every,
    Expression,
    Half,
    In,
    Last,
    Leading,
    Modified,
    Moved,
    Next,
    Nth,
    Numeric,
    Part,
    Restated,
    Shift,
    SoFar,
    Span,
    StillToCome,
    This,
    Turn,
    Unclear,
    Vague,
    Within,
    direction_of,
    find_anaphor,
    is_relative,
    layers,
)  # fmt: skip
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.timex3 import plain_number
from timeline.text.direction import Cue
from timeline.text.spoken import spoken, spoken_day
from timeline.text.timex import Anchor, AnchorSource

_VAGUE = {
    "PAST_REF": "some time in the past",
    "PRESENT_REF": "the present",
    "FUTURE_REF": "some time to come",
}
_ANCHORS = {
    AnchorSource.TIMEX: "the date named before",
    AnchorSource.RANGE: "the other end of the range",
    AnchorSource.SPEECH: "the day of speaking",
}
_AROUND = re.compile(r"the (?:latest|first) (.+?) (?:up to|from) publication(?: on)?")
_PART = {"START": "the early part", "MID": "the middle part", "END": "the late part"}
_DAYPARTS = {
    "DW": "the dawn", "MO": "the morning", "MI": "the midday", "AF": "the afternoon",
    "EV": "the evening", "NI": "the night", "DT": "the daytime", "ON": "the night",
    "SM": "the small hours", "SH": "the small hours",
}  # fmt: skip
_ORDINALS = {-1: "last", 1: "first", 2: "second", 3: "third"}
_STRETCHES = {
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "Q1": "first quarter", "Q2": "second quarter",
    "Q3": "third quarter", "Q4": "fourth quarter", "H1": "first half", "H2": "second half",
}  # fmt: skip

_EASTER = date(2018, 4, 1)  # a Sunday
DAYS_NEAR_EASTER = 6  # of the weekdays that are named by themselves


def explain(
    words: str,
    expression: Expression,
    interval: Interval | None,
    anchor: Anchor | None,
    cue: Cue | None = None,
    is_likelier: bool = True,
) -> str:
    """One sentence that says how the words led to the interval, or why they led to none; of a reading that
    is not the likelier one, only how. The cue speaks for the direction, or against it."""
    said = f"“{' '.join(words.split())}”"
    if interval is None:
        return f"{said} {_unplaced(expression, anchor)}"
    if not is_relative(expression) and find_anaphor(expression) is None:
        return f"{said} {_stated(expression)}."
    if isinstance(expression, Ending):
        return f"{said}: the {expression.unit.word} that ends on {spoken(anchor.interval)}."
    reading = _reading(expression)
    around = anchor.interval
    named_before = direction_of(expression) is not None and anchor.source is AnchorSource.TIMEX
    if named_before and around.granularity > Granularity.DAY and around.covers(interval):
        named = f"the {around.granularity.word} named before"
        return f"{said}: {_inside(reading).replace('publication', named)}, {spoken(around)}."
    if anchor.source is not AnchorSource.PUBLICATION:
        return f"{said}: {reading.replace('publication', _ANCHORS[anchor.source]).replace('the day of the day', 'the day')}, {spoken(anchor.interval)}."
    published = f"published on {spoken_day(anchor.interval.first_day)}"
    if direction_of(expression) is None:
        return f"{said}: {reading}; {published}."
    if not is_likelier:
        return f"{said}: {reading}; {published}."
    if cue is None and interval.start <= anchor.interval.start < interval.end:
        return f"{said}: {reading}; {published}."
    if cue is None:
        return f"{said}: {reading}, as no verb near it says otherwise; {published}."
    if cue.direction is not direction_of(expression):
        looks = "ahead" if cue.direction is Direction.FUTURE else "back"
        return f"{said}: {reading}, which is likelier although “{cue.words}” looks {looks}; {published}."
    return f"{said} with “{cue.words}”: {reading}; {published}."


def _inside(reading: str) -> str:
    """How to read what lies inside its anchor: "the April of publication", neither the latest nor the first."""
    return _AROUND.sub(r"the \1 of publication", reading)


def _unplaced(expression: Expression, anchor: Anchor | None) -> str:
    if isinstance(expression, Unclear):
        return "names a day that the calendar does not have."
    if isinstance(expression, Numeric):
        return "can be read with the day or the month first; the text does not say which."
    if any(_is_length(layer) for layer in (expression, getattr(expression, "base", None))):
        return "says how long, not when."
    if anchor is not None and anchor.is_before_christ:
        return "is counted from a date before the year 1, where the calendar of this timeline begins."
    if find_anaphor(expression):
        return "hangs on a date that the text does not give."
    if anchor is None and is_relative(expression):
        return "cannot be placed until the article's publication date is known."
    if any(isinstance(layer, BeforeChrist) for layer in layers(expression)):
        return "lies before the year 1, where the calendar of this timeline begins."
    if isinstance(expression, Vague):
        return f"means {_VAGUE[expression.ref]}; the text does not say when."
    if isinstance(expression, Span) and expression.count is None:
        side = "up to" if expression.direction is Direction.PAST else "from"
        return f"means some time {side} publication; the text does not say how long."
    if isinstance(expression, Every):
        return "says how often, not when."
    return "names no day of the calendar that can be drawn."


def _is_length(expression: Expression | None) -> bool:
    if isinstance(expression, Within):
        return expression.direction is not Direction.FUTURE
    return isinstance(expression, (Duration, Compound))


def _stated(expression: Expression) -> str:
    """How a date that needs no anchor is stated."""
    match expression:
        case Absolute(_, Granularity.DAY | Granularity.MINUTE) | Between():
            return "states the date in full"
        case Absolute(_, unit):
            return f"names the {unit.word} itself"
        case Numeric(order=order):
            return f"states the date in full, with the {order} first as the article writes dates"
        case Part(mod, base):
            return f"{_stated(base)} and means {_PART[str(mod)]} of it"
        case Half(number, base):
            return f"{_stated(base)} and means the {'first' if number == 1 else 'second'} half of it"
        case Modified(_, base):
            return f"{_stated(base)}, but only roughly"
        case _:
            return "states the date in full"


def _reading(expression: Expression) -> str:
    """What the expression asks for, in plain words.

    >>> _reading(Part("END", Bare(Weekday(2), Direction.PAST)))
    'the late part of the latest Tuesday up to publication'
    """
    match expression:
        case Bare(cycle, Direction.PAST):
            return f"the latest {_name(cycle)} up to publication"
        case Bare(cycle, Direction.FUTURE):
            return f"the first {_name(cycle)} from publication on"
        case Bare(cycle, _):
            return f"the {_name(cycle)} nearest to publication"
        case This(cycle):
            of = "" if isinstance(cycle, Unit) else f" of the {cycle.enclosing.word}"
            return f"the {_name(cycle)}{of} of publication"
        case Last(cycle):
            return f"the last {_name(cycle)} before publication"
        case Next(cycle):
            return f"the first {_name(cycle)} after publication"
        case Shift(-1 | 1 as count, Granularity.DAY):
            return f"the day {'before' if count < 0 else 'after'} publication"
        case Shift(count, unit):
            return f"{_counted(abs(count), unit.word)} {'before' if count < 0 else 'after'} publication"
        case Within(count, unit, _):
            return f"{_counted(count, unit.word)} after publication"
        case Span(count, unit, Direction.PAST):
            return f"the {_few(count, unit.word)} up to publication"
        case Span(count, unit, _):
            return f"the {_few(count, unit.word)} from publication on"
        case In(cycle, base):
            return f"{_inner(cycle)} of {_reading(base)}" if is_relative(base) else _inner(cycle)
        case Nth(number, cycle, base):
            return f"the {_ORDINALS.get(number, f'{number}th')} {_name(cycle)} of {_reading(base)}"
        case Covering(cycle, base):
            return f"the {_name(cycle)} that holds {_reading(base)}"
        case Leading(count, unit, base):
            return f"the {'first' if count > 0 else 'last'} {_few(abs(count), unit.word)} of {_reading(base)}"
        case Part(mod, base):
            return f"{_PART[str(mod)]} of {_reading(base)}"
        case Turn(unit):
            return f"around the turn of the {unit.word} nearest to publication"
        case Half(number, base):
            return f"the {'first' if number == 1 else 'second'} half of {_reading(base)}"
        case Anaphoric(base):
            return _reading(base)
        case Moved(count, unit, base):
            return f"{_counted(abs(count), unit.word)} {'before' if count < 0 else 'after'} {_reading(base)}"
        case Restated(year, base):
            return f"{_reading(base)}, but in {year}"
        case Between(base, _):
            return f"the days that begin with {_reading(base)}"
        case SoFar(base):
            return f"from the start of {_reading(base)} until then"
        case StillToCome(base):
            return f"the rest of {_reading(base)}"
        case Modified(_, base):
            return f"roughly {_reading(base)}"
        case _:
            return "that date"


def _inner(cycle: Cycle) -> str:
    match cycle:
        case Daypart(code):
            return _DAYPARTS[code]
        case Clock(hour, minute, is_assumed):
            half = " (taken for the afternoon, as the text does not say)" if is_assumed else ""
            return f"{hour:02}:{minute:02}{half}"
        case _:
            return f"the {_name(cycle)}"


def _name(cycle: Cycle) -> str:
    match cycle:
        case Unit(unit):
            return unit.word
        case Weekday(number):
            return f"{date(2018, 1, number):%A}"  # 1 January 2018 was a Monday
        case Month(number):
            return f"{date(2018, number, 1):%B}"
        case MonthDay(month, day):
            return f"{day} {date(2018, month, 1):%B}"
        case Holiday(name):
            return _holiday_name(name)
        case DayOfMonth(day):
            return f"day {day} of a month"
        case Stretch(code):
            return _STRETCHES[code]
        case _:
            return (
                "weekend" if not isinstance(cycle, (Daypart, Clock)) else _inner(cycle).removeprefix("the ")
            )


def _holiday_name(key: str) -> str:
    """ "Thanksgiving Day" of "US:Thanksgiving Day", "25 December" of "12-25", "Friday before Easter" of "easter-2".

    >>> [_holiday_name(key) for key in ("12-25", "easter+0", "easter-2", "easter+39")]
    ['25 December', 'Easter Sunday', 'Friday before Easter', '39th day after Easter']
    """
    if ":" in key:
        return key.rpartition(":")[2].removesuffix(" Holiday")
    if not key.startswith("easter"):
        month, day = map(int, key.split("-"))
        return f"{day} {date(2018, month, 1):%B}"
    days = int(key.removeprefix("easter"))
    if days == 0:
        return "Easter Sunday"
    side = "after" if days > 0 else "before"
    if abs(days) <= DAYS_NEAR_EASTER:
        return f"{_EASTER + timedelta(days=days):%A} {side} Easter"
    return f"{abs(days)}th day {side} Easter"


def _few(count: int | float, unit: str) -> str:
    """ "The week", "the 2 weeks"."""
    return unit if count == 1 else _counted(count, unit)


def _counted(count: int | float, unit: str) -> str:
    plural = {"century": "centuries"}.get(unit, f"{unit}s")
    return f"{plain_number(count)} {unit if count == 1 else plural}"
