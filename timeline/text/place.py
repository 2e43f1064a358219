"""Timexes + anchor → normalised timexes: each placed, with the reason in a sentence."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from timeline.temporal.cycle import MonthDay, Stretch
from timeline.temporal.expression import (
    Anaphoric,
    Direction,
    Shift,
    directed,
    find_anaphor,
    is_moved,
    is_open,
    layers,
    otherwise,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.resolve import resolve
from timeline.temporal.timex3 import timex3
from timeline.text.direction import Cue, CueWords, find_cue
from timeline.text.explain import explain
from timeline.text.timex import NormalizedTimex, Timex

CLOSE = 5  # words: a verb in the past nearer than that to "on May 9" governs it
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
        timex, before = _settled(timex, placed, text)
        placed.append(place_one(timex, before if find_anaphor(timex.expression) else anchor, cue))
    return placed


def _settled(timex: Timex, placed: list[NormalizedTimex], text: str) -> tuple[Timex, Interval | None]:
    """A timex with the date before that it hangs on, or as it is meant where there is none."""
    while (anaphor := find_anaphor(timex.expression)) is not None:
        before = _date_before(timex, anaphor, placed, text)
        meant = otherwise(timex.expression)
        if before is not None or meant is None:
            return timex, before
        timex = replace(timex, expression=meant)
    return timex, None


def _date_before(
    timex: Timex, anaphor: Anaphoric, placed: list[NormalizedTimex], text: str
) -> Interval | None:
    """The date named before an anaphoric timex, if it is near and precise enough to count from."""
    if anaphor.alike is not None:
        return _alike_before(anaphor.alike, placed)
    unit = _unit(anaphor)
    for previous in placed[: -MOST_BACK - 1 : -1]:
        if text.count("\n\n", previous.end, timex.start) > (1 if previous.is_relative else 0):
            return None
        if previous.interval is None or previous.expression == timex.expression:
            continue
        if previous.interval.granularity <= unit:
            return previous.interval
        if anaphor.otherwise is None:
            return None
    return None


def _alike_before(unit: Granularity, placed: list[NormalizedTimex]) -> Interval | None:
    """The latest date of just one granularity among the article's last few, but none that was moved itself:
    "a year earlier" twice in a report means the same year."""
    for previous in placed[: -MOST_BACK - 1 : -1]:
        interval = previous.interval
        if interval is not None and interval.granularity is unit and not is_moved(previous.expression):
            return interval
    return None


def _unit(anaphor: Anaphoric) -> Granularity:
    """The unit that an anaphoric timex counts in."""
    base = anaphor.base
    if isinstance(base, Shift):
        return base.unit
    return getattr(getattr(base, "cycle", None), "unit", Granularity.DAY)


def place_one(timex: Timex, anchor: Interval | None, cue: Cue | None = None) -> NormalizedTimex:
    """One timex, its direction taken from a cue or, without one, from what news most often means."""
    direction = _direction(timex, cue)
    expression = directed(timex.expression, direction)
    cue = cue if cue and cue.direction is direction else None  # one that did not decide explains nothing
    interval = resolve(expression, anchor)
    tag = timex3(expression, anchor)
    why = explain(timex.words, expression, interval, anchor, cue)
    return NormalizedTimex(timex, expression, anchor, interval, tag.type, tag.value, tag.mod, why)


def _direction(timex: Timex, cue: Cue | None) -> Direction:
    """News looks back; a quarter, or a day of a month, is the nearest one unless a verb close by tells."""
    *_, innermost = layers(timex.expression)
    cycle = getattr(innermost, "cycle", None)
    if getattr(cycle, "weekday", 0):  # the weekday said beside the day tells which one
        return Direction.NEAREST
    if isinstance(cycle, MonthDay):
        reach = CLOSE if cue and cue.direction is Direction.PAST else 2 * CLOSE
        return cue.direction if cue and cue.distance < reach else Direction.NEAREST
    if isinstance(cycle, Stretch) and cycle.code.startswith("Q"):
        return Direction.PAST if cue and cue.direction is Direction.PAST else Direction.NEAREST
    return cue.direction if cue is not None else Direction.PAST
