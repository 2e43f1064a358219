"""What the network tells apart, and how spaCy writes it."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from spacy.parts_of_speech import IDS as PARTS
from spacy.vocab import Vocab

SPACE = "_SP"


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of each kind in the order of the network's outputs; `morphs` have the part of speech in front:
    "VERB|Mood=Ind|Tense=Past|VerbForm=Fin"."""

    tags: tuple[str, ...]
    morphs: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]

    def hashed(self, vocab: Vocab) -> "Hashed":
        return _hashed(self, vocab)


def read_labels(folder: Path) -> Labels:
    """What a model tells apart, from the labels.json of its folder; OSError if there is none."""
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    return Labels(**{kind: tuple(each) for kind, each in labels.items()})


@dataclass(frozen=True, slots=True)
class Hashed:
    """The same as the numbers that spaCy's arrays hold (uint64)."""

    tags: np.ndarray
    parts: np.ndarray
    morphs: np.ndarray
    deps: np.ndarray
    root: int
    space_tag: int
    dep: int

    def space(self, back: int) -> list[int]:
        """The row of a space that hangs on the token so many places on: tag, part, form, head, relation."""
        return [self.space_tag, PARTS["SPACE"], 0, back % 2**64, self.dep]


@lru_cache(maxsize=8)
def _hashed(labels: Labels, vocab: Vocab) -> Hashed:
    parts, morphs = zip(*(each.partition("|")[::2] for each in labels.morphs), strict=True)

    def strings(words) -> np.ndarray:
        return np.array([vocab.strings.add(word) for word in words], dtype="uint64")

    return Hashed(
        tags=strings(labels.tags),
        parts=np.array([PARTS[part] for part in parts], dtype="uint64"),
        morphs=np.array([vocab.morphology.add(form) for form in morphs], dtype="uint64"),
        deps=strings(labels.deps),
        root=vocab.strings.add("ROOT"),
        space_tag=vocab.strings.add(SPACE),
        dep=vocab.strings.add("dep"),
    )
