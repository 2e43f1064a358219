"""Decisions by weighed features: each has a name that a person can read and, in a TOML table, a weight.

Whether a clause tells an event is a logistic regression; which date is its own, a conditional logit over the
dates that it may have (McFadden 1974): the one whose features weigh most.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path

Features = Mapping[str, float]


@cache
def read_weights(path: Path) -> dict[str, dict[str, float]]:
    """The weights of a TOML file, by the decision that they belong to."""
    return tomllib.loads(path.read_text("utf-8"))


def score(weights: Mapping[str, float], features: Features) -> float:
    """The sum of the weights of all features that are known, each times its strength.

    >>> score({"in the past": 1.5, "denied": -2.0}, {"in the past": 1, "unheard of": 1})
    1.5
    """
    return sum(weights.get(name, 0.0) * strength for name, strength in features.items())


def shares(scores: Sequence[float]) -> list[float]:
    """How likely each of several candidates is by its score.

    >>> [round(share, 2) for share in shares([0.0, 1.0])]
    [0.27, 0.73]
    """
    most = max(scores, default=0.0)
    parts = [exp(each - most) for each in scores]
    return [part / sum(parts) for part in parts]
