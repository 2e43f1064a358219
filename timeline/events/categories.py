"""What kind of event a clause tells: by cues, data in `categories.toml`, and, where a tree is at hand, by all
that stands around them, weighed as annotated articles taught (`category_weights.toml`).

Each cue speaks for one kind, more or less strongly; the strongest of a kind counts in full, each further one
half as much as the one before. Where a clause is silent ("so did Canada"), the words around it are asked.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from spacy.tokens import Token

from timeline.events.category_cues import (
    FADING,
    WEIGHTS,
    Sign,
    by_kind,
    find_signs,
    signs_among,
    total,
)
from timeline.events.category_features import OF_CLAUSE, Told, features
from timeline.events.category_leanings import KINDS
from timeline.events.category_topics import AROUND, Topics, topics_of
from timeline.events.kinds import Category
from timeline.events.nodes import Node, Tree, node_of
from timeline.model.parsing import Parsed

BESIDE = 0.2  # how much a word around the clause counts
NEARLY = 0.95  # of the most, and a kind that stands before it in `Category` wins
LEAST = 0.15  # a kind told more faintly than that is none
LEANS = 0.2  # a word that leans less to a kind does not tell it
FILE = Path(__file__).with_name("category_weights.toml")
_MOST_BESIDE = BESIDE * max(WEIGHTS["strong"], WEIGHTS["weak"]) / (1 - FADING)


def category_of(
    lemma: str,
    words: Sequence[str],
    actors: Sequence[str] = (),
    language: str = "en",
    around: Sequence[str] = (),
) -> tuple[Category, str]:
    """The kind of event that a clause tells, and the cue that told it ("" where none did), by its cues alone.

    `lemma` is the base form of its verb, `words` are those of all its words, `around` those of its sentence
    and the one before, all in small letters; in Spanish they are the words as they stand. `actors` are names.

    >>> category_of("fire", ["police", "fire", "tear", "gas"])
    (<Category.VIOLENCE: 'violence'>, 'tear+gas')
    >>> category_of("be", ["it", "be", "blue"])
    (<Category.OTHER: 'other'>, '')
    """
    return _decide(find_signs(lemma, words, actors, language), lambda: around, language)


def category_in(parsed: Parsed, predicate: Token | Node, actors: Sequence[str] = ()) -> tuple[Category, str]:
    """The kind of event that a predicate tells, and the cue or the word that told it.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> parsed = parse_together(tokenise("Norland recalled its ambassador."), [(0, 32)])
    >>> category_in(parsed, parsed.doc[1])
    (<Category.DIPLOMACY: 'diplomacy'>, 'recall+ambassador')
    """
    node = node_of(predicate)
    told, weights = features(node, actors), read_weights()
    numbers, values = zip(
        *((weights.rows.get(name, 0), value) for name, value in told.own.items()), strict=True
    )
    around = _around(node.doc)[topics_of(node.doc).sentence_of[node.i]]
    scores = weights.clause @ told.shared + np.array(values) @ weights.own[list(numbers)] + around
    kind = KINDS[int(scores.argmax())]
    return kind, _cue(kind, told, node)


@lru_cache(maxsize=4)
def _around(tree: Tree) -> np.ndarray:
    """How much speaks for each kind around the clauses of each sentence."""
    return read_weights().around @ topics_of(tree).around


def _cue(kind: Category, told: Told, node: Node) -> str:
    """What told a kind: the strongest cue of the clause, else its word that leans most to the kind, else a
    cue nearby."""
    cues = by_kind(told.signs).get(kind)
    if cues:
        return max(cues, key=cues.__getitem__)
    if kind is Category.OTHER:
        return ""
    topics, sentence = topics_of(node.doc), node.sent
    begin = node.doc[sentence.start - 1].sent.start if sentence.start else 0
    return (
        _leaning_most(topics, told.places, kind)
        or _cued_most(topics, range(sentence.start, sentence.end), kind)
        or _cued_most(topics, range(begin, sentence.start), kind)
    )


def _leaning_most(topics: Topics, places: Sequence[int], kind: Category) -> str:
    number = KINDS.index(kind)
    place = places[int(topics.leanings[places, number].argmax())]
    return topics.words[place] if topics.leanings[place, number] >= LEANS else ""


def _cued_most(topics: Topics, places: Sequence[int], kind: Category) -> str:
    number = KINDS.index(kind)
    found = [
        (strength, -place) for place in places for told, strength in topics.cues[place] if told == number
    ]
    return topics.words[-max(found)[1]] if found else ""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the features of `OF_CLAUSE` and of `AROUND` weigh; what each further one weighs for each kind,
    those of no weight in row 0, and which row is whose."""

    clause: np.ndarray
    around: np.ndarray
    own: np.ndarray
    rows: Mapping[str, int]


@cache
def read_weights() -> Weights:
    """The shipped weights."""
    read = tomllib.loads(FILE.read_text("utf-8"))
    clause, around = (
        np.array([read["shared"].get(name, 0.0) for name in names]) for names in (OF_CLAUSE, AROUND)
    )
    own = np.array([[0.0] * len(KINDS), *read["own"].values()])
    return Weights(clause, around, own, {name: number for number, name in enumerate(read["own"], start=1)})


def _decide(
    signs: Sequence[Sign], around: Callable[[], Sequence[str]], language: str
) -> tuple[Category, str]:
    """The kind that is told most; the words around are asked only where they could tip the scale."""
    told = by_kind(signs)
    if not _is_sure(told):
        told = by_kind([*signs, *signs_among(around(), language, by=BESIDE)])
    sums = {kind: total(told[kind].values()) for kind in KINDS if kind in told}
    most = max(sums.values(), default=0)
    if most < LEAST:
        return Category.OTHER, ""
    best = next(kind for kind, weight in sums.items() if weight >= NEARLY * most)
    return best, max(told[best], key=told[best].__getitem__)


def _is_sure(told: Mapping[Category, Mapping[str, float]]) -> bool:
    """Whether one kind outweighs the others by more than all cues around can weigh together."""
    sums = sorted(total(weights.values()) for weights in told.values())
    rival = sums[-2] if len(sums) > 1 else 0
    return bool(sums) and NEARLY * sums[-1] > rival + _MOST_BESIDE
