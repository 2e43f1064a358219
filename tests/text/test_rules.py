"""Patterns as they are written, and the plain sequences they stand for."""

import pytest

from timeline.text.rules import expand_pattern


def symbols(pattern):
    return [[symbol for _, symbol in sequence] for sequence in expand_pattern(pattern)]


@pytest.mark.parametrize(
    ("pattern", "sequences"),
    [
        ("two <unit> ago", [["two", "<unit>", "ago"]]),
        ("[the] end", [["the", "end"], ["end"]]),
        ("(in|on) <day>", [["in", "<day>"], ["on", "<day>"]]),
        ("<year> (' s|’ s)", [["<year>", "'", "s"], ["<year>", "’", "s"]]),
        ("[first|last] <count>", [["first", "<count>"], ["last", "<count>"], ["<count>"]]),
    ],
)
def test_a_pattern_stands_for_all_its_plain_sequences(pattern, sequences):
    assert symbols(pattern) == sequences


def test_a_slot_keeps_its_name_and_a_word_has_none():
    assert expand_pattern("late <base:day>") == [[("", "late"), ("base", "<day>")]]
    assert expand_pattern("<year>") == [[("year", "<year>")]]
