"""The stretch of time that a chart shows, and what is said of the events outside it."""

import math
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from timeline.charts.items import Item
from timeline.charts.scale import later
from timeline.temporal.granularity import Granularity

BULK_SHARE = 0.7
BULK_SLACK = 1.5
_LEAST_SLACK = timedelta(days=45).total_seconds()
_LEAST_DAYS, _LEAST_HOURS = timedelta(days=7), timedelta(hours=6)
_MARGIN = 0.02


def bulk_window(items: Sequence[Item]) -> tuple[datetime, datetime]:
    """The stretch that holds the bulk of the events: one of 2001 must not flatten those of 2019.

    The bulk is the shortest stretch that holds 70 % of the events' middles. Everything within one and a half
    times its length of it, or 45 days if that is more, belongs to the window; what lies farther off does not.
    An event longer than that, such as one dated "this year", is cut rather than given all its room.
    """
    middles = sorted(item.middle for item in items)
    first, last = _shortest_stretch(middles, math.ceil(BULK_SHARE * len(middles)))
    slack = max(BULK_SLACK * (last - first).total_seconds(), _LEAST_SLACK)
    earliest, latest = later(first, -slack), later(last, slack)
    kept = [item for item in items if earliest <= item.middle <= latest]
    most = max((last - first).total_seconds(), _LEAST_SLACK)
    telling = [item for item in kept if (item.end - item.start).total_seconds() <= most] or kept
    start = min(max(item.start, earliest) for item in telling)
    end = max(min(item.end, latest) for item in telling)
    by_the_hour = all(Granularity.from_name(item.granularity) < Granularity.DAY for item in kept)
    return _roomy(start, end, _LEAST_HOURS if by_the_hour else _LEAST_DAYS)


def _shortest_stretch(middles: list[datetime], count: int) -> tuple[datetime, datetime]:
    stretches = zip(middles, middles[count - 1 :], strict=False)
    return min(stretches, key=lambda stretch: stretch[1] - stretch[0])


def _roomy(start: datetime, end: datetime, least: timedelta) -> tuple[datetime, datetime]:
    """The stretch with some air at both ends; in whole days unless it is shorter than a few days."""
    air = max((end - start).total_seconds() * _MARGIN, (least - (end - start)).total_seconds() / 2)
    start, end = later(start, -air), later(end, air)
    if end - start < timedelta(days=3):
        return start, end
    midnight = datetime.combine(end, time())
    return datetime.combine(start, time()), end if end == midnight else later(midnight, 86_400)


def outside_notes(items: Sequence[Item], window: tuple[datetime, datetime]) -> tuple[str, ...]:
    """A sentence for the events before the window and one for those after it, where there are any."""
    before = [item for item in items if item.end <= window[0]]
    after = [item for item in items if item.start >= window[1]]
    notes = []
    if before:
        notes.append(_outside("earlier", before, min(before, key=lambda item: item.start), "from {} on"))
    if after:
        notes.append(_outside("later", after, max(after, key=lambda item: item.end), "up to {}"))
    return tuple(notes)


def _outside(which: str, items: list[Item], farthest: Item, several: str) -> str:
    if len(items) == 1:
        return f"1 {which} event ({farthest.spoken()}) lies outside the dates shown."
    return f"{len(items):,} {which} events, {several.format(farthest.spoken())}, lie outside the dates shown."
