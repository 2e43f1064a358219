"""Scores → trees: every answer is a tree with one root, and the best one where that is easily told."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.tree import heads_of

score = st.floats(-50, 50, width=32)
arcs = st.integers(1, 7).flatmap(
    lambda count: st.lists(
        st.lists(score, min_size=count + 1, max_size=count + 1), min_size=count, max_size=count
    )
)


def is_tree(heads) -> bool:
    def reaches_the_root(word: int) -> bool:
        for _ in heads:
            if heads[word] == 0:
                return True
            word = heads[word] - 1
        return False

    return list(heads).count(0) == 1 and all(map(reaches_the_root, range(len(heads))))


@given(arcs)
def test_any_scores_give_a_tree(scores):
    assert is_tree(heads_of(np.array(scores)).tolist())


def test_equal_scores_give_a_tree():
    assert is_tree(heads_of(np.zeros((30, 31))).tolist())


def best_tree(scores: np.ndarray) -> list[int]:
    count = len(scores)
    trees = (heads for heads in product(range(count + 1), repeat=count) if is_tree(heads))
    return list(max(trees, key=lambda heads: sum(scores[word, head] for word, head in enumerate(heads))))


@pytest.mark.parametrize("seed", range(40))
def test_the_tree_is_mostly_the_best_and_never_far_from_it(seed):
    scores = np.random.default_rng(seed).normal(size=(4, 5))
    found, best = heads_of(scores), best_tree(scores)
    total = scores[range(4), best].sum()
    assert scores[range(4), found].sum() >= total - 1.5


def test_best_heads_that_form_a_tree_are_taken_as_they_are():
    scores = np.full((4, 5), -9.0)
    for word, head in enumerate([2, 0, 4, 2]):
        scores[word, head] = 5
    assert heads_of(scores).tolist() == [2, 0, 4, 2]
