"""Treebanks, entity corpora and this project's own marked sentences → training sentences, all in one form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc, Span, Token

from timeline.model.evaluate import read_docs
from timeline.model.marked import marked_doc, read_stories

OWN = Path(__file__).with_name("stories")
NAMES = ("PER", "ORG", "GPE", "LOC")
JOINED = (("ewt_train", "uner_ewt_train"), ("gum_train", "gum_ner_train"))  # one text, its trees and names
ENTITIES = ("wikigold_train", "wnut_train", "crossner_pol")
SPELLING = ("Typo", "Style", "ExtPos")
LONGEST = 120  # tokens of a sentence; longer ones are left out, they are lists and tables
_ENDS = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the teacher thinks of each word of a sentence: the probability of every tag and form, of every
    head (column 0 is the root) and, under the likeliest head, of every relation; float16."""

    tags: np.ndarray
    morphs: np.ndarray
    heads: np.ndarray
    deps: np.ndarray


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with what is known of them. `heads` are positions, the root's own being -1; what a corpus does
    not tell is empty. `names` are BIOES tags; where a corpus does not tell towns and states from other
    places, LOC stands for both, and `is_coarse` says so. The `lesson` is the teacher's."""

    words: tuple[str, ...]
    tags: tuple[str, ...] = ()
    morphs: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deps: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    is_coarse: bool = False
    lesson: Lesson | None = None


@cache
def blank() -> spacy.Language:
    return spacy.blank("en")


def read_syntax(path: Path) -> list[Sentence]:
    """The sentences of a treebank."""
    docs = read_docs(path, blank().vocab)
    return [_of_syntax(span) for doc in docs for span in doc.sents if len(span) <= LONGEST]


def _of_syntax(span: Span, names: tuple[str, ...] = ()) -> Sentence:
    return Sentence(
        words=tuple(token.text for token in span),
        tags=tuple(token.tag_ for token in span),
        morphs=tuple(_morph(token) for token in span),
        heads=tuple(-1 if token.head == token else token.head.i - span.start for token in span),
        deps=tuple("root" if token.head == token else token.dep_ for token in span),
        names=names,
        is_coarse=bool(names),
    )


def _morph(token: Token) -> str:
    """Part of speech and features in one; without what tells of spelling rather than of grammar."""
    kept = [each for each in token.morph if each.partition("=")[0] not in SPELLING]
    return "|".join([token.pos_, *kept])


def read_entities(path: Path) -> list[Sentence]:
    """The sentences of an entity corpus, cut at full stops."""
    found = []
    for doc in read_docs(path, blank().vocab):
        tags = _names(doc)
        for start, end in _cut([token.text for token in doc], tags):
            words = tuple(token.text for token in doc[start:end])
            if len(words) <= LONGEST:
                found.append(Sentence(words, names=tags[start:end], is_coarse=True))
    return found


def _cut(words: list[str], tags: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, word in enumerate(words):
        ends = word in _ENDS and tags[index] == "O"
        if index + 1 == len(words) or (ends and words[index + 1][:1].isupper()):
            yield start, index + 1
            start = index + 1


def _names(doc: Doc) -> tuple[str, ...]:
    return bioes(len(doc), [(each.start, each.end, each.label_) for each in doc.ents])


def bioes(length: int, spans: Iterable[tuple[int, int, str]]) -> tuple[str, ...]:
    """Spans of tokens as one tag a token: B-egin, I-nside, E-nd, S-ingle, O-utside.

    >>> bioes(4, [(0, 1, "PER"), (2, 4, "ORG")])
    ('S-PER', 'O', 'B-ORG', 'E-ORG')
    """
    tags = ["O"] * length
    for start, end, label in spans:
        if end - start == 1:
            tags[start] = f"S-{label}"
        else:
            tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 2), f"E-{label}"]
    return tuple(tags)


def read_own(folder: Path = OWN) -> list[Sentence]:
    """The project's own marked sentences, of all files of a folder."""
    docs = (marked_doc([each], blank()) for story in read_stories(folder) for each in story)
    return [Sentence(tuple(token.text for token in doc), names=_names(doc)) for doc in docs]


def read_joined(syntax: Path, entities: Path) -> list[Sentence]:
    """The sentences of a treebank with the names that an entity corpus gives for the same texts."""
    found = []
    docs = (read_docs(path, blank().vocab) for path in (syntax, entities))
    for doc, marked in zip(*docs, strict=True):
        same = [token.text for token in doc] == [token.text for token in marked]
        tags = _names(marked) if same else ()
        found += [_of_syntax(s, tags[s.start : s.end]) for s in doc.sents if len(s) <= LONGEST]
    return found
