"""Event mentions against an annotated collection: what is counted as right."""

import re

import pytest
from typer.testing import CliRunner

from timeline.cli import app
from timeline.evaluation.gold import EVENTS, KEY_DATES, MENTIONS, TIMEXES, read_collection
from timeline.evaluation.mentions import (
    count_key_dates,
    event_figures,
    measure_events,
    measure_mentions,
    read_told,
)

ARTICLE = "---\ntitle: {id}\nid: {id}\npublished: 2019-03-27\nlanguage: en\noutlet: {id}\n---\n\n{text}\n"
TEXTS = {
    "one": "Minister Ana Roca resigned on Tuesday in Port Alba. On Monday crowds had marched in Delmar.",
    "two": "Ana Roca resigned on Tuesday, after weeks of protest in Port Alba.",
    "three": "A ship sank on Monday off Norland.",
}
MARKED = [  # the crowds are given a wrong day, place and status on purpose
    "one,18,26,resigned,9,Ana Roca resigned on Tuesday in Port Alba,2019-03-26,2019-03-26,clause,happened,,"
    "Ana Roca,Port Alba,politics,roca-resigns",
    "one,73,80,marched,52,On Monday crowds had marched in Delmar,2019-03-24,2019-03-24,clause,denied,,,"
    "Port Alba,protest,march",
    "two,9,17,resigned,0,Ana Roca resigned on Tuesday,2019-03-26,2019-03-26,clause,happened,,Ana Roca,,"
    "politics,roca-resigns",
    "three,7,11,sank,0,A ship sank on Monday,2019-03-25,2019-03-25,clause,happened,,,,other,ship",
]
DISTINCT = [
    "roca-resigns,Ana Roca resigns,2019-03-26,2019-03-26,happened",
    "march,A march,2019-03-24,2019-03-24,denied",
    "ship,A ship sinks,2019-03-25,2019-03-25,happened",
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    for id, text in TEXTS.items():
        (tmp_path / "articles" / f"{id}.md").write_text(ARTICLE.format(id=id, text=text))
    tables = {
        "timexes": (TIMEXES, []),
        "mentions": (MENTIONS, MARKED),
        "events": (EVENTS, DISTINCT),
        "key_dates": (KEY_DATES, ["2019-03-26,roca-resigns,She resigns"]),
    }
    for name, (columns, rows) in tables.items():
        (tmp_path / "gold" / f"{name}.csv").write_text("\n".join([",".join(columns), *rows]) + "\n")
    (tmp_path / "gold" / "split.toml").write_text('test = ["three"]\n')
    return tmp_path


@pytest.fixture
def read(folder):
    gold = read_collection(folder)
    return gold, read_told(gold)


def test_what_is_said_of_found_mentions_is_compared_with_the_gold(read):
    development, test = measure_mentions(*read)
    assert (development.part, development.gold, development.mentions.recall) == ("development", 3, 1.0)
    assert development.days == development.status == pytest.approx(2 / 3)
    assert development.actors.f1 == 1.0
    assert development.places.recall == 0.5
    assert (test.part, test.gold, test.days) == ("test", 1, 1.0)


def test_events_of_a_part_are_found_once(read):
    development, test = measure_events(*read)
    assert (development.gold, development.found, development.recall) == (2, 2, 1.0)
    assert development.duplicates == test.duplicates == 0.0


def test_an_event_told_apart_is_a_duplicate_and_one_of_strangers_stands_for_none():
    event_of = {"a": "x", "b": "x", "c": "y", "d": "z"}
    figures = event_figures("test", [["a"], ["b"], ["c", "d"]], event_of)
    assert (figures.recall, figures.precision, figures.duplicates) == pytest.approx((1 / 3, 2 / 3, 1 / 3))


def test_key_dates_are_counted_among_the_first(read):
    assert count_key_dates(*read) == 1


def test_the_command_prints_every_table(folder):
    told = CliRunner().invoke(app, ["evaluate", str(folder)]).stdout
    assert re.search(r"^development +en +3 +", told, re.MULTILINE)
    assert "duplicates" in told and "key dates: 1 of the gold's first 10" in told
