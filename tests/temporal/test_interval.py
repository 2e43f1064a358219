"""Half-open stretches of calendar time."""

from datetime import date, datetime

import pytest

from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval


@pytest.mark.parametrize("end", [datetime(2019, 3, 26), datetime(2019, 3, 25)])
def test_an_empty_or_reversed_interval_cannot_be_made(end):
    with pytest.raises(ValueError, match="must end after it starts"):
        Interval(datetime(2019, 3, 26), end)


def test_with_ends_keeps_the_stretch_and_says_which_ends_are_open():
    day = Interval.of_day(date(2019, 3, 26))
    late = day.with_ends(soft_start=True, soft_end=False)
    assert (late.start, late.end, late.soft_start, late.soft_end) == (day.start, day.end, True, False)
    assert late.is_soft and not day.is_soft


def test_a_day_holds_its_midnight_and_not_the_next():
    day = Interval.of_day(date(2019, 3, 26))
    assert datetime(2019, 3, 26) in day
    assert datetime(2019, 3, 26, 23, 59, 59) in day
    assert datetime(2019, 3, 27) not in day


def test_the_last_day_is_inclusive_at_midnight_and_within_a_day():
    assert Interval(datetime(2019, 3, 23), datetime(2019, 3, 25)).last_day == date(2019, 3, 24)
    assert Interval(datetime(2019, 3, 23), datetime(2019, 3, 25, 1)).last_day == date(2019, 3, 25)


def test_the_first_day_of_an_evening_is_its_day():
    assert Interval(datetime(2019, 3, 26, 18), datetime(2019, 3, 27)).first_day == date(2019, 3, 26)


def test_a_day_has_no_lost_or_doubled_hour_where_clocks_change():
    for day in (date(2019, 3, 31), date(2019, 10, 27), date(2019, 3, 10)):
        interval = Interval.of_day(day)
        assert (interval.end - interval.start).total_seconds() == 24 * 3600


def test_covering_is_inclusive_of_equal_ends():
    march = Interval(datetime(2019, 3, 1), datetime(2019, 4, 1), Granularity.MONTH)
    assert march.covers(march)
    assert march.covers(Interval.of_day(date(2019, 3, 31)))
    assert not march.covers(Interval.of_day(date(2019, 4, 1)))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 30)])
def test_the_ends_of_the_calendar_have_days(day):
    assert Interval.of_day(day).last_day == day


def test_granularities_are_ordered_from_second_to_century():
    names = ["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]
    assert [unit.word for unit in sorted(Granularity)] == names
    with pytest.raises(KeyError):
        Granularity.from_name("fortnight")
