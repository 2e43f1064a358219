"""spaCy components on the trained network: sentences, then tags, forms and the tree, then names."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, HEAD, MORPH, POS, SENT_START, TAG
from spacy.tokens import Doc, Span
from spacy.util import minibatch

from timeline.model.features import BUCKETS, CLUSTER, ROW, Remembered, features_of
from timeline.model.labels import Labels
from timeline.model.runner import Graph
from timeline.model.spans import spans_of
from timeline.model.tree import heads_of
from timeline.model.words import read_words

TOGETHER = 64  # docs at most: their states are held in memory
LONGEST = 200  # words that are parsed as one sentence
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
        self.rows = Remembered(embed, width, "float32")


class Component:
    """A component that reads docs many at a time; its files are those of the whole model's folder."""

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
    """Marks the first word of each sentence; space with an empty line in it always ends one."""

    def __init__(self, embedder: Embedder, graph: Graph):
        self.embedder, self.graph = embedder, graph

    def annotate(self, docs: list[Doc]) -> None:
        words = [_words(doc) for doc in docs]
        pieces, places = [], []
        for number, tokens in enumerate(words):
            for start in range(0, len(tokens), WINDOW):
                first = max(0, start - CONTEXT)
                inside = tokens[first : start + WINDOW + CONTEXT]
                pieces.append(self.embedder.rows([docs[number][i].text for i in inside]))
                places.append((number, start, start - first, tokens[start : start + WINDOW]))
        for batch, found in self.graph(pieces):
            for column, number in enumerate(batch):
                doc, start, skipped, tokens = places[number]
                scores = found["starts"][skipped : skipped + len(tokens), column, 0]
                for token, score in zip(tokens, scores, strict=True):
                    docs[doc][token].is_sent_start = bool(score > 0)
        for doc, tokens in zip(docs, words, strict=True):
            _begin_after_gaps(doc, tokens)


def _begin_after_gaps(doc: Doc, tokens: list[int]) -> None:
    for token in doc:
        if token.is_space:
            token.is_sent_start = False
    for before, token in zip([-1, *tokens], tokens, strict=False):
        if before < 0 or any(doc[i].text.count("\n") > 1 for i in range(before + 1, token)):
            doc[token].is_sent_start = True
    if len(doc):
        doc[0].is_sent_start = True


class Syntax(Component):
    """Tags, forms, heads and relations of each sentence; the network's states stand in `doc.tensor`."""

    def __init__(
        self, embedder: Embedder, graph: Graph, relations: tuple[np.ndarray, np.ndarray], labels: Labels
    ):
        self.embedder, self.graph, self.labels = embedder, graph, labels
        self.weight, self.bias = relations
        self.width = graph.width_of("encoded")

    def annotate(self, docs: list[Doc]) -> None:
        pieces = [(number, tokens) for number, doc in enumerate(docs) for tokens in _sentences(doc)]
        answers = [_Answer(doc, self.labels, self.width) for doc in docs]
        rows = [self.embedder.rows([docs[number][i].text for i in tokens]) for number, tokens in pieces]
        for batch, found in self.graph(rows):
            tags, morphs = found["tags"].argmax(-1), found["morphs"].argmax(-1)
            for row, piece in enumerate(batch):
                number, tokens = pieces[piece]
                count = len(tokens)
                heads = heads_of(found["arcs"][row, :count, : count + 1])
                deps = self._relations(found["label_dependent"][row, :count], found["label_head"][row], heads)
                answers[number].put(tokens, tags[row, :count], morphs[row, :count], heads, deps)
                answers[number].states[tokens] = found["encoded"][row, :count]
        for answer in answers:
            answer.write()

    def _relations(self, dependent: np.ndarray, head: np.ndarray, heads: np.ndarray) -> np.ndarray:
        """The number of the likeliest relation of each word to its head."""
        head = head[heads]
        both = np.concatenate([dependent * head, dependent, head], axis=1)
        return (both @ self.weight + self.bias).argmax(1)


class _Answer:
    """What is found for a doc, as spaCy takes it in at once; space hangs on the word before it."""

    columns = (TAG, POS, MORPH, HEAD, DEP)

    def __init__(self, doc: Doc, labels: Labels, width: int):
        self.doc = doc
        self.of = labels.hashed(doc.vocab)
        self.table = np.zeros((len(doc), len(self.columns)), dtype="uint64")
        self.states = np.zeros((len(doc), width), dtype="float32")
        for token in doc:
            if token.is_space:
                back = -1 if token.i and not token.is_sent_start else int(len(doc) > 1)
                self.table[token.i] = self.of.space(back)

    def put(
        self, tokens: list[int], tags: np.ndarray, morphs: np.ndarray, heads: np.ndarray, deps: np.ndarray
    ):
        places = np.array(tokens)
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

    def __init__(self, graph: Graph, names: tuple[str, ...]):
        self.graph, self.names = graph, names

    def annotate(self, docs: list[Doc]) -> None:
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


def _words(doc: Doc) -> list[int]:
    """The places of the tokens that are no mere space."""
    return [token.i for token in doc if not token.is_space]


def _sentences(doc: Doc) -> list[list[int]]:
    """The places of the words of each sentence, very long ones cut."""
    starts = doc.to_array(SENT_START).tolist()
    sentences: list[list[int]] = []
    for place in _words(doc):
        if not sentences or starts[place] == 1 or len(sentences[-1]) == LONGEST:
            sentences.append([])
        sentences[-1].append(place)
    return sentences
