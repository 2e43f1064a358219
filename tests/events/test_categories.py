"""The kind of an event, told by the words of its clause."""

import pytest

from timeline.events.categories import category_in, category_of
from timeline.events.category_leanings import leanings
from timeline.events.kinds import Category
from timeline.model import tokenise
from timeline.model.parsing import parse_together
from timeline.text.sentences import find_sentences


def kind_in(text: str, word: str) -> str:
    doc = tokenise(text)
    parsed = parse_together(doc, find_sentences(doc))
    start = text.index(word)
    return category_in(parsed, parsed.top(start, start + len(word)))[0].value


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gunmen killed four villagers near the river.", "killed", "violence"),
        ("Police fired tear gas at the crowd.", "fired", "violence"),
        ("Thousands marched through Port Alba.", "marched", "protest"),
        ("The army moved three battalions to the frontier.", "moved", "military"),
        ("The central bank raised interest rates.", "raised", "sanctions and economy"),
        ("Norland imposed sanctions on two shipping firms.", "imposed", "sanctions and economy"),
        ("The Red Cross sent food and medicine to the camps.", "sent", "aid"),
        ("An earthquake destroyed the old bridge.", "destroyed", "disaster and infrastructure"),
        ("The power grid failed in the north.", "failed", "disaster and infrastructure"),
        ("A judge sentenced the banker to six years in prison.", "sentenced", "law and rights"),
        ("Sudria recalled its ambassador.", "recalled", "diplomacy"),
        ("Voters elected a new parliament.", "elected", "politics"),
        ("The minister apologised.", "apologised", "statement"),
        ("She slept in her car.", "slept", "other"),
    ],
)
def test_kinds(text, word, expected):
    assert kind_in(text, word) == expected


def test_the_graver_kind_comes_first():
    words = ["protest", "kill", "demonstrator"]
    assert category_of("kill", words)[0] is Category.VIOLENCE


def test_announced_sanctions_are_no_mere_words():
    assert kind_in("The minister announced sanctions on the bank.", "announced") == "sanctions and economy"


def test_a_month_is_no_march():
    assert kind_in("Voters will elect a senate in March.", "elect") == "politics"


def test_a_title_before_a_name_does_not_tell_the_deed():
    assert kind_in("Defence Minister Ana Roca resigned.", "resigned") == "politics"


def test_the_words_around_tell_what_a_silent_clause_is_about():
    assert category_of("do", ["norland", "do", "so"])[0] is Category.OTHER
    around = ["sudria", "sever", "diplomatic", "tie"]
    assert category_of("do", ["norland", "do", "so"], around=around)[0] is Category.DIPLOMACY


def test_the_clause_outweighs_the_words_around():
    found = category_of("vote", ["voter", "vote"], around=["soldier", "army"])
    assert found[0] is Category.POLITICS


def test_two_states_in_one_clause_lean_to_diplomacy():
    assert kind_in("France faced Peru.", "faced") == "diplomacy"


def test_the_cue_is_told():
    assert category_of("fire", ["police", "fire", "tear", "gas"])[1] == "tear+gas"


def test_silence_is_other_without_a_cue():
    assert category_of("be", ["it", "be", "blue"]) == (Category.OTHER, "")


@pytest.mark.parametrize(
    ("verb", "clause", "expected"),
    [
        ("mataron", "pistoleros mataron a dos campesinos", "violence"),
        ("salieron", "miles de personas salieron a las calles", "protest"),
        ("desplegó", "el ejército desplegó tanques en el norte", "military"),
        ("devaluó", "el gobierno devaluó la moneda", "sanctions and economy"),
        ("repartió", "la cruz roja repartió medicinas", "aid"),
        ("inundó", "la riada inundó el valle", "disaster and infrastructure"),
        ("condenó", "el tribunal condenó al banquero", "law and rights"),
        ("expulsó", "norlandia expulsó a dos diplomáticos", "diplomacy"),
        ("eligió", "el congreso eligió a la presidenta", "politics"),
        ("dijo", "la portavoz lo dijo ayer", "statement"),
    ],
)
def test_spanish_kinds(verb, clause, expected):
    assert category_of(verb, clause.split(), language="es")[0].value == expected


def test_a_language_without_cues_tells_nothing():
    assert category_of("tuer", ["tuer"], language="fr") == (Category.OTHER, "")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Lawyers threw out the complaint in court.", "threw", "law and rights"),
        ("The ferry capsized off the coast.", "capsized", "disaster and infrastructure"),
        ("Dockers downed tools over a pay cut and picketed the quay.", "picketed", "protest"),
    ],
)
def test_words_of_everyday_news(text, word, expected):
    assert kind_in(text, word) == expected


def test_what_is_done_to_a_person_tells_more_than_the_verb_alone():
    assert kind_in("Police grabbed Ana Roca outside her house.", "grabbed") == "violence"


def test_an_unknown_word_is_understood_by_its_likeness_to_cues():
    bayonet, minesweeper, unknown = leanings(["bayonet", "minesweeper", "qwxz"])
    assert list(Category)[bayonet.argmax()] is Category.MILITARY
    assert list(Category)[minesweeper.argmax()] is Category.MILITARY
    assert not unknown.any()


def test_a_silent_clause_has_the_kind_of_its_article():
    about = "The earthquake levelled two villages. Rescuers dug in the rubble. "
    assert kind_in(about + "It came at dawn.", "came") == "disaster and infrastructure"


def test_what_told_is_named_where_no_cue_stands_in_the_clause():
    doc = tokenise("Soldiers of the garrison mutinied. It began at dawn.")
    parsed = parse_together(doc, find_sentences(doc))
    kind, cue = category_in(parsed, parsed.top(38, 43))
    assert (kind is Category.OTHER) == (cue == "")
