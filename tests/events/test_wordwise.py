"""Events of Spanish articles, which have no trees: which verbs tell them, when, and how real they are."""

from datetime import date

import pytest

from timeline.events.kinds import Basis, Bound, Status
from timeline.events.wordwise import find_mentions_by_words
from timeline.events.wordwise_forms import forms_of
from timeline.reading.document import Dct, DctSource, Document
from timeline.text.tag import tag_document

WEDNESDAY = date(2003, 10, 22)


def mentions_in(text, language="es"):
    document = Document("one", "", text, Dct(WEDNESDAY, DctSource.GIVEN), language)
    return text, find_mentions_by_words(document, tag_document(document))


def told_in(text):
    text, found = mentions_in(text)
    return [text[slice(*each.span)] for each in found]


def only(text, verb):
    text, found = mentions_in(text)
    return next(each for each in found if text[slice(*each.span)] == verb)


@pytest.mark.parametrize(
    ("word", "lemma", "tense"),
    [
        ("dijo", "decir", "preterite"),
        ("murieron", "morir", "preterite"),
        ("saqué", "sacar", "preterite"),
        ("cayó", "caer", "preterite"),
        ("detendrá", "detener", "future"),
        ("impuesto", "imponer", "participle"),
        ("reúne", "reunir", "present"),
        ("condujera", "conducir", "past subjunctive"),
        ("entregárselo", "entregar", "infinitive"),
    ],
)
def test_verbs_are_known_by_their_endings(word, lemma, tense):
    assert (lemma, tense) in [(each.lemma, each.tense) for each in forms_of(word)]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("El lunes la policía desalojó el muelle y detuvo a seis obreros.", ["desalojó", "detuvo"]),
        ("El puente es viejo y está en el norte.", []),
        ("La alcaldesa dijo que el dique cedió.", ["cedió"]),
        ("El dique cedió, según la alcaldesa, que lleva gafas.", ["cedió"]),
        ("Las tropas habían sido evacuadas.", ["evacuadas"]),
        ("Los ministros pueden viajar en tren.", []),
        ("El juez ordenó cerrar la mina.", ["cerrar"]),
        ("La marcha del sábado terminó en calma.", ["marcha", "terminó"]),
        ("El ministro, quien preside el consejo desde abril, renunció.", ["renunció"]),
    ],
)
def test_verbs_that_tell_an_event(text, verbs):
    assert told_in(text) == verbs


@pytest.mark.parametrize(
    ("text", "verb", "basis", "bound", "day"),
    [
        ("El lunes el dique cedió.", "cedió", Basis.CLAUSE, Bound.WITHIN, 20),
        ("El lunes el dique cedió y el agua inundó la plaza.", "inundó", Basis.SENTENCE, Bound.WITHIN, 20),
        ("El lunes el dique cedió. El agua inundó la plaza.", "inundó", Basis.CARRIED, Bound.WITHIN, 20),
        ("El agua inundó la plaza.", "inundó", Basis.PUBLICATION, Bound.WITHIN, 22),
        ("El ejército patrulla las calles desde el lunes.", "patrulla", Basis.CLAUSE, Bound.FROM, 20),
        ("La unión convocó una huelga hasta el viernes.", "convocó", Basis.CLAUSE, Bound.UNTIL, 24),
        ("Llamó el martes a marchar el viernes.", "marchar", Basis.CLAUSE, Bound.WITHIN, 24),
    ],
)
def test_dates_and_where_they_come_from(text, verb, basis, bound, day):
    dating = only(text, verb).dating
    assert (dating.basis, dating.bound, dating.interval.first_day.day) == (basis, bound, day)


def test_what_was_before_a_report_has_not_its_date():
    text = "Una agencia publicó el lunes que dos barcos habían zarpado."
    assert only(text, "zarpado").dating.basis is Basis.NONE
    assert only(text, "publicó").dating.interval.first_day.day == 20


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("El dique cedió.", "cedió", Status.HAPPENED),
        ("El dique no cedió.", "cedió", Status.DENIED),
        ("Nadie cruzó el puente.", "cruzó", Status.DENIED),
        ("El ministro se negó a firmar el acuerdo.", "firmar", Status.DENIED),
        ("El juez ordenó cerrar la mina.", "cerrar", Status.ORDERED),
        ("La oposición exigió que el ministro renunciara.", "renunciara", Status.ORDERED),
        ("El ministro viajará el viernes a Oslo.", "viajará", Status.PLANNED),
        ("La empresa planea abrir otra mina.", "abrir", Status.PLANNED),
        ("El general amenazó con bombardear el puerto.", "bombardear", Status.THREATENED),
        ("Si el dique cede, evacuarán la ciudad.", "evacuarán", Status.HYPOTHETICAL),
        ("La alcaldesa afirmó que el dique cedió.", "cedió", Status.ALLEGED),
        ("El dique cedió, dijo la alcaldesa.", "cedió", Status.ALLEGED),
        ("Según la alcaldesa, el dique cedió.", "cedió", Status.ALLEGED),
    ],
)
def test_how_real_it_is(text, verb, status):
    assert only(text, verb).stance.status is status


def test_whose_words_they_are():
    assert only("Ana Roca declaró que el dique cedió.", "cedió").stance.attribution == "Roca"
    assert only("El dique cedió, contó una vecina.", "cedió").stance.attribution == "vecina"


def test_the_parts_of_a_mention():
    mention = only("El lunes Ana Roca viajó a Lisboa. Roca volverá, dijo la ONU.", "viajó")
    assert [each.name for each in mention.actors] == ["Ana Roca"]
    assert [each.name for each in mention.places] == ["Lisboa"]
    assert (mention.label, mention.told.lemma) == ("Ana Roca viajó a Lisboa", "viajar")


def test_a_language_without_words_has_a_mention_for_each_dated_sentence():
    _, found = mentions_in("Die Brücke brach am 20.10.2003. Sie war alt.", "de")
    assert len(found) == 1
    assert found[0].dating.basis is not Basis.CLAUSE


def test_an_empty_article_tells_nothing():
    assert told_in("") == []


def test_a_refusal_is_of_the_day_on_which_it_was_told_and_a_plan_is_not():
    assert only("La unión dijo el lunes que no firmará.", "firmará").dating.interval.first_day.day == 20
    assert only("La unión dijo el lunes que firmará.", "firmará").dating.basis is Basis.NONE


def test_a_participle_keeps_its_date_from_the_verb():
    text = "Los cortes, decretados el lunes, acabaron el martes."
    assert told_in(text) == ["decretados", "acabaron"]
    assert only(text, "decretados").dating.interval.first_day.day == 20
    assert only(text, "acabaron").dating.interval.first_day.day == 21


def test_what_is_done_every_day_is_no_event():
    assert told_in("El ejército reparte agua cada mañana.") == []
