"""Packing marks and their labels into rows, so that nothing covers a label."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.charts.geometry import Place, Wish

ITEM_GAP = 10.0
SMALL_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Packing:
    """A lane's events: labelled ones with row and place, small ones with row, and those only counted."""

    labelled: tuple[tuple[Wish, int, Place], ...]
    small: tuple[tuple[Wish, int], ...]
    counted: tuple[Wish, ...]

    @property
    def rows(self) -> int:
        return 1 + max((row for _, row, _ in self.labelled), default=-1)

    @property
    def small_rows(self) -> int:
        return 1 + max((row for _, row in self.small), default=-1)


class _Row:
    """Stretches of one row that are taken; they never overlap."""

    def __init__(self):
        self._taken: list[tuple[float, float]] = []

    def is_free(self, left: float, right: float) -> bool:
        after = bisect_left(self._taken, (left, left))
        if after < len(self._taken) and self._taken[after][0] < right:
            return False
        return after == 0 or self._taken[after - 1][1] <= left

    def take(self, left: float, right: float) -> None:
        insort(self._taken, (left, right))


def pack(wishes: Sequence[Wish], rows: int, small_rows: int) -> Packing:
    """Give each event, the most important first, the first row with room for it and its label.

    Those without room for a label become small marks below, in rows of their own; those without room even
    for that are counted.
    """
    taken = [_Row() for _ in range(rows)]
    small_taken = [_Row() for _ in range(small_rows)]
    labelled, small, counted = [], [], []
    for wish in wishes:
        if found := _first_free(taken, wish.places):
            labelled.append((wish, *found))
        elif (row := _first_free_small(small_taken, wish.small)) is not None:
            small.append((wish, row))
        else:
            counted.append(wish)
    return Packing(tuple(labelled), tuple(small), tuple(counted))


def _first_free(rows: Sequence[_Row], places: Sequence[Place]) -> tuple[int, Place] | None:
    for number, row in enumerate(rows):
        for place in places:
            if row.is_free(place.left - ITEM_GAP, place.right):
                row.take(place.left - ITEM_GAP, place.right)
                return number, place
    return None


def _first_free_small(rows: Sequence[_Row], extent: tuple[float, float]) -> int | None:
    left, right = extent[0] - SMALL_GAP, extent[1]
    for number, row in enumerate(rows):
        if row.is_free(left, right):
            row.take(left, right)
            return number
    return None


def share_rows(needed: Sequence[int], rows: int) -> list[int]:
    """Share out `rows` among lanes that need so many: everyone gets one, and small needs are met first.

    >>> share_rows([1, 2, 9, 9], 11)
    [1, 2, 4, 4]
    """
    given = [1] * len(needed)
    left = rows - len(needed)
    while left > 0 and any(have < need for have, need in zip(given, needed, strict=True)):
        for lane, need in enumerate(needed):
            if left > 0 and given[lane] < need and given[lane] <= min(_open(given, needed)):
                given[lane] += 1
                left -= 1
    return given


def _open(given: Sequence[int], needed: Sequence[int]) -> list[int]:
    return [have for have, need in zip(given, needed, strict=True) if have < need]
