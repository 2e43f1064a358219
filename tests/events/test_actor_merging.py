"""One actor for all its names across articles, whatever their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.actor_merging import one_name
from timeline.events.actor_names import Actor, short_name


def person(name, country=""):
    return Actor(name, "person", country)


def body(name, country=""):
    return Actor(name, "organisation", country)


@pytest.mark.parametrize(
    "actors, name",
    [
        (["Elena Nunez", "Elena Núñez", "Nunez", "ELENA NÚÑEZ"], "Elena Núñez"),
        (["Elena Núñez", "Elena Núñez", "Elena Isabel Núñez", "Núñez"], "Elena Núñez"),
        (["Elena Núñez", "Elena P. Núñez", "Elena Núñez"], "Elena Núñez"),
    ],
)
def test_a_person_has_the_commonest_full_name(actors, name):
    assert {each.name for each in one_name(map(person, actors)).values()} == {name}


def test_two_of_one_surname_stay_two():
    one = one_name(map(person, ["Elena Núñez", "Pablo Núñez", "Núñez"]))
    assert len(set(one.values())) == 3


def test_a_person_has_the_country_that_any_article_tells():
    one = one_name([person("Elena Núñez"), person("Elena Núñez", "NO"), person("Núñez")])
    assert set(one.values()) == {person("Elena Núñez", "NO")}


@pytest.mark.parametrize(
    "one, other, name",
    [
        (body("OEA"), body("Organization of American States"), "Organization of American States"),
        (body("la ONU"), body("UN"), "United Nations"),
        (Actor("Rusia", "country", "RU"), Actor("Russia", "country", "RU"), "Russia"),
        (
            body("Norwegian foreign ministry", "NO"),
            body("Foreign Ministry", "NO"),
            "Norwegian foreign ministry",
        ),
        (body("Asamblea Nacional"), body("National Assembly", "NO"), "National Assembly"),
    ],
)
def test_english_and_spanish_fall_together(one, other, name):
    assert {each.name for each in one_name([one, one, other]).values()} == {name}


def test_bodies_of_two_countries_stay_two():
    one = one_name([body("Supreme Court", "NO"), body("Supreme Court", "PT"), body("Supreme Court")])
    assert len(set(one.values())) == 3


NAMES = ["Elena Núñez", "Elena Nunez", "Elena Isabel Núñez", "Núñez", "Pablo Núñez", "Pablo Rey", "Rey"]
ACTORS = [person(name, code) for name in NAMES for code in ("", "NO")]
ACTORS += [
    body(name, code) for name in ("ONU", "UN", "Supreme Court", "Corte Suprema") for code in ("", "PT")
]


@given(
    st.lists(st.sampled_from(ACTORS)).flatmap(
        lambda actors: st.tuples(st.just(actors), st.permutations(actors))
    )
)
def test_the_order_of_articles_changes_nothing(both):
    actors, shuffled = both
    assert one_name(actors) == one_name(shuffled)


@pytest.mark.parametrize(
    "actor, short",
    [
        (person("Elena Núñez"), "Núñez"),
        (person("Ursula von der Leyen"), "von der Leyen"),
        (body("European Union"), "EU"),
        (body("Unión Europea"), "UE"),
        (body("Supreme Court", "NO"), "Supreme Court"),
        (Actor("Norway", "country", "NO"), "Norway"),
    ],
)
def test_captions_have_short_names(actor, short):
    assert short_name(actor) == short
