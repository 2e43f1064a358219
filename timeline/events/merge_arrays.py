"""Arrays in which many pairs are compared at once: rows of weighed words, sets of words, and blocks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

NOBODY = -1  # where a set has fewer members than there are columns


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows: of row `n` the columns and values from `starts[n]` to `starts[n + 1]`; values are whole
    numbers in floats, so that sums of them are exact."""

    starts: np.ndarray
    columns: np.ndarray
    values: np.ndarray
    width: int

    def products(self, ones: np.ndarray, others: np.ndarray) -> np.ndarray:
        """The scalar product of each of some rows with another.

        >>> rows = as_rows([{"a": 1.0}, {"a": 0.5, "b": 0.5}], 10)
        >>> rows.products(np.array([0, 1]), np.array([1, 1])).tolist()
        [50.0, 50.0]
        """
        found = np.zeros(len(ones))
        if not len(ones):
            return found
        order = np.argsort(ones, kind="stable")
        firsts, begins = np.unique(ones[order], return_index=True)
        dense = np.zeros(self.width)
        for row, part in zip(firsts.tolist(), np.split(order, begins[1:]), strict=True):
            inside = slice(self.starts[row], self.starts[row + 1])
            dense[self.columns[inside]] = self.values[inside]
            found[part] = self._sums(others[part], dense)
            dense[self.columns[inside]] = 0.0
        return found

    def _sums(self, rows: np.ndarray, dense: np.ndarray) -> np.ndarray:
        places, lengths = self._places(rows)
        told = dense[self.columns[places]] * self.values[places]
        return np.bincount(np.repeat(np.arange(len(rows)), lengths), told, len(rows))

    def _places(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        starts = self.starts[rows]
        lengths = self.starts[rows + 1] - starts
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1] if len(ends) else 0)
        return places + np.repeat(starts - (ends - lengths), lengths), lengths

    def summed(self, owner: np.ndarray, members: np.ndarray, count: int) -> "Rows":
        """Rows that are each the sum of some: `members[n]` is added to the row `owner[n]`."""
        places, lengths = self._places(members)
        codes = np.repeat(owner, lengths) * self.width + self.columns[places]
        codes, at = np.unique(codes, return_inverse=True)
        values = np.bincount(at, self.values[places], len(codes))
        starts = np.searchsorted(codes, np.arange(count + 1) * self.width)
        return Rows(starts, codes % self.width, values, self.width)


def as_rows(vectors: Sequence[Mapping[str, float]], whole: int) -> Rows:
    """Vectors of weighed words as rows, in `whole` parts of 1; columns are in the order of the words."""
    number = numbered(vectors)
    lengths = [len(each) for each in vectors]
    columns = np.fromiter((number[word] for each in vectors for word in each), np.int64, sum(lengths))
    values = np.fromiter((value for each in vectors for value in each.values()), float, sum(lengths))
    return Rows(
        np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]),
        columns,
        np.round(values * whole),
        max(1, len(number)),
    )


def numbered(collections: Iterable[Iterable[str]]) -> dict[str, int]:
    """The words of all, each with its place in their order.

    >>> numbered([["b", "c"], ["a"]])
    {'a': 0, 'b': 1, 'c': 2}
    """
    return {word: at for at, word in enumerate(sorted(set().union(*collections)))}


def as_sets(collections: Sequence[Collection[str]], number: Mapping[str, int]) -> np.ndarray:
    """Sets of words as rows of their numbers, filled up with `NOBODY`.

    >>> as_sets([{"b"}, {"a", "b"}], {"a": 0, "b": 1}).tolist()
    [[1, -1], [0, 1]]
    """
    width = max(map(len, collections), default=0) or 1
    found = np.full((len(collections), width), NOBODY, dtype=np.int32)
    for row, words in enumerate(collections):
        if words:
            found[row, : len(words)] = sorted(number[word] for word in words)
    return found


def among(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Which members of the one set are members of the other, row by row.

    >>> among(np.array([[1, 2, -1]]), np.array([[2, -1]])).tolist()
    [[False, True, False]]
    """
    found = np.zeros(one.shape, dtype=bool)
    for column in range(other.shape[1]):
        found |= one == other[:, column, None]
    return found & (one != NOBODY)


def near_in_blocks(
    blocks: np.ndarray, order: np.ndarray, members: np.ndarray, reach: int
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of members of one block that are at most `reach` places from each other in it.

    >>> near_in_blocks(np.array([7, 7, 7, 8]), np.array([0, 1, 2, 0]), np.array([3, 4, 5, 6]), 1)
    (array([3, 4]), array([4, 5]))
    """
    at = np.lexsort((members, order, blocks))
    blocks, members = blocks[at], members[at]
    ones, others = [], []
    for step in range(1, reach + 1):
        same = blocks[:-step] == blocks[step:]
        ones.append(members[:-step][same])
        others.append(members[step:][same])
    return np.concatenate(ones), np.concatenate(others)


def distinct(codes: np.ndarray) -> np.ndarray:
    """Numbers in their order, each once; faster than `numpy.unique` on many.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    codes = np.sort(codes)
    return codes[np.concatenate([np.ones(min(1, len(codes)), dtype=bool), codes[1:] != codes[:-1]])]


def top_of_each(
    owner: np.ndarray, first: np.ndarray, second: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    """The places of each owner's `count` least entries, by `first` and then `second`, and their ranks.

    >>> places, rank = top_of_each(np.array([0, 0, 0]), np.array([2, 1, 3]), np.array([0, 0, 0]), 2)
    >>> places.tolist(), rank.tolist()
    ([1, 0], [0, 1])
    """
    order = np.lexsort((second, first, owner))
    ranks = ranks_within(owner[order])
    return order[ranks < count], ranks[ranks < count]


def ranks_within(owner: np.ndarray) -> np.ndarray:
    """Of entries that stand together by owner, the place of each among its owner's."""
    if not len(owner):
        return np.zeros(0, dtype=np.int64)
    begins = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
    return np.arange(len(owner)) - np.repeat(begins, np.diff(np.concatenate([begins, [len(owner)]])))


def joined(size: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """For each of `size` members the least that pairs lead to.

    >>> joined(4, np.array([2, 1]), np.array([3, 2])).tolist()
    [0, 1, 1, 1]
    """
    top = np.arange(size)
    while True:
        new, least = top.copy(), np.minimum(top[one], top[other])
        np.minimum.at(new, one, least)
        np.minimum.at(new, other, least)
        new = new[new]
        if (new == top).all():
            return top
        top = new
