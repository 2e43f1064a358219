"""Where a predicate and its clause stand in an article."""

import pytest

from timeline.events.analysis import analyse
from timeline.events.clauses import clause_span, predicate_span
from timeline.reading import Document

CLAUSES = [
    ("Roca left because it rained.", "left", "Roca left"),
    ("Roca left because it rained.", "rained", "it rained"),
    ("She closed the port, and Oslo sent envoys.", "sent", "Oslo sent envoys"),
    ("The envoys, who had come by ship, left.", "come", "who had come by ship"),
    ("The envoys were quickly sent home.", "sent", "The envoys were quickly sent home"),
]


@pytest.mark.parametrize(("text", "predicate", "clause"), CLAUSES)
def test_a_clause_is_what_belongs_to_its_verb_and_no_other(text, predicate, clause):
    analysis = analyse(Document("one", "", text, None), ())
    (token,) = [each for each in analysis.parsed.doc if each.text == predicate]
    assert text[slice(*predicate_span(token, analysis))] == predicate
    assert text[slice(*clause_span(token, analysis))] == clause
