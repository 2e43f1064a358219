"""News or narrative? News counts its dates from publication, a narrative from the date told before."""

from collections.abc import Iterable
from enum import StrEnum

from timeline.temporal.cycle import Unit, Weekday
from timeline.temporal.expression import (
    Absolute,
    Bare,
    BeforeChrist,
    Expression,
    Last,
    Next,
    Part,
    Shift,
    This,
    find_anaphor,
    innermost,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.text.timex import Timex

FEWEST = 2  # dates of history that a narrative states at least; one will do where nothing is deictic
ENOUGH = 10  # timexes that tell an article's way of counting; in a shorter one, history must be a good share
OLD = 2  # years before publication from which on a date is history
HISTORY = 0.1  # share of years gone by, stated, from which on news is taken to tell a history too
MOST_DEICTIC = 0.08  # share of "yesterday", "last week" and bare weekdays that a narrative may have


class Genre(StrEnum):
    """How an article counts its dates."""

    NEWS = "news"
    NARRATIVE = "narrative"


def find_genre(timexes: Iterable[Timex], publication: Interval | None) -> Genre:
    """A narrative if most of the dates that it states are history and hardly any is told from "today"."""
    meant = [innermost(timex.expression) for timex in timexes]
    stated = [each for each in meant if isinstance(each, BeforeChrist | Absolute) and _is_precise(each)]
    old = sum(_is_history(each, publication) for each in stated)
    deictic = sum(_is_deictic(timex.expression) for timex in timexes)
    if any(isinstance(each, BeforeChrist) for each in stated) and not deictic:
        return Genre.NARRATIVE
    if old < (FEWEST if deictic else 1) or 2 * old < len(stated) or deictic > MOST_DEICTIC * len(meant):
        return Genre.NEWS
    share = 2 if deictic else 3  # half of them, or a third
    return Genre.NARRATIVE if len(meant) >= ENOUGH or share * old >= len(meant) else Genre.NEWS


def is_historical(timexes: Iterable[Timex], publication: Interval | None) -> bool:
    """Whether news tells how things came to be: a good share of its dates are stated, of years gone by."""
    meant = [innermost(timex.expression) for timex in timexes]
    if publication is None:
        return False
    gone = [
        each
        for each in meant
        if isinstance(each, Absolute) and _is_precise(each) and each.start.year < publication.start.year
    ]
    return len(gone) >= FEWEST and len(gone) >= HISTORY * len(meant)


def _is_precise(stated: BeforeChrist | Absolute) -> bool:
    return isinstance(stated, BeforeChrist) or stated.unit <= Granularity.YEAR


def _is_history(stated: BeforeChrist | Absolute, publication: Interval | None) -> bool:
    if isinstance(stated, BeforeChrist) or publication is None:
        return True
    return stated.start.year <= publication.start.year - OLD


def _is_deictic(expression: Expression) -> bool:
    """Whether it is told from the day of writing: yesterday, two weeks ago, last month, on Tuesday; "the end
    of the month" is not."""
    if find_anaphor(expression) or isinstance(expression, Part):
        return False
    match innermost(expression):
        case Bare(cycle):
            return isinstance(cycle, Weekday)
        case This(cycle) | Last(cycle) | Next(cycle):
            return isinstance(cycle, (Unit, Weekday))
        case other:
            return isinstance(other, Shift)
