"""What was said, before it is placed: what needs an anchor, what needs a direction."""

from datetime import datetime

import pytest
from hypothesis import given

from tests.temporal.strategies import directions, expressions
from timeline.temporal.cycle import Daypart, Unit, Weekday
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
    This,
    Vague,
    Within,
    directed,
    is_open,
    is_relative,
)  # fmt: skip
from timeline.temporal.granularity import Granularity as G

YEAR = Absolute(datetime(2001, 1, 1), G.YEAR)
TUESDAY = Bare(Weekday(2))


@pytest.mark.parametrize(
    "expression", [TUESDAY, Last(Weekday(2)), This(Unit(G.YEAR)), Shift(-2, G.WEEK), SoFar(YEAR)]
)
def test_what_depends_on_publication_is_relative_however_deep(expression):
    assert is_relative(expression)
    assert is_relative(Part(Mod.END, In(Daypart("EV"), expression)))


@pytest.mark.parametrize("expression", [YEAR, Duration(3, G.DAY), Vague("PAST_REF"), Every(Weekday(2))])
def test_what_does_not_depend_on_publication_is_not(expression):
    assert not is_relative(expression)
    assert not is_relative(Modified(Mod.APPROX, expression))


def test_a_bare_day_is_open_until_it_is_directed():
    assert is_open(Part(Mod.END, TUESDAY))
    assert directed(Part(Mod.END, TUESDAY), Direction.PAST) == Part(Mod.END, Bare(Weekday(2), Direction.PAST))
    assert not is_open(directed(Part(Mod.END, TUESDAY), Direction.PAST))


def test_a_chosen_direction_is_not_changed():
    chosen = Within(3, G.DAY, Direction.FUTURE)
    assert directed(chosen, Direction.PAST) == chosen


@given(expressions, directions)
def test_directing_leaves_nothing_open_and_what_was_closed_alone(expression, direction):
    after = directed(expression, direction)
    assert is_open(after) == (is_open(expression) and direction is Direction.NEAREST)
    assert is_relative(after) == is_relative(expression)
    if not is_open(expression):
        assert after == expression
