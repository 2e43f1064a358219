"""The doors to a parse, on trees written by hand: what they tell does not hang on any model."""

import pytest
import spacy
from spacy.tokens import Doc

from timeline.model import syntax
from timeline.model.syntax import Modality, Tense

VOCAB = spacy.blank("en").vocab

# One word a line: word, part of speech, features, head (1 is the first word, 0 the root), relation.
REPORTED = """
The DET _ 2 det
envoy NOUN _ 3 nsubj
said VERB Tense=Past|VerbForm=Fin 0 root
troops NOUN _ 8 nsubj
would AUX VerbForm=Fin 8 aux
not PART _ 8 advmod
be AUX VerbForm=Inf 8 cop
there ADV _ 3 ccomp
before ADP _ 10 case
Monday PROPN _ 8 obl
"""
PASSIVE = """
Bridges NOUN _ 4 nsubj:pass
have AUX Tense=Pres|VerbForm=Fin 4 aux
been AUX Tense=Past|VerbForm=Part 4 aux:pass
closed VERB Tense=Past|VerbForm=Part 0 root
by ADP _ 6 case
police NOUN _ 4 obl:agent
since ADP _ 8 case
Monday PROPN _ 4 obl
"""
COORDINATED = """
Nobody PRON _ 3 nsubj
will AUX VerbForm=Fin 3 aux
meet VERB VerbForm=Inf 0 root
the DET _ 6 det
new ADJ _ 6 amod
envoys NOUN _ 3 obj
and CCONJ _ 8 cc
talk VERB VerbForm=Inf 3 conj
on ADP _ 10 case
Monday PROPN _ 8 obl
"""
RELATIVE = """
Workers NOUN _ 6 nsubj
who PRON PronType=Rel 4 nsubj
had AUX Tense=Past|VerbForm=Fin 4 aux
left VERB Tense=Past|VerbForm=Part 1 acl:relcl
Monday PROPN _ 4 obl:unmarked
plan VERB Tense=Pres|VerbForm=Fin 0 root
to PART _ 8 mark
return VERB VerbForm=Inf 6 xcomp
Friday PROPN _ 8 obl:unmarked
"""
NOUNS = """
The DET _ 5 det
party NOUN _ 5 nmod:poss
's PART _ 2 case
main ADJ _ 5 amod
hall NOUN _ 13 nsubj:pass
in ADP _ 7 case
Port PROPN _ 5 nmod
Louis PROPN _ 7 flat
and CCONJ _ 12 cc
three NUM _ 12 nummod
small ADJ _ 12 amod
shops NOUN _ 5 conj
burned VERB Tense=Past|VerbForm=Fin 0 root
"""


def doc_of(tree: str) -> Doc:
    rows = [line.split() for line in tree.strip().splitlines()]
    heads = [int(head) - 1 if int(head) else place for place, (*_, head, _) in enumerate(rows)]
    return Doc(
        VOCAB,
        words=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        morphs=[row[2].strip("_") for row in rows],
        heads=heads,
        deps=[row[4] for row in rows],
    )


def word(doc: Doc, text: str):
    return next(token for token in doc if token.text == text)


BE = ("is", "was", "'s")


@pytest.mark.parametrize(
    ("verb", "tense"),
    [
        ("left:Tense=Past|VerbForm=Fin", Tense.PAST),
        ("was:Tense=Past|VerbForm=Fin leaving:Tense=Pres|VerbForm=Part", Tense.PAST),
        ("had:Tense=Past|VerbForm=Fin left:Tense=Past|VerbForm=Part", Tense.PLUPERFECT),
        ("has:Tense=Pres|VerbForm=Fin left:Tense=Past|VerbForm=Part", Tense.PERFECT),
        ("leaves:Tense=Pres|VerbForm=Fin", Tense.PRESENT),
        ("is:Tense=Pres|VerbForm=Fin leaving:Tense=Pres|VerbForm=Part", Tense.PROGRESSIVE),
        ("is:Tense=Pres|VerbForm=Fin told:Tense=Past|VerbForm=Part", Tense.PRESENT),
        ("'s:Tense=Pres|VerbForm=Fin told:Tense=Past|VerbForm=Part", Tense.PRESENT),
        ("has:Tense=Pres|VerbForm=Fin told:Tense=Past|VerbForm=Part", Tense.PERFECT),
        ("was:Tense=Past|VerbForm=Fin told:Tense=Past|VerbForm=Part", Tense.PAST),
        ("will:VerbForm=Fin leave:VerbForm=Inf", Tense.FUTURE),
        ("wo:VerbForm=Fin leave:VerbForm=Inf", Tense.FUTURE),
        ("would:VerbForm=Fin leave:VerbForm=Inf", Tense.CONDITIONAL),
        ("'d:VerbForm=Fin leave:VerbForm=Inf", Tense.CONDITIONAL),
        ("'d:Tense=Past|VerbForm=Fin left:Tense=Past|VerbForm=Part", Tense.PLUPERFECT),
        ("might:VerbForm=Fin have:VerbForm=Inf left:Tense=Past|VerbForm=Part", Tense.MODAL),
        ("leave:VerbForm=Inf", Tense.INFINITIVE),
        ("leaving:Tense=Pres|VerbForm=Part", Tense.PRESENT_PARTICIPLE),
        ("left:Tense=Past|VerbForm=Part", Tense.PAST_PARTICIPLE),
        ("partirá:Tense=Fut|VerbForm=Fin", Tense.FUTURE),
    ],
)
def test_the_tense_of_a_verb_is_that_of_all_its_words(verb, tense):
    parts = [each.split(":") for each in verb.split()]
    last = len(parts) - 1
    doc = Doc(
        VOCAB,
        words=[word for word, _ in parts],
        pos=["AUX"] * last + ["VERB"],
        tags=["VBG" if word.endswith("ing") else "VB" for word, _ in parts],
        morphs=[form for _, form in parts],
        heads=[last] * len(parts),
        deps=[
            "aux:pass" if word in BE and verb.endswith("Past|VerbForm=Part") else "aux"
            for word, _ in parts[:-1]
        ]
        + ["root"],
    )
    assert syntax.tense(doc[last]) is tense


def test_a_predicate_without_a_verb_has_the_tense_of_its_copula():
    there = word(doc_of(REPORTED), "there")
    assert syntax.is_predicate(there)
    assert syntax.tense(there) is Tense.CONDITIONAL
    assert syntax.modality(there) is Modality.CONDITIONAL
    assert syntax.is_negated(there)
    assert not syntax.is_negated(word(doc_of(REPORTED), "said"))


def test_a_bare_form_with_a_subject_is_in_the_present():
    doc = doc_of("""
Unions NOUN _ 2 nsubj
meet VERB VerbForm=Inf 0 root
""")
    assert syntax.tense(doc[1]) is Tense.PRESENT


def test_a_date_is_governed_by_the_verb_of_its_own_clause():
    for tree, date, verb in [
        (REPORTED, "Monday", "there"),
        (PASSIVE, "Monday", "closed"),
        (RELATIVE, "Monday", "left"),
        (RELATIVE, "Friday", "return"),
        (COORDINATED, "Monday", "talk"),
    ]:
        assert syntax.governing_verb(word(doc_of(tree), date)).text == verb


def test_what_is_said_is_reported_and_the_saying_is_not():
    doc = doc_of(REPORTED)
    assert syntax.reporting_verb(word(doc, "Monday")).text == "said"
    assert syntax.reporting_verb(word(doc, "envoy")) is None


def test_who_did_it_and_to_whom():
    doc = doc_of(PASSIVE)
    closed = word(doc, "closed")
    assert syntax.is_passive(closed)
    assert syntax.subject(closed).text == "Bridges"
    assert syntax.agent(closed).text == "police"
    assert syntax.object_(closed).text == "Bridges"
    meet = word(doc_of(COORDINATED), "meet")
    assert syntax.agent(meet).text == "Nobody"
    assert syntax.object_(meet).text == "envoys"


def test_a_coordinated_verb_shares_subject_and_auxiliary():
    talk = word(doc_of(COORDINATED), "talk")
    assert syntax.subject(talk).text == "Nobody"
    assert syntax.tense(talk) is Tense.FUTURE


def test_nobody_denies_what_it_is_the_subject_of():
    assert syntax.is_negated(word(doc_of(COORDINATED), "meet"))


def test_the_subject_of_a_relative_clause_is_the_noun_it_tells_of():
    doc = doc_of(RELATIVE)
    assert syntax.subject(word(doc, "left")).text == "Workers"
    assert syntax.subject(word(doc, "return")).text == "Workers"


def test_a_clause_ends_where_another_begins():
    doc = doc_of(RELATIVE)
    assert syntax.clause(word(doc, "Monday")).text == "left"
    assert [token.text for token in syntax.clause_words(word(doc, "plan"))] == ["Workers", "plan"]


def test_noun_chunks_leave_out_prepositions_and_do_not_overlap():
    doc = doc_of(NOUNS)
    chunks = [doc[start:end].text for start, end, _ in syntax.noun_chunks(doc)]
    assert chunks == ["The party 's main hall", "Port Louis", "three small shops"]


def test_a_date_inside_a_noun_is_told_from_one_at_the_verb():
    doc = doc_of(NOUNS)
    assert syntax.names_a_thing(word(doc, "party"))
    assert syntax.is_within_noun(word(doc, "Port"), word(doc, "burned"))
    assert not syntax.is_within_noun(word(doc, "hall"), word(doc, "burned"))
