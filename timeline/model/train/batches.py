"""Training sentences → batches of numbers."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from timeline.model.features import ROW, WIDTH, Remembered, features_of
from timeline.model.labels import Labels
from timeline.model.train.sentences import NAMES, Sentence
from timeline.model.words import WordTable

TOKENS = 1200  # of a batch
KINDS = ("tags", "morphs", "heads", "deps")
TRUST = 0.5  # in the teacher, where a treebank tells the answer too
NEAR = 4  # sentences of a batch are this many tokens alike in length, at random
RARE = 3  # a form with fewer examples is no class of its own
UNKNOWN = -1  # a form that is no class of its own
LOWER, UPPER, TITLE = 0.03, 0.02, 0.03  # share of sentences that are read in other capitals


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded arrays of (sentences, words). `answers` hold for each word how likely each tag, form, head and
    relation is (of shape (sentences, words, choices); nothing for sentences without a tree), `heads` the head
    that the relation goes with; `allowed` says which names tags are right."""

    words: list[Sequence[str]]
    features: Tensor
    vectors: Tensor
    lengths: Tensor
    answers: dict[str, Tensor]
    heads: Tensor
    is_parsed: Tensor
    allowed: Tensor
    is_named: Tensor


def find_labels(sentences: Iterable[Sentence]) -> Labels:
    """All labels of some sentences, the rarest forms left out."""
    sentences = list(sentences)
    counted = {
        kind: Counter(x for s in sentences for x in getattr(s, kind)) for kind in ("tags", "morphs", "deps")
    }
    morphs = [form for form, count in counted["morphs"].items() if count >= RARE]
    names = ["O", *(f"{place}-{name}" for name in NAMES for place in "BIES")]
    return Labels(
        tuple(sorted(counted["tags"])), tuple(sorted(morphs)), tuple(sorted(counted["deps"])), tuple(names)
    )


def in_other_case(sentence: Sentence, chance: random.Random) -> Sentence:
    """Now and then a sentence in small letters, in capitals, or as a headline."""
    draw = chance.random()
    if draw < LOWER:
        words = [word.lower() for word in sentence.words]
    elif draw < LOWER + UPPER:
        words = [word.upper() for word in sentence.words]
    elif draw < LOWER + UPPER + TITLE:
        words = [word[:1].upper() + word[1:] if len(word) > 3 else word for word in sentence.words]
    else:
        return sentence
    return replace(sentence, words=tuple(words))


def in_batches(sentences: Sequence[Sentence], chance: random.Random) -> Iterator[list[Sentence]]:
    """All sentences once, those of about one length together."""
    ordered = sorted(sentences, key=lambda each: len(each.words) + chance.random() * NEAR)
    batches: list[list[Sentence]] = [[]]
    for sentence in ordered:
        if batches[-1] and (len(batches[-1]) + 1) * len(sentence.words) > TOKENS:
            batches.append([])
        batches[-1].append(sentence)
    chance.shuffle(batches)
    yield from batches


class Numbers:
    """Sentences as numbers, by one table of words and one set of labels."""

    def __init__(self, words: WordTable, labels: Labels):
        self.table = Remembered(lambda word: features_of(word, words), WIDTH, "int64", most=500_000)
        self._vectors = words.vectors
        self.of = {
            kind: {label: number for number, label in enumerate(getattr(labels, kind))}
            for kind in ("tags", "morphs", "deps")
        }
        self.fine, self.coarse = self._allowed(labels.names, False), self._allowed(labels.names, True)

    def padded(self, texts: Sequence[Sequence[str]]) -> tuple[np.ndarray, np.ndarray]:
        """The feature rows of some texts, (texts, words, WIDTH), and their lengths."""
        lengths = np.array([len(words) for words in texts])
        features = np.zeros((len(texts), lengths.max(), WIDTH), dtype="int64")
        for row, words in enumerate(texts):
            features[row, : len(words)] = self.table(words)
        return features, lengths

    def vectors_of(self, features: np.ndarray) -> Tensor:
        """The vectors of the words in the table of common words."""
        return torch.from_numpy(self._vectors[features[..., ROW]])

    @staticmethod
    def _allowed(names: tuple[str, ...], is_coarse: bool) -> dict[str, np.ndarray]:
        def fits(name: str, tag: str) -> bool:
            return name == tag or (is_coarse and tag.endswith("LOC") and name == tag.replace("LOC", "GPE"))

        return {tag: np.array([fits(name, tag) for name in names]) for tag in names}

    def __call__(self, batch: list[Sentence]) -> Batch:
        features, lengths = self.padded([each.words for each in batch])
        shape = features.shape[:2]
        allowed = np.ones((*shape, len(self.fine)), dtype=bool)
        for row, sentence in enumerate(batch):
            if sentence.names:
                of = self.coarse if sentence.is_coarse else self.fine
                allowed[row, : len(sentence.words)] = [of[tag] for tag in sentence.names]
        choices = {kind: len(of) for kind, of in self.of.items()} | {"heads": shape[1] + 1}
        answers = {kind: np.zeros((*shape, choices[kind]), dtype="float32") for kind in KINDS}
        heads = np.zeros(shape, dtype="int64")
        for row, sentence in enumerate(batch):
            if sentence.tags or sentence.lesson:
                count = len(sentence.words)
                known = self._answers(sentence)
                for kind, likely in known.items():
                    answers[kind][row, :count, : likely.shape[1]] = likely
                told = np.array(sentence.heads) + 1 if sentence.heads else known["heads"].argmax(1)
                heads[row, :count] = told
        return Batch(
            words=[each.words for each in batch],
            features=torch.from_numpy(features),
            vectors=self.vectors_of(features),
            lengths=torch.from_numpy(lengths),
            answers={kind: torch.from_numpy(each) for kind, each in answers.items()},
            heads=torch.from_numpy(heads),
            is_parsed=torch.tensor([bool(each.tags or each.lesson) for each in batch]),
            allowed=torch.from_numpy(allowed),
            is_named=torch.tensor([bool(each.names) for each in batch]),
        )

    def _answers(self, sentence: Sentence) -> dict[str, np.ndarray]:
        """How likely each choice is for each word of a sentence that has a tree or a lesson."""
        lesson = sentence.lesson
        if not sentence.tags:
            return {kind: getattr(lesson, kind).astype("float32") for kind in KINDS}
        count = len(sentence.words)
        choices = {kind: len(of) for kind, of in self.of.items()} | {"heads": count + 1}
        found = {}
        for kind in KINDS:
            told = np.zeros((count, choices[kind]), dtype="float32")
            if kind == "heads":
                places = [head + 1 for head in sentence.heads]
            else:
                places = [self.of[kind].get(each, UNKNOWN) for each in getattr(sentence, kind)]
            known = np.array([place != UNKNOWN for place in places])
            told[np.arange(count)[known], np.array(places)[known]] = 1
            if lesson is not None:
                told[known] *= 1 - TRUST
                told += np.where(known, TRUST, 1)[:, None] * getattr(lesson, kind)
            found[kind] = told
        return found
