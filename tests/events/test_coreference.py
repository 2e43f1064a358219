"""B³ and pairs by hand, and a file of annotated mentions."""

import json

import pytest

from timeline.evaluation.articles import BadGold
from timeline.evaluation.coreference import agree, measure_coreference


def test_agreement_by_hand():
    gold = {"a": 1, "b": 1, "c": 1, "d": 2}
    found = agree(gold, {"a": "x", "b": "x", "c": "y", "d": "y"})
    assert found.precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert found.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert (found.pair_precision, found.pair_recall) == (pytest.approx(1 / 2), pytest.approx(1 / 3))


def test_the_same_grouping_agrees_wholly():
    found = agree({"a": 1, "b": 1}, {"a": 7, "b": 7})
    assert (found.f1, found.pair_precision, found.pair_recall) == (1.0, 1.0, 1.0)


def test_a_file_of_mentions(tmp_path):
    text = "An earthquake struck Port Alba .\nDivers searched the harbour ."
    mentions = [
        {"start": 14, "end": 20, "text": "struck", "cluster": "1"},
        {"start": 40, "end": 48, "text": "searched", "cluster": "2"},
    ]
    rows = [{"id": key, "topic": 2, "text": text, "mentions": mentions} for key in ("a", "b")]
    file = tmp_path / "mentions.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))
    found = measure_coreference(file)
    assert found["singletons"]["all"].recall == pytest.approx(0.5)
    assert found["merging"]["even"].f1 == pytest.approx(1.0)


def test_another_file_is_said_to_be_another(tmp_path):
    file = tmp_path / "other.jsonl"
    file.write_text('{"id": "a"}')
    with pytest.raises(BadGold):
        measure_coreference(file)
