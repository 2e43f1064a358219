"""Quotations, the two ends of ranges, and the last days of periods, as they stand in the text."""

import pytest

from tests.text.growth import growth
from timeline.temporal.cycle import Month, Weekday
from timeline.temporal.expression import Absolute, Bare
from timeline.temporal.granularity import Granularity
from timeline.text.discourse import around, find_endings, find_quotations, find_ranges
from timeline.text.grammar import load_grammar
from timeline.text.timex import Timex

WORDS = load_grammar("en").discourse
MEANINGS = {
    "Monday": Bare(Weekday(1)),
    "Wednesday": Bare(Weekday(3)),
    "May": Bare(Month(5)),
    "July": Bare(Month(7)),
}


def timexes_in(text):
    """The weekdays and months of a text, as the tagger finds them."""
    found, start = [], 0
    for word in text.replace(",", " ").replace(".", " ").replace("–", " ").replace("-", " ").split():
        start = text.index(word, start)
        if word in MEANINGS:
            found.append(Timex(start, start + len(word), word, MEANINGS[word], "test"))
        start += len(word)
    return found


def ranges(text):
    return [
        tuple(timexes_in(text)[each].words for each in pair)
        for pair in find_ranges(timexes_in(text), text, WORDS)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "from Monday to Wednesday",
        "Monday–Wednesday",
        "Monday - Wednesday",
        "Monday through Wednesday",
        "Monday until Wednesday",
        "between Monday and Wednesday",
        "Between Monday and Wednesday",
        "between\nMonday and\nWednesday",
    ],
)
def test_two_alike_times_with_a_joining_word_are_a_range(text):
    assert ranges(text) == [("Monday", "Wednesday")]


@pytest.mark.parametrize(
    "text",
    [
        "Monday and Wednesday",
        "on Monday, Wednesday",
        "between Monday, and Wednesday",
        "from Monday he walked to Wednesday",
        "from Monday to May",
        "May to Monday",
        "between the war. Monday and Wednesday",
    ],
)
def test_times_that_are_only_neighbours_or_not_alike_are_no_range(text):
    assert ranges(text) == []


def test_ranges_may_follow_each_other():
    assert ranges("Monday to Wednesday, May to July") == [("Monday", "Wednesday"), ("May", "July")]


@pytest.mark.parametrize("joined", ["ended", "ending", "that ended", ", ended"])
def test_a_period_is_beside_its_last_day(joined):
    text = f"the quarter{'' if joined[0] == ',' else ' '}{joined} May"
    first = Timex(0, 11, "the quarter", Bare(Month(4)), "test")
    last = Timex(len(text) - 3, len(text), "May", MEANINGS["May"], "test")
    assert find_endings([first, last], text, WORDS) == [(0, 1)]


def test_a_period_that_begins_on_a_day_does_not_end_on_it():
    text = "the quarter beginning May"
    first = Timex(0, 11, "the quarter", Bare(Month(4)), "test")
    assert find_endings([first, Timex(22, 25, "May", MEANINGS["May"], "test")], text, WORDS) == []


def quoted(text):
    return [text[start:end] for start, end in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("Dijo «sí» y «no».", ["«sí»", "«no»"]),
        ("He said ``yes'' and ``no''.", ["``yes''", "``no''"]),
        ("He said “We\nleave.”", ["“We\nleave.”"]),
        ("He said ‘We leave,’ and it’s true.", ["‘We leave,’"]),
        ("It’s the dogs’ day.", []),
        ("He said “We leave.", []),
        ('He said "We leave.\nShe said "We stay.', []),
        ("“”", []),
        ("", []),
    ],
)
def test_quotations_with_their_marks(text, found):
    assert quoted(text) == found


def test_a_mark_that_is_closed_a_long_way_off_opens_no_quotation():
    assert quoted("“" + "word " * 400 + "”") == []
    assert quoted("“" + "word " * 200 + "”") != []


def test_a_mark_never_closed_does_not_hide_the_quotation_after_it():
    assert quoted("He said “We leave. She said “We stay.” and “yes”.")[-2:] == ["“We stay.”", "“yes”"]
    assert quoted("`` " + "word " * 400 + "``We stay.''")[-1:] == ["``We stay.''"]


def test_the_span_around_a_place():
    spans = [(3, 8), (10, 20)]
    assert [around(spans, *place) for place in ((3, 8), (12, 14), (8, 9), (7, 11), (0, 2), (19, 21))] == [
        (3, 8),
        (10, 20),
        None,
        None,
        None,
        None,
    ]
    assert around([], 0, 1) is None


# linear time


@pytest.mark.parametrize(
    "unit",
    ["“", "“ ‘ ", '"', '" x\n', "«", "“a” ", "”", "‘a", "``", "`` Monday ", "''", "`"],
    ids=[
        "never closed",
        "nested",
        "straight",
        "straight on lines",
        "angles",
        "closed",
        "only closed",
        "single",
        "LaTeX",
        "LaTeX never closed",
        "LaTeX only closed",
        "back quotes",
    ],
)
def test_quotations_are_found_in_linear_time(unit):
    assert growth(lambda size: find_quotations(unit * (size // len(unit))), 1500) < 24


@pytest.mark.parametrize("gap", [" to ", " and ", ", ", " between "])
def test_ranges_among_fifty_thousand_timexes_are_found_in_linear_time(gap):
    def work(count):
        text = f"Monday{gap}" * count
        step = 6 + len(gap)
        timexes = [
            Timex(at, at + 6, "Monday", MEANINGS["Monday"], "test") for at in range(0, len(text), step)
        ]
        return find_ranges(timexes, text, WORDS), find_endings(timexes, text, WORDS)

    assert growth(work, 6_250) < 24


def test_years_of_one_granularity_are_alike():
    years = [Timex(0, 4, "1914", year(1914), "test"), Timex(8, 12, "1917", year(1917), "test")]
    assert find_ranges(years, "1914 to 1917", WORDS) == [(0, 1)]


def year(number):
    from datetime import datetime

    return Absolute(datetime(number, 1, 1), Granularity.YEAR)
