"""Nodes answer as the tokens do that they are made from."""

import pytest

from timeline.events.nodes import node_of, tree_of
from timeline.model import syntax, tokenise
from timeline.model.parsing import parse_together
from timeline.text.sentences import find_sentences

TEXT = "“No ship has left,” said Ana Roca, the mayor of Port Alba. Later the U.N. council met; it voted."


@pytest.fixture(scope="module")
def doc():
    tokens = tokenise(TEXT)
    return parse_together(tokens, find_sentences(tokens)).doc


@pytest.mark.parametrize(
    "attribute",
    ["i", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "whitespace_", "is_punct"]
    + ["is_upper", "is_sent_start"],
)
def test_attributes_are_the_same(doc, attribute):
    assert [getattr(each, attribute) for each in tree_of(doc)] == [getattr(each, attribute) for each in doc]


@pytest.mark.parametrize("attribute", ["children", "lefts", "rights", "ancestors", "subtree"])
def test_the_tree_is_the_same(doc, attribute):
    for node, token in zip(tree_of(doc), doc, strict=True):
        assert [each.i for each in getattr(node, attribute)] == [each.i for each in getattr(token, attribute)]


def test_names_and_sentences_are_the_same(doc):
    tree = tree_of(doc)
    assert [(each.text, each.label_, each.root.i) for each in tree.ents] == [
        (each.text, each.label_, each.root.i) for each in doc.ents
    ]
    assert [(each.start, each.end, each.root.i) for each in tree.sents] == [
        (each.start, each.end, each.root.i) for each in doc.sents
    ]


@pytest.mark.parametrize("ask", [syntax.tense, syntax.modality, syntax.is_negated, syntax.is_predicate])
def test_questions_of_syntax_have_the_same_answers(doc, ask):
    assert [ask(node_of(token)) for token in doc] == [ask(token) for token in doc]


def test_an_empty_doc_is_an_empty_tree(doc):
    tree = tree_of(doc[:0].as_doc())
    assert (list(tree), list(tree.sents), list(tree.ents)) == ([], [], [])
