"""Time expressions in a text: as found, and as placed on the calendar."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.temporal.expression import Expression, is_relative
from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Timex:
    """Words that speak of time: a span of the text, what they say, and the rule that found them."""

    start: int
    end: int
    words: str
    expression: Expression
    rule: str


class AnchorSource(StrEnum):
    """Where the date that another is counted from was found."""

    PUBLICATION = "publication"
    TIMEX = "timex"  # a date named before
    RANGE = "range"  # the other end of "from 5 to 8 February"
    SPEECH = "speech"  # the day on which the words inside a quotation were spoken


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that a timex is counted from; `start` is the offset of the timex that gave it, None for
    the publication date."""

    interval: Interval
    source: AnchorSource = AnchorSource.PUBLICATION
    start: int | None = None
    is_before_christ: bool = False  # then the interval is of the moved calendar of `temporal.era`


@dataclass(frozen=True, slots=True)
class Reading:
    """A meaning that words may have."""

    interval: Interval | None
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class NormalizedTimex:
    """A timex placed against an anchor.

    `anchor` is None when none was needed or none was known. `interval` is None when the words have no
    place on the calendar ("recently", "for three days") or when the anchor they need is unknown. `why`
    says in one sentence how the interval was reached. Where the text does not decide between meanings,
    `alternatives` holds the others, the likeliest first.
    """

    timex: Timex
    expression: Expression
    anchor: Anchor | None
    interval: Interval | None
    type: str
    value: str
    mod: str
    why: str
    alternatives: tuple[Reading, ...] = ()
    moved: Interval | None = None  # of a date BC: where it stands in the moved calendar of `temporal.era`

    @property
    def start(self) -> int:
        return self.timex.start

    @property
    def end(self) -> int:
        return self.timex.end

    @property
    def words(self) -> str:
        return self.timex.words

    @property
    def rule(self) -> str:
        return self.timex.rule

    @property
    def is_relative(self) -> bool:
        """Whether an anchor was needed to place it."""
        return is_relative(self.expression)
