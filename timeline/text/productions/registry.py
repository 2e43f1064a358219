"""Where productions are known by name, and what they share."""

from datetime import datetime

from timeline.temporal.cycle import Clock, DayOfMonth, Daypart, Holiday, MonthDay, Unit, Weekday, Weekend
from timeline.temporal.expression import Absolute, Expression, In, Nth, Shift, Vague
from timeline.temporal.granularity import Granularity

PRODUCTIONS = {}
LEAP_YEAR = 2020
FARTHEST = 1_000_000  # units from the anchor beyond which no calendar is meant: "4.6 billion years ago"
_SMALLER = {Granularity.YEAR: (12, Granularity.MONTH), Granularity.HOUR: (60, Granularity.MINUTE)}


class NoMeaning(ValueError):
    """The slots do not go together: 'the 9th quarter'."""


def production(function):
    """Register a production under its own name."""
    PRODUCTIONS[function.__name__] = function
    return function


def shift_by(count: int | float | None, unit: Granularity, sign: int) -> Expression:
    """So many units before (-1) or after (1) the anchor; of unknown count, some time before or after it."""
    if count is None:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit > Granularity.YEAR:  # "a decade ago" is said of a year, not of another decade
        count, unit = count * (10 if unit is Granularity.DECADE else 100), Granularity.YEAR
    if count > FARTHEST:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    if count == int(count):
        return Shift(sign * int(count), unit)
    require(unit in _SMALLER)
    times, smaller = _SMALLER[unit]
    return Shift(sign * int(count * times), smaller)


def plus(count: int | float | None, more: float) -> int | float | None:
    """A count and the half that is said after its unit; an unknown count takes none."""
    require(count is not None or not more)
    return count + more if more else count


def whole_day(year: int, month: int, day: int) -> Expression:
    """A day stated in full; NoMeaning if the calendar does not have it."""
    try:
        return Absolute(datetime(year, month, day), Granularity.DAY)
    except ValueError as error:
        raise NoMeaning from error


def granularity_of(expression: Expression) -> Granularity:
    """The calendar unit of a period, as far as the words tell."""
    if isinstance(expression, (Absolute, Shift)):
        return expression.unit
    if hasattr(expression, "base") and not isinstance(expression, In | Nth):  # a day of a week is a day
        return granularity_of(expression.base)
    cycle = getattr(expression, "cycle", None)
    if isinstance(cycle, Unit):
        return cycle.unit
    if isinstance(cycle, (Weekday, MonthDay, DayOfMonth, Holiday)):
        return Granularity.DAY
    if isinstance(cycle, (Daypart, Clock)):
        return Granularity.HOUR
    return Granularity.WEEK if isinstance(cycle, Weekend) else Granularity.MONTH


def require(sense: bool) -> None:
    """NoMeaning unless the slots make sense together."""
    if not sense:
        raise NoMeaning


@production
def same(value: object) -> object:
    """One class seen as another: every month is something that comes round."""
    return value
