"""Years before Christ: a value of their own, no place on the calendar that is drawn."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.calendar import shift
from timeline.temporal.cycle import Month, MonthDay
from timeline.temporal.era import EARLIEST, MOVED, is_before_christ, moved, written
from timeline.temporal.expression import Anaphoric, BeforeChrist, In, Mod, Part, Shift
from timeline.temporal.granularity import Granularity
from timeline.temporal.resolve import resolve
from timeline.text.genre import Genre
from timeline.text.tag import tag

DAY = date(2019, 3, 27)


def found(text, genre=None, day=DAY):
    return [(each.words, each.value) for each in tag(text, day, genre=genre)]


def last(text, genre=None, day=DAY):
    return tag(text, day, genre=genre)[-1]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He died in 415 BC.", "415 BC", "BC0415"),
        ("He died in September 415 BC.", "September 415 BC", "BC0415-09"),
        ("He died on 15 March 44 BC.", "15 March 44 BC", "BC0044-03-15"),
        ("He died in the summer of 480 BC.", "the summer of 480 BC", "BC0480-SU"),
        ("He died in 44 B.C. in Rome.", "44 B.C.", "BC0044"),
        ("He died in 1 BC.", "1 BC", "BC0001"),
        ("He died in 1200 BC.", "1200 BC", "BC1200"),
        ("He died on 29 February 45 BC.", "29 February 45 BC", "BC0045-02-29"),
    ],
)
@pytest.mark.parametrize("genre", [None, *Genre])
def test_a_date_before_christ_has_a_value_and_no_interval(text, words, value, genre):
    (timex,) = tag(text, DAY, genre=genre)
    assert (timex.words, timex.value, timex.interval, timex.alternatives) == (words, value, None, ())
    assert "before the year 1" in timex.why


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 415 BC they sailed. Two years later they died.", "BC0413"),
        ("In 415 BC they sailed. Two years earlier they had met.", "BC0417"),
        ("In 415 BC they sailed. They died that year.", "BC0415"),
        ("On 15 March 44 BC he died. The next day they wept.", "BC0044-03-16"),
        ("On 31 December 44 BC he died. The next day they wept.", "BC0043-01-01"),
        ("In 1 BC he was born. The following year he walked.", "0001"),
        ("In 44 BC he died. Fifty years later they wept.", "0007"),
        ("In March 44 BC he died. In the summer of that year they wept.", "BC0044-SU"),
    ],
)
def test_what_hangs_on_a_date_before_christ_is_counted_across_the_era(text, value):
    timex = last(text)
    assert timex.value == value
    assert timex.interval is None or not value.startswith("BC")


def test_a_decade_before_christ_is_not_written_as_one_of_the_moved_calendar():
    value = last("In 44 BC he died. That decade was dark.").value
    assert value.startswith("BC") or "X" in value


@pytest.mark.parametrize(
    "text",
    [
        "In 415 BC they sailed. Two years later they died.",
        "On 15 March 44 BC he died. The next day they wept.",
    ],
)
def test_why_it_has_no_place_is_the_era_and_not_a_missing_date(text):
    assert "before the year 1" in last(text).why


def test_a_narrative_goes_on_before_christ():
    text = "In March 44 BC he died. In April they wept. On the 14th they fought. In May they met."
    assert [value for _, value in found(text, Genre.NARRATIVE)] == [
        "BC0044-03",
        "BC0044-04",
        "BC0044-04-14",
        "BC0044-05",
    ]


def test_a_narrative_goes_on_into_the_next_year_before_christ():
    assert found("In November 44 BC he died. In January they wept.", Genre.NARRATIVE)[-1] == (
        "January",
        "BC0043-01",
    )


def test_a_range_before_christ():
    assert found("It lasted from March to May 415 BC.") == [
        ("March", "BC0415-03"),
        ("May 415 BC", "BC0415-05"),
    ]


def test_the_moved_calendar_never_shows():
    text = "In March 44 BC he died. The next month, two years later, in April, that winter they wept."
    for genre in (None, *Genre):
        for timex in tag(text, DAY, genre=genre):
            assert not any(f"9{digit}" in timex.why + timex.value for digit in "56"), timex.words
            assert timex.interval is None or timex.interval.start.year < 9000


def test_what_is_counted_from_a_date_before_christ_is_not_exported_with_an_anchor_of_the_moved_calendar():
    import json

    from timeline.evaluation.articles import AnnotatedArticle, to_line

    text = "In 44 BC he died. Two years later they wept."
    entry = json.loads(to_line(AnnotatedArticle("a", DAY, text, ()), tag(text, DAY)))
    anchor = entry["timexes"][1]["anchor"]
    assert anchor is None or not str(anchor["interval"]).count("9557")


@pytest.mark.parametrize(
    "text",
    [
        "In 100 BC he died. Ten thousand years later they wept.",
        "In 9000 BC they ate. The next year they slept.",
        "In 600 BC he died. A hundred years earlier he was born.",
        "In the 5th century BC they met. That year they left.",
    ],
)
def test_beyond_what_can_be_counted_there_is_no_place_and_no_error(text):
    assert all(
        each.interval is None
        for each in tag(text, DAY)
        if each.anchor is None or each.anchor.start is not None
    )


# the moved calendar

years = st.integers(1, EARLIEST)


@given(years)
def test_a_year_comes_back_as_it_was_written(year):
    assert written(f"{moved(BeforeChrist(year)).start.year:04}") == f"BC{year:04}"
    assert is_before_christ(BeforeChrist(year)) and not is_before_christ(BeforeChrist(year, is_century=True))


@given(years, st.integers(-300, 500))
def test_years_are_counted_across_the_era_without_a_year_nought(year, count):
    start = resolve(moved(BeforeChrist(year)), None)
    if not 1 <= start.start.year + count <= 9999:
        return
    astronomical = 1 - year + count  # 0 is 1 BC
    expected = f"{astronomical:04}" if astronomical > 0 else f"BC{1 - astronomical:04}"
    assert written(f"{shift(start.start, count, Granularity.YEAR).year:04}") == expected


def test_what_is_around_a_year_moves_with_it():
    expression = Part(Mod.END, In(Month(3), BeforeChrist(44)))
    assert is_before_christ(expression)
    assert resolve(moved(expression), None).start.year == MOVED + 1 - 44
    assert moved(Shift(1, Granularity.DAY)) == Shift(1, Granularity.DAY)
    assert moved(Anaphoric(Shift(1, Granularity.DAY))) == Anaphoric(Shift(1, Granularity.DAY))


def test_leap_days_are_those_of_the_moved_calendar():
    assert resolve(moved(In(MonthDay(2, 29), BeforeChrist(45))), None) is not None
    assert resolve(moved(In(MonthDay(2, 29), BeforeChrist(44))), None) is None


@pytest.mark.parametrize("value", ["P3D", "PT2H", "PAST_REF", "XXXX", "XXXX-XX-XX", "P1Y6M"])
def test_a_value_without_a_year_is_left_as_it_is(value):
    assert written(value) == value
