"""Timexes + anchor → normalised timexes: each placed, with the reason in a sentence."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from timeline.temporal.calendar import unit_at
from timeline.temporal.cycle import MonthDay
from timeline.temporal.expression import (
    Anaphoric,
    Direction,
    Shift,
    directed,
    find_anaphor,
    is_open,
    without_anaphor,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.resolve import resolve
from timeline.temporal.timex3 import timex3
from timeline.text.direction import Cue, CueWords, find_cue
from timeline.text.explain import explain
from timeline.text.timex import NormalizedTimex, Timex

MOST_BACK = 12  # timexes that are looked back over for the date that another hangs on


def place(
    timexes: Iterable[Timex],
    text: str,
    sentences: list[tuple[int, int]],
    anchor: Interval | None,
    cues: CueWords,
) -> list[NormalizedTimex]:
    """Every timex against the anchor, the day of publication; None when that is not known.

    What hangs on the date named before ("two days later") takes the latest placed date of its
    paragraph or the one before.
    """
    starts = [start for start, _ in sentences]
    placed: list[NormalizedTimex] = []
    for timex in timexes:
        sentence = sentences[max(0, bisect_right(starts, timex.start) - 1)]
        cue = find_cue(text, sentence, timex.start, timex.end, cues) if is_open(timex.expression) else None
        anaphor = find_anaphor(timex.expression)
        before = _date_before(timex, anaphor, placed, text) if anaphor else None
        if anaphor and before is None and anaphor.or_publication:
            timex, anaphor = replace(timex, expression=without_anaphor(timex.expression)), None
        placed.append(place_one(timex, before if anaphor else anchor, cue))
    return placed


def _date_before(
    timex: Timex, anaphor: Anaphoric, placed: list[NormalizedTimex], text: str
) -> Interval | None:
    """The date named before an anaphoric timex, if it is near and precise enough to count from."""
    unit = _unit(anaphor)
    for previous in placed[: -MOST_BACK - 1 : -1]:
        if text.count("\n\n", previous.end, timex.start) > (1 if previous.is_relative else 0):
            return None
        if previous.interval is None or previous.expression == timex.expression:
            continue
        if previous.interval.granularity <= unit:
            return unit_at(previous.interval.start, min(unit, Granularity.DAY))
        if not anaphor.or_publication:
            return None
    return None


def _unit(anaphor: Anaphoric) -> Granularity:
    base = anaphor.base
    return (
        base.unit
        if isinstance(base, Shift)
        else getattr(getattr(base, "cycle", None), "unit", Granularity.DAY)
    )


def place_one(timex: Timex, anchor: Interval | None, cue: Cue | None = None) -> NormalizedTimex:
    """One timex, its direction taken from a cue or, without one, from what news most often means."""
    expression = directed(timex.expression, _direction(timex, cue))
    interval = resolve(expression, anchor)
    tag = timex3(expression, anchor)
    why = explain(timex.words, expression, interval, anchor, cue)
    return NormalizedTimex(timex, expression, anchor, interval, tag.type, tag.value, tag.mod, why)


def _direction(timex: Timex, cue: Cue | None) -> Direction:
    """News looks back, but a day of a month without a year is the nearest one."""
    if cue is not None:
        return cue.direction
    expression = timex.expression
    while (base := getattr(expression, "base", None)) is not None:
        expression = base
    nearest = isinstance(getattr(expression, "cycle", None), MonthDay)
    return Direction.NEAREST if nearest else Direction.PAST
