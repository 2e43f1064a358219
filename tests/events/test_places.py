"""A clause → where it happened: only names in locative use, with coordinates where they are known."""

import pytest

from timeline.events.gazetteer import Kind
from timeline.events.places import countries_in, places_in, places_of
from timeline.model import tokenise
from timeline.model.parsing import parse_together
from timeline.text.sentences import find_sentences


def names(text: str, verb: str, **options) -> list[str]:
    return [each.name for each in places(text, verb, **options)]


def places(text: str, verb: str, **options):
    doc = tokenise(text)
    parsed = parse_together(doc, find_sentences(doc))
    start = text.index(verb)
    return places_of(parsed, parsed.top(start, start + len(verb)), **options)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("On Monday crowds marched in Lisbon.", "marched", ["Lisbon"]),
        ("In Oslo, ministers met for three hours.", "met", ["Oslo"]),
        ("She flew from Madrid to Lima on Friday.", "flew", ["Madrid", "Lima"]),
        ("The rebels reached Nairobi at dawn.", "reached", ["Nairobi"]),
        ("A bomb exploded near the parliament in Vienna.", "exploded", ["Vienna"]),
        ("Police beat protesters outside a hotel in Quito.", "beat", ["Quito"]),
        ("Troops withdrew from Angola and Mozambique.", "withdrew", ["Angola", "Mozambique"]),
        ("Thousands filled the streets of Dakar.", "filled", ["Dakar"]),
        ("The plane landed at the Entebbe air base.", "landed", ["Entebbe"]),
        ("Soldiers opened fire on the Drina bridge.", "opened", ["Drina bridge"]),
        ("He was arrested in the Altona district of Hamburg.", "arrested", ["Altona", "Hamburg"]),
        ("A ferry sank off the coast of Java.", "sank", ["Java"]),
        ("The talks collapsed in Dar es Salaam.", "collapsed", ["Dar es Salaam"]),
    ],
)
def test_where_it_happened_or_led_is_read(text, verb, expected):
    assert names(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Washington said the vote was unfair.", "said"),
        ("Norway accused Iceland of overfishing.", "accused"),
        ("The Moscow government resigned.", "resigned"),
        ("Italian police arrested a broker in March.", "arrested"),
        ("The bill failed in Parliament on Sunday.", "failed"),
        ("Aid workers talked to Maria Gomez.", "talked"),
        ("Paris Hilton laughed.", "laughed"),
        ("He answered in Spanish.", "answered"),
        ("The union called for a strike.", "called"),
        ("Sanctions on Syria were extended.", "extended"),
        ("He condemned the bombing of schools in Nepal.", "condemned"),
        ("Their stake in Hungary grew.", "grew"),
        ("The government in Madrid raised taxes.", "raised"),
    ],
)
def test_who_acts_and_what_only_looks_like_a_place_is_none(text, verb):
    assert names(text, verb) == []


def test_the_place_of_another_clause_is_not_this_ones():
    text = "He was born in Cairo, which made it odd that police stopped him in Tunis."
    assert names(text, "stopped") == ["Tunis"]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("In Geneva, the council voted to suspend the talks.", "suspend", ["Geneva"]),
        ("She fled to Chile, where she worked as a nurse.", "worked", ["Chile"]),
        ("The envoys are expected in Cairo on Monday. The king will travel there too.", "travel", ["Cairo"]),
    ],
)
def test_a_place_is_carried_where_the_grammar_says_so(text, verb, expected):
    assert names(text, verb) == expected


def test_a_place_knows_where_it_lies():
    [place] = places("The mayor resigned in Porto.", "resigned")
    assert (place.country, place.kind) == ("PT", Kind.TOWN)
    assert place.latitude == pytest.approx(41.2, abs=0.2) and place.longitude == pytest.approx(-8.6, abs=0.2)


def test_a_place_that_the_gazetteer_does_not_know_stays_without_coordinates():
    [place] = places("A mutiny began at the Zorvik barracks.", "began")
    assert (place.name, place.latitude, place.longitude, place.country) == ("Zorvik", None, None, "")


def test_of_namesakes_the_one_in_the_country_that_the_article_is_about():
    text = "Cuban police said Cuba was calm. Fires broke out in Cienfuegos."
    assert [each.country for each in places(text, "broke")] == ["CU"]
    text = text.replace("Cienfuegos", "Santiago")
    assert [each.country for each in places(text, "broke", about={"CU": 12})] == ["CU"]
    assert [each.country for each in places(text, "broke", about={"CL": 3})] == ["CL"]


def test_countries_are_counted_by_name_people_capital_and_shortened_region():
    counted = countries_in(
        "Chileans met Peru's envoy in Santiago; he had come from Tampa, Fla. La prensa chilena calló."
    )
    assert counted == {"CL": 3, "PE": 1, "US": 1}
    assert not countries_in("It rained in Georgia.")  # the state or the country


def spanish(clause: str) -> list[str]:
    return [each.name for each in places_in(clause, 0, len(clause), "es")]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Los ministros se reunieron en Lisboa", ["Lisboa"]),
        ("Miles salieron ayer de Bogotá hacia Cali y Medellín", ["Bogotá", "Cali", "Medellín"]),
        (
            "Marcharon por la avenida Colón hasta el puente Tara",
            ["avenida Colón", "puente Tara"],
        ),
        ("Hubo protestas frente al Hotel Tara, en Quito", ["Hotel Tara", "Quito"]),
        ("El avión aterrizó en el aeropuerto de Zorvik", ["Zorvik"]),
        ("Los médicos viajaron a EE.UU. el martes", ["EE.UU."]),
        ("El rey visitó París", ["París"]),
        ("Llegó el presidente de Chile a la ciudad de Quito", ["Quito"]),
    ],
)
def test_spanish_places_follow_prepositions(clause, expected):
    assert spanish(clause) == expected


@pytest.mark.parametrize(
    "clause",
    [
        "El ministro acusó a Perú de mentir",
        "Pidió a Cuba que cediera",
        "Washington anunció sanciones contra Irán",
        "Llevó a Santos a un hospital",
        "Respondió en español en Twitter",
        "El Gobierno de Ecuador entró en crisis",
        "La ley fracasó en el Congreso",
    ],
)
def test_spanish_names_that_act_are_no_places(clause):
    assert spanish(clause) == []


def test_only_the_clause_is_read_and_only_in_languages_that_are_known():
    text = "Llegó a Lima. Murió en Quito."
    assert [each.name for each in places_in(text, 14, len(text), "es")] == ["Quito"]
    assert places_in("Er starb in Wien.", 0, 17, "de") == ()


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The talks collapsed in Belgarth on Sunday.", "collapsed", ["Belgarth"]),
        ("A docker was shot at Pier 7.", "shot", ["Pier 7"]),
        ("The union called a march to Fort Garven.", "called", ["Fort Garven"]),
        ("Trains stopped between Belgarth and Delmar.", "stopped", ["Belgarth", "Delmar"]),
        ("Dorvania mourned. The bus stopped near the Dorvanian border town.", "stopped", []),
    ],
)
def test_names_in_no_list_are_places_in_locative_use(text, verb, expected):
    assert names(text, verb) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("El viernes salió de Puerto Claro en barco", ["Puerto Claro"]),
        ("La ministra viajó ayer a Belgarda", ["Belgarda"]),
        ("Hubo disparos en la frontera con Dorvania", ["Dorvania"]),
        ("Dos trenes chocaron en la frontera entre Dorvania y Belgarda", ["Dorvania", "Belgarda"]),
        ("Se reunieron en la cumbre regional de Villa Rosa", ["Villa Rosa"]),
        ("El martes llevaron a Belgar ante el juez", []),
    ],
)
def test_spanish_names_in_no_list_are_places_where_the_words_before_lead_there(clause, expected):
    assert spanish(clause) == expected


def test_donde_means_the_name_right_before():
    text = "Antes irá a Belgarda, donde lo esperan el jueves."
    assert [each.name for each in places_in(text, 22, len(text), "es")] == ["Belgarda"]
