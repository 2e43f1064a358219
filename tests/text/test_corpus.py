"""The phrases of tests/corpus: what each must mean, and those that must mean nothing."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from timeline.model import load_model
from timeline.text.sentences import find_sentences
from timeline.text.tag import tag

CORPUS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "en.toml").read_text("utf-8"))
REFERENCE = date.fromisoformat(CORPUS["reference"])
BRACKETS = re.compile(r"\[(.+?)\]", re.DOTALL)
PHRASES = [(phrase, group) for group in CORPUS["group"] for phrase in group["phrases"]]
NEGATIVES = CORPUS["negative"]["phrases"]
SOFT = {"": (False, False), "start": (True, False), "end": (False, True), "both": (True, True)}


def test_the_corpus_is_large_enough_and_repeats_nothing():
    assert len({phrase for phrase, _ in PHRASES}) == len(PHRASES) >= 1_500
    assert len(set(NEGATIVES)) == len(NEGATIVES) >= 400


def test_every_phrase_marks_one_expression_and_no_negative_marks_any():
    assert [phrase for phrase, _ in PHRASES if len(BRACKETS.findall(phrase)) != 1] == []
    assert [phrase for phrase in NEGATIVES if BRACKETS.search(phrase)] == []


@pytest.mark.parametrize(("phrase", "group"), PHRASES, ids=[phrase for phrase, _ in PHRASES])
def test_a_phrase_means_what_its_group_says(phrase, group):
    marked = BRACKETS.search(phrase)
    timexes = tag(BRACKETS.sub(r"\1", phrase), _reference(group))
    assert [(each.start, each.words) for each in timexes] == [(marked.start(), marked[1])]
    (timex,) = timexes
    assert (timex.type, timex.value, timex.mod) == (group["type"], group["value"], group.get("mod", ""))
    assert _days(timex.interval) == group.get("days")
    if timex.interval is not None:
        assert (timex.interval.soft_start, timex.interval.soft_end) == SOFT[group.get("soft", "")]


@pytest.mark.parametrize("phrase", NEGATIVES)
def test_words_that_only_look_like_times_yield_nothing(phrase):
    assert [each.words for each in tag(phrase, REFERENCE)] == []


def test_no_expression_is_cut_by_the_end_of_a_sentence():
    cut = []
    for phrase, _ in PHRASES:
        if "\n" in phrase:  # a line break may end a heading; who reads sentences joins what a timex spans
            continue
        text, marked = BRACKETS.sub(r"\1", phrase), BRACKETS.search(phrase)
        start, end = marked.start(), marked.start() + len(marked[1])
        sentences = find_sentences(load_model("en").make_doc(text))
        if not any(first <= start and end <= last for first, last in sentences):
            cut.append(phrase)
    assert cut == []


def test_every_phrase_is_found_at_the_same_words_without_a_publication_date():
    for phrase, group in PHRASES:
        text = BRACKETS.sub(r"\1", phrase)
        assert [each.words for each in tag(text, None)] == [each.words for each in tag(text, _reference(group))]


def _reference(group):
    return date.fromisoformat(group["reference"]) if "reference" in group else REFERENCE


def _days(interval):
    return interval and [interval.first_day.isoformat(), interval.last_day.isoformat()]
