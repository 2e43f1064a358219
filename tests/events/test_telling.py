"""Which clauses tell an event."""

import pytest

from tests.events.articles import analysed
from timeline.events.telling import find_telling
from timeline.events.words import read_words


def told(text: str) -> list[str]:
    return [each.text for each in find_telling(analysed(text), read_words("en"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crowds marched in Oslo on Monday.", ["marched"]),
        ("Police arrested the mayor and searched his office on Tuesday.", ["arrested", "searched"]),
        ("The mayor said on Monday that soldiers had crossed the river.", ["said", "crossed"]),
        ("The minister has ordered the bridge closed.", ["closed"]),
        ("Ana Roca vowed to resign by Friday.", ["resign"]),
        ("Monday's arrest angered the union.", ["arrest", "angered"]),
    ],
)
def test_what_happened_is_told(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The city is large.",
        "Its people want peace.",
        "The river can be deep.",
        "The bank belongs to the state.",
        "Farmers usually sell their crops here.",
    ],
)
def test_states_and_habits_tell_nothing(text):
    assert told(text) == []


def test_a_noun_tells_an_event_only_beside_a_timex():
    assert "vote" in told("The vote of 2018 divided the country.")
    assert "vote" not in told("The vote divided the country.")


def test_a_noun_tells_an_event_that_a_verb_only_gives_a_date():
    assert "arrest" in told("Most papers put the arrest on Monday.")
    assert "reading" in told("A first reading is due on Tuesday.")


def test_a_timex_of_the_clause_is_not_that_of_the_noun_behind_it():
    assert told("On Friday reports reached the town.") == ["reached"]


def test_events_come_in_the_order_of_the_text():
    text = "Thursday's attack killed two guards. Troops arrived on Friday."
    assert told(text) == sorted(told(text), key=text.index)
    assert told(text)[0] == "attack"
