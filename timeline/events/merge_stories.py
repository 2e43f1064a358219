"""Which articles tell one story: alike in their rarer words, and alike to the same others.

Two reports of one quake may share few words, but both are like a third. So the likeness of two articles is
the mean likeness of the one and its nearest to the other and its nearest. An article's nearest are looked
for among those that share its weightiest words, near to it in time: that stays near-linear, and a new
article changes only what is said of those like it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from timeline.events.actions import weight
from timeline.events.merge_arrays import Rows, as_rows, near_in_blocks, top_of_each
from timeline.events.merge_trace import Source, unit

NEAREST = 4  # articles
LEAST = 0.1  # likeness of what counts among the nearest
NOTHING = 0.04  # likeness of articles about different things
WEIGHTIEST = 24  # words of an article by which others are found
REACH = 24  # articles before and behind, in time, of those with one word
LOOKED_AT = 24  # those that share most words
RAREST = 0.85  # weight of words that are names, for the most part
WHOLE = 1_000_000  # parts of a weight: whole numbers, so that the order of adding them does not tell


@dataclass(frozen=True)
class Stories:
    """Articles by their ids, and how alike they are."""

    sources: Mapping[str, Source]
    number: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", {key: at for at, key in enumerate(sorted(self.sources))})

    def likeness(self, one: str, other: str) -> float:
        """From 0, other words altogether, to 1, one article.

        >>> told = frozenset(["quake", "Alba", "rubble"])
        >>> stories = Stories({key: Source(key, words=told) for key in ("a", "b")})
        >>> stories.likeness("a", "b"), stories.likeness("a", "a")
        (1.0, 1.0)
        """
        pair = np.array([self.number[one]]), np.array([self.number[other]])
        return float(self.likenesses(*pair)[0])

    def likenesses(self, ones: np.ndarray, others: np.ndarray) -> np.ndarray:
        """The likeness of each of some articles to another, both by their place in the order of ids."""
        size = len(self.sources)
        codes, places = np.unique(
            np.minimum(ones, others) * size + np.maximum(ones, others), return_inverse=True
        )
        return self._of_pairs(codes // size, codes % size)[places]

    def name_likenesses(self, ones: np.ndarray, others: np.ndarray) -> np.ndarray:
        """The likeness of each of some articles to another in their rarest words alone: names, mostly."""
        size = len(self.sources)
        codes, places = np.unique(ones * size + others, return_inverse=True)
        alike = self._rarest.products(codes // max(1, size), codes % max(1, size)) / WHOLE**2
        return np.round(alike, 5)[places]

    def _of_pairs(self, ones: np.ndarray, others: np.ndarray) -> np.ndarray:
        """Of two that share next to nothing their own likeness: it is no use to ask their nearest."""
        alike = self._alike(ones, others)
        asked = (alike >= NOTHING) & (ones != others)
        first, second = ones[asked], others[asked]
        one, other = self._circles[first], self._circles[second]
        shared = (one[:, :, None] == other[:, None, :]).any(axis=2) & (one >= 0)
        own = np.where(shared, self._squares[one], 0.0).sum(axis=1)
        count = (one >= 0).sum(axis=1) * (other >= 0).sum(axis=1) - shared.sum(axis=1)
        told = self._together.products(first, second) - own
        alike[asked] = np.where(count > 0, told / np.maximum(count, 1) / WHOLE**2, 1.0)
        return np.round(np.where(ones == others, 1.0, np.minimum(alike, 1.0)), 5)

    def _alike(self, ones: np.ndarray, others: np.ndarray) -> np.ndarray:
        return np.round(self._profiles.products(ones, others) / WHOLE**2, 6)

    @cached_property
    def _ordered(self) -> Sequence[Source]:
        return [self.sources[key] for key in self.number]

    @cached_property
    def _profiles(self) -> Rows:
        return as_rows([source.profile for source in self._ordered], WHOLE)

    @cached_property
    def _rarest(self) -> Rows:
        told = ([word for word in each.words if weight(word) >= RAREST] for each in self._ordered)
        return as_rows([unit(dict.fromkeys(words, 1.0)) for words in told], WHOLE)

    @cached_property
    def _squares(self) -> np.ndarray:
        everyone = np.arange(len(self.sources))
        return self._profiles.products(everyone, everyone)

    @cached_property
    def _together(self) -> Rows:
        """Of each article and its nearest the profiles, added up."""
        members = self._circles
        owner = np.repeat(np.arange(len(members)), (members >= 0).sum(axis=1))
        return self._profiles.summed(owner, members[members >= 0], len(members))

    @cached_property
    def _circles(self) -> np.ndarray:
        """Each article with its nearest, by their places; -1 where there are fewer."""
        size = len(self.sources)
        found = np.full((size, NEAREST + 1), -1)
        found[:, 0] = np.arange(size)
        ones, others = self._looked_at()
        alike = self._alike(ones, others)
        ones, others, alike = (each[alike >= LEAST] for each in (ones, others, alike))
        chosen, rank = top_of_each(ones, -alike, others, NEAREST)
        found[ones[chosen], rank + 1] = others[chosen]
        return found

    def _looked_at(self) -> tuple[np.ndarray, np.ndarray]:
        """For each article those that share most of its weightiest words."""
        size = len(self.sources)
        rows = self._profiles
        owner = np.repeat(np.arange(size), np.diff(rows.starts))
        chosen, _ = top_of_each(owner, -rows.values, rows.columns, WEIGHTIEST)
        days = np.array([(each.day or date.min).toordinal() for each in self._ordered], dtype=np.int64)
        order = np.empty(size, dtype=np.int64)
        order[np.lexsort((np.arange(size), days))] = np.arange(size)
        one, other = near_in_blocks(rows.columns[chosen], order[owner[chosen]], owner[chosen], REACH)
        codes, shared = np.unique(
            np.concatenate([one * size + other, other * size + one]), return_counts=True
        )
        ones, others = codes // size, codes % size
        chosen, _ = top_of_each(ones, -shared, others, LOOKED_AT)
        return ones[chosen], others[chosen]
