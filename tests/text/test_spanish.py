"""One whole Spanish article, from its bytes: its language told, its date read, its words of time placed."""

# ruff: noqa: E501  (paragraphs stand on one line each, as the web gives them)

from datetime import date

import pytest

from timeline.reading import DctSource, read
from timeline.text.dated_sentences import find_dated_sentences
from timeline.text.genre import Genre
from timeline.text.tag import tag, tag_document

ARTICLE = """\
Orlavia admite que tiene buzos en Tesalia

27 de marzo de 2019

El Almirantazgo de Orlavia reconoció este martes que dos remolcadores llevaron buzos a Tesalia, y que ello forma parte de un acuerdo de 2001 entre las dos islas.

El portavoz Piet Harrow repitió el martes por la noche que los buzos habían llegado «de pleno acuerdo» con sus anfitriones. Según dijo, se quedarán al menos dos meses.

La declaración llega después de que la canciller Ada Lorne advirtiera el lunes a Orlavia. Durante el fin de semana se supo que los remolcadores habían atracado en Cabo Brenn a las 17.30 horas del sábado.

A principios de año, Ilan Sorre se proclamó primer ministro. Hace dos semanas el gobierno ordenó cerrar el faro, y en febrero bloqueó la calzada, la única vía para los 1.500 vecinos. Al día siguiente llegaron los primeros barcos.

Los votantes habían boicoteado las elecciones de mayo de 2018. Desde hace tres años la isla vive sin combustible; actualmente solo abre un surtidor, de lunes a viernes.

El consejo se reunirá el próximo viernes. El plazo vence el 5 de abril a medianoche.
"""
EXPECTED = [
    ("este martes", "2019-03-26", ""),
    ("2001", "2001", ""),
    ("el martes por la noche", "2019-03-26TNI", ""),
    ("al menos dos meses", "P2M", "EQUAL_OR_MORE"),
    ("el lunes", "2019-03-25", ""),
    ("el fin de semana", "2019-W12-WE", ""),
    ("las 17.30 horas del sábado", "2019-03-23T17:30", ""),
    ("principios de año", "2019", "START"),
    ("Hace dos semanas", "2019-W11", ""),
    ("febrero", "2019-02", ""),
    ("día siguiente", "XXXX-XX-XX", ""),  # of a month no day is the next
    ("mayo de 2018", "2018-05", ""),
    ("tres años", "P3Y", ""),
    ("actualmente", "PRESENT_REF", ""),
    ("lunes", "XXXX-WXX-1", ""),
    ("viernes", "XXXX-WXX-5", ""),
    ("el próximo viernes", "2019-03-29", ""),
    ("el 5 de abril a medianoche", "2019-04-05T24:00", ""),
]


@pytest.fixture(scope="module")
def document():
    reading = read(ARTICLE.encode(), "orlavia.txt", today=date(2019, 4, 1))
    assert reading.problems == ()
    return reading.documents[0]


def test_language_and_publication_date_are_found(document):
    assert document.language == "es"
    assert (document.dct.day, document.dct.found_in) == (date(2019, 3, 27), DctSource.DATELINE)


def test_every_expression_is_found_and_placed_and_the_dateline_is_none(document):
    assert [(each.words, each.value, each.mod) for each in tag_document(document)] == EXPECTED


def test_every_reason_is_an_english_sentence_about_the_spanish_words(document):
    reasons = {timex.words: timex.why for timex in tag_document(document)}
    assert all(why.startswith(f"“{words}”") and why.endswith(".") for words, why in reasons.items())
    assert "“este martes” with “reconoció”: the latest Tuesday up to publication" in reasons["este martes"]
    assert "2 weeks before publication" in reasons["Hace dos semanas"]


def test_the_sentences_that_tell_events_are_mentions(document):
    mentions = find_dated_sentences(document, tag_document(document))
    told = [document.text[each.start : each.end] for each in mentions]
    assert len(told) == 9 and told[0].startswith("El Almirantazgo")


# The two ends of a range


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("La feria estuvo abierta del 3 al 5 de marzo.", ["3 2019-03-03", "5 de marzo 2019-03-05"]),
        ("Tocaron del 3 al 5 de marzo de 2018.", ["3 2018-03-03", "5 de marzo de 2018 2018-03-05"]),
        ("Habrá paros entre el 3 y el 5 de abril.", ["el 3 2019-04-03", "el 5 de abril 2019-04-05"]),
        ("El barco irá del 30 de abril al 2 de mayo.", ["30 de abril 2019-04-30", "2 de mayo 2019-05-02"]),
        ("Nevó entre el lunes y el miércoles.", ["el lunes 2019-03-25", "el miércoles 2019-03-27"]),
        ("El puerto cerrará del jueves al sábado.", ["jueves 2019-03-28", "sábado 2019-03-30"]),
        ("Gobernó entre 1936 y 1939.", ["1936 1936", "1939 1939"]),
    ],
)
def test_both_ends_of_a_range_are_found_and_placed(text, ends):
    assert [f"{each.words} {each.value}" for each in tag(text, date(2019, 3, 27), "es")] == ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("El museo abre de lunes a viernes.", ["XXXX-WXX-1", "XXXX-WXX-5"]),
        ("De martes a domingo hay visitas guiadas.", ["XXXX-WXX-2", "XXXX-WXX-7"]),
    ],
)
def test_weekdays_without_articles_are_those_of_every_week(text, ends):
    assert [(each.type, each.value) for each in tag(text, date(2019, 3, 27), "es")] == [
        ("SET", end) for end in ends
    ]


# A narrative: what hangs on the date named before

STORY = """\
En agosto de 1936 la villa quedó sitiada. El 9 de septiembre una mina abrió la muralla. Aquella noche \
ardió el molino, y a la mañana siguiente los sitiados pidieron tregua. Al día siguiente se rompió. Dos días \
después llegó la artillería; la noche anterior había huido el alcalde. Al mes siguiente entró la columna. \
Ese mismo año se levantó un monumento.
"""
TOLD = [
    ("agosto de 1936", "1936-08"),
    ("El 9 de septiembre", "1936-09-09"),
    ("Aquella noche", "1936-09-09TNI"),
    ("la mañana siguiente", "1936-09-10TMO"),
    ("día siguiente", "1936-09-11"),
    ("Dos días después", "1936-09-13"),
    ("la noche anterior", "1936-09-12TNI"),
    ("mes siguiente", "1936-10"),
    ("Ese mismo año", "1936"),
]


def test_a_narrative_is_counted_on_from_the_date_named_before():
    assert [(each.words, each.value) for each in tag(STORY, date(2006, 7, 18), "es", Genre.NARRATIVE)] == TOLD


def test_what_follows_a_date_before_christ_is_counted_from_it():
    text = "César fue asesinado el 15 de marzo del 44 a. C. en la curia. Dos días después hubo amnistía."
    assert [each.value for each in tag(text, date(2010, 3, 2), "es")] == ["BC0044-03-15", "BC0044-03-17"]
