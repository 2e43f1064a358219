"""Mentions as arrays, a row each, so that many pairs of them are compared at once."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from math import sqrt
from unicodedata import combining, normalize

import numpy as np

from timeline.events.actions import vector, weight
from timeline.events.kinds import Basis, Bound, Category, Status
from timeline.events.merge_arrays import as_sets, numbered, ranks_within
from timeline.events.merge_trace import Source, Trace
from timeline.events.supersenses import of_noun, of_verb
from timeline.temporal.interval import Interval

PRECISE = timedelta(days=3)  # a stretch that is no longer tells the day well enough
DAY = 24 * 60  # minutes
OPEN = 30 * DAY  # how long before "until" and after "since" what is told may have happened
FIRST, LAST = 2 * DAY, 6_000_000_000  # minutes: long before and long after any news
STEM = 5  # letters that "devalue" and "devaluar" share
LONGEST = 32  # words of a sentence that are compared, the weightiest
THOUSAND = 1000  # parts of a word's weight, so that sums of them are exact
SOFT = (Basis.CARRIED, Basis.PUBLICATION)  # dates that may be another's
STATUSES, CATEGORIES, BASES = list(Status), list(Category), list(Basis)
OTHER = CATEGORIES.index(Category.OTHER)
STATEMENT = CATEGORIES.index(Category.STATEMENT)
REAL = np.array([each in (Status.HAPPENED, Status.ALLEGED) for each in STATUSES])
SENSES = [
    "body",
    "change",
    "cognition",
    "communication",
    "competition",
    "consumption",
    "contact",
    "creation",
    "emotion",
    "motion",
    "perception",
    "possession",
    "social",
    "stative",
    "weather",
    "act",
    "event",
    "phenomenon",
    "process",
    "state",
]  # of verbs, and of nouns that tell what happens
_CALENDAR = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?|(?:19|20)\d\d|\D+")
_NAME = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class WordSets:
    """A set of words for each mention, as rows of their numbers; `weights`, in thousandths, are by number,
    with a 0 at the end for what fills up the rows."""

    rows: np.ndarray
    weights: np.ndarray

    def weighed(self, at: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        """The weight of the chosen members of some rows, row by row."""
        return np.where(chosen, self.weights[self.rows[at]], 0).sum(axis=1)

    @property
    def whole(self) -> np.ndarray:
        """The weight of each row."""
        return self.weights[self.rows].sum(axis=1)


@dataclass(frozen=True)
class Table:
    """What is compared of mentions, in the order of `traces`.

    Times are minutes, days ordinals; `begin` and `end` are those that the mention allows, further off on the
    side that "since" and "until" leave open. `soft`: its date may be another's; `hour`: it is no longer than
    half a day. `crowd`, `rivals` and `kindred` count the mentions of its article with its date: all, those of
    an actor of its own, and those of its kind.
    """

    traces: Sequence[Trace]
    article: np.ndarray
    day: np.ndarray
    language: np.ndarray
    offset: np.ndarray
    place: np.ndarray
    status: np.ndarray
    real: np.ndarray
    category: np.ndarray
    basis: np.ndarray
    dated: np.ndarray
    begin: np.ndarray
    end: np.ndarray
    interval: np.ndarray
    precise: np.ndarray
    age: np.ndarray
    lemma: np.ndarray
    action: np.ndarray
    lemmas: Sequence[str]
    rarity: np.ndarray
    own: np.ndarray
    sentence: np.ndarray
    crowd: np.ndarray
    soft: np.ndarray
    hour: np.ndarray
    rivals: np.ndarray
    kindred: np.ndarray
    sense: np.ndarray
    sets: Mapping[str, WordSets]
    vectors: Mapping[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.traces)

    @cached_property
    def wholes(self) -> Mapping[str, np.ndarray]:
        """The weight of each set of words."""
        return {name: each.whole for name, each in self.sets.items()}


def read_table(traces: Sequence[Trace], sources: Mapping[str, Source]) -> Table:
    """The table of mentions, by the order of their keys."""
    traces = sorted(traces, key=lambda each: each.key)
    articles = {key: at for at, key in enumerate(sorted(sources))}
    lemmas = numbered([{each.lemma, each.helped or each.lemma} for each in traces])
    languages = numbered([[each.language for each in sources.values()]])
    article = _ints(articles[each.article] for each in traces)
    days = _ints((each.day or date.min).toordinal() for _, each in sorted(sources.items()))
    tongue = _ints(languages[each.language] for _, each in sorted(sources.items()))
    offset = _ints(each.offset for each in traces)
    status = _ints(STATUSES.index(each.status) for each in traces)
    spans = [span(each) if each.interval else (FIRST, LAST) for each in traces]
    last = _ints(each.interval.last_day.toordinal() if each.interval else 0 for each in traces)
    dated = np.array([each.interval is not None for each in traces], dtype=bool)
    known = dated & (days[article] > 1)
    sets = _sets(traces)
    return Table(
        traces,
        article,
        days[article],
        tongue[article],
        offset,
        _places(article, offset),
        status,
        REAL[status] if len(traces) else np.zeros(0, bool),
        _ints(CATEGORIES.index(each.category) for each in traces),
        _ints(BASES.index(each.basis) for each in traces),
        dated,
        _ints(each for each, _ in spans),
        _ints(each for _, each in spans),
        _intervals(traces),
        np.array([tells_day(each) for each in traces], dtype=bool),
        np.where(known, np.clip(days[article] - last, -400, 4000), 0),
        _ints(lemmas[each.lemma] for each in traces),
        _ints(lemmas[each.helped or each.lemma] for each in traces),
        list(lemmas),
        np.array([weight(each) for each in lemmas]),
        _own(traces),
        _same_sentence(traces),
        _crowd(article, _intervals(traces)),
        np.array([each.basis in SOFT for each in traces], dtype=bool),
        np.array([each.interval is not None and _is_hour(each.interval) for each in traces], dtype=bool),
        _rivals(article, _intervals(traces), [each.actors for each in traces]),
        _rivals(article, _intervals(traces), [[each.category] for each in traces]),
        np.array([_sense(each.helped or each.lemma) for each in traces]).reshape(-1, len(SENSES)),
        sets,
        _vectors(traces),
    )


def _ints(values) -> np.ndarray:
    return np.fromiter(values, dtype=np.int64)


def _places(article: np.ndarray, offset: np.ndarray) -> np.ndarray:
    """The place of each mention among those of its article."""
    order = np.lexsort((np.arange(len(article)), offset, article))
    found = np.empty(len(article), dtype=np.int64)
    found[order] = ranks_within(article[order])
    return found


def _intervals(traces: Sequence[Trace]) -> np.ndarray:
    number: dict[tuple, int] = {}
    keys = ((each.interval.start, each.interval.end, each.bound) if each.interval else () for each in traces)
    return _ints(number.setdefault(key, len(number)) if key else -1 for key in keys)


def _own(traces: Sequence[Trace]) -> np.ndarray:
    """The number of each mention's lemma among the words of sentences."""
    number = numbered([_weightiest(each.sentence | {each.lemma}) for each in traces])
    return _ints(number.get(each.lemma, -2) for each in traces)


def _same_sentence(traces: Sequence[Trace]) -> np.ndarray:
    """A number for each sentence."""
    number: dict[tuple, int] = {}
    return _ints(number.setdefault((each.article, each.sentence), len(number)) for each in traces)


def _crowd(article: np.ndarray, interval: np.ndarray) -> np.ndarray:
    """How many mentions of its article tell a mention's date."""
    if not len(article):
        return article
    _, at, counts = np.unique(np.stack([article, interval]), axis=1, return_inverse=True, return_counts=True)
    return counts[at.reshape(-1)]


def _is_hour(interval: Interval) -> bool:
    return interval.end - interval.start < timedelta(hours=12)


def _rivals(article: np.ndarray, interval: np.ndarray, kinds: Sequence[Collection[object]]) -> np.ndarray:
    """How many mentions of its article tell a mention's date of any that it shares: actors, say; 0 if it has
    none."""
    told: Counter[tuple] = Counter()
    columns = article.tolist(), interval.tolist()
    keys = [[(a, i, each) for each in has] for a, i, has in zip(*columns, kinds, strict=True)]
    for each in keys:
        told.update(each)
    return _ints(min((told[key] for key in each), default=0) for each in keys)


@lru_cache(maxsize=50_000)
def _sense(lemma: str) -> tuple[float, ...]:
    """The supersenses of a word of action, as a vector of length 1; all 0 if it is unknown."""
    shares = of_verb(lemma) or of_noun(lemma)
    length = sqrt(sum(share * share for share in shares.values())) or 1.0
    return tuple(round(shares.get(sense, 0.0) / length, 3) for sense in SENSES)


def _sets(traces: Sequence[Trace]) -> dict[str, WordSets]:
    return {
        "clause": _weighed([each.clause for each in traces]),
        "subjects": _weighed([each.subjects for each in traces]),
        "objects": _weighed([each.objects for each in traces]),
        "sentence": _weighed([_weightiest(each.sentence | {each.lemma}) for each in traces]),
        "numbers": _weighed([each.numbers for each in traces]),
        "telling numbers": _weighed([_telling_numbers(each) for each in traces]),
        "actors": _weighed([name_words(each.actors) for each in traces]),
        "places": _weighed([name_words(each.places) for each in traces]),
        "stems": _weighed([stems(each.clause | {each.lemma}) for each in traces]),
        "names": _weighed([_names(each) for each in traces]),
    }


def _telling_numbers(trace: Trace) -> frozenset[str]:
    """The numbers of a sentence that are none of a calendar."""
    return frozenset(re.sub(r"[.,:]", "", each) for each in trace.numbers if not _CALENDAR.fullmatch(each))


def _names(trace: Trace) -> frozenset[str]:
    """Words of the sentence that no general text holds: names, for the most part."""
    return name_words(frozenset(word for word in trace.sentence if weight(word) >= 1.0)) | name_words(
        trace.actors | trace.places
    )


def _weighed(sets: Sequence[Collection[str]]) -> WordSets:
    number = numbered(sets)
    weights = [_thousandths(word) for word in number]
    return WordSets(as_sets(sets, number), np.array([*weights, 0], dtype=np.int64))


def _weightiest(words: frozenset[str]) -> Collection[str]:
    if len(words) <= LONGEST:
        return words
    return sorted(words, key=lambda word: (-_thousandths(word), word))[:LONGEST]


@lru_cache(maxsize=200_000)
def _thousandths(word: str) -> int:
    return round(THOUSAND * weight(word))


def _vectors(traces: Sequence[Trace]) -> dict[str, np.ndarray]:
    return {
        "clause": _meanings([each.clause | {each.helped or each.lemma} for each in traces]),
        "sentence": _meanings([_weightiest(each.sentence) for each in traces]),
        "subjects": _meanings([each.subjects for each in traces]),
        "objects": _meanings([each.objects for each in traces]),
    }


def _meanings(sets: Sequence[Collection[str]]) -> np.ndarray:
    """For each set of words what they mean together: the direction of their vectors' weighed sum, to three
    places."""
    number = numbered(sets)
    words = np.array([*(weight(word) * vector(word) for word in number), np.zeros_like(vector(""))])
    rows, found = as_sets(sets, number), np.zeros((len(sets), words.shape[1]))
    for column in rows.T:
        found += words[column]
    length = np.sqrt((found * found).sum(axis=1))
    return np.round(found / np.maximum(1e-9, length)[:, None], 3).astype(np.float32)


@lru_cache(maxsize=50_000)
def name_words(names: frozenset[str]) -> frozenset[str]:
    """The words of names in small letters, without accents, so that a short form and one of another language
    agree with the full one.

    >>> sorted(name_words(frozenset(["Inés Roca", "Alba"])))
    ['alba', 'ines', 'roca']
    """
    return frozenset(_NAME.findall(plain(" ".join(names))))


def stems(words: frozenset[str]) -> frozenset[str]:
    """The first letters of longer words, without accents: what languages, and a verb and its noun, share.

    >>> sorted(stems(frozenset(["devaluación", "devalue", "oil"])))
    ['deval']
    """
    return frozenset(plain(word)[:STEM] for word in words if len(word) >= STEM and word[0].isalpha())


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """A text in small letters without accents."""
    return "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))


def is_precise(interval: Interval) -> bool:
    """Whether a stretch of time tells the day, give or take one."""
    return interval.end - interval.start <= PRECISE


def tells_day(trace: Trace) -> bool:
    """Whether a mention tells the day, rather than a longer stretch, or only a begin or an end."""
    return trace.interval is not None and trace.bound is Bound.WITHIN and is_precise(trace.interval)


def span(trace: Trace) -> tuple[int, int]:
    """From when until when a mention that has a date may be of, in minutes; "since Monday" reaches
    some weeks on, as what began then is told by its beginning."""
    begin, end = _minutes(trace.interval.start), _minutes(trace.interval.end)
    return (
        begin - OPEN if trace.bound is Bound.UNTIL else begin,
        end + OPEN if trace.bound is Bound.FROM else end,
    )


def _minutes(moment: datetime) -> int:
    return (moment - datetime.min) // timedelta(minutes=1)


def may_be_one(table: Table, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Whether neither status nor date forbids that two mentions tell one happening, pair by pair: one asserts
    what another tells as somebody's words, and sources may disagree by a day."""
    same = (table.status[one] == table.status[other]) | (table.real[one] & table.real[other])
    return same & are_compatible(table, one, other)


def are_compatible(table: Table, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Whether the dates of two mentions may be of one happening."""
    meet = (table.begin[one] - DAY < table.end[other]) & (table.begin[other] - DAY < table.end[one])
    return meet | ~table.dated[one] | ~table.dated[other] | table.soft[one] | table.soft[other]
