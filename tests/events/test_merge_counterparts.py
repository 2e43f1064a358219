"""What is told in another language is compared by English words."""

import re
import tomllib

import pytest

from timeline.events.merge_counterparts import FILE, counterpart, in_english, told_in_english
from timeline.events.merge_reading import Told


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("puente", "bridge"),
        ("puentes", "bridge"),
        ("sanciones", "sanction"),
        ("luces", "light"),
        ("cerraron", "close"),
        ("herida", "injury"),
        ("Alba", "Alba"),
        ("", ""),
    ],
)
def test_a_word_in_whatever_form_has_its_counterpart(word, english):
    assert counterpart(word, "es") == english


def test_other_languages_stay_as_they_are():
    told = Told("close", subjects=frozenset(["board"]), numbers=frozenset(["7"]))
    assert told_in_english(told, "en") is told
    assert in_english(["puente"], "en") == {"puente"}


def test_all_words_of_a_mention_but_its_numbers_are_told_in_english():
    sets = {"arguments": frozenset(["puente"]), "sentence": frozenset(["lunes"])}
    told = Told("cerrar", **sets, numbers=frozenset(["7"]))
    assert told_in_english(told, "es") == Told(
        "close", arguments=frozenset(["bridge"]), sentence=frozenset(["monday"]), numbers=frozenset(["7"])
    )


def test_the_words_are_small_and_single():
    tables = tomllib.loads(FILE.read_text("utf-8"))
    for table in tables.values():
        assert all(re.fullmatch(r"[^\W\d_]+", word) and word.islower() for word in table)
        assert all(re.fullmatch(r"[a-z]+(-[a-z]+)?", word) for word in table.values())
