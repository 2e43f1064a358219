"""Which articles tell one story: alike in their rarer words, and alike to the same others.

Two reports of one quake may share few words, but both are like a third. So the likeness of two articles is
the mean likeness of the one and its nearest to the other and its nearest. An article's nearest are looked
for among those that share its weightiest words, near to it in time: that stays near-linear, and a new
article changes only what is said of those like it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import nlargest

from timeline.events.merge_trace import Source, cosine

NEAREST = 4  # articles
LEAST = 0.1  # likeness of what counts among the nearest
NOTHING = 0.04  # likeness of articles about different things
WEIGHTIEST = 24  # words of an article by which others are found
REACH = 24  # articles before and behind, in time, of those with one word
LOOKED_AT = 24  # those that share most words


@dataclass(frozen=True)
class Stories:
    """Articles by their ids, and how alike they are."""

    sources: Mapping[str, Source]
    _known: dict[tuple[str, str], float] = field(default_factory=dict, repr=False, compare=False)

    def likeness(self, one: str, other: str) -> float:
        """From 0, other words altogether, to 1, one article.

        >>> told = frozenset(["quake", "Alba", "rubble"])
        >>> stories = Stories({key: Source(key, words=told) for key in ("a", "b")})
        >>> stories.likeness("a", "b"), stories.likeness("a", "a")
        (1.0, 1.0)
        """
        if one == other:
            return 1.0
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = self._mean(*pair)
        return self._known[pair]

    def _mean(self, one: str, other: str) -> float:
        """Of two that share next to nothing their own likeness: it is no use to ask their nearest."""
        if (alike := self._alike(one, other)) < NOTHING:
            return alike
        pairs = [(a, b) for a in self._circles[one] for b in self._circles[other] if a != b]
        return round(sum(sorted(self._alike(a, b) for a, b in pairs)) / len(pairs), 6) if pairs else 1.0

    def _alike(self, one: str, other: str) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._plain:
            self._plain[pair] = cosine(self.sources[one].profile, self.sources[other].profile)
        return self._plain[pair]

    @cached_property
    def _plain(self) -> dict[tuple[str, str], float]:
        return {}

    @cached_property
    def _circles(self) -> dict[str, tuple[str, ...]]:
        """Each article with its nearest."""
        near = _sharing(self.sources.values())
        return {key: (key, *self._nearest(key, near.get(key, Counter()))) for key in self.sources}

    def _nearest(self, key: str, shared: Counter[str]) -> list[str]:
        looked_at = sorted(shared, key=lambda other: (-shared[other], other))[:LOOKED_AT]
        alike = [(self._alike(key, other), other) for other in sorted(looked_at)]
        return [other for value, other in nlargest(NEAREST, alike) if value >= LEAST]


def _sharing(sources: Iterable[Source]) -> dict[str, Counter[str]]:
    """By article, those that share its weightiest words with it, and how many they share."""
    ordered = sorted(sources, key=lambda each: (each.day or date.min, each.article))
    having: dict[str, list[str]] = defaultdict(list)
    for source in ordered:
        for word in _weightiest(source):
            having[word].append(source.article)
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for articles in having.values():
        for at, one in enumerate(articles):
            for other in articles[at + 1 : at + 1 + REACH]:
                shared[one][other] += 1
                shared[other][one] += 1
    return shared


def _weightiest(source: Source) -> Sequence[str]:
    return sorted(source.profile, key=lambda word: (-source.profile[word], word))[:WEIGHTIEST]
