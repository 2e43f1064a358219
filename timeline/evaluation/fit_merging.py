"""Mentions whose events are known → the weights in `timeline/events/merge_weights.toml`: logistic
regression, once for pairs by themselves and once for pairs among the others of their articles.

`python -m timeline.evaluation.fit_merging DATA ECBPLUS.jsonl` prints the tables. It learns from the
development part of the collection in DATA, from the mentions that annotators give and from those that the
program finds there, whose dates, actors and statuses are less sure; and from the even topics of the other
file. The second step learns
from chances that the first gives to pairs that it has not seen, as those of other collections will be.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from pathlib import Path

import numpy as np

from timeline.evaluation.coreference import Topic, read_topics
from timeline.evaluation.gold import read_collection
from timeline.evaluation.merge_gold import development, found_development
from timeline.events.merge_candidates import neighbours
from timeline.events.merge_chances import completed, weighed_alone, worth_weighing
from timeline.events.merge_context import context_features
from timeline.events.merge_likeness import Features, crossed, features
from timeline.events.merge_stories import Stories
from timeline.events.merge_table import Table, read_table

PENALTY = 0.3  # of large weights (ridge)
STEPS = 8  # of Newton's method
COUNT = 2.0  # of a pair of the collection, beside one of the other file's: it alone has dates
SOUGHT = 1.8  # how often such a pair counts that is one event: an event told as two is worse than the reverse
FOLDS = 4
SMALLEST = 0.0005  # a weight that is written

Weights = dict[str, float]


@dataclass(frozen=True)
class Examples:
    """The pairs of a topic that are weighed: their features, whether they are one event, the stories of both
    mentions, and how often they count, those that are one event so much oftener."""

    table: Table
    one: np.ndarray
    other: np.ndarray
    features: Features
    is_one: np.ndarray
    stories: np.ndarray
    count: float
    sought: float


def examples(topic: Topic, count: float = 1.0, sought: float = 1.0) -> Examples:
    """The examples of a topic: the pairs that the program would weigh by its present weights."""
    sources = {source.article: source for source in topic.sources}
    table, stories = read_table(topic.traces, sources), Stories(sources)
    pairs = worth_weighing(table, stories, neighbours(table))
    pairs, _ = completed(table, pairs, weighed_alone(table, pairs), stories)
    one, other = pairs.one, pairs.other
    events = [topic.gold.get(trace.key, trace.key) for trace in table.traces]
    number = np.unique(events, return_inverse=True)[1]
    told = np.array([f"{topic.number} {_story(event)}" for event in events])
    found = features(table, pairs)
    return Examples(
        table,
        one,
        other,
        found,
        number[one] == number[other],
        np.stack([told[one], told[other]]),
        count,
        sought,
    )


def _story(event: str) -> str:
    """What is hidden together: the month with which an event's name begins, else the event alone."""
    return event[:7] if event[:4].isdigit() else event


def _folds(parts: Sequence[Examples]) -> list[np.ndarray]:
    """The folds of both mentions of all pairs: a story is in one, and the folds are about equally large."""
    sizes = Counter(story for each in parts for story in each.stories.reshape(-1).tolist())
    fold, loads = {}, [0] * FOLDS
    for story, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold[story] = loads.index(min(loads))
        loads[fold[story]] += size
    return [np.vectorize(fold.__getitem__, otypes=[int])(each.stories) for each in parts]


def fit(parts: Sequence[Examples]) -> dict[str, Weights]:
    """The weights that make all examples likeliest."""
    alone = [each.features for each in parts]
    unseen = _chances_unseen(parts, alone)
    together = [
        crossed({**each.features, **context_features(each.table, each.one, each.other, chance)})
        for each, chance in zip(parts, unseen, strict=True)
    ]
    return {"alone": _fitted(parts, alone), "together": _fitted(parts, together)}


def _chances_unseen(parts: Sequence[Examples], found: Sequence[Features]) -> list[np.ndarray]:
    """The chance of each pair by weights that were learnt without the folds of its mentions."""
    told, of_parts = [np.zeros(len(each.one)) for each in parts], _folds(parts)
    for folds in combinations_with_replacement(range(FOLDS), 2):
        hidden = [(np.sort(each, axis=0) == np.array(folds)[:, None]).all(axis=0) for each in of_parts]
        shown = [~np.isin(each, folds).any(axis=0) for each in of_parts]
        weights = np.array(list(_fitted(parts, found, shown).values()))
        for chance, each, rows in zip(told, found, hidden, strict=True):
            chance[rows] = _said(_matrix(each)[rows], weights)
    return told


def _fitted(
    parts: Sequence[Examples], found: Sequence[Features], chosen: Sequence[np.ndarray] | None = None
) -> Weights:
    chosen = chosen or [np.ones(len(each.one), dtype=bool) for each in parts]
    x = np.concatenate([_matrix(each)[rows] for each, rows in zip(found, chosen, strict=True)])
    y = np.concatenate([each.is_one[rows] for each, rows in zip(parts, chosen, strict=True)])
    times = [_times(each, rows) for each, rows in zip(parts, chosen, strict=True)]
    return dict(zip(found[0], likeliest(x, y, np.concatenate(times)).tolist(), strict=True))


def _times(part: Examples, chosen: np.ndarray) -> np.ndarray:
    """How often chosen pairs count: those that are not one event for those not chosen too, as an event that
    is hidden takes more of these with it than of those that are one."""
    right, shown = part.is_one, part.is_one[chosen]
    share = (~right).sum() / max(1, right.sum()) * shown.sum() / max(1, (~shown).sum())
    return part.count * np.where(shown, part.sought, share)


def _matrix(found: Features) -> np.ndarray:
    return np.stack(list(found.values()), axis=1).astype("float32")


def _said(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))


def likeliest(x: np.ndarray, y: np.ndarray, times: np.ndarray) -> np.ndarray:
    """The weights of columns by which the rows are likeliest to be what `y` says.

    >>> x, y = np.array([[1.0, 0.0], [1.0, 1.0]]), np.array([False, True])
    >>> bool(likeliest(x, y, np.ones(2))[1] > 0)
    True
    """
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        said = _said(x, weights)
        slope = x.T @ (times * (y - said)) - PENALTY * weights
        steep = (times * said * (1 - said)).astype(x.dtype)
        curve = x.T @ (x * steep[:, None]) + PENALTY * np.eye(x.shape[1])
        weights += np.linalg.solve(curve, slope)
    return weights


def _told(weights: dict[str, Weights]) -> Iterator[str]:
    yield "# What speaks for two mentions telling one event, and against it: by themselves, and together with"
    yield "# what the others of their articles say."
    yield "# Fitted by `python -m timeline.evaluation.fit_merging DATA ECBPLUS.jsonl`."
    for step, each in weights.items():
        yield f"\n[{step}]"
        for name, value in sorted(each.items(), key=lambda item: (-abs(item[1]), item[0])):
            if abs(value) >= SMALLEST:
                yield f'"{name}" = {value:.3f}'


def main(data: str, corpus: str) -> None:
    gold = read_collection(Path(data))
    even = [topic for topic in read_topics(Path(corpus)) if topic.number % 2 == 0]
    own = [examples(topic, COUNT, SOUGHT) for topic in (development(gold), found_development(gold))]
    print(*_told(fit([*own, *map(examples, even)])), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
