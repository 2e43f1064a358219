"""Which mentions are compared at all: those that share a word, name or kind, and a day, a month or no date.

In a block of many only those near to each other are, by the day of their articles, so that the number of
pairs grows with the number of mentions and not with its square.
"""

from collections.abc import Iterator

import numpy as np

from timeline.events.actions import weight
from timeline.events.kinds import Category
from timeline.events.merge_arrays import distinct, near_in_blocks
from timeline.events.merge_table import Table, are_compatible, may_be_one, name_words, tells_day
from timeline.events.merge_trace import Trace

REACH = 12  # mentions before and behind in a block
WORDS = 4  # of a clause, the weightiest
LONGEST = 24  # months of a stretch that is found by its months; a longer one by its years
LEAST = 0.3  # weight of a word by which others are found


Places = tuple[np.ndarray, np.ndarray]  # pairs of mentions, by their places in a table


def neighbours(table: Table) -> Places:
    """Pairs that stand near to each other in some block, each once, the lesser key first, in whatever order
    mentions come.

    >>> from timeline.events.merge_table import read_table
    >>> from timeline.events.merge_trace import Source
    >>> traces = [Trace(key, key, "erupt", places=frozenset(["Etna"])) for key in "cb"]
    >>> neighbours(read_table(traces, {key: Source(key) for key in "bc"}))
    (array([0]), array([1]))
    """
    blocks, members = _blocks(table)
    order = np.empty(len(table), dtype=np.int64)
    order[np.lexsort((np.arange(len(table)), table.offset, table.article, table.day))] = np.arange(len(table))
    one, other = near_in_blocks(blocks, order[members], members, REACH)
    codes = distinct(np.minimum(one, other) * len(table) + np.maximum(one, other))
    return codes // max(1, len(table)), codes % max(1, len(table))


def candidates(table: Table, near: Places) -> Places:
    """Those of some pairs that may tell one happening."""
    one, other = near
    wanted = may_be_one(table, one, other)
    return one[wanted], other[wanted]


def candidates_across(table: Table, near: Places) -> Places:
    """Those of which the one did happen and may have come of the other, which was planned, denied, …"""
    one, other = near
    wanted = (table.real[one] != table.real[other]) & are_compatible(table, one, other)
    return one[wanted], other[wanted]


def _blocks(table: Table) -> tuple[np.ndarray, np.ndarray]:
    """The number of a block, and a mention in it, for every mention and block it is in."""
    number: dict[tuple[object, str], int] = {}
    blocks, members = [], []
    for at, trace in enumerate(table.traces):
        for key in _keys(trace):
            blocks.append(number.setdefault(key, len(number)))
            members.append(at)
    return np.array(blocks, dtype=np.int64), np.array(members, dtype=np.int64)


def _keys(trace: Trace) -> Iterator[tuple[object, str]]:
    words = _words(trace)
    for when, is_day in _times(trace):
        yield from ((when, word) for word in words)
        if when != "any" and trace.category is not Category.OTHER:
            yield when, f"# {trace.category.value}"
        if is_day:
            yield when, "#"
    yield trace.article, "#"


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
    if tells_day(trace):
        yield from ((day, True) for day in range(first.toordinal(), last.toordinal() + 2))
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    if len(months) <= LONGEST:
        yield from ((f"month {month}", False) for month in months)
    yield from ((f"year {year}", False) for year in {first.year, last.year})
