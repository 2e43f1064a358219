"""Time expressions in a text: as found, and as placed on the calendar."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class NormalizedTimex:
    """A timex placed against an anchor.

    `interval` is None when the words have no place on the calendar ("recently", "for three days") or
    when the anchor they need is unknown. `why` says in one sentence how the interval was reached.
    """

    timex: Timex
    expression: Expression
    anchor: Interval | None
    interval: Interval | None
    type: str
    value: str
    mod: str
    why: str

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
        """Whether the publication date was needed to place it."""
        return is_relative(self.expression)
