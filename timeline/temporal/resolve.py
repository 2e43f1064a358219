"""Expression + anchor → interval: what was said, placed on the calendar."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import singledispatch

from timeline.temporal.calendar import floor, shift, unit_at
from timeline.temporal.cycle import Cycle, Unit
from timeline.temporal.expression import (
    Absolute,
    Anaphoric,
    Bare,
    Between,
    Covering,
    Direction,
    Ending,
    Expression,
    Half,
    In,
    Last,
    Leading,
    Mod,
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
    Within,
)  # fmt: skip
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval

MOST = 0.49  # of a period that ends in a unit: with so much of it there, it has that unit's name
NEIGHBOURS = 9  # leap days come every eight years at the worst


class Unplaceable(Exception):
    """The words name no stretch of the calendar, or none without an anchor."""


def resolve(expression: Expression, anchor: Interval | None) -> Interval | None:
    """The interval that an expression means; None if it has no place on the calendar (a duration, a
    vague reference, a year outside 1 to 9999) or needs an anchor and there is none.

    >>> from timeline.temporal.cycle import Weekday
    >>> publication = Interval.of_day(datetime(2019, 3, 27))
    >>> resolve(Bare(Weekday(2), Direction.PAST), publication).first_day
    datetime.date(2019, 3, 26)
    """
    try:
        return _resolve(expression, anchor)
    except (Unplaceable, OverflowError, ValueError):
        return None


@singledispatch
def _resolve(expression, anchor: Interval | None) -> Interval:
    raise Unplaceable


@_resolve.register
def _(expression: Absolute, anchor):
    return unit_at(expression.start, expression.unit)


@_resolve.register
def _(expression: Numeric, anchor):
    if expression.chosen is None:
        raise Unplaceable
    return _resolve(expression.chosen, anchor)


@_resolve.register
def _(expression: This, anchor):
    around = [each for each in _turns(expression.cycle, anchor, range(-1, 1)) if anchor.start in each]
    if anchor.granularity >= expression.cycle.enclosing:  # a winter "that year" is the one that begins in it
        around = [each for each in around if each.start >= anchor.start]
    return around[0] if around else _first(_turns(expression.cycle, anchor, range(NEIGHBOURS)))


@_resolve.register
def _(expression: Last, anchor):
    back = _turns(expression.cycle, anchor, range(0, -NEIGHBOURS, -1))
    return _first(each for each in back if each.end <= anchor.start)


@_resolve.register
def _(expression: Next, anchor):
    ahead = _turns(expression.cycle, anchor, range(NEIGHBOURS))
    return _first(each for each in ahead if each.start >= anchor.end)


@_resolve.register
def _(expression: Bare, anchor):
    back = _turns(expression.cycle, anchor, range(0, -NEIGHBOURS, -1))
    ahead = _turns(expression.cycle, anchor, range(-1, NEIGHBOURS))
    past = (each for each in back if each.start < anchor.end)
    future = (each for each in ahead if each.end > anchor.start)
    if expression.direction is not Direction.NEAREST:
        return _first(past if expression.direction is Direction.PAST else future)
    both = [turn for turn in (next(past, None), next(future, None)) if turn is not None]
    weekday = getattr(expression.cycle, "weekday", 0)  # said beside the day, it tells which, or was a slip
    fitting = [turn for turn in both if turn.start.isoweekday() == weekday]
    return _first(sorted(fitting or both, key=lambda each: abs(each.start - anchor.start)))


@_resolve.register
def _(expression: Shift, anchor):
    if expression.unit < Granularity.DAY <= _needed(anchor).granularity:
        return _hours_from_a_day(expression, _needed(anchor))
    moved = shift(_needed(anchor).start, expression.count, expression.unit)
    return unit_at(
        moved,
        min(expression.unit, anchor.granularity) if expression.unit < Granularity.DAY else expression.unit,
    )


def _hours_from_a_day(expression: Shift, anchor: Interval) -> Interval:
    """ "Three hours ago" when only the day of publication is known: that day, for less than a day."""
    length = shift(anchor.start, abs(expression.count), expression.unit) - anchor.start
    days = length.days if expression.count > 0 else -length.days
    return unit_at(shift(anchor.start, days, Granularity.DAY), Granularity.DAY)


@_resolve.register
def _(expression: In, anchor):
    return _first(_inside(expression.cycle, _resolve(expression.base, anchor)))


@_resolve.register
def _(expression: Nth, anchor):
    inside = _inside(expression.cycle, _resolve(expression.base, anchor))
    index = expression.number - 1 if expression.number > 0 else expression.number
    if not -len(inside) <= index < len(inside):
        raise Unplaceable
    return inside[index]


@_resolve.register
def _(expression: Covering, anchor):
    return _resolve(This(expression.cycle), _resolve(expression.base, anchor))


@_resolve.register
def _(expression: Leading, anchor):
    base, count, unit = _resolve(expression.base, anchor), expression.count, expression.unit
    if count < 0:
        return Interval(max(base.start, shift(base.end, count, unit)), base.end, unit)
    return Interval(base.start, min(base.end, shift(base.start, count, unit)), unit)


@_resolve.register
def _(expression: Part, anchor):
    return part_of(_resolve(expression.base, anchor), expression.mod)


@_resolve.register
def _(expression: Turn, anchor):
    around = unit_at(_needed(anchor).start, expression.unit)
    turn = min(around.start, around.end, key=lambda each: abs(each - anchor.start))
    count, unit = _TURNS[expression.unit]
    return Interval(shift(turn, -count, unit), shift(turn, count, unit), expression.unit, True, True)


@_resolve.register
def _(expression: Half, anchor):
    base = _resolve(expression.base, anchor)
    count, unit = _HALVES.get(base.granularity, (0, Granularity.DAY))
    middle = shift(base.start, count, unit) if count else base.start + (base.end - base.start) / 2
    start, end = (base.start, middle) if expression.number == 1 else (middle, base.end)
    return Interval(start, end, base.granularity, base.soft_start, base.soft_end)


@_resolve.register
def _(expression: SoFar, anchor):
    base, anchor = _resolve(expression.base, anchor), _needed(anchor)
    if base.start >= anchor.end:
        raise Unplaceable
    return Interval(base.start, min(base.end, anchor.end), base.granularity, base.soft_start, True)


@_resolve.register
def _(expression: StillToCome, anchor):
    base, anchor = _resolve(expression.base, anchor), _needed(anchor)
    start = max(base.start, anchor.end)
    if start >= base.end:  # "later today": the anchor is the whole day, so no less is known
        start = base.start
    return Interval(start, base.end, base.granularity, True, base.soft_end)


@_resolve.register
def _(expression: Span, anchor):
    _needed(anchor)
    if expression.count is None:
        raise Unplaceable
    whole = _whole(expression.count)
    if expression.direction is Direction.PAST:
        return Interval(shift(floor(anchor.start, Granularity.DAY), -whole, expression.unit), anchor.end)
    return Interval(anchor.start, shift(anchor.end, whole, expression.unit))


@_resolve.register
def _(expression: Within, anchor):
    if expression.direction is not Direction.FUTURE:
        raise Unplaceable
    return _resolve(Shift(expression.count, expression.unit), anchor)


@_resolve.register
def _(expression: Between, anchor):
    first = _resolve(expression.base, anchor)
    if isinstance(expression.last, Absolute):
        last = _resolve(expression.last, anchor)
    else:
        last = _first(each for each in _turns(expression.last, first, range(2)) if each.start >= first.start)
    return Interval(first.start, last.end, first.granularity, first.soft_start, last.soft_end)


@_resolve.register
def _(expression: Moved, anchor):
    base = _resolve(expression.base, anchor)
    return unit_at(shift(base.start, expression.count, expression.unit), base.granularity)


@_resolve.register
def _(expression: Restated, anchor):
    base = _resolve(expression.base, anchor)
    return unit_at(base.start.replace(year=expression.year), base.granularity)


@_resolve.register
def _(expression: Ending, anchor):
    end, unit = _needed(anchor).end, expression.unit
    return unit_at(end - (end - shift(end, -1, unit)) * MOST, unit)


@_resolve.register
def _(expression: Anaphoric, anchor):
    return _resolve(expression.base, anchor)


@_resolve.register
def _(expression: Modified, anchor):
    return _resolve(expression.base, anchor).with_ends(soft_start=True, soft_end=True)


def part_of(base: Interval, mod: Mod) -> Interval:
    """The start, middle or end of an interval, by the conventions of news language.

    A month is cut into tens of days, a year into four months each, a decade into 0–3, 4–6 and 7–9;
    the early part of a day lasts until 10:00, the late part begins at 18:00.

    >>> part_of(Interval.of_day(datetime(2019, 3, 26)), Mod.END).start
    datetime.datetime(2019, 3, 26, 18, 0)
    """
    first, second, unit = _CUTS.get(base.granularity, (1 / 3, 2 / 3, None))
    cuts = [_cut(base, each, unit) for each in (first, second)]
    bounds = {Mod.START: (base.start, cuts[0]), Mod.MID: tuple(cuts), Mod.END: (cuts[1], base.end)}
    start, end = bounds[mod]
    granularity = Granularity.HOUR if base.granularity is Granularity.DAY else base.granularity
    soft_start, soft_end = mod is not Mod.START or base.soft_start, mod is not Mod.END or base.soft_end
    return Interval(start, end, granularity, soft_start, soft_end)


_CUTS = {
    Granularity.DAY: (10, 18, Granularity.HOUR),
    Granularity.WEEK: (2, 4, Granularity.DAY),
    Granularity.MONTH: (10, 20, Granularity.DAY),
    Granularity.QUARTER: (1, 2, Granularity.MONTH),
    Granularity.YEAR: (4, 8, Granularity.MONTH),
    Granularity.DECADE: (4, 7, Granularity.YEAR),
    Granularity.CENTURY: (33, 66, Granularity.YEAR),
}


_TURNS = {  # how far the turn of a unit is taken to reach on each side
    Granularity.YEAR: (1, Granularity.MONTH),
    Granularity.DECADE: (1, Granularity.YEAR),
    Granularity.CENTURY: (5, Granularity.YEAR),
}
_HALVES = {
    Granularity.DAY: (12, Granularity.HOUR),
    Granularity.MONTH: (15, Granularity.DAY),
    Granularity.DECADE: (5, Granularity.YEAR),
    Granularity.CENTURY: (50, Granularity.YEAR),
}


def _cut(base: Interval, count: float, unit: Granularity | None) -> datetime:
    if unit is None or shift(base.start, int(count), unit) >= base.end:
        return base.start + (base.end - base.start) * (count if unit is None else 1 / 2)
    return shift(base.start, int(count), unit)


def _needed(anchor: Interval | None) -> Interval:
    if anchor is None:
        raise Unplaceable
    return anchor


def _turns(cycle: Cycle, anchor: Interval | None, numbers: range) -> Iterator[Interval]:
    """The cycle's turns in the enclosing periods around the anchor's, which is number 0."""
    here = floor(_needed(anchor).start, cycle.enclosing)
    return (turn for number in numbers if (turn := _turn(cycle, here, number)) is not None)


def _turn(cycle: Cycle, here: datetime, number: int) -> Interval | None:
    try:
        return cycle.within(shift(here, number, cycle.enclosing))
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        return None


def _inside(cycle: Cycle, base: Interval) -> list[Interval]:
    """The cycle's turns that start in an interval, at most a century of days; of weeks those that lie in it
    with most of their days, as in ISO 8601."""
    turns, start = [], floor(base.start, cycle.enclosing)
    most = timedelta(days=3) if cycle == Unit(Granularity.WEEK) else timedelta()
    while start < base.end and len(turns) < 36_600:
        turn = cycle.within(start)
        if turn is not None and base.start <= turn.start + most < base.end:
            turns.append(turn)
        start = unit_at(start, cycle.enclosing).end
    return turns


def _first(intervals) -> Interval:
    for interval in intervals:
        return interval
    raise Unplaceable


def _whole(count: int | float) -> int:
    if count < 1:
        raise Unplaceable
    return int(count)
