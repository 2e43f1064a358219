"""The ordered calendar units that a date can be known to."""

from enum import IntEnum


class Granularity(IntEnum):
    """A calendar unit; a finer one is smaller.

    >>> Granularity.DAY < Granularity.MONTH
    True
    >>> Granularity.from_name("week").name
    'WEEK'
    """

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    WEEK = 4
    MONTH = 5
    QUARTER = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9

    @classmethod
    def from_name(cls, name: str) -> "Granularity":
        """The unit called `name` (lower case); KeyError if there is none."""
        return cls[name.upper()]

    @property
    def word(self) -> str:
        """The unit's name in lower case, as it stands in the event table."""
        return self.name.lower()
