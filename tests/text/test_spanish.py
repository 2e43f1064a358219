"""One whole Spanish article, from its bytes: its language told, its date read, its words of time placed."""

# ruff: noqa: E501  (paragraphs stand on one line each, as the web gives them)

from datetime import date

import pytest

from timeline.reading import DctSource, read
from timeline.text.mention import find_mentions
from timeline.text.tag import tag_document

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
    mentions = find_mentions(document, tag_document(document))
    told = [document.text[each.start : each.end] for each in mentions]
    assert len(told) == 9 and told[0].startswith("El Almirantazgo")
