"""The rows of an event table as the layout needs them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pandas as pd

from timeline.charts.markup import plain
from timeline.table.schema import ANCHORINGS, STATUSES
from timeline.temporal.granularity import Granularity
from timeline.text.spoken import spoken_interval

_DAY = timedelta(days=1)
_AS_THEY_STAND = (
    "granularity",
    "soft_start",
    "soft_end",
    "anchoring",
    "status",
    "attribution",
    "importance",
)
_NAMES = {"countries": "country", "actors": "actor", "places": "place", "sources": "source"}
_ANCHORING_RANK = {anchoring: rank for rank, anchoring in enumerate(ANCHORINGS)}


@dataclass(frozen=True, slots=True)
class Item:
    """One event, and the name of the lane that it belongs to.

    `somewhere` says that it happened at some time within its interval ("over the weekend", "in February"),
    rather than throughout it ("from 5 to 9 May").
    """

    id: str
    label: str
    start: datetime
    end: datetime
    granularity: str
    soft_start: bool
    soft_end: bool
    anchoring: str
    status: str
    attribution: str
    importance: float
    told_by: str
    lane: str
    somewhere: bool
    turn: float = 0.0

    @property
    def is_point(self) -> bool:
        """Whether it lasts a day or less."""
        return self.end - self.start <= _DAY

    @property
    def middle(self) -> datetime:
        return self.start + (self.end - self.start) / 2

    @property
    def rank(self) -> tuple:
        """Sorts the most important first; of equals those with a firmer and then a finer date, then those that
        together are spread most evenly over time, so that no end of the chart is left without labels."""
        unit = Granularity.from_name(self.granularity)
        date = (_ANCHORING_RANK[self.anchoring], max(unit, Granularity.DAY))
        return (-self.importance, *date, self.turn, self.start, self.end, self.id)

    def touches(self, window: tuple[datetime, datetime]) -> bool:
        return self.start < window[1] and window[0] < self.end

    def spoken(self) -> str:
        return spoken_interval(self.start, self.end, self.granularity, self.soft_start, self.soft_end)

    def hover(self) -> tuple[str, ...]:
        """What pointing at the event shows, line by line."""
        date = _sentence(ANCHORINGS[self.anchoring])
        return (self.label, self.spoken(), self._reality(), date, self.told_by)

    def _reality(self) -> str:
        """How real it is, where it is not simply told."""
        if self.status == "happened":
            return ""
        by = f", says {self.attribution}" if self.attribution else ""
        return _sentence(STATUSES[self.status]) + by


def read_items(table: pd.DataFrame, lane: str) -> tuple[Item, ...]:
    """The events of an event table; each one's lane is its value in the column `lane`, the first of several."""
    missing = f"No {_NAMES.get(lane, lane.replace('_', ' '))} given"
    return _taking_turns(
        Item(*values[:-4], _tellers(*values[-4:-2]), _lane(values[-2], lane) or missing, values[-1])
        for values in zip(
            _texts(table["id"]),
            map(plain, _texts(table["label"])),
            moments(table["start"]),
            moments(table["end"]),
            *(table[name].tolist() for name in _AS_THEY_STAND),
            _texts(table["sources"]),
            table["articles"].tolist(),
            _texts(table[lane]),
            map(_is_somewhere, table["granularity"], table["value"]),
            strict=True,
        )
    )


def _tellers(sources: str, articles: int) -> str:
    """Who tells it: "The Courier", "The Courier; The Echo (5 articles)"."""
    names = plain(sources)
    if articles < 2:
        return names
    return f"{names} ({articles} articles)" if names else f"{articles} articles"


def _lane(names: str, column: str) -> str:
    """The lane of an event whose cell holds these names: the first of several."""
    first = plain(names.partition("; ")[0])
    return _sentence(first) if column == "category" else first


def _taking_turns(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items with their turns: in the order of time, each next one falls far from those before it (the
    van der Corput sequence)."""
    ordered = sorted(items, key=lambda item: (item.start, item.end, item.id))
    return tuple(replace(item, turn=_mirrored(number)) for number, item in enumerate(ordered))


def _mirrored(number: int) -> float:
    """A number's binary digits, mirrored at the point.

    >>> [_mirrored(number) for number in range(4)]
    [0.0, 0.5, 0.25, 0.75]
    """
    digits = f"{number:b}"[::-1]
    return int(digits, 2) / 2 ** len(digits)


def moments(column: pd.Series) -> list[datetime | None]:
    """A datetime column as plain datetimes; None where one is missing."""
    return column.to_numpy().astype("datetime64[us]").tolist()


def _is_somewhere(granularity: str, value: str) -> bool:
    return Granularity.from_name(granularity) > Granularity.DAY or value.endswith("-WE")


def _texts(column: pd.Series) -> list[str]:
    return ["" if value is None or value != value else str(value) for value in column.tolist()]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
