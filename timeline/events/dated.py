"""A date as an event of the text has it: the interval, where it comes from, and which ends the words give."""

from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events.kinds import Basis, Bound
from timeline.temporal.interval import Interval
from timeline.text.timex import NormalizedTimex


@dataclass(frozen=True, slots=True)
class Dating:
    """When something happened, as far as the text says so: the interval with the ends that it gives, where it
    comes from, and the timex that told it, if one did. The interval is None only on the basis `none`."""

    basis: Basis
    interval: Interval | None = None
    bound: Bound = Bound.WITHIN
    timex: NormalizedTimex | None = None


UNDATED = Dating(Basis.NONE)


@dataclass(frozen=True, slots=True)
class Told:
    """A predicate with its date, as what stands behind it in the article may go on from it."""

    token: Token
    dating: Dating
    offset: int
    is_main: bool  # whether its sentence tells it first of all, rather than beside something else
