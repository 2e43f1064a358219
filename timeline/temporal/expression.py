"""What was said about time, before it is placed: a small algebra, after SCATE (Bethard & Parker 2016).

Nothing here knows when an article was published; `resolve` brings the two together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from timeline.temporal.cycle import Cycle, Daypart
from timeline.temporal.granularity import Granularity


class Direction(StrEnum):
    """Whether a bare "Tuesday" or "in May" looks back or forward from the anchor."""

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"


class Mod(StrEnum):
    """TIMEX3 modifiers."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


@dataclass(frozen=True, slots=True)
class Absolute:
    """A date stated in full: "July 2, 2013", "2001", "the 1990s"; `start` begins a unit."""

    start: datetime
    unit: Granularity


@dataclass(frozen=True, slots=True)
class This:
    """The one around the anchor: "this year", "today", "this Friday" (that of this week)."""

    cycle: Cycle


@dataclass(frozen=True, slots=True)
class Last:
    """The latest one wholly before the anchor: "last week", "last Friday"."""

    cycle: Cycle


@dataclass(frozen=True, slots=True)
class Next:
    """The first one wholly after the anchor: "next month"."""

    cycle: Cycle


@dataclass(frozen=True, slots=True)
class Bare:
    """ "Tuesday", "in February": a direction decides which; the anchor's own day or month counts."""

    cycle: Cycle
    direction: Direction = Direction.NEAREST


@dataclass(frozen=True, slots=True)
class Shift:
    """Some units before (negative) or after the anchor: "two weeks ago", "tomorrow"."""

    count: int
    unit: Granularity


@dataclass(frozen=True, slots=True)
class In:
    """The first one that starts in another period: "Tuesday evening", "summer of 2017"."""

    cycle: Cycle
    base: "Expression"


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth in a period, from its end if negative: "the first week of March"."""

    number: int
    cycle: Cycle
    base: "Expression"


@dataclass(frozen=True, slots=True)
class Covering:
    """The one that holds a day: "the week of March 4"."""

    cycle: Cycle
    base: "Expression"


@dataclass(frozen=True, slots=True)
class Leading:
    """Some units from the start of a period, or up to its end if negative: "the first nine months of
    2003"."""

    count: int
    unit: Granularity
    base: "Expression"


@dataclass(frozen=True, slots=True)
class BeforeChrist:
    """A year BC, or a century if `is_century`; beyond this calendar, so it has no place on it."""

    number: int
    is_century: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The start, middle or end of a period: "late Tuesday", "mid-February"."""

    mod: Mod
    base: "Expression"


@dataclass(frozen=True, slots=True)
class Turn:
    """Around where one unit ends and the next begins, nearest to the anchor: "the turn of the century"."""

    unit: Granularity


@dataclass(frozen=True, slots=True)
class Half:
    """The first (1) or second (2) half of a period: "the first half of April"."""

    number: int
    base: "Expression"


@dataclass(frozen=True, slots=True)
class SoFar:
    """A period up to the anchor: "earlier this year"."""

    base: "Expression"


@dataclass(frozen=True, slots=True)
class StillToCome:
    """A period from the anchor on: "later this week"."""

    base: "Expression"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, which has no place: "three days", "months" (count None)."""

    count: int | float | None
    unit: Granularity


@dataclass(frozen=True, slots=True)
class Compound:
    """A length in several units: "two hours and thirty-one minutes"."""

    parts: tuple[tuple[int, Granularity], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A length that ends (`Direction.PAST`) or begins at the anchor: "the past two weeks"; of unknown
    count: "recent weeks"."""

    count: int | float | None
    unit: Granularity
    direction: Direction


@dataclass(frozen=True, slots=True)
class Within:
    """ "In three days": that far ahead if the talk is of the future, else how long it took."""

    count: int
    unit: Granularity
    direction: Direction = Direction.NEAREST


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one period to the end of another: "March 3-5", "2014–2016"."""

    base: "Expression"
    last: Cycle | Absolute


@dataclass(frozen=True, slots=True)
class Every:
    """What comes again and again: "every Tuesday", "daily", "every four years" (count 4), "Friday nights"
    (at a part of the day)."""

    cycle: Cycle
    count: int | float | None = 1
    daypart: Daypart | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference that has no place: PAST_REF ("recently"), PRESENT_REF ("now"), FUTURE_REF."""

    ref: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that name a day which the calendar does not have: "30 February"."""


class Order(StrEnum):
    """What comes first in a date of figures."""

    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Numeric:
    """ "3/4/2019": the third of April or the fourth of March; `order` as other dates of the text tell it."""

    day_first: Absolute
    month_first: Absolute
    order: Order | None = None

    @property
    def chosen(self) -> Absolute | None:
        """The date meant, None while the order is not known."""
        return {Order.DAY: self.day_first, Order.MONTH: self.month_first}.get(self.order)


@dataclass(frozen=True, slots=True)
class Anaphoric:
    """Counted from the date named before, not from publication: "two days later", "that year".

    With `alike`, only a date of just that granularity will do ("the year-ago quarter" needs a quarter).
    Where no such date was named, `otherwise` is meant, if anything is: "at 5 p.m." is of publication.
    """

    base: "Expression"
    otherwise: "Expression | None" = None
    alike: Granularity | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """The same stretch some units earlier or later: the quarter a year before."""

    count: int
    unit: Granularity
    base: "Expression"


@dataclass(frozen=True, slots=True)
class Restated:
    """The same stretch of another year: "the 1988 period" after a third quarter."""

    year: int
    base: "Expression"


@dataclass(frozen=True, slots=True)
class Ending:
    """A unit-long stretch that ends at the anchor, under the name of the calendar unit that it mostly
    fills: "the quarter ended July 31" is the second."""

    unit: Granularity


@dataclass(frozen=True, slots=True)
class Modified:
    """An approximated or bounded expression: "about two years ago", "at least ten days"."""

    mod: Mod
    base: "Expression"


Expression = (
    Absolute | This | Last | Next | Bare | Shift | In | Nth | Covering | Leading | Part | Turn | Half | SoFar
    | StillToCome | Duration | Compound | Span | Within | Moved | Restated | Ending | Between | Every
    | BeforeChrist | Vague | Unclear | Numeric | Anaphoric | Modified
)  # fmt: skip

_RELATIVE = (This, Last, Next, Bare, Shift, SoFar, StillToCome, Span, Within, Ending, Turn)


def layers(expression: Expression) -> Iterator[Expression]:
    """An expression, what it is made from, and so on down.

    >>> [type(each).__name__ for each in layers(Part(Mod.END, Shift(-1, Granularity.DAY)))]
    ['Part', 'Shift']
    """
    layer: Expression | None = expression
    while layer is not None:
        yield layer
        layer = getattr(layer, "base", None)


def innermost(expression: Expression) -> Expression:
    """What all of its layers are made from.

    >>> innermost(Part(Mod.END, Shift(-1, Granularity.DAY)))
    Shift(count=-1, unit=<Granularity.DAY: 3>)
    """
    *_, last = layers(expression)
    return last


def cycle_of(expression: Expression) -> Cycle | None:
    """What comes round in the innermost part of it, if anything does.

    >>> from timeline.temporal.cycle import Weekday
    >>> cycle_of(Part(Mod.END, Bare(Weekday(2))))
    Weekday(number=2)
    """
    return getattr(innermost(expression), "cycle", None)


def is_relative(expression: Expression) -> bool:
    """Whether an anchor is needed to place it.

    >>> is_relative(Absolute(datetime(2001, 1, 1), Granularity.YEAR))
    False
    """
    return any(isinstance(layer, _RELATIVE) for layer in layers(expression))


def find_anaphor(expression: Expression) -> Anaphoric | None:
    """The part of it that hangs on the date named before, if there is one."""
    return next((layer for layer in layers(expression) if isinstance(layer, Anaphoric)), None)


def is_moved(expression: Expression) -> bool:
    """Whether it is another stretch moved: "the year-ago quarter"."""
    return any(isinstance(layer, (Moved, Restated)) for layer in layers(expression))


def otherwise(expression: Expression) -> Expression | None:
    """What an anaphoric expression means where no date was named before; None if nothing.

    >>> day = Shift(2, Granularity.DAY)
    >>> otherwise(Part(Mod.END, Anaphoric(day, otherwise=day))).base.count
    2
    """
    if isinstance(expression, Anaphoric):
        return expression.otherwise
    base = getattr(expression, "base", None)
    if base is None:
        return expression
    found = otherwise(base)
    return None if found is None else replace(expression, base=found)


def open_part(expression: Expression) -> "Bare | Within | None":
    """The part of it for which a direction still has to be chosen."""
    parts = (layer for layer in layers(expression) if isinstance(layer, (Bare, Within)))
    return next((part for part in parts if part.direction is Direction.NEAREST), None)


def direction_of(expression: Expression) -> Direction | None:
    """The direction of the part that has one, `NEAREST` while none is chosen; None if no part has."""
    return next((layer.direction for layer in layers(expression) if isinstance(layer, (Bare, Within))), None)


def is_open(expression: Expression) -> bool:
    """Whether a direction still has to be chosen for it."""
    return direction_of(expression) is Direction.NEAREST


def directed(expression: Expression, direction: Direction) -> Expression:
    """The same expression with its open direction chosen.

    >>> from timeline.temporal.cycle import Weekday
    >>> directed(Part(Mod.END, Bare(Weekday(2))), Direction.PAST).base.direction.value
    'past'
    """
    names = {field.name for field in fields(expression)}
    if "base" in names:
        return replace(expression, base=directed(expression.base, direction))
    if isinstance(expression, (Bare, Within)) and is_open(expression):
        return replace(expression, direction=direction)
    return expression
