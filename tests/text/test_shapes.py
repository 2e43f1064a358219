"""What a number may be, by its shape."""

import pytest

from timeline.text.grammar import load_grammar
from timeline.text.lexing import find_atoms
from timeline.text.shapes import shape_symbols


def shapes(text):
    (atom,) = find_atoms(text)
    return dict(shape_symbols(atom, load_grammar("en").suffixes))


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
        ("27/03/2019", "<slash>", (27, 3, 2019)),
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
