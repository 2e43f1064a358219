"""Cues in the words of a clause: which kinds of event they speak for, and how strongly.

The cues are data, in `categories.toml`: base forms, alone or several that stand in one clause. `@whom` among
them stands for a person to whom it is done, a name or a pronoun.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from timeline.events.gazetteer import capital_of, country_named
from timeline.events.kinds import Category

WEIGHTS = {"verbs": 4.0, "strong": 3.0, "weak": 1.0, "faint": 1.2}
OF_VERB = ("verbs", "faint")  # tell it only as the verb of the clause
VERB = 1.5  # how much more a cue counts that is the verb
ACTOR = 0.5  # how much an actor's name counts
STATES = 1.0  # for diplomacy, of two states in one clause
FADING = 0.5  # of each further cue of a kind
WHOM = "@whom"
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that together tell a kind of event, the rarest first; `text` is how the data spell them."""

    text: str
    words: tuple[str, ...]
    category: Category
    weight: float
    group: str
    beside: frozenset[str]  # its further words that are spelled out

    @property
    def is_verb(self) -> bool:
        """Whether it tells the kind only as the verb of the clause."""
        return self.group in OF_VERB


class Sign(NamedTuple):
    """A cue found in a clause, and which of the words it is."""

    cue: Cue
    places: Set[int]
    weight: float


_STATES = Cue("two states", (), Category.DIPLOMACY, STATES, "weak", frozenset())


def find_signs(lemma: str, words: Sequence[str], actors: Sequence[str], language: str) -> list[Sign]:
    """What a clause and the names of those who act in it tell.

    >>> [sign.cue.text for sign in find_signs("fire", ["police", "fire", "tear", "gas"], (), "en")]
    ['fire+police', 'tear+gas']
    """
    signs = signs_among(words, language, lemma)
    if len(actors) > 1 and len({state(name) for name in actors} - {""}) > 1:
        signs.append(Sign(_STATES, frozenset(), STATES))
    for name in actors:
        signs += _signs_of(name, language)
    return signs


@lru_cache(maxsize=10_000)
def _signs_of(name: str, language: str) -> tuple[Sign, ...]:
    return tuple(signs_among(name.lower().split(), language, by=ACTOR))


def signs_among(words: Sequence[str], language: str, lemma: str = "", by: float = 1) -> list[Sign]:
    """The cues among some words, of which `lemma` is the verb, save those that only repeat a part of a longer
    one."""
    found = _found(lemma, words, language, by)
    longer = [sign.places for sign in found if len(sign.places) > 1]
    return [sign for sign in found if not any(map(sign.places.__lt__, longer))] if longer else found


def _found(lemma: str, words: Sequence[str], language: str, by: float) -> list[Sign]:
    at = dict(
        zip(reversed(words), range(len(words) - 1, -1, -1), strict=True)
    )  # where each word stands first
    found = []
    for word in dict.fromkeys(words):
        for cue in cues_with(word, language, word == lemma):
            if len(cue.words) == 1:
                found.append(Sign(cue, frozenset((at[word],)), cue.weight * by))
            elif cue.beside.issubset(at) and (places := _places(cue, at, at[word])):
                found.append(Sign(cue, places, cue.weight * by))
    return found


def _places(cue: Cue, at: Mapping[str, int], first: int) -> Set[int]:
    """Where the words of a cue stand among the words at hand; nowhere if one is missing."""
    places = {first}
    for other in cue.words[1:]:
        place = at.get(other) if other[-1] != _ANY else _beginning(other[:-1], at)
        if place is None:
            return frozenset()
        places.add(place)
    return places


def _beginning(start: str, at: Mapping[str, int]) -> int | None:
    """The first of the words at hand that begins so."""
    return min((place for word, place in at.items() if word.startswith(start)), default=None)


def total(weights: Iterable[float]) -> float:
    """What several cues of a kind weigh together: the strongest in full, each further one half as much.

    >>> total([1.0, 4.0])
    4.5
    """
    together = 0.0
    for weight in sorted(weights):
        together = together * FADING + weight
    return together


def by_kind(signs: Iterable[Sign]) -> dict[Category, dict[str, float]]:
    """For each kind its cues and what they weigh."""
    told: dict[Category, dict[str, float]] = {}
    for cue, _, weight in signs:
        of_kind = told.setdefault(cue.category, {})
        of_kind[cue.text] = max(weight, of_kind.get(cue.text, 0))
    return told


@lru_cache(maxsize=20_000)
def state(name: str) -> str:
    """The code of the country that a word names, or whose capital it is.

    >>> state("Oslo"), state("Ana Roca")
    ('NO', '')
    """
    country = country_named(name) or capital_of(name)
    return country.code if country else ""


@lru_cache(maxsize=50_000)
def cues_with(word: str, language: str, is_verb: bool) -> tuple[Cue, ...]:
    """The cues that begin with a word, in whatever spelling of its ending, as they weigh where it is the
    verb of the clause or is not."""
    cues = all_cues(language)
    starts = (word[:length] + _ANY for length in range(2, len(word) + 1))
    found = (cue for key in (word, *starts) for cue in cues.get(key, ()))
    if not is_verb:
        return tuple(cue for cue in found if not cue.is_verb)
    return tuple(cue if cue.is_verb else replace(cue, weight=VERB * cue.weight) for cue in found)


@cache
def all_cues(language: str) -> Mapping[str, list[Cue]]:
    """The cues of a language by their first word."""
    by_word: dict[str, list[Cue]] = defaultdict(list)
    for name, groups in _read().get(language, {}).items():
        category = Category(name)
        for group, texts in groups.items():
            for text in texts.split():
                words = tuple(text.split("+"))
                beside = frozenset(word for word in words[1:] if not word.endswith(_ANY))
                cue = Cue(text, words, category, WEIGHTS[group], group, beside)
                by_word[words[0]].append(cue)
    return dict(by_word)


@cache
def _read() -> dict[str, dict]:
    return tomllib.loads(Path(__file__).with_name("categories.toml").read_text("utf-8"))
