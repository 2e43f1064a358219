"""Words that no cue names → the kinds of event that they lean to, told by their likeness to the cues.

A multinomial logistic regression over the model's word vectors, learned from the cues themselves. Its weights
are in `category_leanings.tsv.gz`: a row for each dimension and one of biases, a column for each kind and one
for none. `timeline.evaluation.fit_categories` makes it.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from timeline.events.kinds import Category
from timeline.model.trained import SHIPPED
from timeline.model.words import read_words

FILE = Path(__file__).with_name("category_leanings.tsv.gz")
KINDS = tuple(Category)
SCALE = 4.0  # of the vectors, so that the penalty of large weights holds back less
_SILENT_WORDS = """
be have do the a an of to in on at by for with from as that this which who it he she they his her their its
and or but not no all more than other one two three four five six seven eight nine ten first second last year
day week month time hour say today yesterday tomorrow
"""
SILENT = frozenset(_SILENT_WORDS.split())  # words of every text, which lean nowhere


def leanings(words: Sequence[str]) -> np.ndarray:
    """How likely each base form is to tell each kind, a row each, in the order of `Category`; all 0 for an
    unknown word.

    >>> barracks, unknown = leanings(["barracks", "qwxz"])
    >>> KINDS[barracks.argmax()].value, float(unknown.max())
    ('military', 0.0)
    """
    rows, table = _table()
    return table[[rows.get(word, 0) for word in words]]


def chances(meanings: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """How likely each kind is, and none, for words of these vectors."""
    scores = SCALE * meanings @ weights[:-1] + weights[-1]
    parts = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return parts / parts.sum(axis=-1, keepdims=True)


@cache
def _table() -> tuple[dict[str, int], np.ndarray]:
    """The row of each word that leans anywhere, and the rows; row 0 leans nowhere."""
    words = read_words(SHIPPED / "words.npz")
    lengths = np.maximum(np.linalg.norm(words.vectors, axis=1, keepdims=True), 1e-9)
    table = chances(words.vectors / lengths, np.loadtxt(FILE, dtype=np.float32))[:, : len(KINDS)]
    table[0] = 0
    return {word: row for word, row in words.rows.items() if word not in SILENT}, table
