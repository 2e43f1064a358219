"""The figures of the steps from timexes to events, on annotated events in JSONL."""

import json

import pytest
from typer.testing import CliRunner

from timeline.cli import app

TEXT = "A ship sank off Norland. The fair opened on Monday and closed on Tuesday."


def event(words, **told):
    start = TEXT.index(words)
    return {"id": words, "start": start, "end": start + len(words), "text": words, **told}


DATED = [event("opened", date="2019-03-25"), event("sank", date="2019-03-27")]
LINKED = {
    "events": [event("opened"), event("closed")],
    "timexes": [
        event("Monday", type="DATE", value="2019-03-25"),
        event("Tuesday", type="DATE", value="2019-03-26"),
    ],
    "links": [{"event": "opened", "timex": "Monday"}, {"event": "closed", "timex": "Tuesday"}],
}


@pytest.fixture
def told(tmp_path):
    def tell(*documents):
        path = tmp_path / "gold.jsonl"
        rows = [
            {"id": f"d{at}", "dct": "2019-03-27", "text": TEXT, **each} for at, each in enumerate(documents)
        ]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return CliRunner().invoke(app, ["evaluate", "--events", str(path)])

    return tell


def line(result, words):
    (found,) = [each for each in result.stdout.splitlines() if words in each]
    return " ".join(found.split())


def test_days_are_told_beside_the_floors(told):
    result = told({"events": DATED})
    assert line(result, "day of event").startswith(
        "day of event 100.0 of 2 ( 50.0 publication, 100.0 nearest"
    )
    assert "100.0 of 1" in line(result, "that is not publication's")


def test_each_half_is_told_and_links_are_measured_where_there_are_some(told):
    result = told(LINKED, LINKED)
    assert "learned from: 1 documents" in result.stdout and "test half: 1 documents" in result.stdout
    lines = [each for each in result.stdout.splitlines() if "event and timex" in each]
    assert len(lines) == 2 and all("100.0 of 2" in each for each in lines)


def test_negation_and_future_are_told_beside_a_floor_by_words(told):
    events = [event("opened", polarity="POS", tense="PAST"), event("sank", polarity="NEG", tense="PAST")]
    result = told({"events": events})
    assert line(result, "negated").endswith("of 1 ( 0.0 “not” before it)")
    assert "in the future" in result.stdout


def test_clusters_are_told_beside_two_floors(told):
    mentions = [{**event(words), "cluster": cluster} for words, cluster in (("opened", "a"), ("closed", "b"))]
    result = told({"topic": 1, "mentions": mentions}, {"topic": 1, "mentions": mentions})
    assert "singletons" in result.stdout and "lemma and overlap" in result.stdout


@pytest.mark.parametrize("text", ["no json", '{"id": 1}\n', "[1]\n"])
def test_what_is_no_gold_is_told_in_one_sentence(tmp_path, text):
    path = tmp_path / "gold.jsonl"
    path.write_text(text)
    result = CliRunner().invoke(app, ["evaluate", "--events", str(path)])
    assert result.exit_code == 2
    assert "could not be read" in result.stderr and "Traceback" not in result.output
