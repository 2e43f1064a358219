"""How likely it is that two mentions tell one happening, for all pairs worth a look.

First each pair is weighed by itself; then again with what the others of its articles say (`merge_context`).
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import numpy as np

from timeline.events.actions import RELATED, likenesses
from timeline.events.merge_arrays import joined
from timeline.events.merge_candidates import Places, candidates, candidates_across
from timeline.events.merge_context import context_features
from timeline.events.merge_likeness import Pairs, crossed, features, is_worth_weighing, read_pairs, weigh
from timeline.events.merge_stories import Stories
from timeline.events.merge_table import Table, may_be_one
from timeline.events.merge_trace import Trace

FILE = Path(__file__).with_name("merge_weights.toml")
CHUNK = 16_384  # pairs that are compared at a time
HINT = 0.15  # chance from which two mentions and those alike to both are all compared with each other
LARGEST = 60  # mentions that are all compared with each other
HOPELESS = 0.03  # chance below which no others are asked
LINKED = 0.5  # chance from which events of different status are linked


def chances(table: Table, stories: Stories, near: Places) -> tuple[Pairs, np.ndarray]:
    """Pairs, each once, with their chances; `near` are all that are looked at (`merge_candidates`)."""
    pairs = worth_weighing(table, stories, near)
    pairs, alone = completed(table, pairs, weighed_alone(table, pairs), stories)
    return pairs, weighed_together(table, pairs, alone)


def worth_weighing(table: Table, stories: Stories, near: Places) -> Pairs:
    """The pairs worth a closer look."""
    pairs = read_pairs(table, *candidates(table, near), stories)
    told = [is_worth_weighing(table, pairs.at(part)) for part in _parts(len(pairs))]
    return pairs.at(np.concatenate([np.zeros(0, dtype=bool), *told]))


def weighed_alone(table: Table, pairs: Pairs) -> np.ndarray:
    """The chance of each pair by what the two say."""
    weights = read_weights()["alone"]
    told = [weigh(features(table, pairs.at(part)), weights) for part in _parts(len(pairs))]
    return np.concatenate([np.zeros(0), *told])


def weighed_together(table: Table, pairs: Pairs, alone: np.ndarray) -> np.ndarray:
    """The chance of each pair by what the two, and the others of their articles, say. Those that are hopeless
    by themselves stay so."""
    weights, chance = read_weights()["together"], alone.copy()
    context = context_features(table, pairs.one, pairs.other, alone)
    hopeful = np.flatnonzero(alone >= HOPELESS)
    for part in _parts(len(hopeful)):
        at = hopeful[part]
        found = features(table, pairs.at(at)) | {name: values[at] for name, values in context.items()}
        chance[at] = weigh(crossed(found), weights)
    return chance


def completed(table: Table, pairs: Pairs, alone: np.ndarray, stories: Stories) -> tuple[Pairs, np.ndarray]:
    """Pairs with those added that were no candidates, though both may belong to one group."""
    size, one, other = max(1, len(table)), pairs.one, pairs.other
    likely = alone >= HINT
    codes = np.setdiff1d(_within(len(table), one[likely], other[likely]), one * size + other)
    first, second = codes // size, codes % size
    wanted = may_be_one(table, first, second)
    added = read_pairs(table, first[wanted], second[wanted], stories)
    chance = np.concatenate([alone, weighed_alone(table, added)])
    both = pairs.and_also(added)
    order = np.lexsort((both.other, both.one))
    return both.at(order), chance[order]


def _within(size: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The codes of all pairs of mentions that lead to each other, if they are not too many."""
    top = joined(size, one, other)
    order = np.argsort(top, kind="stable")
    codes = [np.zeros(0, dtype=np.int64)]
    for members in np.split(order, np.flatnonzero(np.diff(top[order])) + 1):
        if 2 < len(members) <= LARGEST:
            first, second = np.triu_indices(len(members), 1)
            codes.append(members[first] * size + members[second])
    return np.concatenate(codes)


def likely_across(table: Table, stories: Stories, near: Places) -> Iterator[tuple[Trace, Trace]]:
    """Pairs of mentions of one doing, of which one is said to have happened and the other is not."""
    one, other = candidates_across(table, near)
    alike = likenesses(table.lemmas, table.action[one], table.action[other]) >= RELATED
    pairs = read_pairs(table, one[alike], other[alike], stories)
    likely = pairs.at(weighed_alone(table, pairs) >= LINKED)
    for a, b in zip(likely.one.tolist(), likely.other.tolist(), strict=True):
        yield table.traces[a], table.traces[b]


def _parts(count: int) -> Iterator[slice]:
    return (slice(at, at + CHUNK) for at in range(0, count, CHUNK))


@cache
def read_weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of features: of a pair by itself, and together with what the others say."""
    return tomllib.loads(FILE.read_text("utf-8"))
