"""The days that matter: those of important events, the more so the more often they are told."""

from datetime import date, datetime

import pytest

from tests.builders import event, event_table
from timeline.table.key_dates import key_dates

QUIET, LOUD, OTHER = (datetime(2019, 3, day) for day in (4, 9, 20))


def days(*events: dict, n: int = 10) -> list[int]:
    return [day.day for day in key_dates(event_table(list(events)), n)]


def test_the_day_of_the_more_important_event_comes_first():
    assert days(event("a", QUIET, importance=1.0), event("b", LOUD, importance=2.0)) == [9, 4]


def test_a_day_that_more_articles_tell_matters_more():
    told = [event(f"b{n}", LOUD, importance=1.0, articles=3) for n in range(3)]
    assert days(event("a", QUIET, importance=1.5), *told) == [9, 4]


def test_many_small_events_make_no_great_day():
    told = [event(f"b{n}", LOUD, importance=0.3) for n in range(5)]
    assert days(event("a", QUIET, importance=2.0, articles=5), *told) == [4, 9]


@pytest.mark.parametrize(
    "other",
    [
        {"status": "planned"},
        {"bound": "from"},
        {"end": datetime(2019, 4, 1)},
    ],
    ids=["a plan", "a begin", "a stretch"],
)
def test_only_known_days_of_what_is_no_mere_plan(other):
    assert days(event("a", QUIET), event("b", LOUD, **other)) == [4]


def test_a_day_has_its_events_by_importance():
    table = event_table([event("a", LOUD, importance=1.0), event("b", LOUD, importance=2.0)])
    assert key_dates(table) == {date(2019, 3, 9): ["b", "a"]}
    assert days(event("a", QUIET), event("b", LOUD), event("c", OTHER), n=2) == [4, 9]
