"""Annotated articles → the weights in `timeline/events/weights.toml`: which clauses tell events, and which
date is whose.

`python -m timeline.evaluation.fit_events data/ tests/corpus/events [EVENTS.jsonl…]` prints the table. Of
collections the development part is learned from, of other files every second document, so that the rest can
measure.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
from spacy.tokens import Token

from timeline.evaluation.articles import BadGold
from timeline.evaluation.event_gold import AnnotatedDocument, AnnotatedTimex, halves, read_events
from timeline.evaluation.fit import Example, ascend, fit
from timeline.evaluation.gold import Gold, read_collection
from timeline.events.analysis import Analysis, analyse
from timeline.events.dated import Dating
from timeline.events.dating import as_told, find_candidates, find_firm, likeliest
from timeline.events.kinds import Basis, Bound
from timeline.events.links import link_features
from timeline.events.telling import features
from timeline.events.weights import Features
from timeline.events.words import read_words
from timeline.reading import Dct, DctSource, Document
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.text.tag import tag_document
from timeline.text.timex import NormalizedTimex, Timex

LANGUAGE = "en"
PENALTY = 2.0  # of large weights (ridge): there are many features and few examples
STEPS, RATE = 800, 0.05  # of the ascent
ROUNDS = 2  # from the second on an event goes on from what was found before it
RARE = 3  # examples from which on a feature is learned from
LEAST = 0.05  # weights nearer to nothing are left out


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one predicate, by their features, and the numbers of those that are right."""

    candidates: Sequence[Features]
    right: frozenset[int]


def as_document(annotated: AnnotatedDocument) -> Document:
    """An annotated document as an article."""
    dct = Dct(annotated.day, DctSource.GIVEN, annotated.day.isoformat()) if annotated.day else None
    return Document(id=annotated.id, title="", text=annotated.text, dct=dct, language=LANGUAGE)


def telling_examples(gold: Gold) -> Iterator[Example]:
    """Every predicate of the development part, and whether it tells an event."""
    words = read_words(LANGUAGE)
    for analysis, rows in _development(gold):
        starts = {int(row.start) for row in rows.itertuples()}
        for token in analysis.predicates:
            yield features(token, analysis, words), analysis.offset(token) in starts


def without_rare(examples: Sequence[Example]) -> list[Example]:
    """The examples without the features that few of them have.

    >>> without_rare([({"verb": 1.0, "verb: march": 1.0}, True), *[({"verb": 1.0}, False)] * 2])[0]
    ({'verb': 1.0}, True)
    """
    counts = Counter(name for features, _ in examples for name in features)
    return [
        ({name: strength for name, strength in features.items() if counts[name] >= RARE}, is_told)
        for features, is_told in examples
    ]


def dating_choices(gold: Gold, weights: Mapping[str, float] | None = None) -> Iterator[Choice]:
    """The dates that each event of the development part may have, and those that are its own. With `weights`
    an event goes on from what these found before it, mistakes and all; without, from what is right."""
    for analysis, rows in _development(gold):
        ordered = sorted(rows.itertuples(), key=lambda row: int(row.start))
        tokens = ((analysis.parsed.top(int(row.start), int(row.end)), row) for row in ordered)
        events = [(token, partial(_right, row=row)) for token, row in tokens if token is not None]
        yield from _choices(events, analysis, weights)


Judge = Callable[[Sequence[Dating]], frozenset[int]]  # which of several dates are right, by their numbers


def _choices(
    events: Sequence[tuple[Token, Judge]], analysis: Analysis, weights: Mapping[str, float] | None
) -> Iterator[Choice]:
    """The choice of each event of an article, in the order of the text."""
    words, told = read_words(LANGUAGE), []
    firm = find_firm([token for token, _ in events], analysis, words)
    for token, right_of in events:
        found = list(find_candidates(token, analysis, words, told, firm))
        right = right_of([dating for dating, _ in found])
        if right:
            yield Choice([each for _, each in found], right)
        if weights is not None:
            told.append(as_told(token, likeliest(found, weights), analysis))
        elif right:
            told.append(as_told(token, found[min(right)][0], analysis))


def _right(found: Sequence[Dating], row) -> frozenset[int]:
    same = [number for number, each in enumerate(found) if days_told(each) == (row.first_day, row.last_day)]
    kin = [number for number in same if _kin(found[number].basis) == _kin(Basis(row.basis))]
    return frozenset(kin or same)


def _kin(basis: Basis) -> Basis:
    return Basis.CLAUSE if basis is Basis.SENTENCE else basis


def days_told(dating: Dating) -> tuple[str, str]:
    """The first and the last day as the gold's tables write them, "" for an end that the words leave open."""
    if dating.interval is None:
        return "", ""
    first, last = dating.interval.first_day.isoformat(), dating.interval.last_day.isoformat()
    return "" if dating.bound is Bound.UNTIL else first, "" if dating.bound is Bound.FROM else last


def day_choices(
    documents: Iterable[AnnotatedDocument], weights: Mapping[str, float] | None = None
) -> Iterator[Choice]:
    """The same from documents of which the events' days are known."""
    for annotated in documents:
        analysis = analysed(as_document(annotated))
        ordered = sorted(annotated.events, key=lambda each: each.start)
        tokens = ((analysis.parsed.top(event.start, event.end), event.day) for event in ordered)
        events = [(token, partial(_on, day=day)) for token, day in tokens if token is not None]
        yield from _choices(events, analysis, weights)


def _on(found: Sequence[Dating], day: date | None) -> frozenset[int]:
    """Those that say one day, that one."""
    return frozenset(
        number
        for number, each in enumerate(found)
        if day is not None and each.interval is not None and is_day(each.interval, day)
    )


def is_day(interval: Interval, day: date) -> bool:
    """Whether an interval is of one day, that one."""
    return interval.first_day == interval.last_day == day


def link_choices(documents: Iterable[AnnotatedDocument]) -> Iterator[Choice]:
    """The timexes of its sentence that each linked event may belong to, where there are several."""
    for annotated in documents:
        if not annotated.links:
            continue
        analysis = with_timexes(annotated)
        for event, inside, right in linked(annotated, analysis):
            token = analysis.parsed.top(event.start, event.end)
            yield Choice(
                [
                    link_features(token, each, [other for other in inside if other is not each], analysis)
                    for each in inside
                ],
                right,
            )


def tied_choices(
    documents: Iterable[AnnotatedDocument], weights: Mapping[str, float] | None = None
) -> Iterator[Choice]:
    """The dates of events in documents that say which timex an event is tied to: that one is right; where an
    event is tied to the day of publication alone, none of its sentence is."""
    for annotated in documents:
        if annotated.links and annotated.day is not None:
            analysis = analysed(as_document(annotated))
            spans, tied = {each.id: (each.start, each.end) for each in annotated.timexes}, {}
            for event, timex in annotated.links:
                tied.setdefault(event, []).append(spans.get(timex))
            ordered = sorted(annotated.events, key=lambda each: each.start)
            tokens = [(analysis.parsed.top(each.start, each.end), tied.get(each.id)) for each in ordered]
            events = [
                (token, partial(_tied, spans=told)) for token, told in tokens if token is not None and told
            ]
            yield from _choices(events, analysis, weights)


def _tied(found: Sequence[Dating], spans: Sequence[tuple[int, int] | None]) -> frozenset[int]:
    own = [number for number, each in enumerate(found) if each.basis in (Basis.CLAUSE, Basis.SENTENCE)]
    if not own:
        return frozenset()
    known = [each for each in spans if each is not None]
    if not known:
        return frozenset(range(len(found))) - frozenset(own)
    return frozenset(
        number
        for number in own
        for start, end in known
        if found[number].timex.start < end and start < found[number].timex.end
    )


def linked(annotated: AnnotatedDocument, analysis: Analysis):
    """Each event with several timexes in its sentence, these, and the numbers of those it is linked to."""
    timexes = {each.id: each for each in annotated.timexes}
    of: dict[str, set[int]] = {}
    for event, timex in annotated.links:
        if timex in timexes:
            of.setdefault(event, set()).add(timexes[timex].start)
    for event in annotated.events:
        starts = of.get(event.id, set())
        inside = analysis.timexes_in(analysis.sentence(event.start)) if starts else []
        right = frozenset(number for number, each in enumerate(inside) if each.timex.start in starts)
        if len(inside) > 1 and right and analysis.parsed.top(event.start, event.end) is not None:
            yield event, inside, right


def with_timexes(annotated: AnnotatedDocument) -> Analysis:
    """An article with its trees and the timexes that annotators marked, all as if they had an interval."""
    document = as_document(annotated)
    placed = [_marked(each) for each in sorted(annotated.timexes, key=lambda each: each.start)]
    return analyse(document, placed)


def _marked(timex: AnnotatedTimex) -> NormalizedTimex:
    found = Timex(timex.start, timex.end, timex.text, None, "gold")
    somewhere = Interval(datetime(2000, 1, 1), datetime(2000, 1, 2), Granularity.DAY)
    return NormalizedTimex(found, None, None, somewhere, timex.type, timex.value, "", "")


def analysed(document: Document) -> Analysis:
    """An article with its trees and the timexes that the tagger finds."""
    return analyse(document, tag_document(document))


def _development(gold: Gold) -> Iterator[tuple[Analysis, pd.DataFrame]]:
    for document in gold.documents:
        if document.id not in gold.test and document.language == LANGUAGE:
            yield analysed(document), gold.mentions[gold.mentions["article"] == document.id]


def fit_choices(choices: Sequence[Choice], penalty: float = PENALTY) -> dict[str, float]:
    """The weights that make the right candidates likeliest among all of theirs.

    >>> near, far = {"near": 1.0}, {"far": 1.0}
    >>> weights = fit_choices([Choice([far, near], frozenset([1]))])
    >>> weights["near"] > 0 > weights["far"]
    True
    """
    candidates = [each for choice in choices for each in choice.candidates]
    names = sorted({name for each in candidates for name in each})
    table = Sparse.of(candidates, names)
    firsts = np.cumsum([0, *(len(choice.candidates) for choice in choices)])
    is_right = np.zeros(len(candidates))
    for first, choice in zip(firsts, choices, strict=False):
        is_right[[first + number for number in choice.right]] = 1.0
    return dict(zip(names, _likeliest(table, firsts, is_right, penalty).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Sparse:
    """A matrix of candidates by features: the values that are not 0, their columns, how many each row has."""

    values: np.ndarray
    columns: np.ndarray
    sizes: np.ndarray
    width: int

    @classmethod
    def of(cls, candidates: Sequence[Features], names: Sequence[str]) -> "Sparse":
        column = {name: number for number, name in enumerate(names)}
        return cls(
            np.array([strength for each in candidates for strength in each.values()]),
            np.array([column[name] for each in candidates for name in each]),
            np.array([len(each) for each in candidates]),
            len(names),
        )

    def times(self, weights: np.ndarray) -> np.ndarray:
        """The score of each row."""
        return np.add.reduceat(self.values * weights[self.columns], np.cumsum(self.sizes) - self.sizes)

    def back(self, errors: np.ndarray) -> np.ndarray:
        """What the errors of the rows say of each column."""
        told = self.values * np.repeat(errors, self.sizes)
        return np.bincount(self.columns, told, self.width)


def _likeliest(table: Sparse, firsts: np.ndarray, is_right: np.ndarray, penalty: float) -> np.ndarray:
    """The likeliest weights; the candidates of a choice are rows of the table, from one of `firsts` to the
    next."""
    starts, sizes = firsts[:-1], np.diff(firsts)

    def slopes(weights: np.ndarray) -> list[np.ndarray]:
        scores = table.times(weights)
        chance = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        chance /= np.repeat(np.add.reduceat(chance, starts), sizes)
        wanted = chance * is_right
        wanted /= np.repeat(np.add.reduceat(wanted, starts), sizes) + 1e-12
        return [table.back(wanted - chance) - penalty * weights]

    [weights] = ascend([np.zeros(table.width)], slopes, STEPS, RATE)
    return weights


def _to_learn_from(files: Sequence[Sequence[AnnotatedDocument]]) -> list[list[AnnotatedDocument]]:
    """Of each file the documents to learn from, without those that another file keeps for testing."""
    kept = {each.id for documents in files for each in halves(documents)[1]}
    return [[each for each in halves(documents)[0] if each.id not in kept] for documents in files]


def main(paths: list[str]) -> None:
    try:
        collections = [read_collection(Path(path)) for path in paths if Path(path).is_dir()]
        others = _to_learn_from([read_events(Path(path)) for path in paths if not Path(path).is_dir()])
    except BadGold as error:
        sys.exit(str(error))
    telling = [example for gold in collections for example in telling_examples(gold)]
    choices, dating = [], None
    for _ in range(ROUNDS):
        choices = [choice for gold in collections for choice in dating_choices(gold, dating)]
        for documents in others:
            choices += [*link_choices(documents), *tied_choices(documents, dating)]
            choices += day_choices([each for each in documents if not each.links], dating)
        dating = fit_choices(choices)
    print(
        "# What each feature speaks for. `telling`: whether a clause tells an event; `dating`: which date is"
        " its own."
    )
    print("# Fitted by `python -m timeline.evaluation.fit_events data/ tests/corpus/events EVENTS.jsonl…`.")
    tables = {"telling": fit(without_rare(telling), penalty=PENALTY), "dating": dating}
    for (name, weights), count in zip(tables.items(), (len(telling), len(choices)), strict=True):
        print(f"\n[{name}]  # {count} examples")
        for feature, weight in sorted(weights.items(), key=lambda pair: (-abs(pair[1]), pair[0])):
            if abs(weight) >= LEAST:
                print(f'"{feature}" = {weight:.2f}')


if __name__ == "__main__":
    main(sys.argv[1:])
