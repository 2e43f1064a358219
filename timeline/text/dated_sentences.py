"""Articles → the sentences that a timex dates, each with its date: what is told where nothing is known of clauses."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model import tokenise
from timeline.reading.document import Document
from timeline.temporal.interval import Interval
from timeline.text.discourse import find_ranges
from timeline.text.grammar import Grammar, grammar_if_any
from timeline.text.sentences import find_sentences
from timeline.text.spoken import spoken, spoken_day
from timeline.text.timex import NormalizedTimex

LEAD_WORDS = 3  # a lead sentence has at least as many; a by-line or a caption's credit has fewer


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence of an article that tells an event: its offsets, its interval, and what dates it.

    `timex` is None when only the publication date is known.
    """

    start: int
    end: int
    interval: Interval
    timex: NormalizedTimex | None
    basis: str
    why: str


def find_dated_sentences(document: Document, timexes: Iterable[NormalizedTimex]) -> list[DatedSentence]:
    """The sentences with a placed timex, and the lead sentence even without one."""
    timexes = list(timexes)
    placed = [timex for timex in timexes if timex.interval is not None]
    sentences = find_sentences(tokenise(document.text, document.language))
    lead = _lead(document, sentences)
    grammar = grammar_if_any(document.language)
    genitives = grammar.genitives if grammar else ()
    ranges = _ranges(timexes, document.text, grammar)
    starts = [timex.start for timex in placed]
    found = []
    for start, end in _joined(sentences, placed):
        inside = placed[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            telling = _telling(inside, document.text, genitives)
            found.append(_dated(start, end, telling, ranges.get(telling.start)))
        elif (start, end) == lead and document.dct is not None:
            found.append(_published(start, end, document))
    return found


def _joined(sentences: list[tuple[int, int]], timexes: list[NormalizedTimex]) -> list[tuple[int, int]]:
    """The sentences, two made one where a timex runs over the end of the first ("late", then "Tuesday")."""
    starts = [timex.start for timex in timexes]
    joined: list[tuple[int, int]] = []
    for start, end in sentences:
        before = bisect_left(starts, joined[-1][1]) if joined else 0
        if before and timexes[before - 1].end > start:
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _telling(timexes: list[NormalizedTimex], text: str, genitives: tuple[str, ...]) -> NormalizedTimex:
    """The timex that dates a sentence: the most precise, the first of equals, but rather not one that only
    tells which thing is meant ("the march of 23 January")."""

    def rank(timex: NormalizedTimex):
        is_attribute = text[: timex.start].rstrip().endswith(genitives)
        return timex.interval.end - timex.interval.start, is_attribute, timex.start

    return min(timexes, key=rank)


def _ranges(
    timexes: list[NormalizedTimex], text: str, grammar: Grammar | None
) -> dict[int, tuple[NormalizedTimex, NormalizedTimex]]:
    """By the offset of either end: the two ends of each range, where the second is not before the first."""
    if grammar is None:
        return {}
    pairs = find_ranges([each.timex for each in timexes], text, grammar.discourse)
    ends = ((timexes[first], timexes[last]) for first, last in pairs)
    return {end.start: pair for pair in ends if _is_ordered(*pair) for end in pair}


def _is_ordered(first: NormalizedTimex, last: NormalizedTimex) -> bool:
    placed = first.interval is not None and last.interval is not None
    return placed and first.interval.start < last.interval.end and first.interval.end <= last.interval.end


def _dated(
    start: int, end: int, timex: NormalizedTimex, ends: tuple[NormalizedTimex, NormalizedTimex] | None
) -> DatedSentence:
    """A sentence with what dates it; of a range, from its first end to its last."""
    basis = "relative" if timex.is_relative else "stated"
    if ends is None:
        return DatedSentence(start, end, timex.interval, timex, basis, timex.why)
    first, last = (each.interval for each in ends)
    whole = Interval(first.start, last.end, last.granularity, first.soft_start, last.soft_end)
    why = f"From {spoken(first)} to {spoken(last)}: {timex.why}"
    return DatedSentence(start, end, whole, timex, basis, why)


def _published(start: int, end: int, document: Document) -> DatedSentence:
    day = document.dct.day
    why = f"The sentence gives no date; the article was published on {spoken_day(day)}."
    return DatedSentence(start, end, Interval.of_day(day), None, "publication", why)


def _lead(document: Document, sentences: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The first full sentence after the title and the dateline."""
    text, after = document.text, 0
    title = text.find(document.title) if document.title else -1
    if title >= 0 and text[:title].count("\n") < 8:
        after = title + len(document.title)
    if document.dct is not None and document.dct.span is not None:
        after = max(after, document.dct.span[1])
    full = (span for span in sentences if span[0] >= after and _is_full(text[slice(*span)]))
    return next(full, None)


def _is_full(sentence: str) -> bool:
    return len(sentence.split()) >= LEAD_WORDS and sentence.rstrip("\"'”’)")[-1:] in (".", "!", "?", "…")
