"""What is a timex counted from? The publication date, a date named before, a range's other end, or the day
on which the words of a quotation were spoken."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.temporal.cycle import Clock, Daypart, Unit
from timeline.temporal.expression import (
    Absolute,
    Anaphoric,
    Bare,
    Expression,
    Last,
    Next,
    Shift,
    This,
    find_anaphor,
    is_moved,
    layers,
    otherwise,
)
from timeline.temporal.granularity import Granularity
from timeline.text.timex import Anchor, AnchorSource, NormalizedTimex, Timex

MOST_BACK = 12  # timexes that are looked back over for the date that another hangs on


def hanging(timex: Timex, before: Sequence[NormalizedTimex], text: str) -> tuple[Timex, Anchor | None]:
    """An anaphoric timex with the date before that it hangs on, or as it is meant where there is none."""
    while (anaphor := find_anaphor(timex.expression)) is not None:
        found = _date_before(timex, anaphor, before, text)
        meant = otherwise(timex.expression)
        if found is not None or meant is None:
            return timex, found
        timex = replace(timex, expression=meant)
    return timex, None


def _date_before(
    timex: Timex, anaphor: Anaphoric, before: Sequence[NormalizedTimex], text: str
) -> Anchor | None:
    """The date named before an anaphoric timex, if it is near and precise enough to count from."""
    if anaphor.alike is not None:
        return _alike_before(anaphor.alike, before)
    unit = _unit(anaphor)
    for previous in before[: -MOST_BACK - 1 : -1]:
        if text.count("\n\n", previous.end, timex.start) > (1 if previous.is_relative else 0):
            return None
        if previous.interval is None or previous.expression == timex.expression:
            continue
        if previous.interval.granularity <= unit:
            return anchored(previous)
        if anaphor.otherwise is None:
            return None
    return None


def _alike_before(unit: Granularity, before: Sequence[NormalizedTimex]) -> Anchor | None:
    """The latest date of just one granularity among the article's last few, but none that was moved itself:
    "a year earlier" twice in a report means the same year."""
    for previous in before[: -MOST_BACK - 1 : -1]:
        interval = previous.interval
        if interval is not None and interval.granularity is unit and not is_moved(previous.expression):
            return anchored(previous)
    return None


def _unit(anaphor: Anaphoric) -> Granularity:
    """The unit that an anaphoric timex counts in."""
    base = anaphor.base
    if isinstance(base, Shift):
        return base.unit
    return getattr(getattr(base, "cycle", None), "unit", Granularity.DAY)


def anchored(timex: NormalizedTimex, source: AnchorSource = AnchorSource.TIMEX) -> Anchor | None:
    """A placed timex as the anchor of another."""
    return Anchor(timex.interval, source, timex.start) if timex.interval is not None else None


def told_before(timex: Timex, before: Sequence[NormalizedTimex]) -> Anchor | None:
    """In a narrative: the date told last, which "in August" or "the 14th" goes on from."""
    for previous in reversed(before):
        if previous.interval is not None and _is_told(previous.expression):
            return anchored(previous)
    return None


def _is_told(expression: Expression) -> bool:
    """Whether a timex moves the narrative on: a date, not "now" and not a decade or century."""
    *_, innermost = layers(expression)
    return not (isinstance(innermost, Absolute) and innermost.unit > Granularity.YEAR)


def goes_on(expression: Expression) -> bool:
    """Whether, in a narrative, it is counted from the date told before: "in May", "next month", "the 14th";
    not "today"."""
    *_, innermost = layers(expression)
    if isinstance(innermost, Bare):
        return True
    return isinstance(innermost, (Last, Next, This)) and innermost.cycle != Unit(Granularity.DAY)


def is_spoken_of(expression: Expression) -> bool:
    """Whether it hangs on the day of speaking: today, two days ago, next week; no bare "Tuesday"."""
    *_, innermost = layers(expression)
    return isinstance(innermost, (Shift, This, Last, Next)) and find_anaphor(expression) is None
