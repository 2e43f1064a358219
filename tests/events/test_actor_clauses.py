"""Who acts in Spanish clauses, by their words alone."""

import pytest

from timeline.events.actors import actors_in, find_names


def acting(text, verb):
    """Who acts with a verb, whose clause begins after a full stop or with "que"."""
    at = text.index(verb)
    start = max(0, text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0, text.rfind("que ", 0, at))
    return [each.name for each in actors_in(find_names(text), start, len(text), at)]


@pytest.mark.parametrize(
    "text, verb, names",
    [
        ("Elena Núñez anunció la huelga el lunes.", "anunció", ["Elena Núñez"]),
        ("Elena Núñez habló. El lunes Núñez renunció.", "renunció", ["Elena Núñez"]),
        ("La ministra noruega, Elena Núñez, renunció el lunes.", "renunció", ["Elena Núñez"]),
        (
            "Chile, Noruega y el Reino Unido firmaron el texto.",
            "firmaron",
            ["Chile", "Norway", "United Kingdom"],
        ),
        ("El lunes la OEA rechazó el texto.", "rechazó", ["Organización de Estados Americanos"]),
        ("Moscú rechazó el texto.", "rechazó", ["Russia"]),
        ("Los países del Grupo de Lima firmaron el texto.", "firmaron", ["Grupo de Lima"]),
        ("“Habrá huelga”, dijo Elena Núñez.", "dijo", ["Elena Núñez"]),
        ("El puente fue cerrado por la Guardia Costera.", "cerrado", ["Guardia Costera"]),
        ("Noruega pidió a Elena Núñez salir del país.", "salir", ["Elena Núñez"]),
        ("Elena Núñez llegó el lunes y anunció la huelga.", "anunció", ["Elena Núñez"]),
        ("Elena Núñez habló el lunes. Renunció por la noche.", "Renunció", ["Elena Núñez"]),
        ("OSLO – Elena Núñez renunció el lunes.", "renunció", ["Elena Núñez"]),
    ],
)
def test_the_bare_name_before_the_verb_acts(text, verb, names):
    assert acting(text, verb) == names


@pytest.mark.parametrize(
    "text, verb",
    [
        ("Según Elena Núñez, el puente cayó el lunes.", "cayó"),
        ("Los seguidores de Elena Núñez marcharon el lunes.", "marcharon"),
        ("En Noruega cayó un puente.", "cayó"),
        ("El puente cayó en Bergen el lunes.", "cayó"),
        ("Elena Núñez presentó un plan que comienza el lunes.", "comienza"),
        ("Elena Núñez habló el lunes. Hubo una huelga.", "Hubo"),
    ],
)
def test_what_has_a_preposition_or_another_subject_does_not_act(text, verb):
    assert acting(text, verb) == []
