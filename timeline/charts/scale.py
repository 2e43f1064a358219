"""Between calendar time and pixels."""

from dataclasses import dataclass
from datetime import datetime, timedelta

EPOCH = datetime(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A stretch of calendar time laid over `width` pixels, beginning at 0.

    >>> scale = TimeScale(datetime(2019, 1, 1), datetime(2019, 1, 11), 100.0)
    >>> scale.pixel(datetime(2019, 1, 2)), scale.moment(10.0).day
    (10.0, 2)
    """

    start: datetime
    end: datetime
    width: float

    @property
    def _seconds(self) -> float:
        return (self.end - self.start).total_seconds()

    def pixel(self, moment: datetime) -> float:
        return (moment - self.start).total_seconds() / self._seconds * self.width

    def moment(self, pixel: float) -> datetime:
        return later(self.start, pixel / self.width * self._seconds)

    def pixels(self, length: timedelta) -> float:
        return length.total_seconds() / self._seconds * self.width

    def padded(self, pixels: float) -> "TimeScale":
        """The same width over more time, so that the present stretch keeps `pixels` free at each side."""
        pad = self._seconds * pixels / (self.width - 2 * pixels)
        return TimeScale(later(self.start, -pad), later(self.end, pad), self.width)


def later(moment: datetime, seconds: float) -> datetime:
    """`moment` moved by some seconds, but never out of the calendar."""
    try:
        return moment + timedelta(seconds=seconds)
    except OverflowError:
        return datetime.max if seconds > 0 else datetime.min


def milliseconds(moment: datetime) -> float:
    """Milliseconds since 1970, as plotly counts calendar time."""
    return (moment - EPOCH).total_seconds() * 1000
