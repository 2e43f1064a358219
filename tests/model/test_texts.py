"""The texts that the splitter learns from."""

import doctest
import random

import pytest

from timeline.model.train import sentences, texts

TEXTS = [(["They", "left", ".", "It", "rained", "."] * 40, list(range(0, 240, 3))), (["No", "."], [0])]


@pytest.mark.parametrize("module", [sentences, texts])
def test_the_examples_of_the_modules_that_need_no_pytorch_are_true(module):
    found = doctest.testmod(module)
    assert found.attempted and not found.failed


def test_windows_begin_anywhere_and_sentences_begin_where_they_did():
    drawn = texts.windows(TEXTS, random.Random(3))
    assert 242 - texts.WINDOW < sum(len(words) for words, _ in drawn) <= 242
    assert all(len(words) <= texts.WINDOW for words, _ in drawn)
    assert {words[place] for words, starts in drawn for place in starts} <= {"They", "It", "No"}
    firsts = {texts.windows(TEXTS, random.Random(seed))[0][0][0] for seed in range(20)}
    assert len(firsts) > 2


def test_a_sentence_that_lost_its_full_stop_begins_where_its_first_word_stands():
    chance = random.Random(1)
    for _ in range(20):
        words, starts = texts.without_stops(TEXTS[0], chance)
        assert {words[place] for place in starts} == {"They", "It"}
        assert len(starts) == 80
    assert len(words) < 240
