"""Dates counted from what happened: "two days after the vote they left", "they met a day before he spoke".

Such words tie two happenings to each other: whichever of them has a date gives the other one its own.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from spacy.tokens import Token

from timeline.events.supersenses import of_noun
from timeline.events.words import EventWords
from timeline.model.syntax import clause, is_predicate, relation
from timeline.temporal.interval import Interval
from timeline.text.timex import NormalizedTimex

_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_DAYS = {"D": 1, "W": 7}


@dataclass(frozen=True, slots=True)
class Count:
    """`counted` happened so many days after `start`, a clause or a noun; before it, if they are negative."""

    counted: Token
    start: Token
    days: int

    def other(self, token: Token) -> Token:
        """What a token is counted from, or what is counted from it."""
        return self.start if token == self.counted else self.counted

    def move(self, interval: Interval, token: Token) -> Interval:
        """The interval of a token, from that of the other."""
        step = timedelta(days=self.days if token == self.counted else -self.days)
        return Interval(interval.start + step, interval.end + step, interval.granularity)


def find_counts(
    timexes: Sequence[NormalizedTimex], tokens: Sequence[Token], offsets: Sequence[int], words: EventWords
) -> list[Count]:
    """The pairs of happenings that a length of time parts; `tokens` are those of the article and `offsets`
    where each begins."""
    found = []
    for timex in timexes:
        first, behind = bisect_left(offsets, timex.start), bisect_left(offsets, timex.end)
        if _LENGTH.fullmatch(timex.value) and first < behind:
            found.append(_count(timex, tokens[first], tokens[behind - 1], words))
    return [each for each in found if each is not None]


def _count(timex: NormalizedTimex, first: Token, last: Token, words: EventWords) -> Count | None:
    length = _LENGTH.fullmatch(timex.value)
    word = last.nbor() if last.i + 1 < len(last.doc) else last
    direction = _direction(word.lower_, words)
    if length is None or timex.mod or direction is None or word.sent != first.sent:
        return None
    start = _start(word)
    counted = _counted(first, start) if start is not None else None
    if counted is None or counted == start:
        return None
    days = int(length[1]) * _DAYS[length[2]]
    return Count(counted, start, direction * days)


def _direction(word: str, words: EventWords) -> int | None:
    if word in words.times["counted_after"]:
        return 1
    return -1 if word in words.times["counted_before"] else None


def _start(word: Token) -> Token | None:
    """What the words count from: a noun of what happens, or the verb of the clause."""
    head = word.head
    is_nominal = relation(word) == "case" and not is_predicate(head)
    if is_nominal and (head.lower_ == "that" or (head.pos_ == "NOUN" and of_noun(head.lemma_.lower()))):
        return head
    if relation(word) == "case" and head.pos_ not in ("PROPN", "VERB"):
        return None
    return next((each for each in word.doc[word.i + 1 : word.sent.end] if is_predicate(each)), None)


def _counted(first: Token, start: Token) -> Token | None:
    """What happened so long after or before it: the clause before the words, or, where they open the
    sentence, the one behind."""
    before = [each for each in first.sent[: first.i - first.sent.start] if is_predicate(each)]
    if before:
        return clause_of(before[-1])
    root = first.sent.root
    return root if root.i > start.i and is_predicate(root) else None


def clause_of(token: Token) -> Token:
    top = clause(token)
    return top if is_predicate(top) else token
