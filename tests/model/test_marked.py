"""The project's own marked sentences: well-formed, and the test part is not in the training part."""

import re
from pathlib import Path

import pytest

from timeline.model.evaluate import HELD_OUT
from timeline.model.marked import read_marked, read_stories
from timeline.model.train.sentences import OWN

FILES = sorted([*HELD_OUT.glob("*.txt"), *OWN.glob("*.txt")])


def sentences(folder: Path) -> set[str]:
    return {text for story in read_stories(folder) for text, _ in story}


def test_marks_become_spans_of_the_plain_text():
    [[(text, spans)]] = read_marked("President [PER Ana Ruiz] left [GPE Quito]-based [ORG Acme].")
    assert text == "President Ana Ruiz left Quito-based Acme."
    assert [(text[start:end], label) for start, end, label in spans] == [
        ("Ana Ruiz", "PER"),
        ("Quito", "GPE"),
        ("Acme", "ORG"),
    ]


def test_an_empty_line_ends_a_story():
    assert [len(story) for story in read_marked("One.\nTwo.\n\n\nThree.\n")] == [2, 1]


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_every_mark_is_well_formed(file):
    for story in read_marked(file.read_text("utf-8")):
        for text, spans in story:
            assert not re.search(r"[\[\]]", text), text
            for start, end, _ in spans:
                assert text[start:end] == text[start:end].strip() != ""
                assert not re.match(r"(the|a|an|President|Mr\.?|Mrs\.?|Ms\.?) ", text[start:end]), text


def test_no_test_sentence_is_trained_on():
    assert len(sentences(HELD_OUT)) >= 100
    assert not sentences(HELD_OUT) & sentences(OWN)
