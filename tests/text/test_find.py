"""Where time expressions stand in a text: inside it, in order, apart, and found in linear time."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.text.growth import growth
from timeline.model import load_tokeniser
from timeline.text.find import find_timexes
from timeline.text.grammar import load_grammar
from timeline.text.tag import tag

DAY = date(2019, 3, 27)
WORDS = [
    "Monday",
    "Tuesday",
    "Tues.",
    "Sat.",
    "March",
    "Mar.",
    "May",
    "february",
    "2019",
    "1990s",
    "'90s",
    "27",
    "3rd",
    "the",
    "this",
    "last",
    "next",
    "past",
    "late",
    "early",
    "mid",
    "mid-February",
    "ago",
    "earlier",
    "later",
    "in",
    "on",
    "of",
    "at",
    "and",
    "to",
    "from",
    "first",
    "second",
    "half",
    "quarter",
    "week",
    "weeks",
    "month",
    "year",
    "years",
    "day",
    "days",
    "two",
    "twenty",
    "hundred",
    "a",
    "an",
    "few",
    "several",
    "about",
    "at",
    "least",
    "p.m.",
    "5pm",
    "17:30",
    "noon",
    "tonight",
    "yesterday",
    "today",
    "now",
    "recently",
    "weekend",
    "every",
    "each",
    "daily",
    "since",
    "until",
    "2019-03-27",
    "27/03/2019",
    "3-1",
    "1,500",
    "2.5",
    "century",
    "decade",
    "summer",
    "the",
    "day",
]
ODD = [" ", "  ", "\n", "\n\n", "\t", "", ",", ".", "-", "–", "(", ")", "“", "”", '"', "'", "’", "…", "\u200b", "\u200d", "\u00a0", "\u200f", "\u202e", "שלום", "يوم", "2٠١٩", "²", "é", "😀", "\x00", "_", "/", ":"]  # fmt: skip
texts = st.lists(
    st.tuples(st.sampled_from(WORDS) | st.integers(0, 10**6).map(str), st.sampled_from(ODD)), max_size=60
)
texts = texts.map(lambda pairs: "".join(word + gap for word, gap in pairs))


def words(text):
    return [timex.words for timex in find_timexes(load_tokeniser("en").make_doc(text), load_grammar("en"))]


@settings(max_examples=300, deadline=None)
@given(texts | st.text(max_size=300))
@example("Monday " * 30)
@example("March 1, 2019, " * 12)
def test_expressions_lie_in_the_text_in_order_and_apart(text):
    done = 0
    for timex in find_timexes(load_tokeniser("en").make_doc(text), load_grammar("en")):
        assert done <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.words == timex.words.strip()
        done = timex.end


@settings(max_examples=200, deadline=None)
@given(texts, st.none() | st.dates(date(1, 1, 1), date(9999, 12, 30)))
def test_whatever_the_text_every_expression_is_placed_or_not_and_explained(text, day):
    for timex in tag(text, day):
        assert timex.why.startswith("“") and timex.why.endswith(".")
        assert timex.value
        assert timex.interval is None or timex.interval.start < timex.interval.end


SPANISH = """
lunes martes sábado Domingo enero mayo mar. 2019 27 1º 90 99990 el la los las del al de este pasado
próxima que viene principios finales fin semana fines mediados hace desde dentro dos veintidós mil unos
varios más menos casi día días mes años siglo XX trimestre mitad segunda mañana tarde noche ayer hoy
anoche víspera y media medio a en por cada todos veces vez 17:30 17.30 17h30 horas p.m. medianoche
siguiente anterior después antes atrás mismo ese década noventa últimos 2,5 1.500 27-03-2019 24:00 edad
"""
GAPS = [" ", " ", " ", ", ", ". ", "\n", "-"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(SPANISH.split()), st.sampled_from(GAPS))),
    st.none() | st.dates(date(1, 1, 1), date(9999, 12, 30)),
)
def test_whatever_the_spanish_text_every_expression_is_placed_or_not_and_explained(pairs, day):
    text, done = "".join(word + gap for word, gap in pairs), 0
    for timex in tag(text, day, "es"):
        assert done <= timex.start < timex.end and text[timex.start : timex.end] == timex.words
        assert timex.why.endswith(".") and timex.value
        done = timex.end


@pytest.mark.parametrize("gap", [" ", ", ", "; ", " and "])
@pytest.mark.parametrize(
    "date_words", ["March {}, 2019", "{} March 2019", "late Monday, March {}, 2019", "5:30 p.m. on March {}"]
)
def test_a_long_list_of_dates_is_read_date_by_date(gap, date_words):
    dates = [date_words.format(number) for number in range(1, 29)]
    assert words(gap.join(dates) + gap) == dates


def test_a_weekday_said_thirty_times_is_found_thirty_times():
    assert words("Monday " * 30) == ["Monday"] * 30


@pytest.mark.parametrize(
    "text",
    ["He left in {}; on {} he returned.", "({}; {})", "In {}: {} was bad.", "in {}…{} came", "in {}—{} came"],
)
def test_a_date_beside_a_mark_and_another_date_is_found_once(text):
    assert words(text.format("2018", "Monday")) == ["2018", "Monday"]


@pytest.mark.parametrize("day", ["1999-12-31", "2999-12-31", "0900-03-01"])
def test_a_date_that_is_written_out_may_be_of_any_year(day):
    assert words(f"The loan ended on {day}.") == [day]


def test_an_expression_may_run_over_a_line_break_but_not_over_a_blank_line():
    assert words("confirmed late\nTuesday that") == ["late\nTuesday"]
    assert words("It was late\n\nTuesday came.") == ["Tuesday"]


def test_the_longest_reading_wins():
    assert words("He left on Tuesday, March 26, 2019, for good.") == ["Tuesday, March 26, 2019"]


def test_a_text_without_a_word_of_time_has_none():
    assert words("") == words(" \n ") == words("The crane fell on a ferry.") == []


# Linear time. Each text is read at one length and at eight times that.

LONG = {
    "digits": "1",
    "digits in a word": "1x",
    "years": "2019 ",
    "the last": "the last ",
    "numbers and": "one hundred and ",
    "halves of halves": "the first half of ",
    "days of days": "the 1st of March ",
    "early early": "early ",
    "about about": "about two ",
    "weekdays": "on Monday ",
    "quoted weekdays": '"Monday." ',
    "nested quotes with spaces": "“ ‘ ",
    "dates joined by slashes": "2019/",
    "dots": "a.1.",
    "addresses": "a+",
    "commas": "Monday,",
    "sentences": "He left Monday. ",
    "line breaks": "Monday\n",
    "full stops": ". ",
    "brackets": "( ",
    "days counted from nothing": "Recently, two days later, ",
    "days counted from each other": "Monday, two days later, ",
}


@pytest.mark.parametrize("unit", LONG.values(), ids=LONG.keys())
def test_time_grows_with_the_length_of_the_text_and_no_faster(unit):
    assert growth(lambda size: tag(unit * (size // len(unit)), DAY), 2_500) < 24


LONG_SPANISH = [
    "mañana ",
    "la noche del ",
    "el 5 de enero del ",
    "a las 5 de la tarde de ",
    "de 5 años ",
    "la víspera, ",
]


@pytest.mark.parametrize("unit", LONG_SPANISH)
def test_spanish_takes_linear_time_too(unit):
    assert growth(lambda size: tag(unit * (size // len(unit)), DAY, "es"), 2_500) < 24


@pytest.mark.parametrize("unit", ['“"', "(", "'", "..."], ids=["quotes", "brackets", "apostrophes", "dots"])
def test_marks_without_any_space_take_linear_time_too(unit):
    assert growth(lambda size: tag(unit * (size // len(unit)) + " now", DAY), 600) < 24


@pytest.mark.parametrize(
    "text", ["7" * 100_000, "the last " * 22_000, "2019 " * 20_000], ids=["digits", "the last", "years"]
)
def test_a_very_long_text_is_read_to_its_end(text):
    assert tag(f"{text}\n\nThey met on Monday.", DAY)[-1].value == "2019-03-25"
