"""Two timexes that are the ends of one time: "from April to August", "on the 24th or the 25th"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.words import EventWords
from timeline.temporal.interval import Interval
from timeline.text.timex import NormalizedTimex

RANGE = "range"  # the rule of what was joined, and whose both ends are told
_WORD = re.compile(r"\w+|[^\w\s]")
_BEFORE = 20  # characters in which a word that opens a range is looked for


def join_ranges(timexes: Sequence[NormalizedTimex], text: str, words: EventWords) -> list[NormalizedTimex]:
    """The timexes in their order; two that are the ends of one time, or of which nobody knows which is right,
    as one with the whole of it."""
    found: list[NormalizedTimex] = []
    for timex in timexes:
        rule = _rule(found[-1], timex, text, words) if found else None
        if rule is not None:
            found[-1] = joined(found[-1], timex, text, rule)
        else:
            found.append(timex)
    return found


def _rule(first: NormalizedTimex, last: NormalizedTimex, text: str, words: EventWords) -> str | None:
    """The rule of the two as one; None if they are not."""
    between = text[first.end : last.start]
    if first.type not in ("DATE", "TIME") or last.type != first.type or len(between) > _BEFORE:
        return None
    if not first.interval.end < last.interval.end or first.interval.granularity != last.interval.granularity:
        return None
    told = _words(between)
    if told and words.times["to"].issuperset(told) and len(told) == 1:
        return RANGE
    before = _words(text[max(0, first.start - _BEFORE) : first.start])
    if before and before[-1] in words.times["between"] and told and words.times["and"].issuperset(told):
        return RANGE
    return first.timex.rule if _is_either(first, told, words) else None


def _is_either(first: NormalizedTimex, between: Sequence[str], words: EventWords) -> bool:
    """Whether one of the two is right: "on Monday or Tuesday", "on Monday, on Tuesday or on Wednesday"."""
    either = words.times["or"]
    is_open = either.isdisjoint(between) and not either.isdisjoint(_words(first.words))
    return either.union(words.times["beside"]).issuperset(between) and (
        not either.isdisjoint(between) or (is_open and len(between) > 1)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def joined(first: NormalizedTimex, last: NormalizedTimex, text: str, rule: str) -> NormalizedTimex:
    """Two timexes as one that holds both."""
    one, other = first.interval, last.interval
    start, end = min(one.start, other.start), max(one.end, other.end)
    whole = Interval(start, end, max(one.granularity, other.granularity))
    words = replace(first.timex, end=last.end, words=text[first.start : last.end], rule=rule)
    return replace(first, timex=words, interval=whole)
