"""Text → atoms: words, numbers and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.growth import growth
from timeline.text.lexing import find_atoms


def shapes(text):
    return [(atom.text, atom.shape) for atom in find_atoms(text)]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Tuesday", "word"),
        ("Guaidó", "word"),
        ("2019", "digits"),
        ("1990s", "mixed"),
        ("21st", "mixed"),
        ("5pm", "mixed"),
        ("17:30", "clock"),
        ("2019-03-27", "iso"),
        ("2019-03-27T17:30", "iso"),
        ("2019-03-27T17:30:05", "iso"),
        ("27/03/2019", "slash"),
        ("2019/3/27", "slash"),
        ("27.3.2019", "slash"),
        ("3-1", "score"),
        ("2–0", "score"),
        ("1,500", "number"),
        ("2.5", "number"),
        ("2019.3.1", "number"),
        ("https://example.org/2019/03/26", "junk"),
        ("desk2019@example.org", "junk"),
        ("@monday2019", "junk"),
        ("#friday", "junk"),
    ],
)
def test_one_atom_of_each_shape(text, shape):
    assert shapes(text) == [(text, shape)]


@pytest.mark.parametrize(
    "text",
    ["2019-03-271", "12019-03-27", "1/2/3/2019", "10.20.19.3", "17:30:05:1", "C12H22O11", "007-2019-03-27"],
)
def test_codes_that_hold_a_date_are_not_dates(text):
    assert not {"iso", "slash", "clock"} & {shape for _, shape in shapes(text)}


def test_joined_words_are_cut_at_their_marks():
    assert [text for text, _ in shapes("mid-February’s")] == ["mid", "-", "February", "’", "s"]


def test_atoms_of_a_part_of_the_text_know_their_place_in_the_whole():
    (atom,) = find_atoms("on Tuesday.", 3, 10)
    assert (atom.start, atom.end, atom.text, atom.lower) == (3, 10, "Tuesday", "tuesday")


@given(st.text())
def test_atoms_stand_in_order_and_leave_out_only_space(text):
    atoms, done = find_atoms(text), 0
    for atom in atoms:
        assert text[done : atom.start].strip() == ""
        assert text[atom.start : atom.end] == atom.text
        assert done <= atom.start < atom.end
        done = atom.end
    assert text[done:].strip() == ""


@pytest.mark.parametrize("unit", ["1", "a.1.", "a", "1.", "1,000,", "x+", "2019/", "www.", "1:", "a_", "é-"])
def test_time_grows_with_the_length_of_a_word_and_no_faster(unit):
    assert growth(lambda size: find_atoms(unit * (size // len(unit)) + "!"), 4_000) < 24
