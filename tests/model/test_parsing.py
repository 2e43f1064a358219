"""The parser that the tagger asks: the shipped one, another, or none."""

import logging
import shutil

import pytest
import spacy

from timeline.model import parsing, tokenise
from timeline.model.trained import SHIPPED

TEXT = "It rained.\nThe envoys   met on Monday. They left."
SENTENCE = (11, TEXT.index(" They"))


@pytest.fixture(autouse=True)
def anew():
    parsing._load_named.cache_clear()
    yield
    parsing._load_named.cache_clear()


def parse_one():
    parses = parsing.parse(tokenise(TEXT), [SENTENCE])
    return parses and list(parses)


def test_a_sentence_is_parsed_alone_and_its_words_are_found_by_offset():
    [parsed] = parse_one()
    assert [token.text for token in parsed.doc] == ["The", "envoys", "met", "on", "Monday", "."]
    assert [TEXT[place] for place in parsed.offsets] == list("TemoM.")
    start = TEXT.index("Monday")
    assert parsed.top(start, start + 6).head.text == "met"
    assert parsed.top(0, 5) is None


def test_another_pipeline_takes_its_place(monkeypatch, tmp_path):
    nlp = spacy.load(SHIPPED)
    nlp.vocab.strings.add("a word of the other")
    nlp.to_disk(tmp_path / "other")
    monkeypatch.setenv(parsing.VARIABLE, str(tmp_path / "other"))
    [parsed] = parse_one()
    assert parsed.doc[4].head.text == "met"
    assert "a word of the other" in parsed.doc.vocab.strings


@pytest.mark.parametrize(
    ("named", "damage"), [("folder", "syntax.onnx"), ("folder", "words.npz"), ("json", "")]
)
def test_whatever_a_pipeline_fails_with_is_told_once_and_loses_nothing(
    monkeypatch, caplog, tmp_path, named, damage
):
    if damage:
        shutil.copytree(SHIPPED, tmp_path / "broken")
        (tmp_path / "broken" / damage).write_bytes(b"no model")
        named = str(tmp_path / "broken")
    monkeypatch.setenv(parsing.VARIABLE, named)
    with caplog.at_level(logging.WARNING):
        assert parse_one() is None and parse_one() is None
    [told] = caplog.messages
    assert "words alone" in told and "\n" not in told


def test_a_pipeline_that_is_not_there_is_told_once_and_loses_nothing(monkeypatch, caplog):
    monkeypatch.setenv(parsing.VARIABLE, "no-such-pipeline")
    with caplog.at_level(logging.WARNING):
        assert parse_one() is None and parse_one() is None
    [told] = caplog.messages
    assert "no-such-pipeline" in told and "words alone" in told and "\n" not in told


def test_a_pipeline_without_a_parser_is_told_once(monkeypatch, caplog, tmp_path):
    spacy.blank("en").to_disk(tmp_path / "blank")
    monkeypatch.setenv(parsing.VARIABLE, str(tmp_path / "blank"))
    with caplog.at_level(logging.WARNING):
        assert parse_one() is None and parse_one() is None
    assert len(caplog.messages) == 1 and "no trees" in caplog.messages[0]


def test_a_pipeline_of_another_language_leaves_english_to_the_shipped_one(monkeypatch, tmp_path):
    spacy.blank("es").to_disk(tmp_path / "es")
    monkeypatch.setenv(parsing.VARIABLE, str(tmp_path / "es"))
    [parsed] = parse_one()
    assert parsed.doc[4].head.text == "met"


def test_a_language_without_a_model_has_no_parse():
    assert parsing.parse(tokenise("Llueve el lunes.", "es"), [(0, 16)], "es") is None
