"""Random anchors, cycles and expressions of the whole algebra, for the property tests."""

from datetime import date, datetime

from hypothesis import strategies as st

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
    Anaphoric,
    Bare,
    BeforeChrist,
    Between,
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
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval

units = st.sampled_from(Granularity)
moments = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59))
directions = st.sampled_from(Direction)
mods = st.sampled_from(Mod)
counts = st.integers(-100_000_000, 100_000_000) | st.integers(-20, 20)
lengths = st.integers(0, 10**9) | st.floats(0, 1e9)

cycles = st.one_of(
    st.builds(Unit, units),
    st.builds(Weekday, st.integers(1, 7)),
    st.builds(Weekend),
    st.builds(Month, st.integers(1, 12)),
    st.builds(MonthDay, st.integers(1, 12), st.integers(1, 31)),
    st.builds(DayOfMonth, st.integers(1, 31), st.integers(0, 7)),
    st.builds(Stretch, st.sampled_from(["SP", "SU", "FA", "WI", "Q1", "Q2", "Q3", "Q4", "H1", "H2"])),
    st.builds(Daypart, st.sampled_from(["SH", "DW", "MO", "MI", "AF", "EV", "NI", "DT"])),
    st.builds(Clock, st.integers(0, 23), st.integers(0, 59)),
)
days = st.dates(date(1, 1, 1), date(9999, 12, 30))
anchors = days.map(Interval.of_day)

stated_days = st.builds(Absolute, moments, st.just(Granularity.DAY))

_leaves = st.one_of(
    st.builds(Absolute, moments, units),
    st.builds(This, cycles),
    st.builds(Last, cycles),
    st.builds(Next, cycles),
    st.builds(Bare, cycles, directions),
    st.builds(Shift, counts, units),
    st.builds(Duration, st.none() | lengths, units),
    st.builds(Span, lengths, units, directions),
    st.builds(Within, st.integers(0, 10**6), units, directions),
    st.builds(Every, cycles, st.none() | lengths),
    st.builds(Compound, st.lists(st.tuples(st.integers(0, 999), units), min_size=1).map(tuple)),
    st.builds(Ending, units),
    st.builds(Turn, st.sampled_from([Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY])),
    st.builds(BeforeChrist, st.integers(1, 5_000), st.booleans()),
    st.just(Unclear()),
    st.builds(Numeric, stated_days, stated_days, st.none() | st.sampled_from(Order)),
    st.builds(Vague, st.sampled_from(["PAST_REF", "PRESENT_REF", "FUTURE_REF"])),
)
expressions = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(In, cycles, inner),
        st.builds(Nth, st.integers(-60, 60), cycles, inner),
        st.builds(Part, st.sampled_from([Mod.START, Mod.MID, Mod.END]), inner),
        st.builds(Half, st.sampled_from([1, 2]), inner),
        st.builds(Covering, cycles, inner),
        st.builds(Leading, st.integers(1, 999) | st.integers(-999, -1), units, inner),
        st.builds(Moved, st.integers(-9_999, 9_999), units, inner),
        st.builds(Restated, st.integers(1, 9_999), inner),
        st.builds(Between, inner, cycles),
        st.builds(SoFar, inner),
        st.builds(StillToCome, inner),
        st.builds(Anaphoric, inner, st.booleans()),
        st.builds(Modified, mods, inner),
    ),
    max_leaves=4,
)
