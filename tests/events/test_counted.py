"""Dates counted from what happened."""

from datetime import date

import pytest

from tests.events.articles import analysed, token
from timeline.events.counted import Count
from timeline.temporal.interval import Interval


@pytest.mark.parametrize(
    ("text", "counted", "start", "days"),
    [
        ("Two days after the election, the mayor resigned.", "resigned", "election", 2),
        ("The mayor resigned three days before the vote.", "resigned", "vote", -3),
        ("The strike began a week after the president spoke.", "began", "spoke", 7),
    ],
)
def test_a_length_before_after_or_before_ties_two_happenings(text, counted, start, days):
    analysis = analysed(text)
    (found,) = analysis.counts[token(analysis, counted).i]
    assert found == Count(token(analysis, counted), token(analysis, start), days)


@pytest.mark.parametrize(
    "text",
    [
        "The strike lasted two days.",
        "About two days after the vote she left.",
        "Some months after the vote she left.",
        "Two days after Monday she left.",
    ],
)
def test_what_is_no_count_from_a_happening_ties_nothing(text):
    assert analysed(text).counts == {}


def test_each_of_the_two_gives_the_other_its_day():
    analysis = analysed("The mayor resigned three days before the vote.")
    (count,) = analysis.counts[token(analysis, "vote").i]
    vote = Interval.of_day(date(2019, 3, 10))
    resigned = count.move(vote, count.counted)
    assert resigned.first_day == date(2019, 3, 7)
    assert count.move(resigned, count.start) == vote
