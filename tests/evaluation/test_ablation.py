"""What each refinement gains, on a handful of articles."""

import json

import pytest

from timeline.evaluation.ablation import ablate, main, wrong_sides
from timeline.evaluation.articles import read_gold
from timeline.text.setting import ALL, Refinement

TEXT = "The minister who resigned on Monday will testify on Thursday."
VALUES = {"Monday": "2019-03-25", "Thursday": "2019-03-28"}


@pytest.fixture
def gold(tmp_path):
    timexes = [
        {
            "start": TEXT.index(words),
            "end": TEXT.index(words) + len(words),
            "text": words,
            "type": "DATE",
            "value": value,
        }
        for words, value in VALUES.items()
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "dct": "2019-03-27", "text": TEXT, "timexes": timexes}), "utf-8")
    return path


def test_every_refinement_is_left_out_once_and_all_of_them(gold):
    figures = ablate(read_gold([gold]))
    assert set(figures) == {"all", "none", *(f"without {each}" for each in Refinement)}
    assert figures["all"] == 100


def test_a_date_on_the_wrong_side_is_counted(gold):
    articles = read_gold([gold])
    assert wrong_sides(articles)["weekday"] == (0, 2)
    swapped = gold.read_text("utf-8").replace("2019-03-28", "2019-03-21")
    gold.write_text(swapped, "utf-8")
    assert wrong_sides(read_gold([gold]), ALL)["weekday"] == (1, 2)


def test_the_command_prints_both_tables(gold, capsys):
    main([str(gold)])
    printed = capsys.readouterr().out
    assert "all" in printed and "weekday on the wrong side" in printed and "of 2; by words alone" in printed


def test_without_gold_the_command_says_what_to_name():
    with pytest.raises(SystemExit) as stop:
        main([])
    assert "GOLD" in str(stop.value)
