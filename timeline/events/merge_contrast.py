"""Two clauses in the same words but one: "the ferry sank on Tuesday" and "the crane sank on Tuesday" are two
happenings, however alike they look."""

from collections.abc import Iterable

from timeline.events.actions import likeness
from timeline.events.merge_trace import Trace

ALIKE = 0.6  # of two words that may mean the same: "ship" and "ferry"


def are_contrasted(one: Trace, other: Trace) -> bool:
    """Whether two mentions say the same of two different things: one action, one part of the clause that each
    fills with words of its own, and nothing else that differs.

    >>> told = dict(lemma="sink", arguments=frozenset(["storm"]))
    >>> ferry, crane = (Trace(word, word, subjects=frozenset([word]), **told) for word in ("ferry", "crane"))
    >>> are_contrasted(ferry, crane), are_contrasted(ferry, ferry)
    (True, False)
    """
    if (one.lemma, one.helped) != (other.lemma, other.helped):
        return False
    parts = (
        (one.subjects, other.subjects),
        (one.objects, other.objects),
        (one.arguments, other.arguments),
    )
    differing = [(first - second, second - first) for first, second in parts if first != second]
    if len(differing) != 1 or not all(differing[0]):
        return False
    return _are_elsewhere(one, other) or not _may_mean_the_same(*differing[0])


def _are_elsewhere(one: Trace, other: Trace) -> bool:
    return bool(one.places and other.places) and one.places.isdisjoint(other.places)


def _may_mean_the_same(words: Iterable[str], others: Iterable[str]) -> bool:
    return any(likeness(word, other) >= ALIKE for word in words for other in others)
