"""The shipped English model, on sentences of our own: a quick hold on what it must not lose."""

import json

import pytest

from timeline.model.evaluate import HELD_OUT, measure_names, read_held_out
from timeline.model.trained import SHIPPED, load_trained


@pytest.fixture(scope="module")
def nlp():
    return load_trained()


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
    assert figures["F"] >= 0.69


def test_without_names_none_are_set(nlp):
    with nlp.select_pipes(disable=["names"]):
        assert nlp("She left Oslo.").ents == ()


def test_the_model_says_what_it_is_and_fits_its_room():
    meta = json.loads((SHIPPED / "meta.json").read_text("utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert {"lang", "name", "version", "description", "sources", "labels"} <= set(meta)
    assert all((SHIPPED / name).exists() for name in ("LICENSE", "ATTRIBUTION.md", "README.md"))
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) <= 12_000_000
