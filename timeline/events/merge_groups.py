"""Pairs with their chances → groups: the likeliest two become one, again and again, as long as all that is
known of their mentions speaks for it on average (average linkage; Day and Edelsbrunner 1984)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from heapq import heapify, heappop, heappush

import numpy as np

from timeline.events.merge_arrays import joined
from timeline.events.merge_table import Table, may_be_one

MILLION = 1_000_000  # parts of a chance: whole numbers, so that the order of adding does not tell

Sums = dict[int, tuple[int, int]]  # for each other group the chances of pairs between, and their number


def group(
    table: Table,
    one: np.ndarray,
    other: np.ndarray,
    chance: np.ndarray,
    average: float,
    apart: Collection[frozenset[str]] = (),
) -> list[list[int]]:
    """The groups of mentions, as places in the table. `apart`: pairs of keys that are never one."""
    told, least = np.round(chance * MILLION).astype(np.int64), round(average * MILLION)
    top = joined(len(table), one[told >= least], other[told >= least])
    inside = top[one] == top[other]
    groups = _Groups(table, one[inside], other[inside], told[inside], apart)
    return groups.joined(least)


class _Groups:
    """Groups as they grow; each is called after its least mention."""

    def __init__(
        self,
        table: Table,
        one: np.ndarray,
        other: np.ndarray,
        chance: np.ndarray,
        apart: Collection[frozenset[str]],
    ):
        self._table = table
        self._members: dict[int, list[int]] = {at: [at] for at in range(len(table))}
        self._sums: dict[int, Sums] = defaultdict(dict)
        for a, b, each in zip(one.tolist(), other.tolist(), chance.tolist(), strict=True):
            self._sums[a][b] = self._sums[b][a] = (each, 1)
        self._apart = _forbidden(table, apart)

    def joined(self, least: int) -> list[list[int]]:
        waiting = [
            (-sums[0], a, b) for a, others in self._sums.items() for b, sums in others.items() if a < b
        ]
        waiting = [each for each in waiting if -each[0] >= least]
        heapify(waiting)
        while waiting:
            value, a, b = heappop(waiting)
            if self._mean(a, b) != -value or not self._may_join(a, b):
                continue
            for changed in self._join(a, b):
                if (mean := self._mean(*changed)) >= least:
                    heappush(waiting, (-mean, *changed))
        return [sorted(each) for _, each in sorted(self._members.items())]

    def _mean(self, a: int, b: int) -> int:
        total, count = self._sums[a].get(b, (-1, 1))
        return total // count

    def _join(self, a: int, b: int) -> list[tuple[int, int]]:
        """Make one group of two, and say which pairs of groups have other chances now."""
        self._members[a] += self._members.pop(b)
        gone = self._sums.pop(b)
        del self._sums[a][b]
        for third, (total, count) in gone.items():
            if third == a:
                continue
            del self._sums[third][b]
            old, number = self._sums[a].get(third, (0, 0))
            self._sums[a][third] = self._sums[third][a] = (old + total, number + count)
        return [(min(a, third), max(a, third)) for third in self._sums[a]]

    def _may_join(self, a: int, b: int) -> bool:
        first, second = self._kinds(a), self._kinds(b)
        one, other = np.repeat(first, len(second)), np.tile(second, len(first))
        if not may_be_one(self._table, one, other).all():
            return False
        if not self._apart:
            return True
        inside = set(self._members[b])
        return not any(inside & self._apart.get(each, frozenset()) for each in self._members[a])

    def _kinds(self, a: int) -> Sequence[int]:
        """Of a group's mentions one of each status, date and softness."""
        members, table = self._members[a], self._table
        if len(members) == 1:
            return members
        parts = zip(
            *(each[members].tolist() for each in (table.status, table.interval, table.soft)), strict=True
        )
        return list(dict(zip(parts, members, strict=True)).values())


def _forbidden(table: Table, apart: Collection[frozenset[str]]) -> dict[int, set[int]]:
    """By mention, those that it must not be one with."""
    number = {trace.key: at for at, trace in enumerate(table.traces)} if apart else {}
    found: dict[int, set[int]] = defaultdict(set)
    for pair in apart:
        known = [number[key] for key in pair if key in number]
        if len(known) == 2:
            found[known[0]].add(known[1])
            found[known[1]].add(known[0])
    return found
