"""Half-open stretches of calendar time, with a granularity and firm or soft ends."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from timeline.temporal.granularity import Granularity


@dataclass(frozen=True, slots=True)
class Interval:
    """Naive calendar time `[start, end)`, never empty.

    A soft end is one that the words leave open: "mid-February" has two. ValueError if `end` is not
    after `start`.

    >>> Interval.of_day(date(2019, 3, 26)).last_day
    datetime.date(2019, 3, 26)
    """

    start: datetime
    end: datetime
    granularity: Granularity = Granularity.DAY
    soft_start: bool = False
    soft_end: bool = False

    def __post_init__(self):
        if self.end <= self.start:
            raise ValueError(f"an interval must end after it starts: {self.start} – {self.end}")

    @classmethod
    def of_day(cls, day: date) -> "Interval":
        """The whole of one calendar day; the calendar's last one ends with its last moment."""
        start = datetime(day.year, day.month, day.day)
        end = start + timedelta(days=1) if start.date() < date.max else datetime.max
        return cls(start, end, Granularity.DAY)

    @property
    def first_day(self) -> date:
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last calendar day that the interval touches (inclusive)."""
        return (self.end - timedelta(microseconds=1)).date()

    @property
    def is_soft(self) -> bool:
        return self.soft_start or self.soft_end

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    def covers(self, other: "Interval") -> bool:
        return self.start <= other.start and other.end <= self.end

    def with_ends(self, *, soft_start: bool, soft_end: bool) -> "Interval":
        """The same stretch with other ends."""
        return replace(self, soft_start=soft_start, soft_end=soft_end)
