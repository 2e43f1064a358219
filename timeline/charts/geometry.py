"""One event's mark and the ways to set its label beside it, in pixels of the plot."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from timeline.charts.items import Item
from timeline.charts.metrics import shorten, text_width
from timeline.charts.scale import TimeScale
from timeline.charts.scene import Side

LABEL_SIZE = 13
SYMBOL, SMALL_SYMBOL = 11.0, 7.0
_INNER_SYMBOL = 5.0
WINDOW_PAD = 12.0
EDGE_AIR = 4.0
LABEL_GAP = 10.0
BAR_LABEL_GAP = 5.0
_INSET = 10.0
_LEAST_BAR_WITH_INSET = 22.0
_LEAST_BAR = 9.0  # a narrower bar would only peep out behind even a small symbol
_LEAST_LABEL = 48.0


@dataclass(frozen=True, slots=True)
class Extent:
    """An event's stretch of the window in pixels of the plot, and which ends are cut or soft there."""

    left: float
    right: float
    is_bar: bool
    cut_start: bool
    cut_end: bool
    soft_start: bool
    soft_end: bool

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def symbol(self) -> float:
        """Where the symbol stands: in the middle, but at the firm end of a bar that has room for it."""
        if not self.is_bar or self.width < _LEAST_BAR_WITH_INSET:
            return self.middle
        if not self.soft_start:
            return self.left + _INSET
        return self.middle if self.soft_end else self.right - _INSET

    def symbol_size(self, size: float) -> float:
        """The symbol's, which must not hide a bar that is hardly wider."""
        return _INNER_SYMBOL if self.is_bar and self.width < _LEAST_BAR_WITH_INSET else size

    def outline(self, scale: TimeScale, symbol: float, size: float) -> tuple[float, float]:
        """The pixels that symbol, stretch and arrows take up from left to right."""
        left = 0.0 if self.cut_start else min(self.left, symbol - size / 2 - 1)
        right = scale.width if self.cut_end else max(self.right, symbol + size / 2 + 1)
        return left, right


@dataclass(frozen=True, slots=True)
class Place:
    """A way to set a mark with its label: the pixels both take up, the label, and where it is anchored."""

    left: float
    right: float
    text: str
    text_width: float
    side: Side
    anchor: float
    gap: float
    symbol: float


@dataclass(frozen=True, slots=True)
class Wish:
    """An event that wants a place: its ways to be labelled, best first, and its pixels as a small mark."""

    item: Item
    extent: Extent
    places: tuple[Place, ...]
    small: tuple[float, float]


def extent(item: Item, window: tuple[datetime, datetime], scale: TimeScale) -> Extent:
    cut_start, cut_end = item.start < window[0], item.end > window[1]
    left, right = scale.pixel(max(item.start, window[0])), scale.pixel(min(item.end, window[1]))
    return Extent(
        left=left,
        right=right,
        is_bar=not item.is_point and (right - left >= _LEAST_BAR or cut_start or cut_end),
        cut_start=cut_start,
        cut_end=cut_end,
        soft_start=(item.soft_start or item.somewhere) and not cut_start,
        soft_end=(item.soft_end or item.somewhere) and not cut_end,
    )


def wish(item: Item, window: tuple[datetime, datetime], scale: TimeScale) -> Wish:
    """The ways to set `item` into the plot, best first."""
    stretch = extent(item, window, scale)
    small = stretch.outline(scale, stretch.symbol(), SMALL_SYMBOL)
    return Wish(item, stretch, tuple(_places(item.label, stretch, scale)), small)


def longest_label(width: float) -> float:
    """Pixels that a label may take in a plot of so many pixels."""
    return min(width - 60, 360.0, max(0.36 * width, 250.0))


def _places(label: str, stretch: Extent, scale: TimeScale) -> Iterator[Place]:
    text = shorten(label, longest_label(scale.width), LABEL_SIZE)
    places = tuple(_fitting(text, stretch, scale))
    if places or not text:
        yield from places
        return
    text = shorten(label, max(_rooms(stretch, scale)) - 1, LABEL_SIZE)
    if text_width(text, LABEL_SIZE) >= _LEAST_LABEL:
        yield from _fitting(text, stretch, scale)


def _fitting(text: str, stretch: Extent, scale: TimeScale) -> Iterator[Place]:
    """Inside the bar, right of the mark, left of it: those that have room for `text`."""
    width = text_width(text, LABEL_SIZE)
    inside, right, left = _rooms(stretch, scale)
    if width <= inside:
        yield _inside(text, width, stretch, scale)
    if width <= right:
        yield _outside(text, width, Side.RIGHT, stretch, scale)
    if width <= left:
        yield _outside(text, width, Side.LEFT, stretch, scale)


def _rooms(stretch: Extent, scale: TimeScale) -> tuple[float, float, float]:
    """The widest label that fits inside the bar, right of the mark, and left of it."""
    left, right = stretch.outline(scale, stretch.symbol(), SYMBOL)
    inside = stretch.width - SYMBOL - LABEL_GAP - _INSET if stretch.is_bar else 0.0
    return inside, scale.width - right - LABEL_GAP - EDGE_AIR, left - LABEL_GAP - EDGE_AIR


def _inside(text: str, width: float, stretch: Extent, scale: TimeScale) -> Place:
    symbol, side = stretch.symbol(), Side.RIGHT
    if stretch.soft_start and stretch.soft_end:
        symbol = stretch.middle - (width + LABEL_GAP) / 2
    elif stretch.soft_start:
        side = Side.LEFT
    left, right = stretch.outline(scale, symbol, SYMBOL)
    return Place(left, right, text, width, side, symbol, LABEL_GAP, symbol)


def _outside(text: str, width: float, side: Side, stretch: Extent, scale: TimeScale) -> Place:
    symbol = stretch.symbol()
    left, right = stretch.outline(scale, symbol, SYMBOL)
    if not stretch.is_bar:
        anchor, gap = symbol, LABEL_GAP
    elif side is Side.RIGHT:
        anchor, gap = stretch.right, right - stretch.right + BAR_LABEL_GAP
    else:
        anchor, gap = stretch.left, stretch.left - left + BAR_LABEL_GAP
    if side is Side.RIGHT:
        right = max(right, anchor + gap + width)
    else:
        left = min(left, anchor - gap - width)
    return Place(left, right, text, width, side, anchor, gap, symbol)


def label_span(place: Place) -> tuple[float, float]:
    """The pixels from left to right that the label's text takes up."""
    if place.side is Side.RIGHT:
        return place.anchor + place.gap, place.anchor + place.gap + place.text_width
    return place.anchor - place.gap - place.text_width, place.anchor - place.gap
