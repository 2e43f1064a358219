"""Tags → spans that are always well-formed."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from timeline.model.spans import spans_of

NAMES = ("O", "B-PER", "I-PER", "E-PER", "S-PER", "B-ORG", "I-ORG", "E-ORG", "S-ORG")


def certain(*tags: str) -> np.ndarray:
    scores = np.full((len(tags), len(NAMES)), -9.0)
    for word, tag in enumerate(tags):
        scores[word, NAMES.index(tag)] = 0
    return scores


def test_clear_tags_are_read_as_they_are():
    tags = "S-PER", "O", "B-ORG", "I-ORG", "E-ORG", "S-ORG"
    assert spans_of(certain(*tags), NAMES) == [(0, 1, "PER"), (2, 5, "ORG"), (5, 6, "ORG")]


def test_a_name_that_never_ends_is_ended_by_the_likeliest_tags():
    scores = certain("B-ORG", "B-ORG", "O")
    scores[1, NAMES.index("E-ORG")] = -1
    assert spans_of(scores, NAMES) == [(0, 2, "ORG")]


def test_a_name_has_one_label():
    scores = certain("B-PER", "E-ORG")
    scores[1, NAMES.index("E-PER")] = -1
    assert spans_of(scores, NAMES) == [(0, 2, "PER")]


@given(st.integers(1, 8).flatmap(lambda n: arrays("float64", (n, len(NAMES)), elements=st.floats(-20, 0))))
def test_spans_never_overlap_nor_leave_the_sentence(scores):
    spans = spans_of(scores, NAMES)
    assert all(start < end for start, end, _ in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert not spans or spans[-1][1] <= len(scores)
