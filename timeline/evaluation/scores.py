"""Annotations against gold, as TempEval-3 scores them (UzZaman et al. 2013), over all articles at once.

Two timexes match when they overlap, one to one, exact extents first: "relaxed"; "strict" when their words
are equal. Type and value F1 are the relaxed F1 times the share of matches with equal type or value.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.evaluation.articles import Annotation

# What can be wrong with a match, and the field of its two annotations that tells.
FIELDS = {"value": "value", "extent": "text", "type": "type"}
ERROR_CLASSES = (*FIELDS, "missed", "spurious")

Match = tuple[Annotation | None, Annotation | None]


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures between 0 and 1, and the number of errors of each class."""

    gold: int
    found: int
    matched: int
    strict: float
    relaxed: float
    type: float
    value: float
    errors: dict[str, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """How many events have a mark by the gold, by the program, and by both."""

    gold: int
    found: int
    both: int

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.both / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """
        >>> Marks(gold=4, found=2, both=2).f1
        0.6666666666666666
        """
        return 2 * self.both / (self.gold + self.found) if self.both else 0.0


def align(gold: Sequence[Annotation], found: Sequence[Annotation]) -> list[Match]:
    """Each annotation beside the one it matches, or beside None.

    >>> one = Annotation(0, 7, "Tuesday", "DATE", "2019-03-26")
    >>> align([one], []) == [(one, None)]
    True
    """
    overlapping = [
        ((each.start, each.end) != (other.start, other.end), number, index)
        for number, each in enumerate(gold)
        for index, other in enumerate(found)
        if min(each.end, other.end) > max(each.start, other.start)
    ]
    partner: dict[int, int] = {}
    for _, number, index in sorted(overlapping):
        if number not in partner and index not in partner.values():
            partner[number] = index
    alone = [other for index, other in enumerate(found) if index not in partner.values()]
    matches = [(each, found[partner[n]] if n in partner else None) for n, each in enumerate(gold)]
    return [*matches, *((None, other) for other in alone)]


def error_classes(match: Match) -> list[str]:
    """What is wrong with a match: missed, spurious, or its value, extent and type."""
    gold, found = match
    if found is None:
        return ["missed"]
    if gold is None:
        return ["spurious"]
    return [name for name, field in FIELDS.items() if getattr(gold, field) != getattr(found, field)]


def score(matches: Iterable[Match]) -> Scores:
    """The figures for the matches of all articles.

    >>> one = Annotation(0, 7, "Tuesday", "DATE", "2019-03-26")
    >>> score(align([one], [one])).value
    1.0
    """
    matches = list(matches)
    errors = Counter(name for match in matches for name in error_classes(match))
    gold = sum(match[0] is not None for match in matches)
    found = sum(match[1] is not None for match in matches)
    matched = gold - errors["missed"]
    relaxed = _f1(matched, gold, found)
    return Scores(
        gold=gold,
        found=found,
        matched=matched,
        strict=_f1(matched - errors["extent"], gold, found),
        relaxed=relaxed,
        type=relaxed * (matched - errors["type"]) / matched if matched else 0.0,
        value=relaxed * (matched - errors["value"]) / matched if matched else 0.0,
        errors=dict(errors.most_common()),
    )


def _f1(right: int, gold: int, found: int) -> float:
    """By way of precision and recall, as TempEval-3 does: so that even the last bit is the same."""
    if not right:
        return 0.0
    precision, recall = right / found, right / gold
    return 2 * precision * recall / (precision + recall)
