"""The scores of made-up articles, worked out by hand."""

import json

import pytest
from typer.testing import CliRunner

from timeline.cli import app
from timeline.evaluation.articles import Annotation, BadGold, read_articles
from timeline.evaluation.scores import align, error_classes, score


def annotation(start, text, type="DATE", value="2019-03-26"):
    return Annotation(start, start + len(text), text, type, value)


TUESDAY = annotation(10, "Tuesday")
LATE = annotation(5, "late Tuesday")
MAY = annotation(40, "May", value="2019-05")
OTHER_MAY = annotation(40, "May", value="2018-05")


def test_perfect_answers_score_one_and_none_score_nothing():
    scores = score(align([TUESDAY, MAY], [TUESDAY, MAY]))
    assert (scores.strict, scores.relaxed, scores.type, scores.value) == (1, 1, 1, 1)
    assert score(align([TUESDAY], [])).relaxed == 0
    assert score([]).value == 0


def test_a_wrong_extent_costs_strictness_only_and_a_wrong_value_the_value_only():
    scores = score(align([TUESDAY, MAY], [LATE, OTHER_MAY]))
    assert (scores.strict, scores.relaxed, scores.type, scores.value) == (0.5, 1, 1, 0.5)
    assert scores.errors == {"extent": 1, "value": 1}


def test_missed_and_spurious_ones_cost_recall_and_precision():
    scores = score(align([TUESDAY, MAY], [TUESDAY, annotation(60, "now")]))
    assert scores.relaxed == 0.5 and scores.errors == {"missed": 1, "spurious": 1}
    assert score(align([TUESDAY], [TUESDAY, MAY])).relaxed == pytest.approx(2 / 3)


def test_an_exact_match_goes_before_an_overlapping_one_and_none_matches_twice():
    matches = align([LATE, TUESDAY], [TUESDAY])
    assert matches == [(LATE, None), (TUESDAY, TUESDAY)]
    assert error_classes(matches[0]) == ["missed"]


@pytest.fixture
def gold(tmp_path):
    text = "They met late Tuesday and in May."
    timexes = [
        {"start": 9, "end": 21, "text": "late Tuesday", "type": "DATE", "value": "2019-03-26", "mod": "END"},
        {"start": 29, "end": 32, "text": "May", "type": "DATE", "value": "2017-05"},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "dct": "2019-03-27", "text": text, "timexes": timexes}) + "\n")
    return path


def test_the_command_prints_the_figures_and_writes_what_was_found(gold, tmp_path):
    found = tmp_path / "found.jsonl"
    result = CliRunner().invoke(app, ["evaluate", str(gold), "--predictions", str(found), "-n", "1"])
    assert result.exit_code == 0
    assert "strict F1   100.00" in result.stdout and "value F1     50.00" in result.stdout
    assert "value: gold 'May' DATE 2017-05; found 'May' DATE 2018-05" in result.stdout
    (article,) = read_articles(found)
    assert [each.text for each in article.annotations] == ["late Tuesday", "May"]
    late = json.loads(found.read_text())["timexes"][0]
    assert late["mod"] == "END" and late["interval"] == ["2019-03-26", "2019-03-26"]
    assert late["anchor"] == ["2019-03-27", "2019-03-27"] and "Tuesday" in late["reason"]


@pytest.mark.parametrize("content", ["{not json", "[]", '{"id": "a"}', ""])
def test_what_is_no_gold_gets_one_sentence(tmp_path, content):
    path = tmp_path / "bad.jsonl"
    path.write_text(content + "\n")
    result = CliRunner().invoke(app, ["evaluate", str(path)])
    assert result.exit_code == 2 and len(result.stderr.strip().splitlines()) == 1
    assert CliRunner().invoke(app, ["evaluate", str(tmp_path / "none.jsonl")]).exit_code == 2


def test_a_bad_line_is_named(gold):
    gold.write_text(gold.read_text() + "{}\n")
    with pytest.raises(BadGold, match="line 2"):
        read_articles(gold)
