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


def test_figures_are_those_of_the_definition_to_the_last_digit():
    """Two articles, 7 in the gold, 8 found. Matched: 5, so P = 5/8, R = 5/7 and F = 2PR/(P+R) = 2/3.
    The words of 4 are equal, the types of 4, the values of 3 (one of them beside a wrong type)."""
    first = (
        [
            TUESDAY,
            MAY,
            annotation(60, "now", value="PRESENT_REF"),
            annotation(80, "three days", "DURATION", "P3D"),
        ],
        [LATE, OTHER_MAY, annotation(50, "soon"), annotation(80, "three days", "DURATION", "P3D")],
    )
    second = (
        [annotation(0, "5 p.m.", "TIME", "2019-03-26T17"), annotation(20, "daily", "SET", "P1D"), MAY],
        [
            annotation(0, "5 p.m.", "TIME", "2019-03-26T17:00"),
            annotation(20, "daily", "DATE", "P1D"),
            annotation(70, "May"),
            annotation(90, "2019"),
        ],
    )
    scores = score([match for gold, found in (first, second) for match in align(gold, found)])
    assert (scores.gold, scores.found, scores.matched) == (7, 8, 5)
    precision, recall = 5 / 8, 5 / 7
    relaxed = 2 * precision * recall / (precision + recall)
    assert scores.relaxed == relaxed == pytest.approx(2 / 3)
    assert scores.strict == 2 * (4 / 8) * (4 / 7) / (4 / 8 + 4 / 7) == pytest.approx(8 / 15)
    assert scores.type == relaxed * 4 / 5 == pytest.approx(8 / 15)
    assert scores.value == relaxed * 3 / 5 == pytest.approx(2 / 5)
    assert scores.errors == {"spurious": 3, "missed": 2, "value": 2, "extent": 1, "type": 1}


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
    assert "gold 'May' DATE 2017-05; found 'May' DATE 2018-05; a: …They met late Tuesday and in May.…" in (
        result.stdout
    )
    assert "characters per CPU second (33 in " in result.stdout
    assert [told.split() for told in result.stdout.splitlines() if told.endswith("errors")] == [
        ["value", "1", "errors"], ["extent", "0", "errors"], ["type", "0", "errors"],
        ["missed", "0", "errors"], ["spurious", "0", "errors"],
    ]  # fmt: skip
    (article,) = read_articles(found)
    assert [each.text for each in article.annotations] == ["late Tuesday", "May"]
    late = json.loads(found.read_text())["timexes"][0]
    assert late["mod"] == "END" and late["interval"] == ["2019-03-26", "2019-03-26"]
    publication = {"interval": ["2019-03-27", "2019-03-27"], "source": "publication", "start": None}
    assert late["anchor"] == publication and "Tuesday" in late["reason"]


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
