"""Words as numbers."""

import numpy as np
import pytest

from timeline.model.features import (
    BUCKETS,
    CLUSTER,
    PREFIX,
    ROW,
    SHAPE,
    SUFFIX,
    WORD,
    Remembered,
    features_of,
)
from timeline.model.words import WordTable

WORDS = WordTable(
    rows={"reading": 1, "oslo": 2},
    vectors=np.zeros((3, 4), "float32"),
    clusters=np.array([[0, 0], [5, 7], [0, 9]], "int16"),
)


def row(word: str) -> list[int]:
    return features_of(word, WORDS)


@pytest.mark.parametrize(
    ("one", "other"), [("don’t", "don't"), ("—", "-"), ("…", "..."), ("“", '"'), ("``", '"')]
)
def test_typography_makes_no_difference(one, other):
    assert row(one) == row(other)


def test_capitals_change_only_shape_and_cluster():
    small, capital = row("reading"), row("Reading")
    assert [small[each] for each in (WORD, PREFIX, SUFFIX, ROW)] == [
        capital[each] for each in (WORD, PREFIX, SUFFIX, ROW)
    ]
    assert small[SHAPE] != capital[SHAPE]
    assert (small[CLUSTER], capital[CLUSTER]) == (5, 7)


def test_a_word_without_a_cluster_of_its_own_has_that_of_its_other_form():
    assert row("oslo")[CLUSTER] == row("Oslo")[CLUSTER] == 9


def test_an_unknown_word_is_known_by_its_look():
    unknown = row("Zzyzxopolis")
    assert (unknown[ROW], unknown[CLUSTER]) == (0, 0)
    assert unknown[SUFFIX] == row("Metropolis")[SUFFIX]


@pytest.mark.parametrize("word", ["", "\ud800", "😀", "0" * 5000, "ﬃ"])
def test_any_text_is_a_word(word):
    assert all(0 <= number < BUCKETS[column] for column, number in enumerate(row(word)) if column in BUCKETS)


def test_many_words_are_remembered_right_and_forgotten_when_they_are_too_many():
    lengths = Remembered(lambda word: [len(word)], 1, "int64", most=1500)
    for start in (0, 1000, 2000, 0):
        words = [f"{number}" for number in range(start, start + 1200)]
        assert lengths(words)[:, 0].tolist() == [len(word) for word in words]
