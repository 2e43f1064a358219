"""Clauses that differ in one thing tell two happenings."""

from datetime import date

import pytest

from timeline.events.find import find_mentions
from timeline.events.merge_mentions import merge_mentions
from timeline.reading import Dct, DctSource, Document
from timeline.text.tag import tag_document

PAIRS = [
    ("The crane of Port Selwyn sank on Tuesday.", "The ferry of Port Selwyn sank on Tuesday."),
    ("Police arrested a banker in Port Alba on Monday.", "Police arrested a baker in Port Alba on Monday."),
    ("Ana Roca met the union on Monday.", "Ana Roca met the bishops on Monday."),
    ("Norland closed its embassy in Oslo on Monday.", "Norland closed its embassy in Rome on Monday."),
]
SAME = [
    ("Minister Ana Roca met the union on Monday.", "Roca met the union on Monday."),
    ("Norland closed its embassy in Oslo on Monday.", "On Monday Norland closed its embassy in Oslo."),
]


def events(*texts):
    pairs = []
    for at, text in enumerate(texts):
        document = Document(f"d{at}", "", text, Dct(date(2019, 3, 27), DctSource.GIVEN))
        pairs += [(document, mention) for mention in find_mentions(document, tag_document(document))]
    return merge_mentions(pairs)


@pytest.mark.parametrize("texts", PAIRS)
def test_the_same_said_of_two_things_is_two_events(texts):
    assert len(events(*texts)) == 2


@pytest.mark.parametrize("texts", SAME)
def test_the_same_said_of_one_thing_is_one_event(texts):
    assert len(events(*texts)) == 1
