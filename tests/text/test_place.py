"""Timexes against the publication date, and what a corrected date does."""

from datetime import date, timedelta

import pytest

from timeline.temporal.interval import Interval
from timeline.text.placing import place_one
from timeline.text.tag import tag
from timeline.text.timex import Anchor

TEXT = "On July 2, 2013 they met. They met again late Tuesday, over the weekend, and recently."
WEDNESDAY = date(2019, 3, 27)


def placed(text, day):
    return {each.words: each for each in tag(text, day)}


def test_without_a_publication_date_only_dates_stated_in_full_are_placed():
    timexes = placed(TEXT, None)
    assert timexes["July 2, 2013"].interval.first_day == date(2013, 7, 2)
    assert [timexes[words].interval for words in ("late Tuesday", "the weekend", "recently")] == [None] * 3
    assert (timexes["late Tuesday"].value, timexes["late Tuesday"].mod) == ("XXXX-WXX-2", "END")


def test_a_corrected_publication_date_moves_what_is_relative_and_nothing_else():
    before, after = placed(TEXT, WEDNESDAY), placed(TEXT, WEDNESDAY + timedelta(weeks=2))
    for words in ("late Tuesday", "the weekend"):
        assert after[words].interval.start - before[words].interval.start == timedelta(weeks=2)
    assert after["July 2, 2013"].interval == before["July 2, 2013"].interval


def test_a_timex_can_be_placed_anew_without_reading_the_text_again():
    (found,) = tag("They met on Tuesday.", WEDNESDAY)
    again = place_one(found.timex, Anchor(Interval.of_day(date(2020, 3, 4))))
    assert (again.value, again.words, again.timex) == ("2020-03-03", "Tuesday", found.timex)


def test_what_is_relative_is_told_from_what_is_stated():
    timexes = placed(TEXT, WEDNESDAY)
    assert [timexes[words].is_relative for words in ("July 2, 2013", "late Tuesday")] == [False, True]


@pytest.mark.parametrize(
    "words",
    ["earlier in 2018", "later in 2018", "in early 2018", "at the end of 2018", "in the summer of 2018"],
)
def test_parts_of_a_stated_year_do_not_trouble_an_undated_article(words):
    assert [each.value[:4] for each in tag(f"They met {words}.", None)] == ["2018"]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1, 1, 7), date(9999, 12, 31), date(9999, 12, 24)])
def test_the_ends_of_the_calendar_place_what_they_can(day):
    text = (
        "They met yesterday, on Monday, last week, last year; they will meet tomorrow, next week, next year."
    )
    assert len(tag(text, day)) == 7


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        (date(2020, 3, 1), "They met yesterday.", "2020-02-29"),
        (date(2019, 1, 1), "They met on Monday.", "2018-12-31"),
        (date(2021, 1, 4), "They met last week.", "2020-W53"),
        (date(2019, 1, 31), "They will meet next month.", "2019-02"),
        (date(2019, 3, 31), "They met last month.", "2019-02"),
        (date(2019, 4, 1), "They met yesterday.", "2019-03-31"),
    ],
)
def test_leap_days_year_ends_and_short_months(day, text, value):
    assert [each.value for each in tag(text, day)] == [value]


@pytest.mark.parametrize("words", ["an hour ago", "ten minutes ago", "three hours ago"])
def test_hours_before_publication_are_not_counted_from_midnight(words):
    (timex,) = tag(f"The crane fell {words}.", WEDNESDAY)
    assert timex.interval is None or timex.interval.last_day == WEDNESDAY


def test_a_decade_written_with_an_apostrophe_is_still_a_decade():
    assert [(each.words, each.value) for each in tag("The crane was built in the 1990's.", None)] == [
        ("the 1990's", "199")
    ]


def test_by_words_alone_a_verb_that_did_not_decide_is_not_given_as_the_reason(monkeypatch):
    monkeypatch.setattr("timeline.text.setting.parse", lambda *_: None)
    text = "The minister defended a long and costly plan for the new harbour walls, payable December 7."
    (timex,) = tag(text, date(2019, 3, 27))
    assert timex.value == "2018-12-07" and "no verb near it" in timex.why and "defended" not in timex.why


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lo dijo la víspera el alcalde.", "2019-03-26"),
        ("El puerto cerró el 8 de marzo. La víspera había zarpado el último buque.", "2019-03-07"),
    ],
    ids=["before publication", "before the date named before"],
)
def test_the_eve_is_the_day_before_the_date_named_or_else_before_publication(text, value):
    assert tag(text, WEDNESDAY, "es")[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("La cita es el sábado 30.", "2019-03-30"),
        ("El tirador llegó el viernes 15.", "2019-03-15"),
        ("El pleno será el lunes 1.", "2019-04-01"),
    ],
)
def test_a_weekday_beside_a_number_is_the_nearest_day_that_has_both(text, value):
    assert tag(text, WEDNESDAY, "es")[-1].value == value
