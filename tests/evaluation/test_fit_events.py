"""The weights of which clauses tell events and which date is whose, fitted on a handful of documents."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from timeline.evaluation.event_gold import AnnotatedDocument, AnnotatedEvent, AnnotatedTimex
from timeline.evaluation.fit_events import (
    Choice,
    Sparse,
    as_document,
    day_choices,
    days_told,
    fit_choices,
    link_choices,
    main,
    tied_choices,
)
from timeline.events.dated import UNDATED, Dating
from timeline.events.kinds import Basis, Bound
from timeline.temporal.interval import Interval

TEXT = "The mayor, who fled on Sunday, returned on Tuesday."
DATA = Path(__file__).parents[2] / "data"
MONDAY = Interval.of_day(date(2019, 3, 25))


def document(links=(), when=""):
    def span(words):
        return TEXT.index(words), TEXT.index(words) + len(words), words

    events = tuple(AnnotatedEvent(*span(word), id=word, when=when) for word in ("fled", "returned"))
    timexes = tuple(AnnotatedTimex(*span(word), "DATE", "", id=word) for word in ("Sunday", "Tuesday"))
    return AnnotatedDocument("a", date(2019, 3, 27), TEXT, events, timexes, links)


def test_the_right_candidate_of_most_choices_gets_the_weight():
    near, far, odd = {"near": 1.0}, {"far": 1.0}, {"far": 1.0, "odd": 1.0}
    choices = [
        Choice([far, near], frozenset([1])),
        Choice([near, far], frozenset([0])),
        Choice([odd, near], frozenset([1])),
    ]
    weights = fit_choices(choices)
    assert weights["near"] > 0 > weights["far"]
    assert weights["odd"] < 0


def test_several_right_candidates_share_what_is_learned():
    one, two, wrong = {"one": 1.0}, {"two": 1.0}, {"wrong": 1.0}
    weights = fit_choices([Choice([one, two, wrong], frozenset([0, 1]))])
    assert weights["one"] == pytest.approx(weights["two"])
    assert weights["one"] > weights["wrong"]


def test_a_sparse_matrix_multiplies_like_a_full_one():
    table = Sparse.of([{"a": 2.0}, {"a": 1.0, "b": 3.0}], ["a", "b"])
    assert table.times(np.array([10.0, 100.0])).tolist() == [20.0, 310.0]
    assert table.back(np.array([1.0, -1.0])).tolist() == [1.0, -3.0]


def test_links_tell_which_timex_of_the_sentence_is_right():
    links = (("fled", "Sunday"), ("returned", "Tuesday"))
    assert [sorted(each.right) for each in link_choices([document(links)])] == [[0], [1]]
    assert list(link_choices([document()])) == []


def test_an_event_tied_to_the_publication_day_alone_has_none_of_its_sentences_dates():
    tied, free = tied_choices([document((("fled", "Sunday"), ("returned", "t0")))])
    assert [len(tied.right), len(free.right)] == [1, len(free.candidates) - 2]


def test_a_known_day_is_the_right_one_of_the_candidates():
    choices = list(day_choices([document(when="2019-03-26")]))
    assert all(each.right for each in choices)
    assert list(day_choices([document(when="before2019-03-26")])) == []


@pytest.mark.parametrize(
    ("dating", "expected"),
    [
        (UNDATED, ("", "")),
        (Dating(Basis.CLAUSE, MONDAY), ("2019-03-25", "2019-03-25")),
        (Dating(Basis.CLAUSE, MONDAY, Bound.FROM), ("2019-03-25", "")),
        (Dating(Basis.CLAUSE, MONDAY, Bound.UNTIL), ("", "2019-03-25")),
    ],
)
def test_an_open_end_is_written_as_nothing(dating, expected):
    assert days_told(dating) == expected


def test_a_document_becomes_an_article_of_its_day():
    assert as_document(document()).dct.day == date(2019, 3, 27)
    assert as_document(AnnotatedDocument("a", None, "Rain.", ())).dct is None


def test_documents_of_another_form_end_with_a_word(tmp_path):
    with pytest.raises(SystemExit, match="write a document a line"):
        main([str(DATA), str(tmp_path / "missing.jsonl")])
