"""The end of a range that shares a word with the other: the 5 of "5 to 8 February"."""

from datetime import date
from time import process_time

import pytest

from timeline.text.tag import tag

DAY = date(2019, 3, 27)


def found(text, language="en"):
    return [(each.words, each.value) for each in tag(text, DAY, language)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("They met from 5 to 8 February.", [("5", "2019-02-05"), ("8 February", "2019-02-08")]),
        ("They met between 5 and 8 February.", [("5", "2019-02-05"), ("8 February", "2019-02-08")]),
        ("They met from 5 to 8 February 2015.", [("5", "2015-02-05"), ("8 February 2015", "2015-02-08")]),
        ("They met on 9 and 10 July 1882.", [("9", "1882-07-09"), ("10 July 1882", "1882-07-10")]),
        ("They met March 3 to 5.", [("March 3", "2019-03-03"), ("5", "2019-03-05")]),
        ("They met March 3 to 5, 2015.", [("March 3", "2015-03-03"), ("5", "2015-03-05")]),
        ("They met on 7/8 March.", [("7", "2019-03-07"), ("8 March", "2019-03-08")]),
        ("They met on the night of 7/8 March 1944.", [("7", "1944-03-07"), ("8 March 1944", "1944-03-08")]),
        ("The war of 1914-17 was long.", [("1914", "1914"), ("17", "1917")]),
        ("The war of 1914–18 was long.", [("1914", "1914"), ("18", "1918")]),
        ("In 1998-99 it rained.", [("1998", "1998"), ("99", "1999")]),
        ("They met between 5 and 8 p.m.", [("5", "2019-03-27T17:00"), ("8 p.m.", "2019-03-27T20:00")]),
        ("They met from 9 to 11 a.m.", [("9", "2019-03-27T09:00"), ("11 a.m.", "2019-03-27T11:00")]),
        ("They met from 10 to 2 p.m.", [("10", "2019-03-27T10:00"), ("2 p.m.", "2019-03-27T14:00")]),
        ("They worked from 9 to 5 p.m.", [("9", "2019-03-27T09:00"), ("5 p.m.", "2019-03-27T17:00")]),
    ],
)
def test_both_ends_are_found_and_placed(text, ends):
    timexes = found(text)
    assert [value for _, value in timexes] == [value for _, value in ends]
    assert timexes[0][0] == ends[0][0] and timexes[1][0].startswith(ends[1][0])


def test_spanish_ends_are_found_by_its_own_words():
    assert [value for _, value in found("Se reunieron entre el 5 y el 8 de febrero.", "es")] == [
        "2019-02-05",
        "2019-02-08",
    ]
    assert [value for _, value in found("La guerra de 1914-17 fue larga.", "es")] == ["1914", "1917"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on 30 and 31 February.", ["XXXX-XX-XX"]),
        ("In 1914-12 it rained.", ["1914"]),
        ("They won 5 to 8 in February.", ["2019-02"]),
        ("They met on 3 March, 5 of them.", ["2019-03-03"]),
        ("The score was 3-1 on 5 March.", ["2019-03-05"]),
        ("It cost $5 to 8 February customers.", None),
        ("They met on March 3 and 5 people left.", ["2019-03-03"]),
        ("They met on March 3 to 500 cheers.", ["2019-03-03"]),
        ("They met at 5 p.m. and 8 left.", ["2019-03-27T17:00"]),
        ("In 2015-16% of them left.", None),
    ],
)
def test_a_number_that_ends_no_range_is_no_timex(text, values):
    timexes = found(text)
    assert not any(words in ("5", "8", "1", "3", "12", "16", "30", "500") for words, _ in timexes)
    assert values is None or [value for _, value in timexes] == values


def test_the_ends_lie_apart_and_say_why():
    first, last = tag("They met from 5 to 8 February.", DAY)
    assert (first.start, first.end, last.start) == (14, 15, 19)
    assert first.why.startswith("“5”") and first.why.endswith(".")
    assert first.interval.end <= last.interval.start


@pytest.mark.parametrize("day", [date(2019, 1, 1), date(2019, 2, 6), date(2019, 2, 10), date(2020, 2, 29)])
@pytest.mark.parametrize("verb", ["met", "will meet"])
@pytest.mark.parametrize(
    "words",
    [
        "from 5 to 8 February",
        "February 5 to 8",
        "between 5 and 8 February",
        "from 28 February to 2 March",
        "5–8 February",
    ],
)
def test_a_range_never_runs_backwards_and_is_short(verb, words, day):
    timexes = tag(f"They {verb} {words}.", day)
    start, end = timexes[0].interval.start, timexes[-1].interval.end
    assert (end - start).days <= 5 and start < end


def test_ends_are_completed_in_linear_time():
    def cost(unit, count):
        start = process_time()
        tag(unit * count, DAY)
        return process_time() - start

    cost("March 3 to 5. ", 10)
    assert cost("March 3 to 5. ", 2400) < 24 * cost("March 3 to 5. ", 300)
