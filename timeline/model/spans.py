"""Scores of BIOES tags → the likeliest spans."""

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

NEVER = -1e9


def spans_of(scores: np.ndarray, names: Sequence[str]) -> list[tuple[int, int, str]]:
    """(start, end, label) of each name in the likeliest sequence of tags that is well-formed.

    `scores` holds log probabilities, shape (words, tags).

    >>> names = ("O", "B-PER", "I-PER", "E-PER", "S-PER")
    >>> spans_of(np.log([[0.1, 0.6, 0.1, 0.1, 0.1], [0.1, 0.1, 0.1, 0.3, 0.4]]), names)
    [(0, 2, 'PER')]
    """
    return spans_in(names[number] for number in _best(scores, tuple(names)))


def spans_in(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """(start, end, label) of each name in well-formed tags.

    >>> spans_in(["S-PER", "O", "B-ORG", "E-ORG"])
    [(0, 1, 'PER'), (2, 4, 'ORG')]
    """
    spans, start = [], 0
    for index, tag in enumerate(tags):
        if tag[0] in "BS":
            start = index
        if tag[0] in "ES":
            spans.append((start, index + 1, tag[2:]))
    return spans


def _best(scores: np.ndarray, names: tuple[str, ...]) -> list[int]:
    """Viterbi's path; where each word's own best tags are well-formed already, those."""
    first, follows, last = _allowed(names)
    own = scores.argmax(1)
    if first[own[0]] == 0 and last[own[-1]] == 0 and not follows[own[:-1], own[1:]].any():
        return own.tolist()
    total = scores[0] + first
    back = []
    for row in scores[1:]:
        paths = total[:, None] + follows
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    path = [int((total + last).argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


@cache
def _allowed(names: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What a sequence may begin with, go on with and end with: 0 where allowed, else NEVER."""
    opens = np.array([name[0] in "BI" for name in names])  # the name goes on behind this word
    continues = np.array([name[0] in "IE" for name in names])  # it began before this word
    same = np.array([[one[2:] == other[2:] for other in names] for one in names])
    follows = np.where(opens[:, None], continues[None] & same, ~continues[None])
    return np.where(continues, NEVER, 0.0), np.where(follows, 0.0, NEVER), np.where(opens, NEVER, 0.0)
