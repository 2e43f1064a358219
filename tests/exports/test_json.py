"""The event table as JSON."""

import json
from datetime import datetime

import pandas as pd

from tests.builders import event, event_table
from timeline.exports import to_json
from timeline.table.schema import COLUMNS, empty_table


def objects(*rows):
    return json.loads(to_json(event_table(rows)).decode("utf-8"))


def test_one_object_an_event_with_every_column_in_order():
    first, second = objects(event("a"), event("b"))
    assert (first["id"], second["id"]) == ("a", "b")
    assert list(first) == list(COLUMNS)


def test_dates_are_iso_8601_and_an_unknown_one_is_null():
    (row,) = objects(event(start=datetime(2019, 3, 26, 18), published=pd.NaT))
    assert (row["start"], row["published"]) == ("2019-03-26T18:00:00", None)
    assert objects(event(start=datetime(1066, 3, 3)))[0]["start"] == "1066-03-03T00:00:00"


def test_numbers_and_truths_are_not_texts():
    (row,) = objects(event(soft_end=True, words_end=8))
    assert (row["soft_end"], row["soft_start"], row["words_end"]) == (True, False, 8)


def test_text_is_readable_and_comes_back():
    label = 'Guaidó said: "Now!"\n=1+1 😀 </script>'
    data = to_json(event_table([event(label=label)]))
    assert "Guaidó" in data.decode()
    assert json.loads(data)[0]["label"] == label


def test_no_events_are_an_empty_list():
    assert json.loads(to_json(empty_table())) == []
