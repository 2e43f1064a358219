"""One timex + anchor → normalised timex: its direction, interval, value, reason, and what else it may mean."""

from dataclasses import replace

from timeline.temporal.cycle import DayOfMonth, MonthDay, Weekday
from timeline.temporal.era import is_before_christ, moved, written
from timeline.temporal.expression import (
    Direction,
    Expression,
    Numeric,
    Order,
    Within,
    cycle_of,
    directed,
    find_anaphor,
    is_open,
    is_relative,
    open_part,
)
from timeline.temporal.resolve import resolve
from timeline.temporal.timex3 import timex3
from timeline.text.complete import OTHER_END
from timeline.text.direction import (
    BESIDE,
    NO_CUES,
    SURE,
    TELLING,
    Cue,
    Cues,
    chance_of_future,
    days_between,
    features,
)
from timeline.text.explain import explain
from timeline.text.timex import Anchor, NormalizedTimex, Reading, Timex

AS_FAR = 3  # a verb in the past speaks for a date at most so many times as far as that ahead


def place_one(
    timex: Timex, anchor: Anchor | None, cues: Cues = NO_CUES, direction: Direction | None = None
) -> NormalizedTimex:
    """One timex, its direction as given or as the cues and the calendar make it likely."""
    chosen, is_sure, cue = _choose(timex.expression, anchor, cues)
    expression = directed(timex.expression, direction or chosen)
    if not is_relative(expression) and find_anaphor(expression) is None:
        anchor = None
    if is_before_christ(expression) or (anchor and anchor.is_before_christ):
        return _beyond(timex, expression, anchor)
    reading = _read(timex, expression, anchor, None if direction else cue)
    tag = timex3(expression, anchor and anchor.interval)
    if isinstance(expression, Numeric) and expression.order is None:
        others = tuple(_in_order(timex, expression, order) for order in Order)
    else:
        others = () if is_sure or direction else _others(timex, reading, anchor)
    return NormalizedTimex(
        timex, expression, anchor, reading.interval, tag.type, tag.value, tag.mod, reading.why, others
    )


def _beyond(timex: Timex, expression: Expression, anchor: Anchor | None) -> NormalizedTimex:
    """A date BC, or one counted from it: it has a value but no place on the calendar that can be drawn."""
    interval = anchor and anchor.interval
    tag = timex3(moved(expression), interval)
    why = explain(timex.words, expression, None, anchor)
    place = resolve(moved(expression), interval)
    return NormalizedTimex(
        timex, expression, anchor, None, tag.type, written(tag.value), tag.mod, why, moved=place
    )


def _choose(expression: Expression, anchor: Anchor | None, cues: Cues) -> tuple[Direction, bool, Cue | None]:
    """The likelier direction of an open timex, whether it is sure, and the cue that speaks for it; else one
    that speaks against it."""
    if not is_open(expression) or anchor is None:
        return Direction.PAST, True, None
    if isinstance(open_part(expression), Within):  # a length unless the talk is of the future
        nearest = cues.nearest
        if cues.beginning:  # "for the first time in 14 months" looks back
            return Direction.PAST, True, None
        return (nearest.direction if nearest else Direction.PAST), True, nearest
    back, ahead = (
        resolve(directed(open_part(expression), each), anchor.interval)
        for each in (Direction.PAST, Direction.FUTURE)
    )
    if weekday := getattr(cycle_of(expression), "weekday", 0):  # said beside the day, it tells which one
        fit = [each is not None and each.start.isoweekday() == weekday for each in (back, ahead)]
        is_past = cues.nearest is not None and cues.nearest.direction is Direction.PAST
        if all(fit) and is_past:
            past, future = (abs(days_between(anchor.interval, each)) for each in (back, ahead))
            is_past = past <= AS_FAR * future
        return Direction.PAST if all(fit) and is_past else Direction.NEAREST, True, None
    if back is None or ahead is None or back == ahead:
        direction = Direction.FUTURE if back is None else Direction.PAST
        return direction, True, None
    if cues.is_told:
        return Direction.PAST, True, cues.past
    if cues.is_promised or (
        cues.is_for and isinstance(cycle_of(expression), Weekday | MonthDay | DayOfMonth)
    ):
        return Direction.FUTURE, True, cues.telling(Direction.FUTURE)
    days = [days_between(anchor.interval, each) for each in (back, ahead)]
    chance, without = (
        chance_of_future(features(cycle_of(expression), each, *days)) for each in (cues, NO_CUES)
    )
    direction = Direction.FUTURE if chance > 0.5 else Direction.PAST
    cue = cues.telling(direction)
    if cue and cue.strength < TELLING and (without > 0.5) == (chance > 0.5):
        cue = None  # far away, it is the reason only if it turns the scales
    if cue is None:
        against = cues.telling(Direction.PAST if direction is Direction.FUTURE else Direction.FUTURE)
        cue = against if against and against.strength > BESIDE else None
    is_sure = (cues.nearest or cues.verbs) is not None and max(chance, 1 - chance) > SURE
    return direction, is_sure, cue


def _read(
    timex: Timex,
    expression: Expression,
    anchor: Anchor | None,
    cue: Cue | None = None,
    is_likelier: bool = True,
) -> Reading:
    interval = resolve(expression, anchor and anchor.interval)
    value = timex3(expression, anchor and anchor.interval).value
    if timex.rule == OTHER_END and anchor is None:
        why = f"“{timex.words}” takes the rest of its date from the other end of the range."
    else:
        why = explain(timex.words, expression, interval, anchor, cue, is_likelier)
    return Reading(interval, value, why)


def _in_order(timex: Timex, expression: Numeric, order: Order) -> Reading:
    reading = _read(timex, replace(expression, order=order), None)
    return replace(reading, why=f"“{timex.words}” read with the {order} first.")


def _others(timex: Timex, chosen: Reading, anchor: Anchor | None) -> tuple[Reading, ...]:
    """What an open timex would mean if it looked the other way."""
    sides = (directed(timex.expression, each) for each in (Direction.PAST, Direction.FUTURE))
    both = [_read(timex, side, anchor, is_likelier=False) for side in sides]
    return tuple(each for each in both if each.interval is not None and each.interval != chosen.interval)
