"""The phrases of tests/corpus: what each must mean, and those that must mean nothing."""

import pytest

from tests.text.corpora import BRACKETS, CORPORA
from timeline.model import load_tokeniser
from timeline.text.grammar import available_languages
from timeline.text.sentences import find_sentences
from timeline.text.tag import tag

CASES = [case for corpus in CORPORA for case in corpus.cases]
NEGATIVES = [(corpus, phrase) for corpus in CORPORA for phrase in corpus.negatives]
FEWEST = {"en": (1_500, 400), "es": (250, 100)}  # phrases and negatives
SOFT = {"": (False, False), "start": (True, False), "end": (False, True), "both": (True, True)}
each_corpus = pytest.mark.parametrize("corpus", CORPORA, ids=[corpus.language for corpus in CORPORA])


def test_every_language_has_a_corpus():
    assert [corpus.language for corpus in CORPORA] == available_languages()


@each_corpus
def test_a_corpus_is_large_enough_and_repeats_nothing(corpus):
    assert len({case.phrase for case in corpus.cases}) == len(corpus.cases) >= FEWEST[corpus.language][0]
    assert len(set(corpus.negatives)) == len(corpus.negatives) >= FEWEST[corpus.language][1]


@each_corpus
def test_every_phrase_marks_one_expression_and_no_negative_marks_any(corpus):
    assert [case.phrase for case in corpus.cases if len(BRACKETS.findall(case.phrase)) != 1] == []
    assert [phrase for phrase in corpus.negatives if BRACKETS.search(phrase)] == []


@pytest.mark.parametrize("case", CASES, ids=[f"{case.language}: {case.phrase}" for case in CASES])
def test_a_phrase_means_what_its_group_says(case):
    timexes = tag(case.text, case.reference, case.language)
    assert [(each.start, each.words) for each in timexes] == [(case.start, case.words)]
    (timex,), answer = timexes, case.answer
    assert (timex.type, timex.value, timex.mod) == (answer["type"], answer["value"], answer.get("mod", ""))
    assert _days(timex.interval) == answer.get("days")
    if timex.interval is not None:
        assert (timex.interval.soft_start, timex.interval.soft_end) == SOFT[answer.get("soft", "")]


@pytest.mark.parametrize(
    ("corpus", "phrase"), NEGATIVES, ids=[f"{corpus.language}: {phrase}" for corpus, phrase in NEGATIVES]
)
def test_words_that_only_look_like_times_yield_nothing(corpus, phrase):
    assert [each.words for each in tag(phrase, corpus.reference, corpus.language)] == []


@each_corpus
def test_no_expression_is_cut_by_the_end_of_a_sentence(corpus):
    cut = []
    for case in corpus.cases:
        if (
            "\n" in case.phrase
        ):  # a line break may end a heading; who reads sentences joins what a timex spans
            continue
        sentences = find_sentences(load_tokeniser(corpus.language).make_doc(case.text))
        end = case.start + len(case.words)
        if not any(first <= case.start and end <= last for first, last in sentences):
            cut.append(case.phrase)
    assert cut == []


@each_corpus
def test_every_phrase_is_found_at_the_same_words_without_a_publication_date(corpus):
    for case in corpus.cases:
        undated = tag(case.text, None, corpus.language)
        assert [each.words for each in undated] == [case.words]


def _days(interval):
    return interval and [interval.first_day.isoformat(), interval.last_day.isoformat()]
