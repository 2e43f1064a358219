"""Packed events as marks at their place in the figure, and the counts of those that found none."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import ceil

from timeline.charts.geometry import SMALL_SYMBOL, SYMBOL, Place, Wish, label_span
from timeline.charts.items import Item
from timeline.charts.lanes import CROWD_ROW, ROW, SMALL_ROW, LanePlan
from timeline.charts.scale import TimeScale
from timeline.charts.scene import Box, Crowd, Form, Label, Mark
from timeline.events.kinds import UNREAL

BAR_HEIGHT, SMALL_BAR_HEIGHT = 14.0, 6.0
LABEL_HEIGHT = 20.0
_CROWD_WIDTH = 58.0


def place_marks(plan: LanePlan, lane: int, top: float, scale: TimeScale) -> Iterator[Mark]:
    """The lane's marks, its first row beginning at `top`."""
    for wish, row, place in plan.packing.labelled:
        y = top + (row + 0.5) * ROW
        label = _label(place, y, scale)
        yield _mark(wish, lane, y, place.symbol, SYMBOL, label, scale)
    top += plan.packing.rows * ROW
    for wish, row in plan.packing.small:
        y = top + (row + 0.5) * SMALL_ROW
        yield _mark(wish, lane, y, wish.extent.symbol(), SMALL_SYMBOL, None, scale)


def form_of(item: Item) -> Form:
    """The symbol of an event: of one that is told as a fact it says where the date comes from, else what it is."""
    if item.status in UNREAL:
        return Form.PLANNED
    return Form.DENIED if item.status == "denied" else Form[item.anchoring.upper()]


def _label(place: Place, y: float, scale: TimeScale) -> Label:
    left, right = label_span(place)
    box = Box(left, y - LABEL_HEIGHT / 2, right, y + LABEL_HEIGHT / 2)
    return Label(place.text, scale.moment(place.anchor), place.side, place.gap, box)


def _mark(
    wish: Wish, lane: int, y: float, symbol: float, size: float, label: Label | None, scale: TimeScale
) -> Mark:
    item, extent = wish.item, wish.extent
    left, right = extent.outline(scale, symbol, size)
    bar_height = BAR_HEIGHT if size == SYMBOL else SMALL_BAR_HEIGHT
    size = extent.symbol_size(size)
    half = max(size + 2, bar_height) / 2
    return Mark(
        id=item.id,
        lane=lane,
        form=form_of(item),
        start=scale.moment(extent.left),
        end=scale.moment(extent.right),
        is_bar=extent.is_bar,
        soft_start=extent.soft_start,
        soft_end=extent.soft_end,
        cut_start=extent.cut_start,
        cut_end=extent.cut_end,
        symbol_at=scale.moment(symbol),
        y=y,
        size=size,
        width=extent.width,
        bar_height=bar_height,
        box=Box(left, y - half, right, y + half),
        label=label,
        hover=item.hover(),
    )


def count_crowds(plan: LanePlan, lane: int, top: float, scale: TimeScale) -> Iterator[Crowd]:
    """The lane's events that found no place, counted by the stretch of time they fall into."""
    top += plan.packing.rows * ROW + plan.packing.small_rows * SMALL_ROW
    number = max(1, ceil(scale.width / _CROWD_WIDTH))
    counts: dict[int, int] = defaultdict(int)
    for wish in plan.counted:
        counts[min(number - 1, max(0, int(wish.extent.middle / scale.width * number)))] += 1
    for place, count in sorted(counts.items()):
        left, right = place * scale.width / number, (place + 1) * scale.width / number
        box = Box(left + 1, top + 2, right - 1, top + CROWD_ROW - 2)
        yield Crowd(lane, scale.moment(left), scale.moment(right), box, count)


def forms_in(plans: Sequence[LanePlan]) -> list[Form]:
    """The forms that these lanes show, in the order of the key."""
    shown: set[Form] = set()
    for plan in plans:
        shown.update(*(_forms(wish) for wish, _, _ in plan.packing.labelled))
        shown.update(*(_forms(wish) for wish, _ in plan.packing.small))
        shown |= {Form.SMALL} if plan.packing.small else set()
        shown |= {Form.CROWD} if plan.counted else set()
    return [form for form in Form if form in shown]


def _forms(wish: Wish) -> set[Form]:
    extent = wish.extent
    shown = {form_of(wish.item)}
    if extent.is_bar:
        shown |= {Form.SOFT} if extent.soft_start or extent.soft_end else {Form.BAR}
    return shown | ({Form.CUT} if extent.cut_start or extent.cut_end else set())
