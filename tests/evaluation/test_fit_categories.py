"""Annotated articles → the weights that tell the kind of an event."""

import tomllib
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from timeline.evaluation.fit_categories import as_toml, cross_validate, find_examples, fit, read_articles

PRACTICE = Path(__file__).parents[1] / "corpus" / "events"


@pytest.fixture(scope="module")
def examples():
    return find_examples(islice(read_articles([PRACTICE]), 8))


def test_only_the_development_part_is_learned_from(examples):
    split = tomllib.loads((PRACTICE / "gold" / "split.toml").read_text("utf-8"))
    assert len(set(examples.articles)) == 8
    assert not set(examples.articles) & set(split["test"])


def test_what_was_learned_tells_more_than_always_the_commonest_kind(examples):
    commonest = np.bincount(examples.kinds).max() / len(examples.kinds)
    assert cross_validate(examples) > commonest


def test_the_weights_are_written_as_a_table_with_a_weight_for_each_kind(examples):
    table = tomllib.loads(as_toml(examples, *fit(examples)))
    assert set(table) == {"shared", "own"}
    assert {len(row) for row in table["own"].values()} == {11}
