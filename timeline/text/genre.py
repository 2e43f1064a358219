"""News or narrative? News counts its dates from publication, a narrative from the date told before."""

from collections.abc import Iterable
from enum import StrEnum

from timeline.temporal.cycle import Unit, Weekday
from timeline.temporal.expression import Absolute, Bare, Expression, Last, Next, Shift, This, find_anaphor, layers
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.text.timex import Timex

FEWEST = 5  # dates stated in full that a narrative has at least
OLD = 2  # years before publication from which on a date is history
MOST_DEICTIC = 0.1  # share of "yesterday", "last week" and bare weekdays that a narrative may have


class Genre(StrEnum):
    """How an article counts its dates."""

    NEWS = "news"
    NARRATIVE = "narrative"


def find_genre(timexes: Iterable[Timex], publication: Interval | None) -> Genre:
    """A narrative if most of the dates that it states are history and hardly any is told from "today"."""
    innermost = [_innermost(timex.expression) for timex in timexes]
    stated = [each for each in innermost if isinstance(each, Absolute) and each.unit <= Granularity.YEAR]
    old = [each for each in stated if publication is None or each.start.year <= publication.start.year - OLD]
    deictic = sum(_is_deictic(timex.expression) for timex in timexes)
    if len(old) < FEWEST or 2 * len(old) < len(stated) or deictic > MOST_DEICTIC * len(innermost):
        return Genre.NEWS
    return Genre.NARRATIVE


def _innermost(expression: Expression) -> Expression:
    *_, innermost = layers(expression)
    return innermost


def _is_deictic(expression: Expression) -> bool:
    """Whether it is told from the day of writing: yesterday, two weeks ago, last month, on Tuesday."""
    if find_anaphor(expression):
        return False
    match _innermost(expression):
        case Bare(cycle):
            return isinstance(cycle, Weekday)
        case This(cycle) | Last(cycle) | Next(cycle):
            return isinstance(cycle, (Unit, Weekday))
        case other:
            return isinstance(other, Shift)
