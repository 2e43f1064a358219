"""What a number may be, by its shape."""

import pytest

from timeline.text.grammar import load_grammar
from timeline.text.lexing import find_atoms
from timeline.text.shapes import shape_symbols


def shapes(text, language="en"):
    (atom,) = find_atoms(text)
    return dict(shape_symbols(atom, load_grammar(language).digits))


@pytest.mark.parametrize(
    ("text", "symbol", "value"),
    [
        ("12", "<daynumber>", 12),
        ("2019", "<year>", 2019),
        ("1,500", "<integer>", 1500),
        ("2.5", "<decimal>", 2.5),
        ("3rd", "<ordinal>", 3),
        ("1990s", "<decade>", 1990),
        ("5pm", "<clock12>", (5, 0, "pm")),
        ("17:30", "<clocktime>", (17, 30)),
        ("17.30", "<clockdot>", (17, 30)),
        ("17h30", "<clocktime>", (17, 30)),
        ("2,5", "<decimal>", 2.5),
        ("27/03/2019", "<slash>", (27, 3, 2019)),
        ("27-03-2019", "<slash>", (27, 3, 2019)),
        ("3-5", "<days>", (3, 5)),
    ],
)
def test_numbers_are_read_by_their_shape(text, symbol, value):
    assert shapes(text)[symbol] == value


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("32", "<daynumber>"),
        ("999", "<year>"),
        ("25:00", "<clocktime>"),
        ("5-3", "<days>"),
        ("1991s", "<decade>"),
    ],
)
def test_what_cannot_be_is_not(text, symbol):
    assert symbol not in shapes(text)


def test_a_number_too_long_to_mean_anything_is_no_trouble():
    assert shapes("9" * 5000) == {"<integer>": 0}


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("1.500", ("<decimal>", 1.5), ("<integer>", 1500)),
        ("1,500", ("<integer>", 1500), ("<integer>", 1500)),
        ("1.500.000", None, ("<integer>", 1_500_000)),
        ("2.5", ("<decimal>", 2.5), ("<decimal>", 2.5)),
    ],
)
def test_the_language_says_which_marks_part_thousands(text, english, spanish):
    for language, expected in (("en", english), ("es", spanish)):
        assert shapes(text, language) == dict([expected] if expected else [])


@pytest.mark.parametrize("text", ["27.60", "25.00", "99h99"])
def test_no_clock_shows_such_a_time(text):
    assert {"<clockdot>", "<clocktime>"}.isdisjoint(shapes(text))


def test_two_dates_of_one_digit_are_no_fraction():
    assert [atom.text for atom in find_atoms("March 27,2019")] == ["March", "27", ",", "2019"]
