"""The nouns of a laid-out chart: where everything stands, in pixels and calendar time, for one width.

Pixels run right from the left end of the plot and down from the top of the figure.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from timeline.charts.scale import TimeScale


class Form(StrEnum):
    """Every form that the chart can show; the value says in plain words what it means."""

    STATED = "date stated in the text"
    RELATIVE = "date worked out, for example from “on Monday”"
    PUBLICATION = "only the publication date is known"
    PLANNED = "planned, ordered, threatened or supposed"
    DENIED = "denied, or said not to have happened"
    BAR = "the whole time that the words cover"
    SOFT = "fading: some time within, or only roughly known"
    SMALL = "small: point at it to read"
    CUT = "goes on beyond the dates shown"
    CROWD = "more events here: choose fewer days to see them"


class Side(StrEnum):
    """On which side of its anchor a label stands."""

    RIGHT = "right"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text beside its anchor; `gap` is the free space between the anchor and the text."""

    text: str
    anchor: datetime
    side: Side
    gap: float
    box: Box


@dataclass(frozen=True, slots=True)
class Mark:
    """One event: a symbol saying where its date comes from, over the stretch of time that it covers.

    `start` and `end` are cut to the window; `cut_start` and `cut_end` say whether they were. An end that
    was cut is not soft. `size` is the symbol's, `width` the stretch's in pixels. `box` holds symbol and
    stretch; `hover` is what pointing at it shows, line by line.
    """

    id: str
    lane: int
    form: Form
    start: datetime
    end: datetime
    is_bar: bool
    soft_start: bool
    soft_end: bool
    cut_start: bool
    cut_end: bool
    symbol_at: datetime
    y: float
    size: float
    width: float
    bar_height: float
    box: Box
    label: Label | None
    hover: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Events that are counted rather than drawn: there is no room for a mark of each."""

    lane: int
    start: datetime
    end: datetime
    box: Box
    count: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A band across the plot for the events that share a `name`; `lines` is the name as it is written."""

    name: str
    lines: tuple[str, ...]
    top: float
    bottom: float
    events: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Articles published in `[start, end)`."""

    start: datetime
    end: datetime
    articles: int


@dataclass(frozen=True, slots=True)
class Volume:
    """The strip of article counts above the lanes; `unit` is "day", "week", "month" or "year"."""

    unit: str
    bins: tuple[Bin, ...]
    top: float
    bottom: float

    @property
    def peak(self) -> int:
        return max(one.articles for one in self.bins)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One form of the chart, and its meaning, in the key below the plot; `x` runs from the figure's left."""

    form: Form
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Note:
    """One line of small print below the plot, in pixels from the figure's left."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole chart laid out for `width` × `height` pixels.

    `window` is the stretch of time shown; `scale` pads it by a few pixels, so that marks at its edge stay
    whole. `plot` is the box of the lanes, in pixels of the figure. `message` stands in the middle of a chart
    without events.
    """

    width: int
    height: int
    window: tuple[datetime, datetime]
    scale: TimeScale
    plot: Box
    names_inside: bool
    lanes: tuple[Lane, ...] = ()
    marks: tuple[Mark, ...] = ()
    crowds: tuple[Crowd, ...] = ()
    volume: Volume | None = None
    key: tuple[KeyEntry, ...] = ()
    notes: tuple[Note, ...] = ()
    message: str = ""

    @property
    def counted(self) -> int:
        """How many events are only counted."""
        return sum(crowd.count for crowd in self.crowds)
