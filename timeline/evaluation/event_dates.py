"""How well events are dated, beside the floors that a simpler rule reaches on the same documents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.evaluation.event_gold import AnnotatedDocument
from timeline.evaluation.fit_events import LANGUAGE, analysed, as_document, is_day, linked, with_timexes
from timeline.events.analysis import Analysis, PlacedWords
from timeline.events.dating import WEIGHTS, Dating, date_predicates
from timeline.events.kinds import Bound
from timeline.events.links import link_features
from timeline.events.weights import read_weights, score
from timeline.events.words import read_words


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of right answers, and out of how many."""

    right: int
    all: int

    @property
    def share(self) -> float:
        return self.right / self.all if self.all else 0.0


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Of events whose day is known: all that were given it; those of another day than the publication's; and of
    those that were claimed to be of another day. Then the same of two floors: always the publication's day, and
    the day of the nearest timex of the sentence."""

    all: Rate
    hard: Rate
    claims: Rate
    published: Rate
    nearest: Rate
    nearest_hard: Rate


def measure_links(documents: Iterable[AnnotatedDocument]) -> tuple[Rate, Rate]:
    """Of events with several timexes in their sentence: how many are given one that annotators linked them to,
    and how many would be by taking the nearest."""
    weights = read_weights(WEIGHTS)["dating"]
    found = nearest = count = 0
    for annotated in documents:
        if not annotated.links:
            continue
        analysis = with_timexes(annotated)
        for event, inside, right in linked(annotated, analysis):
            token = analysis.parsed.top(event.start, event.end)
            scores = [
                score(weights, link_features(token, each, [o for o in inside if o is not each], analysis))
                for each in inside
            ]
            gaps = [_gap(event.start, event.end, each) for each in inside]
            count += 1
            found += scores.index(max(scores)) in right
            nearest += gaps.index(min(gaps)) in right
    return Rate(found, count), Rate(nearest, count)


def _gap(start: int, end: int, placed: PlacedWords) -> int:
    return min(abs(placed.timex.start - end), abs(start - placed.timex.end))


@dataclass(frozen=True, slots=True)
class _Answer:
    gold: date
    published: date
    found: date | None
    nearest: date


def measure_days(documents: Iterable[AnnotatedDocument]) -> DayFigures:
    """How many events are given their day. An event that is given none, or a stretch that holds the day of
    publication, counts as of that day."""
    answers = [each for document in documents for each in _answers(document)]
    hard = [each for each in answers if each.gold != each.published]
    claims = [each for each in answers if each.found != each.published]
    return DayFigures(
        *(Rate(sum(each.found == each.gold for each in some), len(some)) for some in (answers, hard, claims)),
        Rate(len(answers) - len(hard), len(answers)),
        *(Rate(sum(each.nearest == each.gold for each in some), len(some)) for some in (answers, hard)),
    )


def _answers(annotated: AnnotatedDocument) -> Iterator[_Answer]:
    if annotated.day is None:
        return
    analysis = analysed(as_document(annotated))
    ordered = sorted(annotated.events, key=lambda each: each.start)
    events = [(event, analysis.parsed.top(event.start, event.end)) for event in ordered]
    events = [(event, token) for event, token in events if token is not None]
    dates = date_predicates([token for _, token in events], analysis, read_words(LANGUAGE))
    for (event, _), dating in zip(events, dates, strict=True):
        if event.day is not None:
            nearest = _nearest_day(event.start, event.end, analysis) or annotated.day
            yield _Answer(event.day, annotated.day, _day(dating, annotated.day), nearest)


def _day(dating: Dating, published: date) -> date | None:
    interval = dating.interval
    if interval is None:
        return published
    if interval.first_day == interval.last_day and dating.bound is Bound.WITHIN:
        return interval.first_day
    return published if interval.first_day <= published <= interval.last_day else None


def _nearest_day(start: int, end: int, analysis: Analysis) -> date | None:
    inside: Sequence[PlacedWords] = analysis.timexes_in(analysis.sentence(start))
    days = [each for each in inside if is_day(each.timex.interval, each.timex.interval.first_day)]
    nearest = min(days, key=lambda each: _gap(start, end, each), default=None)
    return nearest.timex.interval.first_day if nearest else None
