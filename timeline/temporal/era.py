"""Dates before the year 1, which `datetime` cannot hold, counted in a calendar moved by 24 cycles.

The Gregorian calendar repeats itself every 400 years, weekdays and leap days included; so what follows from
a date BC can be worked out 9,600 years later and written with its own year. Nothing of it is ever drawn.
"""

import re
from dataclasses import replace
from datetime import datetime

from timeline.temporal.expression import Absolute, BeforeChrist, Expression, innermost
from timeline.temporal.granularity import Granularity

MOVED = 24 * 400  # years
EARLIEST = 600  # BC: moved, the years 9001 to 9600


def is_before_christ(expression: Expression) -> bool:
    """Whether an expression names a year BC that can be counted in."""
    year = innermost(expression)
    return isinstance(year, BeforeChrist) and not year.is_century and year.number <= EARLIEST


def moved(expression: Expression) -> Expression:
    """The same expression with its year BC in the moved calendar.

    >>> moved(BeforeChrist(1)).start.year
    9600
    """
    if isinstance(expression, BeforeChrist):
        return Absolute(datetime(MOVED + 1 - expression.number, 1, 1), Granularity.YEAR)
    base = getattr(expression, "base", None)
    return expression if base is None else replace(expression, base=moved(base))


def written(value: str) -> str:
    """A TIMEX3 value of the moved calendar with its own year.

    >>> written("9552-03-15TEV"), written("9605"), written("P3D")
    ('BC0049-03-15TEV', '0005', 'P3D')
    """
    if re.fullmatch(r"\d{2,3}", value):  # decades and centuries BC have no agreed way of writing
        return "X" * len(value)
    return re.sub(r"^\d{4}(?=$|-)", lambda match: _year(int(match[0]) - MOVED), value)


def _year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"
