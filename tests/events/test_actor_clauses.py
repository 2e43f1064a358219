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
        ("Los países del Grupo de Contadora firmaron el texto.", "firmaron", ["Grupo de Contadora"]),
        ("“Habrá huelga”, dijo Elena Núñez.", "dijo", ["Elena Núñez"]),
        ("El puente fue cerrado por la Guardia Costera.", "cerrado", ["Guardia Costera"]),
        ("Noruega pidió a Elena Núñez salir del país.", "salir", ["Elena Núñez"]),
        ("Elena Núñez llegó el lunes y anunció la huelga.", "anunció", ["Elena Núñez"]),
        ("Elena Núñez habló el lunes. Renunció por la noche.", "Renunció", ["Elena Núñez"]),
        ("OSLO – Elena Núñez renunció el lunes.", "renunció", ["Elena Núñez"]),
        ("El puente de Oslo cayó. El gobierno pidió ayuda a Suecia.", "pidió", ["Norway"]),
        ("El gobierno sueco pidió ayuda.", "pidió", ["Sweden"]),
        ("La alcaldesa Elena Núñez habló. El martes la alcaldesa renunció.", "renunció", ["Elena Núñez"]),
        ("La prensa citó a Elena Núñez. El lunes la dirigente renunció.", "renunció", ["Elena Núñez"]),
    ],
)
def test_the_bare_name_before_the_verb_acts(text, verb, names):
    assert acting(text, verb) == names


@pytest.mark.parametrize(
    "text, verb, names",
    [
        ("Elena Núñez dijo el lunes que viajará a Oslo.", "viajará", ["Elena Núñez"]),
        ("La sala aplaudió a Elena Núñez, quien el martes renunció.", "renunció", ["Elena Núñez"]),
        ("Elena Núñez habló el lunes. En la misma ciudad firmó el acuerdo.", "firmó", ["Elena Núñez"]),
        ("Elena Núñez y su equipo fueron retenidos. Salieron de noche.", "Salieron", ["Elena Núñez"]),
        ("Elena Núñez llegó el lunes. Fue recibida y, tras cenar, habló.", "cenar", ["Elena Núñez"]),
        ("El juez citó a Elena Núñez y los obligó a salir.", "salir", []),
        ("Elena Núñez habló el lunes. En la plaza los obreros cantaban.", "cantaban", []),
        ("Elena Núñez habló el lunes. Después llegó un barco.", "llegó", []),
        ("Elena Núñez habló el lunes. Después salieron.", "salieron", []),
        ("Chile y Noruega dijeron que el puente caerá.", "caerá", []),
    ],
)
def test_a_clause_without_a_subject_goes_on_with_the_one_before(text, verb, names):
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


@pytest.mark.parametrize(
    "text, verb, names",
    [
        ("Se cierra, anunció el martes por la noche la ministra, Elena Núñez.", "anunció", ["Elena Núñez"]),
        ("La huelga fue anunciada ayer por el ministro Luis Rey.", "anunciada", ["Luis Rey"]),
        ("«Hoy hablé con ellos», dijo Elena Núñez.", "hablé", ["Elena Núñez"]),
        ("Elena Núñez, que llegó el lunes, calló.", "llegó", ["Elena Núñez"]),
        ("La marcha que Elena Núñez convocó en mayo para todos reunió a miles.", "reunió", []),
        ("El lunes Dorvania cerró el paso a los guardias dorvanos.", "cerró", ["Dorvania"]),
        ("Elena Núñez subió el lunes y ese mismo día regresó con cartas.", "regresó", ["Elena Núñez"]),
    ],
)
def test_times_quotations_and_unlisted_countries_do_not_hide_who_acts(text, verb, names):
    assert acting(text, verb) == names
