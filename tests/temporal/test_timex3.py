"""Expression → TIMEX3 type, value and modifier."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.temporal.strategies import anchors, expressions
from timeline.temporal.cycle import Clock, Daypart, Month, Stretch, Unit, Weekday, Weekend
from timeline.temporal.expression import (
    Absolute,
    Bare,
    Direction,
    Duration,
    Every,
    In,
    Last,
    Mod,
    Modified,
    Part,
    Shift,
    SoFar,
    Span,
    StillToCome,
    This,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.granularity import Granularity as G
from timeline.temporal.interval import Interval
from timeline.temporal.timex3 import Timex3, duration_value, timex3

ANCHOR = Interval.of_day(date(2019, 3, 27))
PAST = Direction.PAST


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Absolute(datetime(2013, 7, 2), G.DAY), Timex3("DATE", "2013-07-02")),
        (Absolute(datetime(2001, 1, 1), G.YEAR), Timex3("DATE", "2001")),
        (Absolute(datetime(2001, 1, 1, 17, 30), G.MINUTE), Timex3("TIME", "2001-01-01T17:30")),
        (Bare(Weekday(2), PAST), Timex3("DATE", "2019-03-26")),
        (Bare(Weekend(), PAST), Timex3("DATE", "2019-W12-WE")),
        (Part(Mod.END, Bare(Weekday(2), PAST)), Timex3("DATE", "2019-03-26", "END")),
        (Part(Mod.MID, Bare(Month(2), PAST)), Timex3("DATE", "2019-02", "MID")),
        (SoFar(This(Unit(G.YEAR))), Timex3("DATE", "2019", "START")),
        (StillToCome(This(Unit(G.WEEK))), Timex3("DATE", "2019-W13", "END")),
        (Last(Stretch("SU")), Timex3("DATE", "2018-SU")),
        (Shift(-2, G.WEEK), Timex3("DATE", "2019-W11")),
        (In(Daypart("EV"), Bare(Weekday(2), PAST)), Timex3("TIME", "2019-03-26TEV")),
        (In(Clock(17, 30), Bare(Weekday(2), PAST)), Timex3("TIME", "2019-03-26T17:30")),
        (Span(2, G.WEEK, PAST), Timex3("DURATION", "P2W")),
        (Duration(None, G.MONTH), Timex3("DURATION", "PXM")),
        (Within(3, G.DAY, Direction.FUTURE), Timex3("DATE", "2019-03-30")),
        (Within(3, G.DAY, PAST), Timex3("DURATION", "P3D")),
        (Every(Weekday(5)), Timex3("SET", "XXXX-WXX-5")),
        (Every(Unit(G.YEAR), 2), Timex3("SET", "P2Y")),
        (Vague("PAST_REF"), Timex3("DATE", "PAST_REF")),
        (Modified(Mod.EQUAL_OR_MORE, Duration(10, G.DAY)), Timex3("DURATION", "P10D", "EQUAL_OR_MORE")),
        (Modified(Mod.APPROX, Shift(-2, G.YEAR)), Timex3("DATE", "2017", "APPROX")),
    ],
)
def test_what_timex3_writes_for_an_article_of_27_march_2019(expression, expected):
    assert timex3(expression, ANCHOR) == expected


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (Bare(Weekday(2)), "XXXX-WXX-2"),
        (Last(Month(2)), "XXXX-02"),
        (Shift(-1, G.DAY), "XXXX-XX-XX"),
        (This(Unit(G.YEAR)), "XXXX"),
        (In(Daypart("EV"), Shift(-1, G.DAY)), "XXXX-XX-XXTEV"),
    ],
)
def test_digits_that_need_the_publication_date_are_x_without_it(expression, value):
    assert timex3(expression, None).value == value


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, G.DAY, "P3D"),
        (1, G.WEEK, "P1W"),
        (2, G.QUARTER, "P2Q"),
        (2, G.DECADE, "P20Y"),
        (1, G.CENTURY, "P100Y"),
        (90, G.SECOND, "PT90S"),
        (5, G.MINUTE, "PT5M"),
        (5, G.MONTH, "P5M"),
        (0.5, G.HOUR, "PT30M"),
        (2.5, G.YEAR, "P2Y6M"),
        (None, G.HOUR, "PTXH"),
        (1_500_000, G.YEAR, "P1500000Y"),
        (999_999.5, G.MONTH, "P999999.5M"),
        (1_500_000.0, G.YEAR, "P1500000Y"),
    ],
)
def test_durations_are_iso_8601_and_never_in_powers_of_ten(count, unit, value):
    assert duration_value(count, unit) == value


def test_something_that_is_no_expression_is_refused():
    with pytest.raises(TypeError, match="not an expression"):
        timex3("Tuesday", ANCHOR)


@settings(deadline=None)
@given(expressions, st.none() | anchors)
def test_every_expression_has_a_type_and_a_value(expression, anchor):
    tag = timex3(expression, anchor)
    assert tag.type in {"DATE", "TIME", "DURATION", "SET"}
    assert tag.value and not tag.value.startswith("-")
    assert tag.mod == "" or tag.mod in set(Mod)
