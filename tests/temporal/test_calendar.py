"""Where calendar units begin, and moving by units."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.temporal.strategies import moments, units
from timeline.temporal.calendar import floor, moment_of, shift, unit_at
from timeline.temporal.granularity import Granularity as G

MOMENT = datetime(2019, 3, 27, 15, 42, 33, 123456)


@pytest.mark.parametrize(
    ("unit", "start"),
    [
        (G.SECOND, datetime(2019, 3, 27, 15, 42, 33)),
        (G.MINUTE, datetime(2019, 3, 27, 15, 42)),
        (G.HOUR, datetime(2019, 3, 27, 15)),
        (G.DAY, datetime(2019, 3, 27)),
        (G.WEEK, datetime(2019, 3, 25)),
        (G.MONTH, datetime(2019, 3, 1)),
        (G.QUARTER, datetime(2019, 1, 1)),
        (G.YEAR, datetime(2019, 1, 1)),
        (G.DECADE, datetime(2010, 1, 1)),
        (G.CENTURY, datetime(2000, 1, 1)),
    ],
)
def test_a_moment_is_floored_to_the_start_of_its_unit(unit, start):
    assert floor(MOMENT, unit) == start


@pytest.mark.parametrize(
    ("month", "first"), [(1, 1), (3, 1), (4, 4), (6, 4), (7, 7), (9, 7), (10, 10), (12, 10)]
)
def test_quarters_begin_in_january_april_july_and_october(month, first):
    assert floor(datetime(2019, month, 28), G.QUARTER) == datetime(2019, first, 1)


def test_a_week_may_begin_in_the_year_before():
    assert unit_at(datetime(2019, 1, 1), G.WEEK).first_day == date(2018, 12, 31)
    assert unit_at(datetime(2021, 1, 3), G.WEEK).first_day == date(2020, 12, 28)


@pytest.mark.parametrize(
    ("day", "count", "unit", "moved"),
    [
        ((2019, 1, 31), 1, G.MONTH, (2019, 2, 28)),
        ((2020, 1, 31), 1, G.MONTH, (2020, 2, 29)),
        ((2019, 3, 31), -1, G.MONTH, (2019, 2, 28)),
        ((2019, 5, 31), -3, G.MONTH, (2019, 2, 28)),
        ((2019, 12, 31), 2, G.MONTH, (2020, 2, 29)),
        ((2019, 1, 15), -1, G.MONTH, (2018, 12, 15)),
        ((2019, 11, 30), 1, G.QUARTER, (2020, 2, 29)),
        ((2020, 2, 29), 1, G.YEAR, (2021, 2, 28)),
        ((2020, 2, 29), -4, G.YEAR, (2016, 2, 29)),
        ((2000, 2, 29), -1, G.CENTURY, (1900, 2, 28)),
        ((2019, 3, 27), -2, G.DECADE, (1999, 3, 27)),
        ((2019, 12, 31), 1, G.DAY, (2020, 1, 1)),
        ((2019, 2, 28), 1, G.DAY, (2019, 3, 1)),
        ((2020, 2, 28), 1, G.DAY, (2020, 2, 29)),
        ((2019, 1, 1), -1, G.WEEK, (2018, 12, 25)),
    ],
)
def test_a_moment_moves_by_whole_units(day, count, unit, moved):
    assert shift(datetime(*day), count, unit) == datetime(*moved)


def test_moving_by_months_keeps_the_time_of_day():
    assert shift(datetime(2019, 1, 31, 17, 30), 1, G.MONTH) == datetime(2019, 2, 28, 17, 30)


@pytest.mark.parametrize("unit", list(G))
def test_moving_off_the_calendar_is_an_overflow_whatever_the_unit(unit):
    for moment, count in [(datetime(9999, 12, 31, 23, 59, 59), 1), (datetime(1, 1, 1), -1)]:
        with pytest.raises(OverflowError):
            shift(moment, count, unit)


@pytest.mark.parametrize(
    ("day", "last"),
    [((2019, 2, 7), (2019, 2, 28)), ((2020, 2, 7), (2020, 2, 29)), ((1900, 2, 7), (1900, 2, 28))],
)
def test_february_ends_where_the_year_says(day, last):
    assert unit_at(datetime(*day), G.MONTH).last_day == date(*last)


def test_the_first_decade_and_century_begin_with_the_calendar():
    assert unit_at(datetime(5, 6, 7), G.DECADE).end == datetime(10, 1, 1)
    assert unit_at(datetime(5, 6, 7), G.CENTURY).end == datetime(100, 1, 1)
    assert unit_at(datetime(5, 6, 7), G.CENTURY).start == datetime(1, 1, 1)


def test_midnight_of_a_day():
    assert moment_of(date(2019, 3, 27)) == datetime(2019, 3, 27)


@given(moments, units)
def test_flooring_twice_changes_nothing_and_never_goes_forward(moment, unit):
    start = floor(moment, unit)
    assert start <= moment
    assert floor(start, unit) == start


@given(st.datetimes(datetime(1, 1, 1), datetime(9899, 12, 31)), units)
def test_a_moment_lies_in_its_unit_and_units_join_without_a_gap(moment, unit):
    interval = unit_at(moment, unit)
    assert moment in interval
    assert interval.granularity is unit
    assert unit_at(interval.end, unit).start == interval.end


@given(st.datetimes(datetime(1000, 1, 1), datetime(3000, 1, 1)), st.integers(-500, 500))
def test_days_and_weeks_agree_with_plain_arithmetic(moment, count):
    assert (
        shift(moment, count, G.WEEK) == shift(moment, 7 * count, G.DAY) == moment + timedelta(days=7 * count)
    )


@given(st.datetimes(datetime(1000, 1, 1), datetime(3000, 1, 1)), st.integers(-500, 500))
def test_moving_by_months_lands_in_the_month_that_many_further(moment, count):
    moved = shift(moment, count, G.MONTH)
    assert (moved.year * 12 + moved.month) - (moment.year * 12 + moment.month) == count
    assert moved.day <= moment.day
