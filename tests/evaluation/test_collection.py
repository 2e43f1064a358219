"""An annotated collection: what is measured on it, and what is told when it is none."""

import pytest
from typer.testing import CliRunner

from timeline.cli import app
from timeline.evaluation.articles import BadGold
from timeline.evaluation.collection import collection_report, measure_collection
from timeline.evaluation.gold import EVENTS, KEY_DATES, MENTIONS, TIMEXES, read_collection

ARTICLE = "---\ntitle: {id}\nid: {id}\npublished: 2019-03-27\nlanguage: {language}\n---\n\n{text}\n"
TEXTS = {
    "a": ("en", "They met on Tuesday and talked for two hours."),
    "b": ("es", "Se reunieron el martes."),
    "c": ("en", "They left on Monday."),
}
MARKED = [  # the last row of "a" is wrong on purpose, and so is that of "c"
    "a,12,19,Tuesday,DATE,2019-03-26,,2019-03-26,2019-03-26,publication",
    "a,35,44,two hours,DURATION,PT3H,,,,",
    "b,13,22,el martes,DATE,2019-03-26,,2019-03-26,2019-03-26,publication",
    "c,13,19,Monday,DATE,2019-03-18,,2019-03-18,2019-03-18,publication",
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    for id, (language, text) in TEXTS.items():
        (tmp_path / "articles" / f"{id}.md").write_text(ARTICLE.format(id=id, language=language, text=text))
    tables = {"timexes": TIMEXES, "mentions": MENTIONS, "events": EVENTS, "key_dates": KEY_DATES}
    for name, columns in tables.items():
        rows = MARKED if name == "timexes" else []
        (tmp_path / "gold" / f"{name}.csv").write_text("\n".join([",".join(columns), *rows]) + "\n")
    (tmp_path / "gold" / "split.toml").write_text('test = ["c"]\n')
    return tmp_path


def evaluated(*arguments):
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


def test_each_part_is_measured_in_each_language(folder):
    rows = {
        (row.part, row.language): (row.articles, row.scores.value, row.interval)
        for row in measure_collection(read_collection(folder)).rows
    }
    assert rows == {
        ("development", "en"): (1, 0.5, 1.0),
        ("development", "es"): (1, 1.0, 1.0),
        ("test", "en"): (1, 0.0, 0.0),
    }


def test_a_date_that_was_not_found_is_no_right_interval(folder):
    table = folder / "gold" / "timexes.csv"
    table.write_text(table.read_text() + "b,0,2,Se,DATE,PAST_REF,,,,\n")
    assert measure_collection(read_collection(folder)).rows[1].interval == 0.5


def test_examples_come_from_the_development_part_alone(folder):
    told = evaluated(folder, "--examples", "9").stdout
    assert "gold 'two hours' DURATION PT3H; found 'two hours' DURATION PT2H; a: …They met" in told
    assert "They left" not in told
    assert "test         en              1       1   100.0   100.0     0.0     0.0" in told


def test_without_examples_only_the_table_is_told(folder):
    lines = collection_report(measure_collection(read_collection(folder))).splitlines()
    assert len(lines) == 5
    assert lines[0].split()[:2] == ["part", "language"]


def test_a_collection_is_measured_as_what_its_articles_say_they_are(folder):
    result = evaluated(folder, "--language", "es")
    assert result.exit_code == 2
    assert result.stderr.startswith("A collection says itself what its articles are")


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("split.toml", "dev = []", "names no test part"),
        ("split.toml", "test = 3", "names no test part"),
        ("split.toml", 'test = ["z"]', "speaks of an article 'z'"),
        ("timexes.csv", "article,start\n", "has other columns than it should"),
        ("mentions.csv", "", "could not be read"),
    ],
)
def test_what_is_no_gold_is_told_in_one_sentence(folder, name, text, sentence):
    (folder / "gold" / name).write_text(text)
    with pytest.raises(BadGold, match=sentence):
        read_collection(folder)
    result = evaluated(folder)
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())
    assert "Traceback" not in result.output
