"""spaCy components on the trained network: sentences, then tags, forms and the tree, then names."""

import shutil
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, MORPH, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc, Span
from spacy.util import minibatch

from timeline.model.features import BUCKETS, CLUSTER, ROW, Remembered, features_of
from timeline.model.gerunds import Gerunds
from timeline.model.labels import Labels, read_labels
from timeline.model.runner import Graph
from timeline.model.spans import spans_of
from timeline.model.tree import heads_of
from timeline.model.words import read_words
from timeline.text.sentences import find_sentences

TOGETHER = 64  # docs at most: their states are held in memory
LONGEST = 200  # words that are parsed as one sentence
EMBEDDINGS = ("words.npz", "tables.npz")  # the files of the embedder
SURE, UNLIKELY = 1.0, -2.0  # scores that begin a sentence without a full stop, or deny one behind it
WINDOW, CONTEXT = 96, 12  # words looked at together for sentences, and how many of them only as context


class Embedder:
    """Words → what the network is given: their vectors and the embeddings of their features, side by side."""

    def __init__(self, folder: Path):
        words = read_words(folder / "words.npz")
        with np.load(folder / "tables.npz") as data:
            tables = {column: data[str(column)].astype("float32") for column in sorted((*BUCKETS, CLUSTER))}

        def embed(word: str) -> np.ndarray:
            row = features_of(word, words)
            return np.concatenate([words.vectors[row[ROW]], *(tables[each][row[each]] for each in tables)])

        width = words.vectors.shape[1] + sum(table.shape[1] for table in tables.values())
        self._rows = Remembered(embed, width, "float32")

    def of(self, doc: Doc) -> np.ndarray:
        """The embedded tokens of a doc, (tokens, width)."""
        return self._rows(doc.to_array(ORTH).tolist(), doc.vocab.strings.__getitem__)


@lru_cache(maxsize=2)
def read_embedder(folder: Path) -> Embedder:
    """The embedder of a model's folder, one for all components that read it."""
    return Embedder(folder)


class Component:
    """A component that reads docs many at a time. Its files lie in the folder of the whole model, which the
    components share: `from_disk` and `to_disk` are given a path inside it, as spaCy does it."""

    files: tuple[str, ...] = ()
    folder: Path

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Component":
        self.folder = Path(path).parent
        self.read(self.folder)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        folder = Path(path).parent
        if folder.resolve() != self.folder.resolve():
            for name in self.files:
                shutil.copy(self.folder / name, folder / name)

    def read(self, folder: Path) -> None:
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        self.annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = TOGETHER) -> Iterator[Doc]:
        for docs in minibatch(stream, min(batch_size, TOGETHER)):
            self.annotate(docs)
            yield from docs

    def annotate(self, docs: list[Doc]) -> None:
        raise NotImplementedError


class Sentences(Component):
    """Marks the first word of each sentence: where full stops and lines tell it, where the network is sure of
    it besides (headings, captions), and behind every empty line."""

    files = (*EMBEDDINGS, "sentences.onnx")

    def read(self, folder: Path) -> None:
        self.embedder, self.graph = read_embedder(folder), Graph(folder / "sentences.onnx")

    def annotate(self, docs: list[Doc]) -> None:
        words = [_words(doc) for doc in docs]
        pieces, places = [], []
        scores = [np.zeros(len(doc), dtype="float32") for doc in docs]
        for number, (doc, tokens) in enumerate(zip(docs, words, strict=True)):
            rows = self.embedder.of(doc)[tokens]
            for start in range(0, len(tokens), WINDOW):
                first = max(0, start - CONTEXT)
                pieces.append(rows[first : start + WINDOW + CONTEXT])
                places.append((number, start - first, tokens[start : start + WINDOW]))
        for batch, found in self.graph(pieces):
            for column, piece in enumerate(batch):
                number, skipped, tokens = places[piece]
                scores[number][tokens] = found["starts"][skipped : skipped + len(tokens), column, 0]
        for doc, tokens, score in zip(docs, words, scores, strict=True):
            if len(doc):
                begins = (_told_starts(doc) & (score > UNLIKELY)) | (score > SURE)
                begins[_is_space(doc)] = False
                begins[_after_gaps(doc, tokens)] = True
                begins[0] = True
                doc.from_array([SENT_START], np.where(begins, 1, -1).astype("int64").view("uint64"))


def _told_starts(doc: Doc) -> np.ndarray:
    """The tokens that begin a sentence by its full stop or line."""
    starts = [start for start, _ in find_sentences(doc)]
    return np.isin(doc.to_array(IDX), starts)


def _after_gaps(doc: Doc, words: np.ndarray) -> list[int]:
    """The words that stand behind an empty line, and the first of all."""
    gaps = np.flatnonzero(np.diff(words, prepend=-1) > 1)
    before = np.concatenate([[-1], words])
    return words[:1].tolist() + [
        int(words[gap])
        for gap in gaps
        if any(doc[i].text.count("\n") > 1 for i in range(int(before[gap]) + 1, int(words[gap])))
    ]


class Syntax(Component):
    """Tags, forms, heads and relations of each sentence; the network's states stand in `doc.tensor`."""

    files = (*EMBEDDINGS, "syntax.onnx", "relations.onnx", "labels.json")

    def read(self, folder: Path) -> None:
        self.embedder, self.graph = read_embedder(folder), Graph(folder / "syntax.onnx")
        self.all = read_labels(folder)
        self.width = self.graph.width_of("encoded")
        self.relations = Graph(folder / "relations.onnx")
        self.gerunds = Gerunds(self.all)

    @property
    def labels(self) -> tuple[str, ...]:
        """All relations and tags that it may give, as spaCy lists them in a model's meta.json."""
        return (*self.all.deps, *self.all.tags)

    def annotate(self, docs: list[Doc]) -> None:
        pieces = [(number, tokens) for number, doc in enumerate(docs) for tokens in _sentences(doc)]
        answers = [_Answer(doc, self.all, self.width) for doc in docs]
        rows = [self.embedder.of(doc) for doc in docs]
        for batch, found in self.graph([rows[number][tokens] for number, tokens in pieces]):
            tags, morphs = found["tags"].argmax(-1), found["morphs"].argmax(-1)
            counts = [len(pieces[piece][1]) for piece in batch]
            heads = [
                heads_of(arcs[:count, : count + 1]) for arcs, count in zip(found["arcs"], counts, strict=True)
            ]
            deps = self._relations(found["label_dependent"], found["label_head"], heads)
            for row, (piece, count) in enumerate(zip(batch, counts, strict=True)):
                number, tokens = pieces[piece]
                answer = answers[number]
                self.gerunds(tags[row, :count], morphs[row, :count], heads[row], deps[row])
                answer.put(tokens, tags[row, :count], morphs[row, :count], heads[row], deps[row])
                answer.states[tokens] = found["encoded"][row, :count]
        for answer in answers:
            answer.write()

    def _relations(
        self, dependent: np.ndarray, head: np.ndarray, heads: list[np.ndarray]
    ) -> list[np.ndarray]:
        """The number of the likeliest relation of each word to its head; one product for all sentences."""
        counts = [len(each) for each in heads]
        rows = np.repeat(np.arange(len(heads)), counts)
        words = np.concatenate([np.arange(count) for count in counts])
        dependent, head = dependent[rows, words], head[rows, np.concatenate(heads)]
        both = np.concatenate([dependent * head, dependent, head], axis=1)
        return np.split(self.relations.run(both=both)["relations"], np.cumsum(counts)[:-1])


class _Answer:
    """What is found for a doc, as spaCy takes it in at once; space hangs on the word before it."""

    columns = (TAG, POS, MORPH, HEAD, DEP)

    def __init__(self, doc: Doc, labels: Labels, width: int):
        self.doc = doc
        self.of = labels.hashed(doc.vocab)
        self.table = np.zeros((len(doc), len(self.columns)), dtype="uint64")
        self.states = np.zeros((len(doc), width), dtype="float32")
        for place in np.flatnonzero(_is_space(doc)).tolist():
            back = -1 if place and not doc[place].is_sent_start else int(len(doc) > 1)
            self.table[place] = self.of.space(back)

    def put(
        self, places: np.ndarray, tags: np.ndarray, morphs: np.ndarray, heads: np.ndarray, deps: np.ndarray
    ):
        to = np.where(heads == 0, places, places[heads - 1])
        table = self.table
        table[places, 0] = self.of.tags[tags]
        table[places, 1] = self.of.parts[morphs]
        table[places, 2] = self.of.morphs[morphs]
        table[places, 3] = (to - places).astype("int64").astype("uint64")
        table[places, 4] = np.where(heads == 0, self.of.root, self.of.deps[deps])

    def write(self) -> None:
        self.doc.from_array(list(self.columns), self.table)
        self.doc.tensor = self.states


class Names(Component):
    """Persons, organisations and places, from the states that `Syntax` left."""

    files = ("names.onnx", "labels.json")

    def read(self, folder: Path) -> None:
        self.graph, self.names = Graph(folder / "names.onnx"), read_labels(folder).names

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of names."""
        return tuple(sorted({name[2:] for name in self.names if name != "O"}))

    def annotate(self, docs: list[Doc]) -> None:
        if any(len(doc) and not doc.tensor.size for doc in docs):
            raise ValueError(
                "Names are told from what “syntax” leaves in doc.tensor: keep it in the pipeline."
            )
        pieces = [(number, tokens) for number, doc in enumerate(docs) for tokens in _sentences(doc)]
        spans: list[list[Span]] = [[] for _ in docs]
        for batch, found in self.graph([docs[number].tensor[tokens] for number, tokens in pieces]):
            scores = _log_softmax(found["names"])
            for column, piece in enumerate(batch):
                number, tokens = pieces[piece]
                for start, end, label in spans_of(scores[: len(tokens), column], self.names):
                    spans[number].append(Span(docs[number], tokens[start], tokens[end - 1] + 1, label))
        for doc, found_spans in zip(docs, spans, strict=True):
            doc.set_ents(sorted(found_spans))


def _log_softmax(scores: np.ndarray) -> np.ndarray:
    scores = scores - scores.max(-1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(-1, keepdims=True))


def _is_space(doc: Doc) -> np.ndarray:
    return doc.to_array(IS_SPACE).astype(bool)


def _words(doc: Doc) -> np.ndarray:
    """The places of the tokens that are no mere space."""
    return np.flatnonzero(~_is_space(doc))


def _sentences(doc: Doc) -> list[np.ndarray]:
    """The places of the words of each sentence, very long ones cut."""
    words = _words(doc)
    starts = doc.to_array(SENT_START) == 1
    number = np.cumsum(starts)[words]  # of the sentence that a word stands in
    sentences = np.split(words, np.flatnonzero(np.diff(number)) + 1)
    return [each[cut : cut + LONGEST] for each in sentences for cut in range(0, len(each), LONGEST)]
