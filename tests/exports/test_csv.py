"""The event table as CSV, and back."""

import csv
from datetime import datetime
from io import StringIO

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import event, event_table
from timeline.exports import EXPORTS, from_csv, to_csv
from timeline.table.schema import COLUMNS, NotAnEventTable, empty_table


def round_trip(table):
    return from_csv(to_csv(table))


def cells(table):
    return list(csv.DictReader(StringIO(to_csv(table).decode("utf-8-sig"))))


def test_every_export_is_offered_by_its_ending_and_gives_bytes():
    for ending, export in EXPORTS.items():
        assert ending.startswith(".")
        assert isinstance(export(event_table([event()])), bytes)


@pytest.mark.parametrize(
    "label",
    [
        "=HYPERLINK(0)",
        "+1",
        "-1",
        "@cmd",
        "\t=1",
        "'quoted'",
        "''",
        "'=1",
        "NA",
        "null",
        "",
        " ",
        " padded ",
        "007",
        "1e5",
        "True",
        "two\nlines",
        "two\r\nlines",
        "old\rlines",
        'a "quoted" word',
        "comma, semicolon; tab\t",
        "😀 Guaidó שלום",
        "\u200b\ufeff",
        "#",
        "\\",
        '"',
    ],
)
def test_any_text_comes_back_as_it_was(label):
    table = event_table(
        [event("a", label=label, sentence=label), event("b", title=label, source=label, url=label)]
    )
    pd.testing.assert_frame_equal(round_trip(table), table)


def test_an_unknown_publication_date_comes_back_unknown():
    table = event_table([event("a", published=pd.NaT), event("b")])
    pd.testing.assert_frame_equal(round_trip(table), table)


def test_no_known_publication_date_at_all_comes_back_too():
    table = event_table([event("a", published=pd.NaT)])
    pd.testing.assert_frame_equal(round_trip(table), table)


@pytest.mark.parametrize("year", [1, 1066, 2262, 9998])
def test_old_and_far_dates_come_back(year):
    table = event_table([event("a", datetime(year, 3, 26, 18)), event("b")])
    pd.testing.assert_frame_equal(round_trip(table), table)


def test_booleans_come_back():
    table = event_table([event("a", soft_start=True), event("b", soft_end=True)])
    pd.testing.assert_frame_equal(round_trip(table), table)


def test_an_empty_table_comes_back():
    pd.testing.assert_frame_equal(round_trip(empty_table()), empty_table(), check_index_type=False)


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_a_spreadsheet_is_never_given_a_formula(label):
    (row,) = cells(event_table([event(label=label, sentence=label, id=label)]))
    assert {row[name][0] for name in ("id", "label", "sentence")} == {"'"}


def test_a_spreadsheet_reads_the_accents_and_the_dates():
    data = to_csv(event_table([event(label="Guaidó", start=datetime(2019, 3, 26, 18))]))
    assert data.startswith(b"\xef\xbb\xbf") and "Guaidó" in data.decode()
    (row,) = cells(event_table([event(start=datetime(2019, 3, 26, 18))]))
    assert row["start"] == "2019-03-26T18:00:00"
    assert list(row) == list(COLUMNS)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries({name: TEXT for name in ("label", "title", "source", "why", "sentence")}),
        max_size=4,
    )
)
def test_whatever_an_article_holds_comes_back(rows):
    table = event_table(event(str(number), **row) for number, row in enumerate(rows))
    pd.testing.assert_frame_equal(round_trip(table), table, check_index_type=False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a,b\r\n1,2\r\n",
        b"\x89PNG\r\n\x1a\n\xff\xfe\x00",
        to_csv(event_table([event()])).replace(b"2019", b"then"),
    ],
    ids=["nothing", "another table", "a picture", "broken dates"],
)
def test_what_is_no_event_table_is_refused(data):
    with pytest.raises(NotAnEventTable):
        from_csv(data)
