"""A parsed text → what its words tell of kinds of event, sentence by sentence and as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from timeline.events.category_cues import WEIGHTS, cues_with
from timeline.events.category_leanings import KINDS, SILENT, leanings
from timeline.events.nodes import Node, Tree

LEAD = 3  # sentences of a lead
REACH = 2.0  # sentences over which what is told fades
FEW = 0.5  # cues of each kind that a text is taken to hold, so that a short one is not judged by a word
AROUND = (
    "sentence",
    "sentence before",
    "sentence after",
    "sentence: share",
    "sentence before: share",
    "sentences near: share",
    "sentences around: share",
    "lead: share",
    "article: share",
    "article: surprise",
    "sentence: leaning",
    "sentence before: leaning",
    "sentences near: leaning",
    "sentences around: leaning",
    "lead: leaning",
    "article: leaning",
)
_MONTHS = frozenset(["March", "May", "Mar.", "MARCH", "MAY"])
_ENGLISH = "en"


Cued = tuple[
    tuple[int, float], ...
]  # the numbers of the kinds of which a word is a cue, and how strong a one


@dataclass(frozen=True, eq=False)
class Topics:
    """The base forms of a text's words, "" of its marks and dates; what each word's cues and its likeness to
    cues tell of each kind; and what stands around the clauses of each sentence, in the order of `AROUND`."""

    words: Sequence[str]
    cues: Sequence[Cued]
    leanings: np.ndarray  # words × kinds
    around: np.ndarray  # sentences × what stands around × kinds
    sentence_of: Sequence[int]


@lru_cache(maxsize=4)
def topics_of(tree: Tree) -> Topics:
    """The topics of a text.

    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> topics = topics_of(tree_of(parse_together(tokenise("The army left on Sunday."), [(0, 24)]).doc))
    >>> topics.words[:4], KINDS[topics.cues[1][0][0]].value
    (['the', 'army', 'leave', 'on'], 'military')
    """
    marked = zip(tree, tree.marks, strict=True)
    words = ["" if mark or is_date(node) else base_form(node) for node, mark in marked]
    cues, leaning = [_cued(word) for word in words], leanings(words)
    starts = [sentence.start for sentence in tree.sents]
    sentence_of = [number for number, each in enumerate(tree.sents) for _ in range(len(each))]
    around = _around(_summed(cues, sentence_of, len(starts)), np.add.reduceat(leaning, starts))
    return Topics(words, cues, leaning, around, sentence_of)


def base_form(node: Node) -> str:
    """The base form of a word in small letters."""
    return (node.lemma_ or node.text).lower()


def is_date(node: Node) -> bool:
    """Whether a word names a day or month: "March" is no march."""
    return (node.text in _MONTHS and node.pos_ == "PROPN") or node.ent_type_ in ("DATE", "TIME")


@lru_cache(maxsize=50_000)
def _cued(word: str) -> Cued:
    """What the cues of a single word tell where it is no verb: from 0 to 1 for each kind."""
    told: dict[int, float] = {}
    for cue in cues_with(word, _ENGLISH, is_verb=False) if word not in SILENT else ():
        if len(cue.words) == 1:
            number = KINDS.index(cue.category)
            told[number] = max(told.get(number, 0.0), cue.weight / WEIGHTS["strong"])
    return tuple(told.items())


def _summed(cues: Sequence[Cued], sentence_of: Sequence[int], sentences: int) -> np.ndarray:
    """What the cues of each sentence tell together."""
    told = np.zeros((sentences, len(KINDS)))
    for sentence, each in zip(sentence_of, cues, strict=True):
        for number, strength in each:
            told[sentence, number] += strength
    return told


def _around(told: np.ndarray, leant: np.ndarray) -> np.ndarray:
    """What stands around the clauses of each sentence: what cues tell there, and whither words lean."""
    whole = told.sum(0) + FEW
    surprise = np.broadcast_to(np.log(whole / whole.sum()), told.shape)
    sums = [np.log1p(each) for each in (told, _moved(told, 1), _moved(told, -1))]
    return np.stack([*sums, *_shares_near(told), surprise, *_shares_near(leant)], axis=1)


def _shares_near(rows: np.ndarray) -> list[np.ndarray]:
    """The share of each kind in each sentence, the one before, those near and around, the lead, the whole."""
    nearby = [rows, _moved(rows, 1), sum(_moved(rows, by) for by in range(-2, 3)), _fading(rows)]
    alike = (np.broadcast_to(part, rows.shape) for part in (rows[:LEAD].sum(0), rows.sum(0)))
    return [_shares(part) for part in (*nearby, *alike)]


def _moved(rows: np.ndarray, by: int) -> np.ndarray:
    """Each row in the place of the one so many after it; nothing where there was none."""
    moved = np.zeros_like(rows)
    if by >= 0:
        moved[by:] = rows[: len(rows) - by]
    else:
        moved[:by] = rows[-by:]
    return moved


def _fading(rows: np.ndarray) -> np.ndarray:
    """For each sentence all of the text, the farther the fainter."""
    numbers = np.arange(len(rows))
    return np.exp(-np.abs(numbers[:, None] - numbers) / REACH) @ rows


def _shares(rows: np.ndarray) -> np.ndarray:
    sums = rows.sum(1, keepdims=True)
    return np.divide(rows, sums, out=np.zeros(rows.shape), where=sums > 0)
