"""Laying out an event table: where every mark, label, lane and line of print stands."""

from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate

import pandas as pd

from timeline.charts import frame
from timeline.charts.geometry import WINDOW_PAD, wish
from timeline.charts.items import Item, read_items
from timeline.charts.lanes import LANE_AIR, NAME_HEIGHT, LanePlan, gather_lanes, plan_lanes
from timeline.charts.marks import count_crowds, forms_in, place_marks
from timeline.charts.scale import TimeScale
from timeline.charts.scene import Box, Lane, Scene
from timeline.charts.volume import count_articles
from timeline.charts.window import bulk_window, outside_notes

LEAST_WIDTH = 280
TOP, STRIP_HEIGHT, STRIP_GAP, BELOW = 32.0, 44.0, 10.0, 8.0
NO_EVENTS = "No events to show yet."
NONE_IN_WINDOW = "No event falls into the dates shown."
_EMPTY_HEIGHT = 220

Window = tuple[datetime, datetime]


def lay_out(
    table: pd.DataFrame,
    *,
    width: int,
    height: int | None = None,
    window: Window | None = None,
    lane: str = "source",
) -> Scene:
    """Lay out an event table for `width` × `height` pixels, in lanes by the values of the column `lane`.

    Without a height it takes what it needs; it never gets lower than its lanes need at the least. Without a
    window it shows the bulk of the events (`bulk_window`) and says what lies outside. ValueError if the
    window does not end after it starts.
    """
    if window and window[1] <= window[0]:
        raise ValueError("The dates shown must end after they start: choose a later last day.")
    width, items = max(int(width), LEAST_WIDTH), read_items(table, lane)
    if not items:
        return _without_events(
            NO_EVENTS, (), width, height, window or (datetime(2000, 1, 1), datetime(2001, 1, 1))
        )
    window = window or bulk_window(items)
    visible = sorted((item for item in items if item.touches(window)), key=lambda item: item.rank)
    sentences = outside_notes(items, window)
    if not visible:
        return _without_events(NONE_IN_WINDOW, sentences, width, height, window)
    return _with_events(table, visible, sentences, width, height, window)


def _without_events(
    message: str, sentences: Sequence[str], width: int, height: int | None, window: Window
) -> Scene:
    left, right = 24.0, width - 24.0
    notes = frame.set_notes(sentences, left, right, 0.0)
    height = max(height or 0, _EMPTY_HEIGHT)
    notes_top = height - BELOW - len(notes) * frame.LINE_HEIGHT
    return Scene(
        width=width,
        height=height,
        window=window,
        scale=TimeScale(*window, right - left),
        plot=Box(left, TOP, right, notes_top - BELOW),
        names_inside=True,
        notes=frame.set_notes(sentences, left, right, notes_top),
        message=message,
    )


def _with_events(
    table: pd.DataFrame,
    items: Sequence[Item],
    sentences: Sequence[str],
    width: int,
    height: int | None,
    window: Window,
) -> Scene:
    """Put the packed lanes under the volume strip; below them the axis, the key and the small print."""
    by_lane = gather_lanes(items)
    around = frame.margins(by_lane, width)
    inside = around.names_inside
    scale = TimeScale(*window, width - around.left - around.right).padded(WINDOW_PAD)
    volume = count_articles(table, scale, TOP, TOP + STRIP_HEIGHT)
    top = volume.bottom + STRIP_GAP if volume else TOP

    wishes = {name: [wish(item, window, scale) for item in lane] for name, lane in by_lane.items()}
    small_print = frame.SmallPrint(sentences, 8.0 if inside else around.left, width - 8.0)
    room = None if height is None else height - top - small_print.height(list(frame.ALL_FORMS)) - BELOW
    plans = plan_lanes(wishes, inside, room)
    forms = forms_in(plans)
    tops = _lane_tops(plans, inside, top, height and height - small_print.height(forms) - BELOW)
    plot = Box(around.left, top, around.left + scale.width, tops[-1])
    placed = list(enumerate(zip(plans, _row_tops(plans, tops, inside), strict=True)))

    return Scene(
        width=width,
        height=round(plot.bottom + small_print.height(forms) + BELOW),
        window=window,
        scale=scale,
        plot=plot,
        names_inside=inside,
        lanes=tuple(
            Lane(plan.name, frame.name_lines(plan.name, scale.width, around), upper, lower, plan.events)
            for plan, upper, lower in zip(plans, tops, tops[1:], strict=False)
        ),
        marks=tuple(mark for lane, (plan, y) in placed for mark in place_marks(plan, lane, y, scale)),
        crowds=tuple(crowd for lane, (plan, y) in placed for crowd in count_crowds(plan, lane, y, scale)),
        volume=volume,
        key=small_print.key(forms, plot.bottom),
        notes=small_print.notes(forms, plot.bottom),
    )


def _lane_tops(plans: Sequence[LanePlan], inside: bool, top: float, bottom: float | None) -> list[float]:
    """Where each lane begins, and where the last one ends; spare room down to `bottom` is shared."""
    heights = [plan.height(inside) for plan in plans]
    spare = max(0.0, (bottom or 0.0) - top - sum(heights)) / len(plans)
    return list(accumulate((height + spare for height in heights), initial=top))


def _row_tops(plans: Sequence[LanePlan], tops: Sequence[float], inside: bool) -> list[float]:
    """Where each lane's first row begins: below its name, and centred in what room there is."""
    firsts = []
    for plan, upper, lower in zip(plans, tops, tops[1:], strict=False):
        upper += NAME_HEIGHT if inside else 0.0
        firsts.append(max(upper + LANE_AIR, (upper + lower - plan.content_height) / 2))
    return firsts
