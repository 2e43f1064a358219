"""What is compared of a mention and of its article when it is asked whether two tell one happening: plain
values, without trees."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import sqrt

from timeline.events.actions import weight
from timeline.events.kinds import Basis, Bound, Category, Status
from timeline.temporal.interval import Interval


@dataclass(frozen=True)
class Source:
    """An article as a teller of events: the group of near copies that it belongs to (its own id, if it has
    none), its outlet, the day it was published, its language and its content words."""

    article: str
    group: str = ""
    outlet: str = ""
    day: date | None = None
    language: str = "en"
    words: frozenset[str] = frozenset()

    @cached_property
    def profile(self) -> Mapping[str, float]:
        """The words that tell what the article is about, weighed, as a vector of length 1."""
        return unit({word: weight(word) ** 2 for word in self.words})


@dataclass(frozen=True)
class Trace:
    """One mention.

    `key` is its own and no other's. `lemma` is of its predicate, `helped` of the noun that says what a light
    verb does ("oath" of "took the oath"). Actors and places are whole names; `subjects`, `objects` and
    `arguments` (the others of its clause) are lemmas of content words; `sentence` those of the sentence,
    `numbers` the numbers in it. `offset` is where it stands in its article.
    """

    key: str
    article: str
    lemma: str
    status: Status = Status.HAPPENED
    category: Category = Category.OTHER
    interval: Interval | None = None
    bound: Bound = Bound.WITHIN
    basis: Basis = Basis.NONE
    attribution: str = ""
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    helped: str = ""
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    arguments: frozenset[str] = frozenset()
    sentence: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    offset: int = 0

    @cached_property
    def clause(self) -> frozenset[str]:
        """The content words of its clause, in whatever part."""
        return self.subjects | self.objects | self.arguments

    @cached_property
    def profile(self) -> Mapping[str, float]:
        """The words of its sentence, weighed, as a vector of length 1."""
        return unit({word: weight(word) for word in self.sentence})


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """A vector of the same direction and of length 1; the empty one stays as it is.

    >>> unit({"quake": 3.0, "hit": 4.0})
    {'hit': 0.8, 'quake': 0.6}
    """
    length = sqrt(sum(vector[word] ** 2 for word in sorted(vector)))
    return {word: vector[word] / length for word in sorted(vector) if vector[word]} if length else {}
