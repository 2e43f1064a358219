"""Annotated documents of events: read, and parted into those to learn from and those to test by."""

import json
from datetime import date

import pytest

from timeline.evaluation.articles import BadGold
from timeline.evaluation.event_gold import AnnotatedDocument, halves, read_events

ROW = {
    "id": "b",
    "dct": "2019-03-27",
    "text": "Crowds marched on Monday.",
    "events": [{"id": "e1", "start": 7, "end": 14, "text": "marched", "date": "2019-03-25", "tense": "PAST"}],
    "timexes": [
        {"id": "t1", "start": 18, "end": 24, "text": "Monday", "type": "DATE", "value": "2019-03-25"},
        {"id": "t0", "type": "DATE", "value": "2019-03-27"},
    ],
    "links": [{"event": "e1", "timex": "t1", "relation": "IS_INCLUDED"}],
}


def written(folder, *rows):
    path = folder / "events.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", "utf-8")
    return path


def test_events_timexes_and_their_links_are_read(tmp_path):
    (document,) = read_events(written(tmp_path, ROW))
    (event,) = document.events
    assert (document.day, event.text, event.day, event.tense) == (
        date(2019, 3, 27),
        "marched",
        date(2019, 3, 25),
        "PAST",
    )
    assert [each.text for each in document.timexes] == [
        "Monday"
    ]  # the publication day has no place in the text
    assert document.links == (("e1", "t1"),)


@pytest.mark.parametrize("told", ["before2019-03-27", "beginPoint=2019-03-01endPoint=2019-03-09", None])
def test_what_is_no_day_is_none(tmp_path, told):
    row = ROW | {"events": [{"start": 7, "end": 14, "text": "marched", "date": told}]}
    assert read_events(written(tmp_path, row))[0].events[0].day is None


def test_documents_come_in_the_order_of_their_ids_and_every_second_one_is_kept(tmp_path):
    documents = read_events(written(tmp_path, *(ROW | {"id": name} for name in "dbac")))
    assert [each.id for each in documents] == ["a", "b", "c", "d"]
    learn, test = halves(reversed(documents))
    assert ([each.id for each in learn], [each.id for each in test]) == (["a", "c"], ["b", "d"])
    assert halves([]) == ([], [])


@pytest.mark.parametrize(
    "content", ["no json", "[]", '{"id": "a"}', '{"id": "a", "text": "x", "dct": "soon"}']
)
def test_another_form_is_refused_in_words(tmp_path, content):
    path = tmp_path / "events.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(BadGold, match="write a document a line"):
        read_events(path)


def test_a_document_may_lack_everything_but_its_text():
    assert AnnotatedDocument("a", None, "Rain.", ()).links == ()
