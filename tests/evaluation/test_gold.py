"""The shipped collection and its gold agree with each other, and what the program reaches does not fall."""

import re
from datetime import date

import pytest

from timeline.evaluation.collection import measure_collection
from timeline.evaluation.gold import read_collection
from timeline.evaluation.mentions import count_key_dates, measure_events, measure_mentions, read_told
from timeline.store import SHIPPED

TYPES = {"DATE", "TIME", "DURATION", "SET"}
# In percent, a little below what is reached: mentions F1, days, status, actors F1, places F1.
EVENTS_REACHED = {
    ("development", "en"): (88, 84, 94, 91, 91),
    ("development", "es"): (96, 85, 93, 81, 90),
    ("test", "en"): (82, 76, 91, 68, 79),
    ("test", "es"): (78, 54, 81, 54, 42),
}
DISTINCT_REACHED = {"development": (86, 81, 22), "test": (79, 73, 19)}  # recall, precision, duplicates at most
BASES = {"clause", "sentence", "carried", "publication", "none"}
STATUSES = {"happened", "planned", "ordered", "threatened", "denied", "alleged", "hypothetical"}
CATEGORIES = {
    "violence",
    "protest",
    "military",
    "sanctions and economy",
    "aid",
    "disaster and infrastructure",
    "law and rights",
    "diplomacy",
    "politics",
    "statement",
    "other",
}
DAY = r"\d{4}-\d\d-\d\d"
# A little below what is reached, in percent: value F1 and intervals by part and language.
REACHED = {
    ("development", "en"): (98.0, 97.5),
    ("development", "es"): (96.0, 95.0),
    ("test", "en"): (92.0, 93.5),
    ("test", "es"): (91.5, 90.5),
}


@pytest.fixture(scope="module")
def gold():
    return read_collection(SHIPPED.parent)


@pytest.fixture(scope="module")
def texts(gold):
    return {document.id: document.text for document in gold.documents}


def days(first, last):
    """Both ends as dates, None for an empty one."""
    return tuple(date.fromisoformat(day) if day else None for day in (first, last))


def test_the_collection_is_48_articles_of_six_desks_eight_of_them_spanish(gold):
    assert len(gold.documents) == 48
    assert len({document.source for document in gold.documents}) == 6
    assert sum(document.language == "es" for document in gold.documents) == 8
    assert all(120 <= len(document.text.split()) <= 500 for document in gold.documents)
    assert all(date(2018, 12, 1) <= document.dct.day <= date(2019, 5, 2) for document in gold.documents)


def test_every_article_says_that_it_is_a_demonstration_and_where_its_facts_are_found():
    for path in SHIPPED.iterdir():
        front = path.read_text("utf-8").split("---\n")[1]
        assert "licence: CC BY 4.0\n" in front, path.name
        assert "note: Demonstration text written for this project" in front, path.name
        assert re.search(r"^sources:\n- https?://", front, re.MULTILINE), path.name


def test_a_third_of_the_articles_is_the_test_part(gold):
    assert len(gold.test) == 16
    assert {document.language for document in gold.documents if document.id in gold.test} == {"en", "es"}
    assert len({document.source for document in gold.documents if document.id in gold.test}) == 6


@pytest.mark.parametrize("name", ["timexes", "mentions"])
def test_every_span_stands_in_its_article_and_once(gold, texts, name):
    table = getattr(gold, name)
    for row in table.itertuples():
        assert texts[row.article][int(row.start) : int(row.end)] == row.text
    assert not table.duplicated(["article", "start", "end"]).any()
    assert set(table["article"]) == set(texts)


def test_timexes_have_types_and_days_in_order(gold):
    assert set(gold.timexes["type"]) == TYPES
    for row in gold.timexes.itertuples():
        first, last = days(row.first_day, row.last_day)
        assert (first is None) == (last is None), row
        assert first is None or first <= last, row
        if re.match(DAY, row.value):
            assert row.first_day == row.value[:10], row


def test_mentions_stand_in_their_clause_and_are_dated_as_their_basis_says(gold, texts):
    for row in gold.mentions.itertuples():
        begin = int(row.clause_start)
        assert texts[row.article][begin : begin + len(row.clause)] == row.clause
        assert begin <= int(row.start) and int(row.end) <= begin + len(row.clause), row
        first, last = days(row.first_day, row.last_day)
        assert (row.basis == "none") == (first is None and last is None), row
        assert first is None or last is None or first <= last, row
    assert set(gold.mentions["basis"]) == BASES
    assert set(gold.mentions["status"]) == STATUSES
    assert set(gold.mentions["category"]) <= CATEGORIES


def test_mentions_and_events_name_each_other(gold):
    assert not gold.events["event"].duplicated().any()
    assert set(gold.mentions["event"]) == set(gold.events["event"])
    assert gold.events["label"].str.len().between(8, 70).all()
    assert set(gold.events["status"]) <= STATUSES


def test_key_dates_are_ten_to_fifteen_days_of_known_events(gold):
    assert 10 <= len(gold.key_dates) <= 15
    assert not gold.key_dates["day"].duplicated().any()
    events = gold.events.set_index("event")
    for row in gold.key_dates.itertuples():
        for event in row.events.split(";"):
            first, last = events.loc[event, ["first_day", "last_day"]]
            assert first <= row.day <= (last or row.day), row


def test_what_is_reached_on_the_collection_does_not_fall(gold):
    rows = {(row.part, row.language): row for row in measure_collection(gold).rows}
    for part, (value, interval) in REACHED.items():
        assert 100 * rows[part].scores.value >= value, part
        assert 100 * rows[part].interval >= interval, part


def test_what_is_reached_on_events_does_not_fall(gold):
    told = read_told(gold)
    for row in measure_mentions(gold, told):
        found = (row.mentions.f1, row.days, row.status, row.actors.f1, row.places.f1)
        least = EVENTS_REACHED[row.part, row.language]
        assert all(100 * share >= each for share, each in zip(found, least, strict=True)), row
    for figures in measure_events(gold, told):
        recall, precision, duplicates = DISTINCT_REACHED[figures.part]
        assert 100 * figures.recall >= recall and 100 * figures.precision >= precision, figures
        assert 100 * figures.duplicates <= duplicates, figures
    assert count_key_dates(gold, told) >= 8
