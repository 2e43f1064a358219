"""The shipped English model, on sentences of our own: a quick hold on what it must not lose."""

import json
import shutil

import pytest
import spacy

from timeline.model.evaluate import HELD_OUT, measure_names, read_held_out
from timeline.model.trained import SHIPPED, load_trained


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "a", "They met.\n\n\nThen they left.\n", "x " * 700, "( ( (", "\u200b\n\u200b", "-- “”"],
)
def test_any_text_is_read_whole_and_hangs_together(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    for sentence in doc.sents:
        assert sentence.root in sentence
        assert all(token.head in sentence for token in sentence)


def test_a_doc_is_read_alike_alone_and_among_others(nlp):
    texts = ["Mr. Adeyemi flew to Accra.", "It rained for days in the north, officials said.", "", "No."]
    for text, doc in zip(texts, nlp.pipe(texts), strict=True):
        alone = nlp(text)
        assert [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in doc] == [
            (t.tag_, t.dep_, t.head.i, t.ent_type_) for t in alone
        ]


def test_an_empty_line_ends_a_sentence_even_without_a_full_stop(nlp):
    doc = nlp("Talks resume in Geneva\n\nThe envoys met on Monday. They will meet again.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Talks resume in Geneva",
        "The envoys met on Monday.",
        "They will meet again.",
    ]


@pytest.mark.parametrize(
    ("text", "verb", "tense"),
    [
        ("The minister resigned on Monday.", "resigned", ["Past"]),
        ("The senators had left before the vote.", "left", ["Past"]),
        ("Workers cut the power on Friday.", "cut", ["Past"]),
        ("The ships arrive in May, officials said.", "arrive", ["Pres"]),
        ("The ships will arrive in May, officials said.", "arrive", []),
    ],
)
def test_the_tense_of_a_verb_is_told(nlp, text, verb, tense):
    token = next(token for token in nlp(text) if token.text == verb)
    assert token.pos_ == "VERB"
    assert token.morph.get("Tense") == tense


def test_subject_and_object_hang_on_the_verb(nlp):
    doc = nlp("The court freed the reporter on Tuesday.")
    found = {token.text: (token.dep_, token.head.text) for token in doc}
    assert found["court"] == ("nsubj", "freed")
    assert found["reporter"] == ("obj", "freed")
    assert found["Tuesday"] == ("obl", "freed")
    assert doc[2].dep_ == "ROOT"


def test_names_are_found_and_nationalities_are_not(nlp):
    doc = nlp("Kenyan President William Ruto met officials of the World Bank in Nairobi on Friday.")
    assert [(each.text, each.label_) for each in doc.ents] == [
        ("William Ruto", "PER"),
        ("World Bank", "ORG"),
        ("Nairobi", "GPE"),
    ]


def test_names_on_the_held_out_sentences_stay_as_right_as_they_were(nlp):
    figures = measure_names(nlp, read_held_out(HELD_OUT), is_coarse=False)
    assert figures["F"] >= 0.84


def test_without_names_none_are_set(nlp):
    with nlp.select_pipes(disable=["names", "name_rules"]):
        assert nlp("She left Oslo.").ents == ()


# Sentences of our own, each above facts of its grammar: a word, its relation, and the word that it hangs on.
FACTS = """
Flood waters that had cut the road on Monday receded before dawn.
waters nsubj receded; cut acl:relcl waters; road obj cut; Monday obl cut; dawn obl receded; had aux cut
The minister, who resigned in May, will testify on Thursday.
minister nsubj testify; resigned acl:relcl minister; May obl resigned; will aux testify; Thursday obl testify
Police said the two men were shot dead by guards at the port.
said root said; men nsubj:pass shot; were aux:pass shot; shot ccomp said; guards obl:agent shot; port obl shot
Workers at the plant plan to return on Friday if the talks fail.
Workers nsubj plan; plant nmod Workers; return xcomp plan; Friday obl return; fail advcl return
The bank cut its rate in March and raised it again in June.
bank nsubj cut; rate obj cut; March obl cut; raised conj cut; June obl raised; it obj raised
Nobody has claimed the attack, the third since January.
Nobody nsubj claimed; attack obj claimed; January nmod third
“We did not sign anything,” the mayor told reporters.
not advmod sign; anything obj sign; mayor nsubj told
The court’s ruling, expected next week, could delay the vote.
court nmod:poss ruling; ruling nsubj delay; expected acl ruling; week obl:unmarked expected; vote obj delay
Heavy rain forced the airline to cancel dozens of flights.
rain nsubj forced; airline obj forced; cancel xcomp forced; dozens obj cancel; flights nmod dozens
She was elected president of the council in 2009.
She nsubj:pass elected; was aux:pass elected; 2009 obl elected
There were no injuries, but three houses burned down.
were root were; injuries nsubj were; burned conj were; houses nsubj burned
The ship is to leave the harbour on Sunday after repairs.
ship nsubj leave; harbour obj leave; Sunday obl leave; repairs obl leave
"""


def test_the_trees_of_sentences_of_our_own_stay_as_right_as_they_were(nlp):
    lines = FACTS.strip().splitlines()
    right, number = 0, 0
    for text, facts in zip(lines[::2], lines[1::2], strict=True):
        found = {(token.text, token.dep_.lower(), token.head.text) for token in nlp(text)}
        asked = [tuple(fact.split()) for fact in facts.split("; ")]
        right += sum(fact in found for fact in asked)
        number += len(asked)
    assert right >= 0.85 * number


def test_lemmas_of_verbs_and_of_what_only_looks_inflected(nlp):
    doc = nlp("They need to address it; he was hoping they had left and is not going, though prices rose.")
    lemmas = {token.text: token.lemma_ for token in doc}
    asked = {
        "need": "need",
        "address": "address",
        "was": "be",
        "hoping": "hope",
        "had": "have",
        "left": "leave",
    }
    asked |= {"is": "be", "going": "go", "prices": "price", "rose": "rise"}
    assert asked.items() <= lemmas.items()


def test_spacy_loads_and_saves_the_folder(nlp, tmp_path):
    nlp.to_disk(tmp_path / "copy")
    text = "The envoys met in Oslo on Monday."
    docs = [each(text) for each in (nlp, spacy.load(SHIPPED), spacy.load(tmp_path / "copy"))]
    assert len({str([(t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc]) for doc in docs}) == 1
    assert [chunk.text for chunk in docs[1].noun_chunks] == ["The envoys", "Oslo", "Monday"]


def test_the_model_says_what_it_is_and_fits_its_room():
    meta = json.loads((SHIPPED / "meta.json").read_text("utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert {"lang", "name", "version", "description", "sources", "labels", "performance"} <= set(meta)
    assert all((SHIPPED / name).exists() for name in ("LICENSE", "ATTRIBUTION.md", "README.md"))
    assert sum(file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()) <= 12_000_000


def test_names_without_the_parse_they_need_are_told_in_one_sentence():
    nlp = load_trained(exclude=("syntax", "lemmas"))
    with pytest.raises(ValueError, match="keep it in the pipeline"):
        nlp("She left Oslo.")


def test_a_model_is_saved_where_it_lies(tmp_path):
    folder = shutil.copytree(SHIPPED, tmp_path / "model")
    nlp = load_trained(folder)
    nlp.to_disk(folder)
    assert [each.text for each in load_trained(folder)("She left Oslo.").ents] == ["Oslo"]
