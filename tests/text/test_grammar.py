"""Language files: what they may say, and what they are told when they are wrong."""

import re
import tomllib
from copy import deepcopy

import pytest

from tests.text.corpora import CORPORA
from timeline.model import load_tokeniser
from timeline.text.chart import find_edges
from timeline.text.find import find_timexes
from timeline.text.grammar import LANGUAGES, GrammarError, available_languages, load_grammar, read_grammar
from timeline.text.lexing import find_atoms
from timeline.text.productions import CLASSES, PRODUCTIONS
from timeline.text.shapes import Digits, shape_symbols

FILES = {
    language: tomllib.loads((LANGUAGES / f"{language}.toml").read_text("utf-8"))
    for language in available_languages()
}
ENGLISH = FILES["en"]
SMALL = {
    "language": {"code": "eo", "name": "Esperanto"},
    "words": {
        "weekday": {"1": ["lundo"], "2": ["mardo"]},
        "number": {"2": ["du"]},
        "units": {"day": ["tagoj"]},
    },
    "lists": {"prepositions": ["en"]},
    "rules": {
        "weekday": {"yields": "day", "make": "bare", "patterns": ["<cycle:weekday>"]},
        "ago": {"yields": "period", "patterns": ["antaŭ <count:number> <unit:units>"]},
    },
    "direction": ENGLISH["direction"],
}


def small(**rule):
    """The small language with one rule more, called "extra"."""
    data = deepcopy(SMALL)
    data["rules"]["extra"] = {"yields": "day", "make": "bare", "patterns": ["<cycle:weekday>"], **rule}
    return data


def test_a_language_is_its_file_alone():
    doc = load_tokeniser("en").make_doc("Li venis lundo, antaŭ du tagoj.")
    assert [each.words for each in find_timexes(doc, read_grammar(SMALL))] == ["lundo", "antaŭ du tagoj"]


def test_there_is_english_and_an_unknown_language_is_told_what_there_is():
    assert "en" in available_languages()
    with pytest.raises(GrammarError, match=r"'xx'.*\ben\b"):
        load_grammar("xx")


@pytest.mark.parametrize("language", available_languages())
def test_every_language_that_is_offered_can_be_loaded(language):
    assert load_grammar(language).language == language


@pytest.mark.parametrize(
    "rule",
    [
        {"make": "no_such_production"},
        {"yields": "weekday"},
        {"patterns": ["<cycle:no_such_class>"]},
        {"patterns": ["<no_such_slot:weekday>"]},
        {"after": ["@no_such_list"]},
        {"yields": None},
    ],
    ids=["production", "yields a class of words", "class", "slot", "list", "yields nothing"],
)
def test_a_wrong_rule_is_refused_by_its_name(rule):
    data = small(**rule)
    if data["rules"]["extra"]["yields"] is None:
        del data["rules"]["extra"]["yields"]
    with pytest.raises(GrammarError, match="extra"):
        read_grammar(data)


@pytest.mark.parametrize(
    ("name", "meanings"),
    [
        ("no_such_class", {"1": ["lundo"]}),
        ("weekday", {"Monday": ["lundo"]}),
        ("unit", {"fortnight": ["du semajnoj"]}),
    ],
    ids=["class", "weekday", "unit"],
)
def test_wrong_words_are_refused_by_their_class(name, meanings):
    data = deepcopy(SMALL)
    data["words"][name] = meanings
    with pytest.raises(GrammarError, match=name):
        read_grammar(data)


# The files that there are


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_every_production_and_class_that_is_named_exists(data):
    assert _made(data) - set(PRODUCTIONS) == set()
    assert set(data["words"]) - set(CLASSES) == set()


def test_every_production_is_used_by_some_language():
    assert set(PRODUCTIONS) - set().union(*map(_made, FILES.values())) == set()


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_every_class_in_a_pattern_comes_from_words_a_rule_or_a_shape(data):
    named = {
        slot.rpartition(":")[2]
        for rule in data["rules"].values()
        for pattern in rule["patterns"]
        for slot in re.findall(r"<([^>]+)>", pattern)
    }
    shapes = "12 1,500 2.5 17.30 2019 3rd 1990s 5pm 17h 2019-03-27 27/03/2019 17:30 4:50 3-5 ’66"
    suffixes = {"rd": "ordinal", "s": "decade", "pm": "pm", "h": "hour"}
    by_shape = {
        symbol.strip("<>")
        for atom in find_atoms(shapes)
        for symbol, _ in shape_symbols(atom, Digits(suffixes, twelve_hours=True))
    }
    assert (
        named - set(data["words"]) - {rule["yields"] for rule in data["rules"].values()} - by_shape == set()
    )


@pytest.mark.parametrize("corpus", CORPORA, ids=[corpus.language for corpus in CORPORA])
def test_every_rule_reads_some_phrase_of_the_corpus(corpus):
    grammar, rules = load_grammar(corpus.language), FILES[corpus.language]["rules"]
    mute = {name for name, rule in rules.items() if rule.get("make") == "nothing"}
    used = _used(grammar, (case.text for case in corpus.cases)) | mute & _used(grammar, corpus.negatives)
    assert set(rules) - used == set()


def _made(data):
    """The productions that a language's rules name."""
    return {rule.get("make", name) for name, rule in data["rules"].items()}


def _used(grammar, texts):
    """The rules that read something in some texts."""
    edges = (
        edge for text in texts for starting in find_edges(find_atoms(text), grammar) for edge in starting
    )
    return {edge.rule.name for edge in edges if edge.rule}


def test_a_spelling_with_a_capital_needs_one_in_the_text():
    grammar = load_grammar("en")
    assert [grammar.kind(word) for word in ("January", "JANUARY", "january")] == [2, 2, 0]


def test_words_that_only_accompany_a_date_start_no_search():
    grammar = load_grammar("en")
    assert [grammar.kind(word) for word in ("last", "two", "the", "bread")] == [1, 1, 1, 0]
