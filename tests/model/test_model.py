"""The tokeniser under the tagger."""

import pytest

from timeline.model import load_tokeniser, tokenise


@pytest.mark.parametrize(
    "text", ["", "They met on Tuesday.", "(" * 500 + " late Tuesday", "a" * 1000, "x\n\n  y\u200b " * 30]
)
def test_no_character_of_a_text_is_lost(text):
    assert tokenise(text).text == text


def test_words_beside_an_endless_word_are_still_words():
    tokens = [token.text for token in tokenise("=" * 300 + " on Tuesday.")]
    assert tokens[-3:] == ["on", "Tuesday", "."]


def test_a_language_that_spacy_does_not_know_is_cut_into_words_all_the_same():
    assert [token.text for token in load_tokeniser("zz").make_doc("unu du")] == ["unu", "du"]


def test_a_text_longer_than_spacys_own_limit_is_read():
    assert len(tokenise("word " * 210_000)) == 210_000
