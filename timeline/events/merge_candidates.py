"""Which mentions are compared at all: those that share a word, name or kind, and a day, a month or no date.

In a block of many only those near to each other are, by the day of their articles, so that the number of
pairs grows with the number of mentions and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from timeline.events.actions import weight
from timeline.events.kinds import Bound, Category, Status
from timeline.events.merge_likeness import are_compatible, is_precise, name_words
from timeline.events.merge_trace import Trace

REACH = 12  # mentions before and behind in a block
WORDS = 4  # of a clause, the weightiest
LONGEST = 24  # months of a stretch that is found by its months; a longer one by its years
LEAST = 0.3  # weight of a word by which others are found
DAY = timedelta(days=1)
ONE = (Status.HAPPENED, Status.ALLEGED)  # one source asserts what another tells as somebody's words

Key = tuple[object, str]


def candidates(
    traces: Iterable[Trace], days: Mapping[str, date | None], *, across: bool = False
) -> Iterator[tuple[Trace, Trace]]:
    """Pairs that may tell one happening, each once, whichever order the mentions come in; `days` are those
    on which the articles were published. `across`: pairs of what did happen and what was planned, denied, …
    instead.

    >>> a, b, c = (Trace(key, key, "erupt", places=frozenset(["Etna"])) for key in "abc")
    >>> [(one.key, other.key) for one, other in candidates([c, b], {})]
    [('b', 'c')]
    """
    blocks: dict[Key, list[Trace]] = defaultdict(list)
    for trace in sorted(traces, key=lambda each: _place(each, days)):
        for key in _keys(trace):
            blocks[key].append(trace)
    is_wanted = may_be_linked if across else may_be_one
    seen: set[tuple[str, str]] = set()
    for (when, _), block in blocks.items():
        for one, other in _near(block, isinstance(when, date)):
            pair = (one.key, other.key) if one.key < other.key else (other.key, one.key)
            if pair not in seen:
                seen.add(pair)
                if is_wanted(one, other):
                    yield (one, other) if one.key < other.key else (other, one)


def may_be_one(one: Trace, other: Trace) -> bool:
    """Whether neither status nor date forbids that two mentions tell one happening."""
    is_one = one.status == other.status or (one.status in ONE and other.status in ONE)
    return is_one and are_compatible(one, other)


def may_be_linked(one: Trace, other: Trace) -> bool:
    """Whether one of two mentions may be what came of the other."""
    return (one.status in ONE) != (other.status in ONE) and are_compatible(one, other)


def _place(trace: Trace, days: Mapping[str, date | None]) -> tuple[date, str, int, str]:
    return days.get(trace.article) or date.min, trace.article, trace.offset, trace.key


def _near(block: Sequence[Trace], is_day: bool) -> Iterator[tuple[Trace, Trace]]:
    """Pairs of a block; two that tell their days meet in the block of a day, and in no other."""
    told = [is_day or not _tells_day(each) for each in block]
    for at, one in enumerate(block):
        for place in range(at + 1, min(at + 1 + REACH, len(block))):
            if told[at] or told[place]:
                yield one, block[place]


def _tells_day(trace: Trace) -> bool:
    return trace.interval is not None and trace.bound is Bound.WITHIN and is_precise(trace.interval)


def _keys(trace: Trace) -> Iterator[Key]:
    words = _words(trace)
    for when, is_day in _times(trace):
        yield from ((when, word) for word in words)
        if is_day and trace.category is not Category.OTHER:
            yield when, f"# {trace.category.value}"


def _words(trace: Trace) -> set[str]:
    telling = sorted(trace.clause, key=lambda word: (-weight(word), word))[:WORDS]
    return {
        trace.lemma,
        trace.helped or trace.lemma,
        *name_words(trace.actors),
        *name_words(trace.places),
        *(word for word in telling if weight(word) >= LEAST),
    }


def _times(trace: Trace) -> Iterator[tuple[object, bool]]:
    """What a mention's date is found by: days and the day after, as sources may disagree by one, months,
    years, and for all "any", by which those without a date are found."""
    yield "any", False
    interval = trace.interval
    if interval is None:
        return
    first, last = interval.first_day, interval.last_day
    if _tells_day(trace):
        for after in range((last - first).days + 2):
            yield first + after * DAY, True
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    if len(months) <= LONGEST:
        yield from ((month, False) for month in months)
    yield from ((f"year {year}", False) for year in {first.year, last.year})
