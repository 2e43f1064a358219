"""Holidays by name, their dates from the `holidays` library and, for Easter, from `dateutil`."""

import warnings
from datetime import date, timedelta
from functools import cache, partial

from dateutil.easter import EASTER_JULIAN, EASTER_WESTERN, easter

from timeline.temporal.cycle import Holiday

FIRST_EASTER, REFORM, LAST_EASTER = 326, 1583, 4099  # years that the reckoning of Easter covers


def holiday(key: str) -> Holiday:
    """A holiday by its key in a language file: `month-day`, `easter` and so many days, or `COUNTRY:Name` as
    the library has it. ValueError for a key of another form.

    >>> holiday("12-25").day_in(2019), holiday("easter-7").day_in(2019)
    (datetime.date(2019, 12, 25), datetime.date(2019, 4, 14))
    >>> holiday("US:Labor Day").day_in(2019)
    datetime.date(2019, 9, 2)
    """
    country, _, name = key.rpartition(":")
    if country:
        return Holiday(key, partial(_listed, country, name))
    if name.startswith("easter"):
        return Holiday(key, partial(_by_easter, timedelta(days=int(name.removeprefix("easter")))))
    month, day = map(int, name.split("-"))
    return Holiday(key, partial(_fixed, month, day))


def _fixed(month: int, day: int, year: int) -> date:
    return date(year, month, day)


def _by_easter(moved: timedelta, year: int) -> date | None:
    """By the calendar in use: the Julian before the reform of 1582, the Gregorian after it."""
    if not FIRST_EASTER <= year <= LAST_EASTER:
        return None
    return easter(year, EASTER_WESTERN if year >= REFORM else EASTER_JULIAN) + moved


def _listed(country: str, name: str, year: int) -> date | None:
    return _days(country, year).get(name)


@cache
def _days(country: str, year: int) -> dict[str, date]:
    """The first day of each holiday of a country in a year."""
    import holidays  # only where an article names one: it takes a tenth of a second

    kinds = ("public", "unofficial") if country == "US" else ("public",)
    with warnings.catch_warnings():  # of years that the library does not know: those days have no date
        warnings.simplefilter("ignore")
        found = holidays.country_holidays(
            country, years=year, language="en_US", categories=kinds, observed=False
        )
    return {name: day for day, names in sorted(found.items(), reverse=True) for name in names.split("; ")}
