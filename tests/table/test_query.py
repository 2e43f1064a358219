"""The part of an event table that someone asked for."""

from datetime import date, datetime

import pandas as pd
import pytest

from tests.builders import event, event_table
from timeline.table.query import select
from timeline.table.schema import checked, empty_table

TABLE = event_table(
    [
        event("monday", datetime(2019, 3, 25), sentence="Guaidó swore an oath.", source="The Courier"),
        event(
            "evening",
            datetime(2019, 3, 26, 18),
            datetime(2019, 3, 27),
            sentence="Straße gesperrt (again).",
            source="Morgenblatt",
        ),
        event(
            "march",
            datetime(2019, 3, 1),
            datetime(2019, 4, 1),
            sentence="The harbour was shut.",
            source="The Courier",
        ),
        event(
            "old",
            datetime(2001, 1, 1),
            datetime(2002, 1, 1),
            sentence="A treaty was signed.",
            source="",
            title="Crane falls",
        ),
    ]
)


def ids(**asked):
    return select(TABLE, **asked)["id"].tolist()


def test_no_limit_gives_the_same_table():
    pd.testing.assert_frame_equal(select(TABLE), TABLE)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2019, 3, 25), date(2019, 3, 25), ["monday", "march"]),
        (date(2019, 3, 26), date(2019, 3, 26), ["evening", "march"]),
        (date(2019, 3, 27), date(2019, 3, 27), ["march"]),
        (date(2019, 3, 31), None, ["march"]),
        (date(2019, 4, 1), None, []),
        (None, date(2019, 2, 28), ["old"]),
        (None, date(2019, 3, 1), ["march", "old"]),
        (date(2001, 12, 31), date(2001, 12, 31), ["old"]),
        (date(2002, 1, 1), date(2002, 1, 1), []),
        (date(2019, 3, 27), date(2019, 3, 20), []),
    ],
)
def test_days_are_inclusive_and_an_event_counts_when_it_touches_them(start, end, expected):
    assert ids(start=start, end=end) == expected


def test_the_widest_days_of_the_calendar_are_no_limit():
    assert ids(start=date.min, end=date.max) == TABLE["id"].tolist()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("guaido", ["monday"]),
        ("GUAIDÓ", ["monday"]),
        ("Guaido\u0301", ["monday"]),
        ("strasse", ["evening"]),
        ("oath swore", ["monday"]),
        ("oath treaty", []),
        ("courier harbour", ["march"]),
        ("crane", ["old"]),
        ("  ", ["monday", "evening", "march", "old"]),
        ("(again)", ["evening"]),
        ("a.treaty", []),
        ("[", []),
    ],
)
def test_every_word_is_looked_for_in_label_sentence_title_and_source(words, expected):
    assert ids(words=words) == expected


def test_sources_are_a_choice_and_an_empty_choice_chooses_nothing():
    assert ids(sources=["The Courier"]) == ["monday", "march"]
    assert ids(sources=["", "Morgenblatt"]) == ["evening", "old"]
    assert ids(sources=[]) == []


def test_limits_add_up():
    assert ids(start=date(2019, 3, 25), end=date(2019, 3, 25), words="oath", sources=["The Courier"]) == [
        "monday"
    ]


def test_what_comes_back_is_an_event_table_counted_from_zero():
    chosen = checked(select(TABLE, words="harbour"))
    assert chosen.index.tolist() == [0]


def test_an_empty_table_stays_one():
    chosen = select(empty_table(), start=date(2019, 1, 1), words="crane", sources=["The Courier"])
    pd.testing.assert_frame_equal(checked(chosen), empty_table(), check_index_type=False)


def test_the_table_that_was_asked_is_left_alone():
    before = TABLE.copy(deep=True)
    select(TABLE, words="oath", end=date(2019, 3, 25))
    pd.testing.assert_frame_equal(TABLE, before)
