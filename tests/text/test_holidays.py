"""Holidays by name: the day of each in a year, and none where nobody knows it."""

import tomllib
import warnings
from datetime import date

import pytest

from timeline.text.grammar import LANGUAGES
from timeline.text.holidays import holiday
from timeline.text.tag import tag

DAY = date(2019, 3, 27)


def values(text, day=DAY):
    return [each.value for each in tag(text, day)]


@pytest.mark.parametrize(
    ("key", "year", "day"),
    [
        ("12-25", 1, (12, 25)),
        ("12-25", 9999, (12, 25)),
        ("easter+0", 2019, (4, 21)),
        ("easter+0", 2024, (3, 31)),
        ("easter+0", 2038, (4, 25)),
        ("easter+0", 1818, (3, 22)),
        ("easter+0", 1916, (4, 23)),
        ("easter+0", 1453, (4, 1)),
        ("easter+0", 1582, (4, 15)),
        ("easter+0", 1583, (4, 10)),
        ("easter-2", 1998, (4, 10)),
        ("easter+39", 2019, (5, 30)),
        ("easter+49", 2019, (6, 9)),
        ("easter-46", 2024, (2, 14)),
        ("US:Thanksgiving Day", 2018, (11, 22)),
        ("US:Thanksgiving Day", 2019, (11, 28)),
        ("US:Thanksgiving Day", 1863, (11, 26)),
        ("US:Labor Day", 2019, (9, 2)),
        ("US:Memorial Day", 1969, (5, 30)),
        ("US:Memorial Day", 2019, (5, 27)),
        ("US:Martin Luther King Jr. Day", 2019, (1, 21)),
        ("US:Mother's Day", 2019, (5, 12)),
        ("IL:Yom Kippur", 1973, (10, 6)),
        ("CN:Chinese New Year (Spring Festival)", 2019, (2, 5)),
        ("IN:Diwali", 2019, (10, 27)),
    ],
)
def test_the_day_of_a_holiday_in_a_year(key, year, day):
    assert holiday(key).day_in(year) == date(year, *day)


@pytest.mark.parametrize(
    ("key", "year"),
    [
        ("easter+0", 1),
        ("easter+0", 325),
        ("easter+0", 4100),
        ("easter+0", 9999),
        ("US:Thanksgiving Day", 1700),
        ("US:Labor Day", 1800),
        ("US:Martin Luther King Jr. Day", 1950),
        ("IL:Yom Kippur", 1900),
        ("IN:Diwali", 1950),
        ("US:No Such Day", 2019),
    ],
)
def test_a_year_that_nobody_reckoned_has_no_such_day(key, year):
    assert holiday(key).day_in(year) is None


@pytest.mark.parametrize("key", ["christmas", "easter", "12-", "easter+x", ""])
def test_a_key_of_another_form_is_refused_at_once(key):
    with pytest.raises(ValueError):
        holiday(key)


def keys():
    for language in ("en", "es"):
        words = tomllib.loads((LANGUAGES / f"{language}.toml").read_text("utf-8"))["words"]
        for name in ("holiday", "holiday_week"):
            yield from words.get(name, {})


@pytest.mark.parametrize("key", sorted(set(keys())))
def test_every_holiday_of_the_language_files_is_known_today_and_fails_in_no_year(key):
    day = holiday(key).day_in
    assert day(2019).year == 2019
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for year in (1, 4, 100, 325, 1582, 1900, 2001, 2100, 4099, 9999):
            assert day(year) is None or day(year).year == year


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Thanksgiving.", "2018-11-22"),
        ("They met on Easter Sunday, 1453.", "1453-04-01"),
        ("They met at Easter 1916.", "1916-04-23"),
        ("They will meet at Easter.", "2019-04-21"),
        ("They met on Good Friday.", "2018-03-30"),
        ("They met on Christmas Eve.", "2018-12-24"),
        ("They will meet on Labor Day.", "2019-09-02"),
        ("They met last Christmas.", "2018-12-25"),
        ("They met on Yom Kippur.", "2018-09-19"),
        ("They met on Thanksgiving 2015.", "2015-11-26"),
    ],
)
def test_a_holiday_in_a_text(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text", ["They met on Thanksgiving 1700.", "They met on Martin Luther King Day 1950."]
)
def test_a_holiday_of_a_year_before_it_was_one_is_a_timex_without_a_day(text):
    (timex,) = tag(text, DAY)
    assert timex.interval is None and "X" in timex.value and timex.why.endswith(".")


@pytest.mark.parametrize(
    "day", [date(1, 1, 1), date(300, 5, 1), date(1500, 1, 1), date(4200, 1, 1), date(9999, 12, 31)]
)
def test_a_holiday_in_an_article_of_any_year(day):
    text = "They met on Thanksgiving, at Easter, on Yom Kippur and at Christmas; next Easter, last Labor Day."
    assert len(tag(text, day)) == 6


@pytest.mark.parametrize(
    "text", ["The Christmas tree fell.", "They sailed to Easter Island.", "Christmas carols were sung."]
)
def test_a_holiday_that_names_a_thing_is_no_time(text):
    assert values(text) == []
