"""The event table's columns and what is refused at the door."""

from datetime import datetime

import pandas as pd
import pytest

from tests.builders import event, event_table
from timeline.table.schema import BASES, COLUMNS, NotAnEventTable, checked, empty_table


def test_every_column_says_what_it_means_in_one_phrase():
    for name, column in COLUMNS.items():
        assert column.meaning and not column.meaning.endswith("."), name
    assert all(BASES.values())


def test_a_good_table_comes_back_as_it_is():
    table = event_table([event("a"), event("b", published=pd.NaT)])
    pd.testing.assert_frame_equal(checked(table), table)


def test_an_empty_table_is_an_event_table():
    assert list(checked(empty_table()).columns) == list(COLUMNS)


@pytest.mark.parametrize(
    "columns",
    [
        {"end": datetime(2019, 3, 26)},
        {"end": datetime(2019, 3, 25)},
        {"granularity": "fortnight"},
        {"basis": "hearsay"},
        {"sentence_end": 3},
        {"label": None},
        {"start": pd.NaT},
    ],
    ids=["empty interval", "reversed interval", "granularity", "basis", "offsets", "no label", "no start"],
)
def test_a_row_that_cannot_be_is_refused(columns):
    with pytest.raises(NotAnEventTable):
        event_table([event("a"), {**event("b"), **columns}])


def test_two_events_with_one_id_are_refused():
    with pytest.raises(NotAnEventTable, match="id"):
        event_table([event("a"), event("a")])


def test_missing_extra_and_swapped_columns_are_refused():
    table = event_table([event()])
    swapped = table[[*reversed(table.columns)]]
    for wrong in (table.drop(columns="why"), table.assign(colour="red"), swapped):
        with pytest.raises(NotAnEventTable):
            checked(wrong)


@pytest.mark.parametrize("year", [1, 1066, 1677, 2262, 9998])
def test_years_beyond_nanoseconds_are_kept(year):
    table = event_table([event(start=datetime(year, 3, 26))])
    assert table["start"].dt.year.tolist() == [year]
