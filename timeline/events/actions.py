"""How alike two words of action are: "buy" and "purchase", "arrest" and "detain", "quake" and "earthquake".

Three sources, the surest first: the same lemma; WordNet 3.0, which knows synonyms and what is derived from
what
(`actions.tsv.gz`, made by `timeline.events.build_actions`; `timeline/model/en/LICENSE-WordNet.txt`); and the
model's word vectors, which know what is said in the same places.
"""

import gzip
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from timeline.model.trained import SHIPPED
from timeline.model.words import WordTable, read_words

FILE = Path(__file__).with_name("actions.tsv.gz")
RELATED = 0.9  # the likeness of synonyms, and of a verb and its noun
UNSEEN = 60_000  # the rank of a word that the table does not hold
COMMONEST = 20  # ranks up to here tell nothing


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> float:
    """From 0, nothing in common, to 1, the same word; the same whichever comes first.

    >>> likeness("arrest", "arrest"), likeness("buy", "purchase"), likeness("arrest", "sing") < 0.5
    (1.0, 0.9, True)
    """
    if one == other:
        return 1.0
    if other in related(one) or one in related(other):
        return RELATED
    rows = _words().rows
    first, second = rows.get(one, 0), rows.get(other, 0)
    if not first or not second:
        return 0.0
    return min(RELATED, max(0.0, round(float(_unit()[first] @ _unit()[second]), 4)))


def likenesses(lemmas: Sequence[str], ones: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The likeness of many pairs of lemmas, by their places in `lemmas`.

    >>> likenesses(["arrest", "buy", "purchase"], np.array([0, 1]), np.array([0, 2])).tolist()
    [1.0, 0.9]
    """
    codes, at = np.unique(
        np.minimum(ones, others) * len(lemmas) + np.maximum(ones, others), return_inverse=True
    )
    first, second = codes // max(1, len(lemmas)), codes % max(1, len(lemmas))
    vectors = np.array([vector(lemma) for lemma in lemmas]).reshape(len(lemmas), len(vector("")))
    alike = np.zeros(len(codes))
    for column in vectors.T.astype(float):
        alike += column[first] * column[second]
    alike = np.clip(np.round(alike, 4), 0.0, RELATED)
    alike[np.isin(codes, _related_codes(tuple(lemmas)))] = RELATED
    alike[first == second] = 1.0
    return alike[at]


@lru_cache(maxsize=4)
def _related_codes(lemmas: tuple[str, ...]) -> np.ndarray:
    """The pairs of related lemmas, by their places."""
    number = {lemma: at for at, lemma in enumerate(lemmas)}
    pairs = (
        (min(at, number[other]), max(at, number[other]))
        for lemma, at in number.items()
        for other in related(lemma)
        if other in number
    )
    return np.array(sorted({one * len(lemmas) + other for one, other in pairs}), dtype=np.int64)


def related(lemma: str) -> frozenset[str]:
    """The synonyms of a verb or a noun of what happens, and what is derived from it.

    >>> "decision" in related("decide"), related("table leg")
    (True, frozenset())
    """
    return _related().get(lemma, frozenset())


@lru_cache(maxsize=200_000)
def weight(word: str) -> float:
    """How much it tells that two texts share a word: from 0 for the commonest to 1 for a rare one.

    It goes by the word's rank in general text, so that it does not change with the articles at hand.

    >>> weight("the") < weight("president") < weight("earthquake") < weight("Zubov") == 1
    True
    """
    rank = _words().rows.get(word.casefold(), UNSEEN)
    return float(min(1.0, max(0.0, np.log(max(rank, 1) / COMMONEST) / np.log(UNSEEN / COMMONEST))))


@cache
def _words() -> WordTable:
    return read_words(SHIPPED / "words.npz")


@cache
def _unit() -> np.ndarray:
    """The vectors of the words, each of length 1."""
    vectors = _words().vectors
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


@cache
def _related() -> dict[str, frozenset[str]]:
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {lemma: frozenset(others.split()) for lemma, others in rows}


def vector(word: str) -> np.ndarray:
    """What a word means, as a vector of length 1; all 0 for one that the table does not hold."""
    row = _words().rows.get(word, 0)
    return _unit()[row] if row else np.zeros_like(_unit()[0])
