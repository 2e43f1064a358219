"""One whole article as the web gives them: a banner, a torn caption, a dateline alone on its line."""

# ruff: noqa: E501  (paragraphs stand on one line each, as the web gives them)

from datetime import date

import pytest

from timeline.reading import DctSource, read
from timeline.text.tag import tag_document

ARTICLE = """\
Follow our free channel and never miss a story from the islands!

Orlavia admits it has divers in Tessaly: reports

Orlavian Premier Jorun Vask and Tessalian President Mirela Docan opened the joint shipyard, May 14, 2012. (
March 27, 2019

The Orlavian Admiralty on Tuesday acknowledged that two tugs had carried navy divers to Tessaly, and that this is part of a 2001 agreement between the two islands.

Admiralty spokesman Piet Harrow repeated late Tuesday that the divers had come “in full agreement” with their hosts.

Here are photos of the tugs that moored in Cape Brenn:

The statement comes after Foreign Secretary Ada Lorne warned Orlavia on Monday against sending divers, saying her country will not “look the other way” and let that happen.

It was reported over the weekend that two Orlavian tugs had moored in Cape Brenn, and that they carried about 40 divers.

Tessaly is in the midst of a fuel crisis as two rival councils vie for power on the island.

Earlier this year, council leader Ilan Sorre declared himself premier after crowds urged him to act against the Docan government.

Meanwhile, Docan has ordered the lighthouse be closed, and in February she blocked the causeway to Marn, where aid was en route. She has also threatened to close the northern ferry, as well.

In February, she wrote, “I ask every member of the council: End this quarrel. Now is the time for all Tessalians to act together.”

Tessalian voters had boycotted the last election, declaring it fraudulent.

The dispute has caught the eye of Orlavia, which is an ally of Docan and has recently strengthened its ties with her.
"""
EXPECTED = [
    ("May 14, 2012", "DATE", "2012-05-14", "", "2012-05-14", "2012-05-14", ""),
    ("Tuesday", "DATE", "2019-03-26", "", "2019-03-26", "2019-03-26", ""),
    ("2001", "DATE", "2001", "", "2001-01-01", "2001-12-31", ""),
    ("late Tuesday", "DATE", "2019-03-26", "END", "2019-03-26", "2019-03-26", "start"),
    ("Monday", "DATE", "2019-03-25", "", "2019-03-25", "2019-03-25", ""),
    ("the weekend", "DATE", "2019-W12-WE", "", "2019-03-23", "2019-03-24", ""),
    ("Earlier this year", "DATE", "2019", "START", "2019-01-01", "2019-03-27", "end"),
    ("February", "DATE", "2019-02", "", "2019-02-01", "2019-02-28", ""),
    ("February", "DATE", "2019-02", "", "2019-02-01", "2019-02-28", ""),
    ("Now", "DATE", "PRESENT_REF", "", None, None, ""),
    ("recently", "DATE", "PAST_REF", "", None, None, ""),
]


def document(name="tessaly.txt", text=ARTICLE):
    reading = read(text.encode(), name, today=date(2019, 4, 1))
    assert reading.problems == ()
    return reading.documents[0]


def told(timex):
    interval = timex.interval
    first, last = (
        (interval.first_day.isoformat(), interval.last_day.isoformat()) if interval else (None, None)
    )
    soft = "start" * bool(interval and interval.soft_start) + "end" * bool(interval and interval.soft_end)
    return timex.words, timex.type, timex.value, timex.mod, first, last, soft


def test_the_dateline_gives_the_date_and_not_the_caption():
    dct = document().dct
    assert (dct.day, dct.found_in, dct.words) == (date(2019, 3, 27), DctSource.DATELINE, "March 27, 2019")


def test_it_yields_exactly_the_expressions_that_a_reader_sees():
    assert [told(timex) for timex in tag_document(document())] == EXPECTED


def test_the_evening_of_late_tuesday_begins_at_six():
    late = next(timex for timex in tag_document(document()) if timex.words == "late Tuesday")
    assert (late.interval.start.hour, late.interval.end.hour) == (18, 0)


@pytest.mark.parametrize("old, new", [("\n", "\r\n"), ("’", "'"), ("“", '"')])
def test_line_ends_and_quotation_marks_change_nothing(old, new):
    assert [told(timex) for timex in tag_document(document(text=ARTICLE.replace(old, new)))] == EXPECTED


def test_a_corrected_date_leaves_the_dateline_out_and_moves_the_relative_ones():
    timexes = tag_document(document().dated(date(2019, 4, 3)))
    assert [timex.words for timex in timexes] == [row[0] for row in EXPECTED]
    assert [timex.value for timex in timexes][:5] == [
        "2012-05-14",
        "2019-04-02",
        "2001",
        "2019-04-02",
        "2019-04-01",
    ]
