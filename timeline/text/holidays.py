"""Holidays by name, their dates from the `holidays` library."""

from datetime import date, timedelta
from functools import cache, partial

from timeline.temporal.cycle import Holiday


def holiday(key: str) -> Holiday:
    """A holiday by its key in a language file: `month-day`, or `COUNTRY:Name` as the library has it, moved by
    some days with `+` or `-`. ValueError for a key of another form.

    >>> holiday("12-25").day_in(2019), holiday("US:Easter Sunday -7").day_in(2019)
    (datetime.date(2019, 12, 25), datetime.date(2019, 4, 14))
    """
    country, _, name = key.rpartition(":")
    if not country:
        month, day = map(int, name.split("-"))
        return Holiday(key, partial(_fixed, month, day))
    plain, _, moved = name.rpartition(" ")
    if not moved[1:].isdigit():
        plain, moved = name, "0"
    return Holiday(key, partial(_listed, country, plain, timedelta(days=int(moved))))


def _fixed(month: int, day: int, year: int) -> date:
    return date(year, month, day)


def _listed(country: str, name: str, moved: timedelta, year: int) -> date | None:
    day = _days(country, year).get(name)
    return None if day is None else day + moved


@cache
def _days(country: str, year: int) -> dict[str, date]:
    """The first day of each holiday of a country in a year."""
    import holidays  # only where an article names one: it takes a tenth of a second

    kinds = ("public", "unofficial") if country == "US" else ("public",)
    found = holidays.country_holidays(country, years=year, language="en_US", categories=kinds, observed=False)
    return {name: day for day, names in sorted(found.items(), reverse=True) for name in names.split("; ")}
