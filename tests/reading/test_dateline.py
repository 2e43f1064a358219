"""The line that says when an article was published is found, with the exact place of its words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.dateline import find_dateline, find_datelines
from timeline.reading.document import DctSource

DAY = date(2019, 3, 27)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("March 27, 2019", "March 27, 2019"),
        ("  *March 27, 2019*", "March 27, 2019"),
        ("Published March 27, 2019", "March 27, 2019"),
        ("Published on: 27 March 2019", "27 March 2019"),
        ("Updated March 27, 2019", "March 27, 2019"),
        ("Wednesday, March 27, 2019 10:15 pm EDT", "Wednesday, March 27, 2019 10:15 pm EDT"),
        ("First published on Wed 27 Mar 2019 16.05 GMT", "Wed 27 Mar 2019 16.05 GMT"),
        ("By Ana Reyes | Mar 27, 2019 | World", "Mar 27, 2019"),
        ("By Ana Reyes, March 27, 2019", "March 27, 2019"),
        ("Posted by desk on March 27, 2019 at 5:02 p.m. ET", "March 27, 2019 at 5:02 p.m. ET"),
        ("March 27th, 2019 · 3 min read", "March 27th, 2019"),
        ("2019-03-27", "2019-03-27"),
        ("miércoles, 27 de marzo de 2019", "miércoles, 27 de marzo de 2019"),
        ("Aktualisiert: 27.03.2019, 22.15 Uhr", "27.03.2019, 22.15 Uhr"),
        ("Опубликовано 27 марта 2019 г.", "27 марта 2019 г."),
        ("PORT SELWYN, March 27, 2019 (Northern Wire) — A crane fell.", "March 27, 2019"),
        ("March 27, 2019 (Northern Wire) — A crane fell.", "March 27, 2019"),
        ("PORT SELWYN, Morland — March 27, 2019 — A crane fell.", "March 27, 2019"),
        ("Puerto Claro, 27 mar 2019 (NWS).- Una grúa cayó.", "27 mar 2019"),
        ("PORT SELWYN, March 27, 2019 /Northern Wire/ -- A crane fell.", "March 27, 2019"),
    ],
)
def test_a_dateline_gives_its_day_its_words_and_their_place(line, words):
    text = f"Crane – “falls” 🚢\n\n{line}\n\nIt fell on Tuesday."
    dct = find_dateline(text, "en")
    assert (dct.day, dct.words, dct.found_in) == (DAY, words, DctSource.DATELINE)
    assert text[slice(*dct.span)] == words


@pytest.mark.parametrize(
    "line",
    [
        "The crane fell on March 27, 2019, in the harbour.",
        "On March 27, 2019 — a day to remember — the crane fell.",
        "The deal signed on March 27, 2019 (Harbour Treaty) - it failed.",
        "March 27, 2019: the crane falls.",
        "President Ana Reyes opens the dock, July 2, 2013. (",
        "July 2, 2013. (",
        "The 27 best films of 2019",
        "March 2019",
        "Wednesday",
        "Call 27-03-2019-555 for tickets",
        "Copyright 2019",
    ],
)
def test_prose_captions_and_parts_of_dates_are_no_dateline(line):
    assert find_dateline(f"Crane falls\n\n{line}\n\nIt fell on Tuesday.", "en") is None


def test_published_is_preferred_to_plain_and_plain_to_updated():
    text = "Updated March 29, 2019\nMarch 28, 2019\nPublished March 27, 2019\n\nA crane fell."
    assert [dct.day.day for dct in find_datelines(text)] == [27, 28, 29]


def test_published_and_updated_may_share_a_line():
    dct = find_dateline("Published March 27, 2019 Updated March 28, 2019 10:15 am\n\nA crane fell.")
    assert (dct.day, dct.words) == (DAY, "March 27, 2019")


def test_the_head_only_is_searched():
    assert find_dateline("A crane fell.\n" * 30 + "March 27, 2019") is None


@given(st.text(), st.text())
def test_words_around_it_never_move_the_span(before, after):
    text = f"{before}\nPublished March 27, 2019\n{after}"
    for dct in find_datelines(text):
        assert text[slice(*dct.span)] == dct.words


@pytest.mark.parametrize("line", ["GENEVA, 14 May 2019", "Port Selwyn, May 14, 2019", "Geneva, 14 May 2019."])
def test_a_place_and_a_date_alone_on_a_line_are_a_dateline(line):
    dct = find_dateline(f"Talks resume\n\n{line}\n\nThey met on Monday.")
    assert str(dct.day) == "2019-05-14"


def test_a_caption_that_ends_in_a_date_is_no_dateline():
    assert (
        find_dateline("Talks resume\n\nThe two ministers met in Geneva, 14 May 2018\n\nThey spoke.") is None
    )
