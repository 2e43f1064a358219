"""What a verb or a noun is about."""

import pytest

from timeline.events.supersenses import of_noun, of_verb


@pytest.mark.parametrize(
    ("verb", "sense"),
    [("march", "motion"), ("say", "communication"), ("own", "possession"), ("eat", "consumption")],
)
def test_a_verb_is_mostly_met_in_one_sense(verb, sense):
    assert max(of_verb(verb), key=of_verb(verb).get) == sense


@pytest.mark.parametrize("noun", ["arrest", "earthquake", "election", "speech"])
def test_nouns_of_what_happens_are_known(noun):
    assert sum(of_noun(noun).values()) > 0.5


def test_things_and_unknown_words_have_no_sense():
    assert of_noun("table") == of_noun("qwertz") == of_verb("qwertz") == {}


@pytest.mark.parametrize("word", ["march", "say", "be"])
def test_shares_never_exceed_the_whole(word):
    assert 0 < sum(of_verb(word).values()) <= 1.01
