"""Decisions by weighed features."""

import pytest

from timeline.events.telling import WEIGHTS
from timeline.events.weights import read_weights, score, shares


def test_the_shipped_weights_are_of_two_decisions_and_can_be_read_by_a_person():
    tables = read_weights(WEIGHTS)
    assert set(tables) == {"telling", "dating"}
    assert tables["telling"]["lasting verb"] < 0 < tables["dating"]["verb: timex below, 0"]


def test_a_feature_without_a_weight_says_nothing():
    assert score({"near": 2.0}, {"near": 0.5, "unheard of": 9.0}) == 1.0
    assert score({}, {}) == 0


@pytest.mark.parametrize("scores", [[0.0], [1.0, 1.0], [-900.0, 900.0, 3.0], []])
def test_shares_are_of_one_whole(scores):
    found = shares(scores)
    assert sum(found) == pytest.approx(1.0 if scores else 0.0)
    assert sorted(range(len(scores)), key=found.__getitem__) == sorted(
        range(len(scores)), key=scores.__getitem__
    )
