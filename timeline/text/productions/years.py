"""Years and longer: 1996, the 1990s, the 20th century, 44 BC."""

from datetime import datetime

from timeline.temporal.cycle import Cycle
from timeline.temporal.expression import Absolute, BeforeChrist, Expression, In
from timeline.temporal.granularity import Granularity
from timeline.text.productions.registry import production, require


@production
def year(year: int) -> Expression:
    return Absolute(datetime(year, 1, 1), Granularity.YEAR)


@production
def recent_year(year: int) -> Expression:
    """A number that, without a word before it that says so, is a year only in our times."""
    require(1900 <= year <= 2050)
    return Absolute(datetime(year, 1, 1), Granularity.YEAR)


@production
def short_year(number: int) -> Expression:
    """The blizzard of '66."""
    return year(number + (1900 if number >= 30 else 2000))


@production
def decade(decade: int) -> Expression:
    """The 1990s; the '90s are those of the last century."""
    return Absolute(datetime(decade if decade > 99 else 1900 + decade, 1, 1), Granularity.DECADE)


@production
def decade_in_words(decade_word: int) -> Expression:
    """The nineties."""
    return decade(decade_word)


@production
def decade_of_year(year: int) -> Expression:
    """The 1990's; los años 90."""
    require(year % 10 == 0 and (year < 100 or 1000 <= year < 2200))
    return decade(year)


@production
def year_bc(number: int, cycle: Cycle | None = None, **_) -> Expression:
    """44 BC, the spring of 414 BC."""
    require(0 < number < 10_000)
    return In(cycle, BeforeChrist(number)) if cycle else BeforeChrist(number)


@production
def year_ad(number: int, **_) -> Expression:
    """AD 79."""
    require(0 < number < 10_000)
    return year(number)


@production
def century_bc(number: int, **_) -> Expression:
    """The 5th century BC."""
    require(1 < number < 60)
    return BeforeChrist(number, is_century=True)


@production
def century(number: int) -> Expression:
    """The 20th century, drawn as the years 1900 to 1999."""
    require(2 <= number <= 22)
    return Absolute(datetime((number - 1) * 100, 1, 1), Granularity.CENTURY)
