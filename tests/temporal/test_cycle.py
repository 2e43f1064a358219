"""Things that come round: when in their period, and how TIMEX3 writes them."""

from datetime import date, datetime

import pytest

from timeline.temporal.cycle import (
    Clock,
    DayOfMonth,
    Daypart,
    Month,
    MonthDay,
    Stretch,
    Unit,
    Weekday,
    Weekend,
)
from timeline.temporal.granularity import Granularity as G

WEEK, YEAR, MONTH, DAY = (
    datetime(2019, 3, 25),
    datetime(2019, 1, 1),
    datetime(2019, 2, 1),
    datetime(2019, 3, 26),
)


@pytest.mark.parametrize(
    ("cycle", "period", "first", "last"),
    [
        (Weekday(1), WEEK, (2019, 3, 25), (2019, 3, 25)),
        (Weekday(7), WEEK, (2019, 3, 31), (2019, 3, 31)),
        (Weekend(), WEEK, (2019, 3, 30), (2019, 3, 31)),
        (Month(2), YEAR, (2019, 2, 1), (2019, 2, 28)),
        (Month(12), YEAR, (2019, 12, 1), (2019, 12, 31)),
        (MonthDay(3, 27), YEAR, (2019, 3, 27), (2019, 3, 27)),
        (DayOfMonth(14), MONTH, (2019, 2, 14), (2019, 2, 14)),
        (DayOfMonth(14, weekday=4), MONTH, (2019, 2, 14), (2019, 2, 14)),
        (Stretch("SP"), YEAR, (2019, 3, 1), (2019, 5, 31)),
        (Stretch("SU"), YEAR, (2019, 6, 1), (2019, 8, 31)),
        (Stretch("FA"), YEAR, (2019, 9, 1), (2019, 11, 30)),
        (Stretch("WI"), YEAR, (2019, 12, 1), (2020, 2, 29)),
        (Stretch("Q1"), YEAR, (2019, 1, 1), (2019, 3, 31)),
        (Stretch("Q4"), YEAR, (2019, 10, 1), (2019, 12, 31)),
        (Stretch("H1"), YEAR, (2019, 1, 1), (2019, 6, 30)),
        (Stretch("H2"), YEAR, (2019, 7, 1), (2019, 12, 31)),
        (Daypart("MO"), DAY, (2019, 3, 26), (2019, 3, 26)),
        (Daypart("NI"), DAY, (2019, 3, 26), (2019, 3, 26)),
        (Clock(23, 59), DAY, (2019, 3, 26), (2019, 3, 26)),
        (Unit(G.QUARTER), YEAR, (2019, 1, 1), (2019, 3, 31)),
    ],
)
def test_a_cycle_comes_once_in_its_period(cycle, period, first, last):
    interval = cycle.within(period)
    assert (interval.first_day, interval.last_day) == (date(*first), date(*last))


@pytest.mark.parametrize(
    ("cycle", "period"),
    [
        (MonthDay(2, 29), YEAR),
        (MonthDay(2, 29), datetime(1900, 1, 1)),
        (MonthDay(6, 31), YEAR),
        (DayOfMonth(29), MONTH),
        (DayOfMonth(14, weekday=5), MONTH),
        (DayOfMonth(31), datetime(2019, 4, 1)),
    ],
)
def test_a_day_that_the_period_lacks_does_not_come(cycle, period):
    assert cycle.within(period) is None


def test_29_february_comes_in_leap_years():
    assert MonthDay(2, 29).within(datetime(2020, 1, 1)).first_day == date(2020, 2, 29)
    assert MonthDay(2, 29).within(datetime(2000, 1, 1)).first_day == date(2000, 2, 29)


def test_seasons_and_parts_of_the_day_are_soft_while_quarters_are_firm():
    for cycle, period, soft in [
        (Stretch("SU"), YEAR, True),
        (Daypart("EV"), DAY, True),
        (Stretch("Q2"), YEAR, False),
    ]:
        interval = cycle.within(period)
        assert (interval.soft_start, interval.soft_end) == (soft, soft)


@pytest.mark.parametrize(
    ("cycle", "start", "value"),
    [
        (Unit(G.DAY), (2019, 3, 26), "2019-03-26"),
        (Unit(G.MONTH), (2019, 2, 1), "2019-02"),
        (Unit(G.QUARTER), (2019, 10, 1), "2019-Q4"),
        (Unit(G.YEAR), (2019, 1, 1), "2019"),
        (Unit(G.DECADE), (1990, 1, 1), "199"),
        (Unit(G.CENTURY), (1900, 1, 1), "19"),
        (Unit(G.HOUR), (2019, 3, 26, 9), "2019-03-26T09"),
        (Unit(G.MINUTE), (2019, 3, 26, 9, 5), "2019-03-26T09:05"),
        (Weekday(2), (2019, 3, 26), "2019-03-26"),
        (Month(2), (2019, 2, 1), "2019-02"),
        (Stretch("SU"), (2017, 6, 1), "2017-SU"),
        (Daypart("EV"), (2019, 3, 26, 18), "2019-03-26TEV"),
        (Daypart("SH"), (2019, 3, 26), "2019-03-26TDW"),
        (Clock(17, 30), (2019, 3, 26, 17, 30), "2019-03-26T17:30"),
    ],
)
def test_timex3_values_of_known_dates(cycle, start, value):
    assert cycle.value(datetime(*start)) == value


@pytest.mark.parametrize(
    ("start", "value"),
    [
        ((2020, 12, 28), "2020-W53"),
        ((2018, 12, 31), "2019-W01"),
        ((2016, 1, 1), "2015-W53"),
        ((2019, 1, 7), "2019-W02"),
    ],
)
def test_weeks_follow_iso_8601_at_year_ends(start, value):
    assert Unit(G.WEEK).value(datetime(*start)) == value


def test_the_weekend_of_week_53_belongs_to_the_old_year():
    assert Weekend().value(datetime(2021, 1, 2)) == "2020-W53-WE"


@pytest.mark.parametrize(
    ("cycle", "value"),
    [
        (Unit(G.YEAR), "0519"),
        (Unit(G.MONTH), "0519-07"),
        (Unit(G.DAY), "0519-07-01"),
        (Unit(G.DECADE), "051"),
        (Unit(G.CENTURY), "05"),
        (Unit(G.QUARTER), "0519-Q3"),
        (Unit(G.MINUTE), "0519-07-01T00:00"),
        (Month(7), "0519-07"),
        (MonthDay(7, 1), "0519-07-01"),
        (Weekday(1), "0519-07-01"),
        (Stretch("SU"), "0519-SU"),
        (Daypart("NI"), "0519-07-01TNI"),
        (Clock(0), "0519-07-01T00:00"),
    ],
)
def test_a_year_before_1000_is_written_with_four_digits(cycle, value):
    assert cycle.value(datetime(519, 7, 1)) == value


@pytest.mark.parametrize(
    ("cycle", "value"),
    [
        (Weekday(5), "XXXX-WXX-5"),
        (Weekend(), "XXXX-WXX-WE"),
        (Month(2), "XXXX-02"),
        (MonthDay(3, 7), "XXXX-03-07"),
        (DayOfMonth(8), "XXXX-XX-08"),
        (Stretch("Q1"), "XXXX-Q1"),
        (Daypart("MO"), "XXXX-XX-XXTMO"),
        (Clock(7, 5), "XXXX-XX-XXT07:05"),
        (Unit(G.WEEK), "XXXX-WXX"),
        (Unit(G.YEAR), "XXXX"),
        (Unit(G.DECADE), "XXX"),
    ],
)
def test_unknown_digits_are_x(cycle, value):
    assert cycle.open_value == value
