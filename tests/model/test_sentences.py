"""Corpora and marked sentences as training sentences."""

import pytest
from spacy.tokens import Doc, DocBin

from timeline.model.train.sentences import bioes, blank, read_entities, read_joined, read_own, read_syntax

WORDS = ["Ana", "Ruiz", "left", ".", "Quito", "waits", "."]
HEADS = [2, 0, 2, 2, 5, 5, 5]
DEPS = ["nsubj", "flat", "ROOT", "punct", "nsubj", "ROOT", "punct"]


@pytest.fixture
def folder(tmp_path):
    nlp = blank()
    trees = Doc(
        nlp.vocab,
        WORDS,
        heads=HEADS,
        deps=DEPS,
        tags=["NNP", "NNP", "VBD", ".", "NNP", "VBZ", "."],
        pos=["PROPN", "PROPN", "VERB", "PUNCT", "PROPN", "VERB", "PUNCT"],
        morphs=["", "", "Tense=Past|Typo=Yes", "", "", "Tense=Pres", ""],
    )
    names = Doc(nlp.vocab, WORDS, ents=["B-PER", "I-PER", "O", "O", "B-LOC", "O", "O"])
    DocBin(docs=[trees]).to_disk(tmp_path / "trees.spacy")
    DocBin(docs=[names]).to_disk(tmp_path / "names.spacy")
    return tmp_path


def test_a_treebank_gives_its_sentences_with_heads_counted_inside_them(folder):
    first, second = read_syntax(folder / "trees.spacy")
    assert first.words == ("Ana", "Ruiz", "left", ".")
    assert first.heads == (2, 0, -1, 2) and second.heads == (1, -1, 1)
    assert first.deps == ("nsubj", "flat", "root", "punct")
    assert first.names == ()


def test_spelling_is_no_part_of_a_form(folder):
    assert read_syntax(folder / "trees.spacy")[0].morphs[2] == "VERB|Tense=Past"


def test_an_entity_corpus_is_cut_at_full_stops(folder):
    first, second = read_entities(folder / "names.spacy")
    assert first.names == ("B-PER", "E-PER", "O", "O") and second.names == ("S-LOC", "O", "O")
    assert first.is_coarse and first.tags == ()


def test_names_join_the_trees_of_the_same_text(folder):
    first, second = read_joined(folder / "trees.spacy", folder / "names.spacy")
    assert first.names == ("B-PER", "E-PER", "O", "O") and first.tags
    assert second.names == ("S-LOC", "O", "O")


def test_only_sentences_are_trained_on():
    own = [" ".join(each.words) for each in read_own()]
    assert len(own) > 1000
    assert not [text for text in own if text.startswith("#") or ">=" in text]


def test_own_sentences_tell_states_from_other_places(tmp_path):
    (tmp_path / "a.txt").write_text("[PER Lee] left [GPE Mali]-run [LOC Camp Four].\n", "utf-8")
    (sentence,) = read_own(tmp_path)
    assert dict(zip(sentence.words, sentence.names, strict=True)) == {
        "Lee": "S-PER",
        "left": "O",
        "Mali": "S-GPE",
        "-": "O",
        "run": "O",
        "Camp": "B-LOC",
        "Four": "E-LOC",
        ".": "O",
    }
    assert not sentence.is_coarse


@pytest.mark.parametrize(
    ("spans", "tags"),
    [
        ([], ("O", "O", "O")),
        ([(0, 3, "ORG")], ("B-ORG", "I-ORG", "E-ORG")),
        ([(1, 2, "PER"), (2, 3, "PER")], ("O", "S-PER", "S-PER")),
    ],
)
def test_spans_become_tags(spans, tags):
    assert bioes(3, spans) == tags
