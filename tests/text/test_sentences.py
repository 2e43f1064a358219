"""Text → sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import load_tokeniser
from timeline.text.sentences import find_sentences


def sentences(text):
    return [text[start:end] for start, end in find_sentences(load_tokeniser("en").make_doc(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("One thing.", ["One thing."]),
        ("One thing. Another thing!", ["One thing.", "Another thing!"]),
        ("Is it so? It is.", ["Is it so?", "It is."]),
        ("The U.S. acted. Others waited.", ["The U.S. acted.", "Others waited."]),
        ("He paid 2.5 million. She paid 3.", ["He paid 2.5 million.", "She paid 3."]),
        ("Mr. Reyes left on Feb. 3.", ["Mr. Reyes left on Feb. 3."]),
        ("It began at 5 p.m. on Tuesday.", ["It began at 5 p.m. on Tuesday."]),
        ("“We leave.” He left.", ["“We leave.”", "He left."]),
        ('"We leave." He left.', ['"We leave."', "He left."]),
        ("He waited… and left.", ["He waited… and left."]),
        (
            "A headline without a stop\n\nThe first sentence.",
            ["A headline without a stop", "The first sentence."],
        ),
        ("First paragraph ends\n\nSecond one.", ["First paragraph ends", "Second one."]),
    ],
)
def test_where_sentences_end(text, expected):
    assert sentences(text) == expected


def test_a_line_that_was_wrapped_at_a_margin_goes_on():
    text = "The ministry said on Tuesday that the two planes had\nlanded in the capital over the weekend."
    assert sentences(text) == [text]


@pytest.mark.parametrize("month", ["Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."])
def test_a_short_month_does_not_end_a_sentence(month):
    text = f"The bridge fell on {month} 10 in a storm."
    assert sentences(text) == [text]


@pytest.mark.parametrize("weekday", ["Mon.", "Tues.", "Wed.", "Thurs.", "Fri.", "Sat.", "Sun."])
def test_a_short_weekday_before_a_date_does_not_end_a_sentence(weekday):
    text = f"The bridge fell on {weekday}, March 10, in a storm."
    assert sentences(text) == [text]


@given(
    st.lists(
        st.sampled_from(
            ["Rain fell", ".", "!", "\n", "\n\n", " ", "”", '"', "U.S.", "…", "?", ")", "word", "3"]
        )
    ).map("".join)
)
def test_sentences_stand_in_order_and_leave_out_only_space(text):
    done = 0
    for start, end in find_sentences(load_tokeniser("en").make_doc(text)):
        assert done <= start < end
        assert text[done:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        done = end
    assert text[done:].strip() == ""


@pytest.mark.parametrize(
    "expected",
    [
        ["El Sr. López viajó a EE.UU.", "El martes volvió."],
        ["El gral. Pérez citó el art. 14 de la ley.", "¿Cuándo?", "¡Hoy!"],
        ["Empieza a las 5 p. m. del lunes.", "Dijo: «Ayer llovió».", "Luego calló."],
    ],
)
def test_abbreviations_are_those_of_the_language(expected):
    text = " ".join(expected)
    doc = load_tokeniser("es").make_doc(text)
    assert [text[start:end] for start, end in find_sentences(doc)] == expected


def test_a_language_without_a_file_has_sentences_too():
    doc = load_tokeniser("de").make_doc("Es regnet. Sie bleibt.")
    assert len(find_sentences(doc)) == 2
