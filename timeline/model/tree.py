"""Scores of arcs → one tree a sentence."""

import numpy as np

NEVER = -1e9


def heads_of(scores: np.ndarray) -> np.ndarray:
    """The head of each word, 1 being the first word and 0 the root, which one word alone hangs on.

    `scores[i, j]` tells how well word i hangs on head j, shape (words, words + 1). Each word takes its best
    head; where that makes a circle, the word leaves it that loses least.

    >>> heads_of(np.array([[9, 0, 1], [0, 8, 0]])).tolist()
    [0, 1]
    >>> heads_of(np.array([[2, 0, 9], [1, 8, 0]])).tolist()
    [0, 1]
    """
    scores = scores.copy()
    count = len(scores)
    scores[np.arange(count), np.arange(1, count + 1)] = NEVER
    root = _root(scores)
    scores[:, 0] = NEVER
    scores[root] = NEVER
    scores[root, 0] = 0
    heads = scores.argmax(1)
    while circle := _circle(heads):
        _leave(scores, heads, circle)
    return heads


def _root(scores: np.ndarray) -> int:
    """The word that is best off as the root, beside its next best head; of those that would be it, if any."""
    own = np.flatnonzero(scores.argmax(1) == 0)
    candidates = own if len(own) else np.arange(len(scores))
    gain = scores[candidates, 0] - scores[candidates, 1:].max(1)
    return int(candidates[gain.argmax()])


def _circle(heads: np.ndarray) -> list[int]:
    """The words of one circle, counted from 0; empty if there is none."""
    state = [0] * len(heads)  # 0 not seen, 1 on the way, 2 leads to the root
    for word in range(len(heads)):
        path = []
        while word >= 0 and state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word]) - 1
        if word >= 0 and state[word] == 1:
            return path[path.index(word) :]
        for each in path:
            state[each] = 2
    return []


def _leave(scores: np.ndarray, heads: np.ndarray, circle: list[int]) -> None:
    """The word of a circle that loses least takes its best head outside; the circle's heads are no more
    for it, so that no circle comes back."""
    outside = scores[circle].copy()
    outside[:, [word + 1 for word in circle]] = NEVER
    loss = scores[circle, heads[circle]] - outside.max(1)
    word = circle[int(loss.argmin())]
    heads[word] = outside[int(loss.argmin())].argmax()
    scores[word, [each + 1 for each in circle]] = NEVER
