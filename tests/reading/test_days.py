"""A day is read from a full date in any language, and from nothing less."""

from datetime import date

import pytest

from timeline.reading.days import is_ambiguous, parse_day

DAY = date(2019, 3, 27)


@pytest.mark.parametrize(
    "words",
    [
        "2019-03-27",
        "20190327",
        "2019/3/27",
        "2019.03.27",
        "2019-03-27T23:30:00-05:00",
        "2019-03-27T00:30:00Z",
        "2019-03-27 23:30:00.123 +02:00",
        "March 27, 2019",
        "Mar. 27 2019",
        "27th March 2019",
        "Wednesday, March 27, 2019",
        "March 27, 2019 at 10:15 p.m. ET",
        "Wed, 27 Mar 2019 23:30:00 -0800 (PST)",
        "10:15 AM, March 27, 2019",
        "  27   March\n2019 ",
        "27.03.2019, 22.15 Uhr",
        "27 de marzo de 2019",
        "miércoles, 27 de marzo de 2019",
        "27. März 2019",
        "mercredi 27 mars 2019",
        "27 марта 2019 г.",
        "2019年3月27日",
        "27 marca 2019",
        "٢٧ مارس ٢٠١٩",
        "27/03/2019",
    ],
)
def test_a_full_date_is_read_as_the_day_written(words):
    assert parse_day(words) == DAY


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "today",
        "two days ago",
        "Wednesday",
        "March 2019",
        "27 March",
        "2019",
        "2019-03",
        "2019-W13",
        "27/03/19",
        "2019-13-45",
        "30 February 2019",
        "1553644800",
        "soon",
        "Troops landed on March 27, 2019",
        "March 27, 2019 " * 40,
    ],
)
def test_anything_less_or_more_is_no_day(words):
    assert parse_day(words) is None


def test_numbers_are_read_day_first_except_in_english():
    assert parse_day("03/04/2019") == parse_day("03/04/2019", "es") == date(2019, 4, 3)
    assert parse_day("03/04/2019", "en") == parse_day("03/04/2019", "en-US") == date(2019, 3, 4)
    assert parse_day("03/04/2019", "en-GB") == date(2019, 4, 3)


def test_numbers_with_dots_are_day_first_everywhere():
    assert parse_day("3.4.2019", "en") == date(2019, 4, 3)


def test_numbers_that_allow_one_reading_only_get_it():
    assert parse_day("27/03/2019", "en") == DAY
    assert parse_day("03/27/2019", "es") == DAY


def test_another_language_than_the_article_s_is_tried_too():
    assert parse_day("27. März 2019", "en") == DAY


def test_an_unknown_language_is_no_error():
    assert parse_day("March 27, 2019", "xx") == DAY


def test_old_dates_are_read():
    assert parse_day("14 July 1789") == date(1789, 7, 14)


@pytest.mark.parametrize(
    ("words", "language", "answer"),
    [
        ("03/04/2019", "en", True),
        ("03-04-2019", "en-GB", True),
        ("03/03/2019", "en", False),
        ("27/03/2019", "en", False),
        ("3.4.2019", "en", False),
        ("03/04/2019", "de", False),
        ("March 4, 2019", "en", False),
    ],
)
def test_only_what_english_readers_disagree_on_is_ambiguous(words, language, answer):
    assert is_ambiguous(words, language) is answer
