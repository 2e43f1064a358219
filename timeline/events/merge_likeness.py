"""What speaks for two mentions telling one happening, and against it: features, weighed by
`merge_weights.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache, lru_cache
from math import exp
from pathlib import Path
from unicodedata import combining, normalize

from timeline.events.actions import RELATED, likeness, weight
from timeline.events.kinds import Bound, Category
from timeline.events.merge_stories import Stories
from timeline.events.merge_trace import Trace, cosine
from timeline.temporal.interval import Interval

DAY = timedelta(days=1)
PRECISE = timedelta(days=3)  # a stretch that is no longer tells the day well enough
SIMILAR = 0.6  # likeness of words of action that may tell one thing
ONE_STORY = 0.3  # likeness of articles that tell one story for certain
OTHER_STORY = 0.12  # and of those that tell another
NEAR = 200  # characters between mentions of one article
_NAME = re.compile(r"\w{3,}")
FILE = Path(__file__).with_name("merge_weights.toml")


def features(one: Trace, other: Trace, stories: Stories) -> dict[str, float]:
    """The features of a pair, the same whichever comes first; those that are 0 are left out."""
    found = {
        "always": 1.0,
        **_of_action(one, other),
        **_of_articles(one, other, stories),
        **_of_names(one, other),
        **_of_words(one, other),
        **_of_date(one, other),
        **_of_kind(one, other),
    }
    story, same = found["story"], found["same lemma"]
    found |= {
        "story × same lemma": story * same,
        "sentence × same lemma": found["sentence"] * same,
        "clause × same lemma": found["clause"] * same,
        "story × action": story * found["action"],
        "clause × action": found["clause"] * found["action"],
        "rare words × same lemma": same * found["rare words"],
        "day × action": found.get("same day", 0.0) * found["action"],
        "day × clause": found.get("same day", 0.0) * found["clause"],
        "day × story": found.get("same day", 0.0) * story,
        "day × actors": found.get("same day", 0.0) * found.get("actors shared", 0.0),
        "day × places": found.get("same day", 0.0) * found.get("places shared", 0.0),
        "day × numbers": found.get("same day", 0.0) * found.get("numbers shared", 0.0),
        "day × near": found.get("same day", 0.0) * found["near"],
        "day × same article": found.get("same day", 0.0) * found["same article"],
        "day × sentence": found.get("same day", 0.0) * found["sentence"],
        "stretch × action": found.get("day within a stretch", 0.0) * found["action"],
        "stretch × actors": found.get("day within a stretch", 0.0) * found.get("actors shared", 0.0),
        "stretch × clause": found.get("day within a stretch", 0.0) * found["clause"],
        "languages × actors": found["other language"] * found.get("actors shared", 0.0),
        "languages × numbers": found["other language"] * found.get("numbers shared", 0.0),
        "languages × day": found["other language"] * found.get("same day", 0.0),
        "languages × sentence": found["other language"] * found["sentence"],
        "day × category": found.get("same day", 0.0) * found["same category"],
    }
    return {name: value for name, value in found.items() if value}


def _of_action(one: Trace, other: Trace) -> dict[str, float]:
    alike = max(likeness(a, b) for a in _actions(one) for b in _actions(other))
    same = alike == 1.0
    lemma = one.helped or one.lemma
    is_told_within = one.lemma in other.sentence or other.lemma in one.sentence
    return {
        "same lemma": float(same),
        "same rare lemma": weight(lemma) if same else 0.0,
        "related": float(alike == RELATED),
        "similar": float(SIMILAR <= alike < RELATED),
        "action": alike,
        "other's lemma in sentence": float(not same and is_told_within),
    }


def _actions(trace: Trace) -> tuple[str, ...]:
    return (trace.helped,) if trace.helped else (trace.lemma,)


def _of_articles(one: Trace, other: Trace, stories: Stories) -> dict[str, float]:
    is_same = one.article == other.article
    story = stories.likeness(one.article, other.article)
    first, second = (stories.sources[each.article] for each in (one, other))
    return {
        "same article": float(is_same),
        "same sentence": float(is_same and one.sentence == other.sentence),
        "near": 1 / (1 + abs(one.offset - other.offset) / NEAR) if is_same else 0.0,
        "story": min(story, ONE_STORY) / ONE_STORY,
        "other story": float(story < OTHER_STORY),
        "other language": float(first.language != second.language),
    }


def _of_names(one: Trace, other: Trace) -> dict[str, float]:
    return {
        **_agreement("actors", name_words(one.actors), name_words(other.actors)),
        **_agreement("places", name_words(one.places), name_words(other.places)),
        **_agreement("numbers", one.numbers, other.numbers),
    }


@lru_cache(maxsize=50_000)
def name_words(names: frozenset[str]) -> frozenset[str]:
    """The words of names in small letters, without accents, so that a short form and one of another language
    agree with the full one.

    >>> sorted(name_words(frozenset(["Inés Roca", "Alba"])))
    ['alba', 'ines', 'roca']
    """
    plain = normalize("NFKD", " ".join(names).casefold())
    return frozenset(word for word in _NAME.findall("".join(c for c in plain if not combining(c))))


def _agreement(name: str, one: frozenset[str], other: frozenset[str]) -> dict[str, float]:
    if not one or not other:
        return {}
    shared = bool(one & other)
    return {f"{name} shared": float(shared), f"{name} differ": float(not shared)}


def _of_words(one: Trace, other: Trace) -> dict[str, float]:
    shared = one.clause & other.clause
    return {
        "sentence": cosine(one.profile, other.profile),
        "clause": overlap(one.clause, other.clause),
        "rare words": min(3.0, weigh(shared)),
        "subjects": overlap(one.subjects, other.subjects),
        "objects": overlap(one.objects, other.objects),
        "subject is object": max(overlap(one.subjects, other.objects), overlap(one.objects, other.subjects)),
        "subjects differ": float(_differ(one.subjects, other.subjects)),
        "objects differ": float(_differ(one.objects, other.objects)),
        "clauses differ": float(_differ(one.clause, other.clause)),
        "no clause": float(not one.clause or not other.clause),
    }


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of what is weighty in two sets of words that both hold (Dice)."""
    shared = one & other
    return 2 * weigh(shared) / (_whole(one) + _whole(other) or 1.0) if shared else 0.0


def weigh(words: Iterable[str]) -> float:
    """The weight of words together, the same in whatever order: thousandths add up without rounding."""
    return sum(map(_thousandths, words)) / 1000


@lru_cache(maxsize=200_000)
def _thousandths(word: str) -> int:
    return round(1000 * weight(word))


@lru_cache(maxsize=50_000)
def _whole(words: frozenset[str]) -> float:
    return weigh(words)


def _of_date(one: Trace, other: Trace) -> dict[str, float]:
    if one.interval is None or other.interval is None:
        both = one.interval is other.interval
        return {"both undated": float(both), "one undated": float(not both)}
    precise = [each.bound is Bound.WITHIN and is_precise(each.interval) for each in (one, other)]
    (start, end), (begin, finish) = span(one), span(other)
    meet = start < finish and begin < end
    return {
        "same day": float(all(precise) and meet),
        "next day": float(not meet),
        "day within a stretch": float(any(precise) and not all(precise) and meet),
        "same stretch": float(not any(precise) and one.interval == other.interval),
        "stretches meet": float(not any(precise) and meet and one.interval != other.interval),
    }


def is_precise(interval: Interval) -> bool:
    """Whether a stretch of time tells the day, give or take one."""
    return interval.end - interval.start <= PRECISE


def are_compatible(one: Trace, other: Trace) -> bool:
    """Whether the dates of two mentions may be of one happening: sources may disagree by a day."""
    if one.interval is None or other.interval is None:
        return True
    (start, end), (begin, finish) = span(one), span(other)
    return start - DAY < finish and begin - DAY < end


def span(trace: Trace) -> tuple[datetime, datetime]:
    """From when until when a mention that has a date may be of; "since Monday" has no end."""
    start = (
        datetime.min + DAY if trace.bound is Bound.UNTIL else max(trace.interval.start, datetime.min + DAY)
    )
    return start, datetime.max if trace.bound is Bound.FROM else trace.interval.end


def _of_kind(one: Trace, other: Trace) -> dict[str, float]:
    kinds = {one.category, other.category}
    return {
        "both statements": float(kinds == {Category.STATEMENT}),
        "one a statement": float(len(kinds) == 2 and Category.STATEMENT in kinds),
        "same category": float(len(kinds) == 1 and Category.OTHER not in kinds),
        "categories differ": float(len(kinds) == 2 and Category.OTHER not in kinds),
        "same status": float(one.status == other.status),
    }


def chance(one: Trace, other: Trace, stories: Stories) -> float:
    """How likely it is that two mentions tell one happening, as the weights have it; to six places."""
    weights = _weights()
    found = features(one, other, stories)
    total = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return round(1 / (1 + exp(-total)), 6)


@cache
def _weights() -> Mapping[str, float]:
    return tomllib.loads(FILE.read_text("utf-8"))["weights"]


def likely_action(one: Trace, other: Trace) -> bool:
    """Whether two mentions tell the same action: by one word, or by two of one meaning."""
    return max(likeness(a, b) for a in _actions(one) for b in _actions(other)) >= RELATED


def is_worth_weighing(one: Trace, other: Trace, stories: Stories) -> bool:
    """Whether a pair has enough in common at first sight: the same action, a name or a word of the clause;
    and if not both tell the day, one story."""
    is_told = all(each.interval is not None and is_precise(each.interval) for each in (one, other))
    shares = (
        one.clause & other.clause
        or name_words(one.actors) & name_words(other.actors)
        or max(likeness(a, b) for a in _actions(one) for b in _actions(other)) >= SIMILAR
    )
    if is_told and shares:
        return True
    is_alike = is_told and one.category is other.category is not Category.OTHER
    return bool(shares or is_alike) and stories.likeness(one.article, other.article) >= OTHER_STORY
