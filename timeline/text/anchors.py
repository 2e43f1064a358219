"""What is a timex counted from? The publication date, a date named before, a range's other end, or the day
on which the words of a quotation were spoken."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline.temporal.cycle import Clock, DayOfMonth, Daypart, Stretch, Unit
from timeline.temporal.expression import (
    Anaphoric,
    Bare,
    Between,
    Direction,
    Expression,
    In,
    Last,
    Next,
    Shift,
    This,
    Within,
    cycle_of,
    directed,
    find_anaphor,
    innermost,
    is_moved,
    layers,
    otherwise,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.resolve import resolve
from timeline.text.direction import NO_CUES, Cues
from timeline.text.timex import Anchor, AnchorSource, NormalizedTimex, Timex

MOST_TOLD = 200  # timexes that a narrative looks back over for a date to go on from
MOST_BACK = 12  # timexes that are looked back over for the date that another hangs on
MOST_YEARS, ANY_YEARS = 3, 9999  # that a narrative leads on by naming a mere year; in the same sentence
_EARLY = (Daypart("DW"), Daypart("MO"), Daypart("SM"))
ONWARD = 2.5  # a narrative goes on rather than back: so many times as far ahead is still the nearer date
_SENTENCE = re.compile(r"[.!?]\W")  # where a sentence ends
EVENING = 18  # hour from which on the dawn that follows is of the next day


def hanging(
    timex: Timex,
    before: Sequence[NormalizedTimex],
    text: str,
    is_narrative: bool = False,
    published: Interval | None = None,
) -> tuple[Timex, Anchor | None]:
    """An anaphoric timex with the date before that it hangs on, or as it is meant where there is none."""
    while (anaphor := find_anaphor(timex.expression)) is not None:
        found = _date_before(timex, anaphor, before[-MOST_BACK:], text, is_narrative, published)
        meant = otherwise(timex.expression)
        if found is not None or meant is None:
            return _by_the_clock_before(_after_the_night(timex, found), found) if found else timex, found
        timex = replace(timex, expression=meant)
    return timex, None


def _date_before(
    timex: Timex,
    anaphor: Anaphoric,
    before: Sequence[NormalizedTimex],
    text: str,
    is_narrative: bool,
    published: Interval | None,
) -> Anchor | None:
    """The date named before an anaphoric timex, if it is near and precise enough to count from; a year or a
    month still to come is passed over."""
    if anaphor.alike is not None:
        return _alike_before(anaphor.alike, before)
    unit = _unit(anaphor)
    aside = None  # a wider date that its sentence looks back to: "… on 10 September; they had warned the previous week"
    for previous in reversed(before):
        place = _place(previous)
        if (
            place is None
            or previous.type == "DURATION"
            or (_is_of_years(anaphor) and previous.expression == timex.expression)
        ):
            continue  # "a year earlier" said twice means the same year
        far = text.count("\n\n", previous.end, timex.start) > 1
        if far and not is_narrative:
            return None
        if is_narrative and not is_told(previous):
            continue
        is_to_come = published is not None and place.start >= published.end
        if aside is not None and _SENTENCE.search(text, previous.end, aside):
            return None
        if place.granularity <= unit:
            return anchored(previous)
        if anaphor.otherwise is None and not is_narrative and not is_to_come:
            aside = previous.start
    return None


def last_placed(before: Sequence[NormalizedTimex]) -> NormalizedTimex | None:
    """The last timex that has a place in time, if any."""
    return next((each for each in reversed(before) if each.interval), None)


def is_time_of_day(expression: Expression) -> bool:
    """Noon, that evening, late on Tuesday night."""
    return isinstance(expression, In) and isinstance(expression.cycle, Clock | Daypart)


def _is_of_years(anaphor: Anaphoric) -> bool:
    return isinstance(anaphor.base, Shift) and anaphor.base.unit >= Granularity.YEAR


def _after_the_night(timex: Timex, anchor: Anchor) -> Timex:
    """ "At dawn" after a night or an evening is of the next day."""
    expression, start = timex.expression, anchor.interval.start
    is_late = anchor.interval.granularity < Granularity.DAY and start.hour >= EVENING
    early = any(isinstance(layer, In) and layer.cycle in _EARLY for layer in layers(expression))
    if not (early and is_late and find_anaphor(expression).base == This(Unit(Granularity.DAY))):
        return timex
    return replace(timex, expression=_a_day_on(expression))


def _by_the_clock_before(timex: Timex, anchor: Anchor) -> Timex:
    """ "Shortly before six" after "05:58": the half of the day in which that clock time lies."""
    expression, told = timex.expression, anchor.interval
    clock = getattr(expression, "cycle", None)
    if not (isinstance(clock, Clock) and clock.is_assumed and told.granularity is Granularity.MINUTE):
        return timex
    halves = (clock, replace(clock, hour=clock.hour - 12))
    nearest = min(
        halves, key=lambda each: abs(60 * (each.hour - told.start.hour) + each.minute - told.start.minute)
    )
    return replace(timex, expression=replace(expression, cycle=nearest))


def _a_day_on(expression: Expression) -> Expression:
    if isinstance(expression, Anaphoric):
        return replace(expression, base=Shift(1, Granularity.DAY))
    return replace(expression, base=_a_day_on(expression.base))


def _alike_before(unit: Granularity, before: Sequence[NormalizedTimex]) -> Anchor | None:
    """The latest date of just one granularity among the article's last few, but none that was moved itself:
    "a year earlier" twice in a report means the same year."""
    for previous in before[: -MOST_BACK - 1 : -1]:
        interval = previous.interval
        if interval is not None and interval.granularity is unit and not is_moved(previous.expression):
            return anchored(previous)
    return None


def _unit(anaphor: Anaphoric) -> Granularity:
    """The coarsest date that an anaphoric timex can be counted from: a day for "that day", a year for "that
    winter"."""
    base = anaphor.base
    if isinstance(base, Shift):
        return base.unit
    return getattr(getattr(base, "cycle", None), "enclosing", Granularity.DAY)


def anchored(timex: NormalizedTimex, source: AnchorSource = AnchorSource.TIMEX) -> Anchor | None:
    """A placed timex as the anchor of another."""
    place = _place(timex)
    return Anchor(place, source, timex.start, timex.moved is not None) if place is not None else None


def told_before(
    before: Sequence[NormalizedTimex], opens: Callable[[int], bool], sentence: int
) -> Anchor | None:
    """In a narrative: the date told last, which "in August" or "the 14th" goes on from. A mere year is one if
    it `opens` its sentence, by its offset, or leads on; "hanged in 1949" is an aside. `sentence` is where
    that of the timex begins."""
    aside = None
    for previous in before[: -MOST_TOLD - 1 : -1]:
        if not is_told(previous):
            continue
        if _place(previous).granularity < Granularity.YEAR or opens(previous.start):
            most = MOST_YEARS if aside and aside.start < sentence else ANY_YEARS
            return anchored(aside if aside and 0 < _years_on(previous, aside) <= most else previous)
        aside = aside or previous
    return aside and anchored(aside)


def onward(expression: Expression, told: Anchor, cues: Cues = NO_CUES) -> Direction:
    """Whether a narrative goes on to the next one or back to the one before, by which is nearer and, where it
    is about as near, by "had fled"."""
    back, ahead = (
        resolve(directed(expression, each), told.interval) for each in (Direction.PAST, Direction.FUTURE)
    )
    if back is None or ahead is None:
        return Direction.PAST if ahead is None else Direction.FUTURE
    if isinstance(cycle_of(expression), DayOfMonth):  # "in early March … on the 24th"
        return Direction.FUTURE
    as_far = 1 / ONWARD if cues.is_pluperfect else ONWARD
    is_nearer = ahead.start - told.interval.start <= as_far * (told.interval.start - back.start)
    return Direction.FUTURE if is_nearer else Direction.PAST


def _years_on(told: NormalizedTimex, year: NormalizedTimex) -> int:
    return _place(year).start.year - _place(told).start.year


def _place(timex: NormalizedTimex) -> Interval | None:
    return timex.interval or timex.moved


def is_told(timex: NormalizedTimex) -> bool:
    """Whether a timex moves the narrative on: a date of its own, no decade, and not "today"."""
    place = _place(timex)
    if place is None or place.granularity > Granularity.YEAR:
        return False
    is_next = isinstance(innermost(timex.expression), Next)
    is_season = isinstance(cycle_of(timex.expression), Stretch) and not is_next
    if is_season and timex.anchor is not None:
        return False  # "in the winter" tells no more than the dates around it, and winters differ
    is_date = timex.type in ("DATE", "TIME") or isinstance(timex.expression, Between)
    return is_date and not (timex.anchor is not None and timex.anchor.source is AnchorSource.PUBLICATION)


def goes_on(expression: Expression) -> bool:
    """Whether, in a narrative, it is counted from the date told before: "in May", "next month", "the 14th";
    not "today" or "last year", which are the writer's own."""
    match innermost(expression):
        case This(cycle):  # "the end of the month" too
            return isinstance(cycle, Unit) and cycle.unit > Granularity.DAY
        case meant:
            return isinstance(meant, Bare | Next)


def is_spoken_of(expression: Expression) -> bool:
    """Whether it hangs on the day of speaking: today, two days ago, next week; no bare "Tuesday"."""
    return (
        isinstance(innermost(expression), (Shift, This, Last, Next, Within))
        and find_anaphor(expression) is None
    )
