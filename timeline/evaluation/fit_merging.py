"""Mentions whose events are known → the weights in `timeline/events/merge_weights.toml`: logistic
regression.

`python -m timeline.evaluation.fit_merging DATA ECBPLUS.jsonl` prints the table. It learns from the
development part of the collection in DATA and from the even topics of the other file.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from timeline.evaluation.coreference import Topic, read_topics
from timeline.evaluation.gold import read_collection
from timeline.evaluation.merge_gold import development
from timeline.events.merge_candidates import may_be_one
from timeline.events.merge_likeness import features
from timeline.events.merge_stories import Stories

PENALTY = 1.0  # of large weights (ridge)
STEPS = 12  # of Newton's method
COUNT = 2.0  # of a pair of the collection, beside one of the other file's: it alone has dates


def examples(topic: Topic) -> Iterator[tuple[dict[str, float], bool]]:
    """Every pair that may be one event, with its features, and whether it is."""
    stories = Stories({source.article: source for source in topic.sources})
    for one, other in combinations(topic.traces, 2):
        if may_be_one(one, other):
            yield features(one, other, stories), topic.gold[one.key] == topic.gold[other.key]


def fit(topics: Sequence[tuple[Topic, float]]) -> dict[str, float]:
    """The weights that make the pairs of all topics likeliest; each topic's pairs count as often as is
    said."""
    names: dict[str, int] = {}
    parts = [_matrix(examples(topic), names) for topic, _ in topics]
    x = np.zeros((sum(len(y) for _, y in parts), len(names)), dtype="float32")
    at = 0
    for rows, _ in parts:
        for row in rows:
            for column, value in row:
                x[at, column] = value
            at += 1
    y = np.concatenate([y for _, y in parts])
    times = np.concatenate([np.full(len(y), count) for (_, y), (_, count) in zip(parts, topics, strict=True)])
    return dict(zip(names, _likeliest(x, y, times).tolist(), strict=True))


def _matrix(
    pairs: Iterable[tuple[dict[str, float], bool]], names: dict[str, int]
) -> tuple[list[list[tuple[int, float]]], np.ndarray]:
    rows, sides = [], []
    for found, is_one in pairs:
        rows.append([(names.setdefault(name, len(names)), value) for name, value in found.items()])
        sides.append(is_one)
    return rows, np.array(sides, dtype=float)


def _likeliest(x: np.ndarray, y: np.ndarray, times: np.ndarray) -> np.ndarray:
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (times * (y - said)) - PENALTY * weights
        curve = x.T @ (x * (times * said * (1 - said))[:, None]) + PENALTY * np.eye(x.shape[1])
        weights += np.linalg.solve(curve, slope)
    return weights


def main(data: str, corpus: str) -> None:
    even = [topic for topic in read_topics(Path(corpus)) if topic.number % 2 == 0]
    weights = fit([*((topic, 1.0) for topic in even), (development(read_collection(Path(data))), COUNT)])
    print("# What speaks for two mentions telling one event, and against it.")
    print("# Fitted by `python -m timeline.evaluation.fit_merging DATA ECBPLUS.jsonl`.")
    print("\n[weights]")
    for name, value in sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0])):
        print(f'"{name}" = {value:.3f}')


if __name__ == "__main__":
    main(*sys.argv[1:])
