"""Expression + anchor → interval."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.temporal.strategies import anchors, expressions
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
from timeline.temporal.expression import (
    Absolute,
    Bare,
    BeforeChrist,
    Compound,
    Covering,
    Direction,
    Duration,
    Ending,
    Every,
    Half,
    In,
    Last,
    Leading,
    Mod,
    Modified,
    Moved,
    Next,
    Nth,
    Numeric,
    Order,
    Part,
    Restated,
    Shift,
    SoFar,
    Span,
    StillToCome,
    This,
    Turn,
    Unclear,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.granularity import Granularity as G
from timeline.temporal.interval import Interval
from timeline.temporal.resolve import resolve

WEDNESDAY = date(2019, 3, 27)
PAST, FUTURE, NEAREST = Direction.PAST, Direction.FUTURE, Direction.NEAREST
MARCH_2019 = Absolute(datetime(2019, 3, 1), G.MONTH)
YEAR_2001 = Absolute(datetime(2001, 1, 1), G.YEAR)


def days(expression, published=WEDNESDAY):
    """First and last day, as people count."""
    interval = resolve(expression, Interval.of_day(published))
    return interval and (interval.first_day.isoformat(), interval.last_day.isoformat())


def day(expression, published=WEDNESDAY):
    first, last = days(expression, published)
    assert first == last
    return first


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Bare(Weekday(2), PAST), "2019-03-26"),
        (Bare(Weekday(2), FUTURE), "2019-04-02"),
        (Bare(Weekday(3), PAST), "2019-03-27"),  # written on a Wednesday, "Wednesday" is that day
        (Bare(Weekday(3), FUTURE), "2019-03-27"),
        (Bare(Weekday(4), PAST), "2019-03-21"),
        (Last(Weekday(3)), "2019-03-20"),
        (Last(Weekday(1)), "2019-03-25"),
        (Next(Weekday(3)), "2019-04-03"),
        (Next(Weekday(1)), "2019-04-01"),
        (This(Weekday(5)), "2019-03-29"),
        (This(Weekday(1)), "2019-03-25"),
        (This(Unit(G.DAY)), "2019-03-27"),
        (Shift(-1, G.DAY), "2019-03-26"),
        (Shift(5, G.DAY), "2019-04-01"),
        (Bare(MonthDay(12, 24), NEAREST), "2018-12-24"),
        (Bare(MonthDay(5, 23), NEAREST), "2019-05-23"),
        (Bare(MonthDay(3, 27), PAST), "2019-03-27"),
        (Bare(DayOfMonth(31), PAST), "2019-01-31"),  # February has none, that of March is to come
        (Bare(DayOfMonth(31), FUTURE), "2019-03-31"),
    ],
)
def test_days_counted_from_a_wednesday(expression, expected):
    assert day(expression) == expected


@pytest.mark.parametrize(
    ("expression", "first", "last"),
    [
        (Bare(Weekend(), PAST), "2019-03-23", "2019-03-24"),
        (This(Weekend()), "2019-03-30", "2019-03-31"),
        (Next(Weekend()), "2019-03-30", "2019-03-31"),
        (Last(Unit(G.WEEK)), "2019-03-18", "2019-03-24"),
        (Shift(-2, G.WEEK), "2019-03-11", "2019-03-17"),
        (Bare(Month(2), PAST), "2019-02-01", "2019-02-28"),
        (Bare(Month(3), PAST), "2019-03-01", "2019-03-31"),
        (Bare(Month(4), PAST), "2018-04-01", "2018-04-30"),
        (Bare(Month(2), FUTURE), "2020-02-01", "2020-02-29"),
        (Last(Unit(G.YEAR)), "2018-01-01", "2018-12-31"),
        (Shift(-1, G.QUARTER), "2018-10-01", "2018-12-31"),
        (Last(Stretch("WI")), "2018-12-01", "2019-02-28"),
        (Absolute(datetime(1990, 1, 1), G.DECADE), "1990-01-01", "1999-12-31"),
        (Nth(1, Unit(G.WEEK), MARCH_2019), "2019-03-04", "2019-03-10"),
        (Nth(-1, Weekend(), MARCH_2019), "2019-03-30", "2019-03-31"),
        (SoFar(This(Unit(G.YEAR))), "2019-01-01", "2019-03-27"),
        (StillToCome(This(Unit(G.WEEK))), "2019-03-28", "2019-03-31"),
        (StillToCome(This(Unit(G.DAY))), "2019-03-27", "2019-03-27"),
        (Span(2, G.WEEK, PAST), "2019-03-13", "2019-03-27"),
        (Part(Mod.MID, Bare(Month(2), PAST)), "2019-02-11", "2019-02-20"),
        (Part(Mod.START, This(Unit(G.YEAR))), "2019-01-01", "2019-04-30"),
        (Part(Mod.END, Absolute(datetime(1990, 1, 1), G.DECADE)), "1997-01-01", "1999-12-31"),
    ],
)
def test_longer_periods(expression, first, last):
    assert days(expression) == (first, last)


@pytest.mark.parametrize(
    "expression",
    [
        Duration(3, G.DAY),
        Duration(None, G.YEAR),
        Every(Weekday(2)),
        Vague("PAST_REF"),
        Within(3, G.DAY, PAST),
        Modified(Mod.APPROX, Duration(2, G.WEEK)),
        Shift(-100_000, G.YEAR),
        Shift(10**12, G.DAY),
        Nth(6, Weekday(1), MARCH_2019),
        Nth(-6, Weekday(1), MARCH_2019),
        In(MonthDay(2, 29), YEAR_2001),
        SoFar(Next(Unit(G.YEAR))),
    ],
)
def test_what_has_no_place_on_the_calendar_gives_none(expression):
    assert days(expression) is None


@pytest.mark.parametrize(
    "expression",
    [
        Bare(Weekday(2), PAST),
        This(Unit(G.YEAR)),
        Last(Month(2)),
        Next(Unit(G.WEEK)),
        Shift(-1, G.DAY),
        Span(2, G.WEEK, PAST),
        Within(2, G.DAY, FUTURE),
        Part(Mod.END, Bare(Weekday(2), PAST)),
        In(Daypart("EV"), Bare(Weekday(2), PAST)),
        SoFar(This(Unit(G.YEAR))),
        StillToCome(This(Unit(G.YEAR))),
        SoFar(Absolute(datetime(2018, 1, 1), G.YEAR)),
        StillToCome(Absolute(datetime(2018, 1, 1), G.YEAR)),
    ],
)
def test_what_needs_the_publication_date_has_no_place_without_it(expression):
    assert resolve(expression, None) is None


def test_what_is_stated_in_full_needs_no_publication_date():
    assert resolve(YEAR_2001, None).last_day == date(2001, 12, 31)
    assert resolve(In(Stretch("SU"), YEAR_2001), None).first_day == date(2001, 6, 1)
    assert resolve(Part(Mod.END, YEAR_2001), None).first_day == date(2001, 9, 1)


def test_late_on_a_day_is_its_evening_and_night_with_a_soft_start():
    late = resolve(Part(Mod.END, Bare(Weekday(2), PAST)), Interval.of_day(WEDNESDAY))
    assert (late.start, late.end) == (datetime(2019, 3, 26, 18), datetime(2019, 3, 27))
    assert (late.soft_start, late.soft_end) == (True, False)


def test_an_evening_of_a_day_and_a_clock_time():
    tuesday = Bare(Weekday(2), PAST)
    evening = resolve(In(Daypart("EV"), tuesday), Interval.of_day(WEDNESDAY))
    minute = resolve(In(Clock(17, 30), tuesday), Interval.of_day(WEDNESDAY))
    assert evening.first_day == evening.last_day == date(2019, 3, 26)
    assert (minute.start, minute.end) == (datetime(2019, 3, 26, 17, 30), datetime(2019, 3, 26, 17, 31))


def test_an_approximation_softens_both_ends_and_moves_neither():
    about = resolve(Modified(Mod.APPROX, Shift(-2, G.YEAR)), Interval.of_day(WEDNESDAY))
    assert (about.first_day, about.last_day) == (date(2017, 1, 1), date(2017, 12, 31))
    assert about.soft_start and about.soft_end


# Leap days, year ends, short months


@pytest.mark.parametrize(
    ("expression", "published", "expected"),
    [
        (Shift(-1, G.DAY), date(2020, 3, 1), "2020-02-29"),
        (Shift(-1, G.DAY), date(2019, 3, 1), "2019-02-28"),
        (Bare(MonthDay(2, 29), PAST), date(2019, 3, 27), "2016-02-29"),
        (Bare(MonthDay(2, 29), FUTURE), date(2019, 3, 27), "2020-02-29"),
        (Bare(MonthDay(2, 29), PAST), date(1904, 2, 28), "1896-02-29"),  # 1900 was no leap year
        (Bare(MonthDay(2, 29), FUTURE), date(1896, 3, 1), "1904-02-29"),
        (Shift(-1, G.DAY), date(2019, 1, 1), "2018-12-31"),
        (Bare(Weekday(1), PAST), date(2019, 1, 1), "2018-12-31"),
        (Bare(Weekday(5), PAST), date(2021, 1, 2), "2021-01-01"),
        (Bare(MonthDay(12, 31), NEAREST), date(2019, 1, 2), "2018-12-31"),
        (Bare(MonthDay(1, 1), NEAREST), date(2018, 12, 30), "2019-01-01"),
    ],
)
def test_days_across_leap_days_and_year_ends(expression, published, expected):
    assert day(expression, published) == expected


@pytest.mark.parametrize(
    ("expression", "published", "first", "last"),
    [
        (Next(Unit(G.MONTH)), date(2019, 1, 31), "2019-02-01", "2019-02-28"),
        (Shift(1, G.MONTH), date(2019, 1, 31), "2019-02-01", "2019-02-28"),
        (Shift(-1, G.MONTH), date(2019, 3, 31), "2019-02-01", "2019-02-28"),
        (Shift(1, G.MONTH), date(2019, 12, 31), "2020-01-01", "2020-01-31"),
        (Bare(Weekend(), PAST), date(2019, 1, 1), "2018-12-29", "2018-12-30"),
        (Last(Unit(G.QUARTER)), date(2019, 1, 1), "2018-10-01", "2018-12-31"),
        (Last(Unit(G.WEEK)), date(2021, 1, 4), "2020-12-28", "2021-01-03"),  # ISO week 53
        (Bare(Month(12), PAST), date(2019, 1, 1), "2018-12-01", "2018-12-31"),
        (This(Stretch("WI")), date(2019, 1, 15), "2018-12-01", "2019-02-28"),
        (Last(Weekend()), date(2019, 3, 25), "2019-03-23", "2019-03-24"),
        (Last(Weekend()), date(2019, 3, 24), "2019-03-16", "2019-03-17"),
    ],
)
def test_periods_across_short_months_and_year_ends(expression, published, first, last):
    assert days(expression, published) == (first, last)


# Properties


@settings(max_examples=400, deadline=None)
@given(expressions, st.none() | anchors)
def test_every_expression_has_a_place_or_none_and_never_fails(expression, anchor):
    interval = resolve(expression, anchor)
    assert interval is None or (isinstance(interval, Interval) and interval.start < interval.end)


RELATIVE = st.one_of(
    *(
        st.builds(kind, cycle)
        for kind in (This, Last, Next)
        for cycle in (
            st.builds(Weekday, st.integers(1, 7)),
            st.builds(Weekend),
            st.sampled_from([Unit(G.WEEK), Unit(G.DAY)]),
        )
    ),
    st.builds(Bare, st.builds(Weekday, st.integers(1, 7)) | st.builds(Weekend), st.sampled_from(Direction)),
    st.builds(Shift, st.integers(-60, 60), st.sampled_from([G.DAY, G.WEEK])),
    st.builds(Span, st.integers(1, 60), st.sampled_from([G.DAY, G.WEEK]), st.sampled_from([PAST, FUTURE])),
)
PARTLY = (
    RELATIVE
    | st.builds(Part, st.sampled_from([Mod.START, Mod.MID, Mod.END]), RELATIVE)
    | st.builds(SoFar, RELATIVE)
)
MODERN = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(PARTLY, MODERN, st.integers(-500, 500))
def test_moving_publication_by_whole_weeks_moves_what_is_said_by_as_much(expression, published, weeks):
    moved = timedelta(weeks=weeks)
    here = resolve(expression, Interval.of_day(published))
    there = resolve(expression, Interval.of_day(published + moved))
    assert (here is None) == (there is None)
    if here is not None:
        assert (there.start - here.start, there.end - here.end) == (moved, moved)


@given(st.builds(Weekday, st.integers(1, 7)), MODERN)
def test_a_weekday_is_found_within_the_week_on_the_side_that_was_meant(cycle, published):
    back = resolve(Bare(cycle, PAST), Interval.of_day(published)).first_day
    ahead = resolve(Bare(cycle, FUTURE), Interval.of_day(published)).first_day
    assert back.isoweekday() == ahead.isoweekday() == cycle.number
    assert timedelta(0) <= published - back < timedelta(7)
    assert timedelta(0) <= ahead - published < timedelta(7)


@given(st.builds(Month, st.integers(1, 12)) | st.builds(Unit, st.sampled_from([G.MONTH, G.YEAR])), MODERN)
def test_last_ends_before_publication_and_next_begins_after_it(cycle, published):
    anchor = Interval.of_day(published)
    assert resolve(Last(cycle), anchor).end <= anchor.start
    assert resolve(Next(cycle), anchor).start >= anchor.end


@given(st.sampled_from([G.DAY, G.WEEK, G.MONTH, G.QUARTER, G.YEAR, G.DECADE]), MODERN)
def test_early_mid_and_late_lie_in_order_inside_their_period(unit, published):
    anchor = Interval.of_day(published)
    whole = resolve(This(Unit(unit)), anchor)
    early, mid, late = (resolve(Part(mod, This(Unit(unit))), anchor) for mod in (Mod.START, Mod.MID, Mod.END))
    assert whole.start == early.start < early.end <= mid.start < mid.end <= late.start < late.end == whole.end
    assert (early.soft_start, early.soft_end) == (False, True)
    assert mid.soft_start and mid.soft_end
    assert (late.soft_start, late.soft_end) == (True, False)


def first_and_last(expression, day=date(2019, 3, 27)):
    interval = resolve(expression, Interval.of_day(day))
    return interval and (interval.first_day.isoformat(), interval.last_day.isoformat())


YEAR_2018 = Absolute(datetime(2018, 1, 1), G.YEAR)


@pytest.mark.parametrize(
    ("expression", "days"),
    [
        (Leading(9, G.MONTH, YEAR_2018), ("2018-01-01", "2018-09-30")),
        (Leading(-2, G.WEEK, YEAR_2018), ("2018-12-18", "2018-12-31")),
        (Leading(30, G.MONTH, YEAR_2018), ("2018-01-01", "2018-12-31")),
        (Covering(Unit(G.WEEK), Absolute(datetime(2019, 3, 6), G.DAY)), ("2019-03-04", "2019-03-10")),
        (Half(1, Absolute(datetime(2019, 4, 1), G.MONTH)), ("2019-04-01", "2019-04-15")),
        (Half(2, Absolute(datetime(1800, 1, 1), G.CENTURY)), ("1850-01-01", "1899-12-31")),
        (Turn(G.CENTURY), ("1995-01-01", "2004-12-31")),
        (Restated(1988, This(Unit(G.QUARTER))), ("1988-01-01", "1988-03-31")),
        (Moved(-2, G.YEAR, This(Unit(G.MONTH))), ("2017-03-01", "2017-03-31")),
        (Nth(-1, Unit(G.WEEK), Absolute(datetime(1969, 12, 1), G.MONTH)), ("1969-12-22", "1969-12-28")),
        (Compound(((2, G.HOUR), (31, G.MINUTE))), None),
        (BeforeChrist(44), None),
        (Unclear(), None),
    ],
    ids=str,
)
def test_periods_counted_inside_others(expression, days):
    assert first_and_last(expression) == days


@pytest.mark.parametrize(
    ("last_day", "unit", "first"),
    [
        (date(1989, 9, 29), G.QUARTER, "1989-07-01"),
        (date(1989, 7, 31), G.QUARTER, "1989-04-01"),
        (date(1990, 6, 30), G.YEAR, "1990-01-01"),
        (date(1989, 1, 31), G.YEAR, "1988-01-01"),
        (date(2019, 3, 23), G.WEEK, "2019-03-18"),
    ],
)
def test_a_period_told_by_its_last_day_has_the_name_of_the_unit_it_mostly_fills(last_day, unit, first):
    assert first_and_last(Ending(unit), last_day)[0] == first


def test_a_date_in_figures_waits_for_an_order():
    third_of_april = Absolute(datetime(2019, 4, 3), G.DAY)
    numeric = Numeric(third_of_april, Absolute(datetime(2019, 3, 4), G.DAY))
    assert first_and_last(numeric) is None
    assert first_and_last(replace(numeric, order=Order.DAY)) == ("2019-04-03", "2019-04-03")


def test_a_winter_of_a_year_named_before_begins_in_it_and_one_of_a_day_holds_it():
    winter = This(Stretch("WI"))
    assert resolve(winter, resolve(YEAR_2018, None)).first_day == date(2018, 12, 1)
    assert first_and_last(winter, date(2019, 1, 15))[0] == "2018-12-01"


def test_a_weekday_said_beside_a_day_tells_which_year_unless_it_was_a_slip():
    wednesday = Bare(MonthDay(7, 4, 3), Direction.NEAREST)
    assert first_and_last(wednesday)[0] == "2018-07-04"
    assert first_and_last(Bare(MonthDay(7, 4, 7), Direction.NEAREST))[0] == "2019-07-04"
