"""Negation and future against annotated events: what is counted, and what is left out."""

from timeline.evaluation.event_gold import AnnotatedDocument, AnnotatedEvent
from timeline.evaluation.status_gold import Marks, is_broken, measure_future, measure_negation

TEXT = "The port did not open. No ship came. The union will strike. Roca left."


def document(**marks: dict[str, str]) -> AnnotatedDocument:
    events = [
        AnnotatedEvent(TEXT.index(word), TEXT.index(word) + len(word), word, **marks.get(word, {}))
        for word in ("open", "came", "strike", "left")
    ]
    return AnnotatedDocument("one", None, TEXT, events)


NEGATED = document(open={"polarity": "NEG"}, came={"polarity": "NEG"})


def test_negated_events_are_found_where_a_rule_by_words_alone_misses_some():
    found, by_words = measure_negation([NEGATED])
    assert found == Marks(gold=2, found=2, both=2)
    assert by_words == Marks(gold=2, found=1, both=1)


def test_documents_with_broken_polarities_do_not_count():
    broken = document(**{word: {"polarity": "NEG"} for word in ("open", "strike", "left")})
    assert is_broken(broken) and not is_broken(NEGATED)
    assert measure_negation([broken])[0] == Marks(0, 0, 0)


def test_future_events_are_found():
    found, _ = measure_future([document(strike={"tense": "FUTURE"}, left={"tense": "FUTURE"})])
    assert (found.precision, found.recall) == (1.0, 0.5)
