"""Which reading wins when words can be read in several ways."""

import pytest

from timeline.text.chart import MOST_EDGES, find_edges, find_matches
from timeline.text.grammar import load_grammar
from timeline.text.lexing import find_atoms


def readings(text):
    atoms = find_atoms(text)
    return [
        (" ".join(atom.text for atom in atoms[match.first : match.last]), match.rule.name)
        for match in find_matches(atoms, load_grammar("en"))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("late Tuesday , March 26 , 2019", ["late Tuesday , March 26 , 2019"]),
        ("the end of last year", ["the end of last year"]),
        ("in March 2019", ["March 2019"]),
        ("on Monday and Tuesday", ["Monday", "Tuesday"]),
    ],
)
def test_the_longest_reading_wins(text, words):
    assert [each for each, _ in readings(text)] == words


def test_context_decides_between_equal_readings():
    assert readings("in three days") == [("three days", "within")]
    assert readings("for three days") == [("three days", "duration")]


def test_a_common_word_in_a_capital_belongs_to_the_name_before_it():
    assert readings("Democracy Now") == [] and readings("Now") != []


def test_what_only_looks_like_a_time_is_swallowed_whole():
    assert readings("a 44-year-old man") == []


def test_a_text_made_to_be_ambiguous_has_a_bounded_number_of_readings():
    edges = find_edges(find_atoms("the last " * 40), load_grammar("en"))
    assert max(map(len, edges)) <= MOST_EDGES


@pytest.mark.parametrize("text", ["MONDAY TALKS FAIL", "TALKS FAIL MONDAY", "TALKS FAIL ON MONDAY IN ADEN"])
def test_capitals_among_capitals_make_no_name(text):
    assert [words for words, _ in readings(text)] == ["MONDAY"]


def test_a_capital_beside_an_ordinary_word_still_makes_one():
    assert readings("Monday Club") == [] == readings("Monday UKIP")
