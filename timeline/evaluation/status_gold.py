"""How well the program tells how real events are: status and teller against annotators of a collection,
negation and future against TimeML's polarity and tense.

`python -m timeline.evaluation.status_gold DATA [EVENTS.jsonl…]` prints the figures.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.evaluation.articles import BadGold
from timeline.evaluation.event_gold import AnnotatedDocument, AnnotatedEvent, halves, read_events
from timeline.evaluation.fit_events import LANGUAGE, analysed, as_document
from timeline.evaluation.gold import Gold, read_collection
from timeline.evaluation.scores import Marks
from timeline.events.actors import find_cast
from timeline.events.analysis import Analysis, analyse
from timeline.events.dating import date_predicates
from timeline.events.gazetteer import folded
from timeline.events.kinds import Status
from timeline.events.mention import Stance
from timeline.events.nodes import Node, node_of
from timeline.events.status import stance_of
from timeline.events.status_clauses import ahead, negation
from timeline.events.words import read_words
from timeline.model.syntax import Tense, tense

BROKEN = (
    0.5  # of a document's events: where more are marked as negated, the marks are a slip of the annotation
)
NEAR = 3  # words before an event in which a rule by words alone looks
NOT, WILL = frozenset(["not", "n't", "n’t", "never"]), frozenset(["will", "'ll", "’ll", "wo"])


@dataclass(frozen=True, slots=True)
class StatusFigures:
    """Of a collection's mentions, with only their predicates given: the share with the right status, each
    status by itself, and whose words they are."""

    mentions: int
    right: float
    by_status: dict[Status, Marks]
    attribution: Marks


def measure_status(gold: Gold, is_test: bool = False) -> StatusFigures:
    """The figures of the development part, or of the test part, in the language that has a parser."""
    pairs = [
        (Status(row.status), row.attribution, stance)
        for document in gold.documents
        if document.language == LANGUAGE and (document.id in gold.test) == is_test
        for row, stance in _stances(analysed(document), _rows(gold, document.id))
    ]
    told = [(folded(whose), folded(stance.attribution)) for _, whose, stance in pairs]
    return StatusFigures(
        len(pairs),
        sum(status is stance.status for status, _, stance in pairs) / max(1, len(pairs)),
        {each: _marks((own is each, stance.status is each) for own, _, stance in pairs) for each in Status},
        Marks(
            sum(bool(own) for own, _ in told),
            sum(bool(found) for _, found in told),
            sum(own == found != "" for own, found in told),
        ),
    )


def measure_negation(documents: Iterable[AnnotatedDocument]) -> tuple[Marks, Marks]:
    """Events that are negated, in documents whose polarities are sound; and those behind a "not"."""
    sound = [each for each in documents if not is_broken(each)]
    return _measure(sound, _is_negated, lambda node: bool(negation(node)), NOT)


def measure_future(documents: Iterable[AnnotatedDocument]) -> tuple[Marks, Marks]:
    """Events in the future tense; and those behind a "will"."""
    return _measure(documents, lambda event: event.tense == "FUTURE", _will_be, WILL)


def is_broken(document: AnnotatedDocument) -> bool:
    """Whether the polarities of a document cannot be meant: more than half of its events are negated.

    >>> no = AnnotatedEvent(0, 4, "left", polarity="NEG")
    >>> is_broken(AnnotatedDocument("a", None, "left", [no]))
    True
    """
    return sum(map(_is_negated, document.events)) > BROKEN * len(document.events)


def _is_negated(event: AnnotatedEvent) -> bool:
    return event.polarity == "NEG"


def _will_be(node: Node) -> bool:
    return bool(ahead(node)) and tense(node) is not Tense.CONDITIONAL


def _measure(documents, is_gold, is_found, words: frozenset[str]) -> tuple[Marks, Marks]:
    answers = []
    for document in documents:
        analysis = analyse(as_document(document), [])
        for event in document.events:
            node = _node(event, analysis)
            by_words = node is not None and any(each.lower_ in words for each in _before(node))
            answers.append((is_gold(event), node is not None and is_found(_predicate(node)), by_words))
    return _marks((own, found) for own, found, _ in answers), _marks((own, by) for own, _, by in answers)


def _node(event: AnnotatedEvent, analysis: Analysis) -> Node | None:
    token = analysis.parsed.top(event.start, event.end)
    return None if token is None else node_of(token)


def _predicate(node: Node) -> Node:
    return node.head if node.relation in ("aux", "cop") else node


def _before(node: Node) -> Sequence[Node]:
    return list(node.doc.stretch(max(node.sent.start, node.i - NEAR), node.i))


def _marks(pairs: Iterable[tuple[bool, bool]]) -> Marks:
    counts = Counter(pairs)
    return Marks(
        counts[True, True] + counts[True, False], counts[True, True] + counts[False, True], counts[True, True]
    )


def _rows(gold: Gold, article: str):
    rows = gold.mentions[gold.mentions["article"] == article]
    return sorted(rows.itertuples(), key=lambda row: int(row.start))


def _stances(analysis: Analysis, rows: Sequence) -> Iterator[tuple[object, Stance]]:
    """Each gold mention whose predicate stands in a tree, with its stance."""
    words, cast = read_words(LANGUAGE), find_cast(analysis.parsed, analysis.document.text)
    tokens = [(row, analysis.parsed.top(int(row.start), int(row.end))) for row in rows]
    tokens = [(row, token) for row, token in tokens if token is not None]
    dates = date_predicates([token for _, token in tokens], analysis, words)
    for (row, token), dating in zip(tokens, dates, strict=True):
        yield row, stance_of(token, analysis, words, cast, dating)


def _line(name: str, marks: Marks) -> str:
    return f"  {name:28} P {marks.precision:.3f}  R {marks.recall:.3f}  F1 {marks.f1:.3f}  of {marks.gold}"


def main(paths: list[str]) -> None:
    try:
        gold = read_collection(Path(paths[0]))
        others = [halves(read_events(Path(path))) for path in paths[1:]]
    except BadGold as error:
        sys.exit(str(error))
    figures = measure_status(gold)
    print(f"status, development part: {figures.right:.3f} of {figures.mentions} mentions")
    for status, marks in figures.by_status.items():
        print(_line(status, marks))
    print(_line("whose words", figures.attribution))
    for parts in others:
        for name, documents in zip(("learned from", "test half"), parts, strict=True):
            print(name)
            for what, measure in (("negated", measure_negation), ("future", measure_future)):
                found, by_words = measure(documents)
                print(_line(what, found))
                print(_line(f"{what}, by words before", by_words))


if __name__ == "__main__":
    main(sys.argv[1:])
