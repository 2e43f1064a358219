"""A parse → its words as plain nodes, with its sentences and names; `tree_of` remembers the last ones."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise, repeat

from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IS_PUNCT,
    IS_STOP,
    LEMMA,
    LIKE_NUM,
    MORPH,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from timeline.events.tree_nodes import Node, Stretch

__all__ = ["Node", "Stretch", "Tree", "node_of", "tree_of"]

_WORDS = (ORTH, LEMMA, POS, TAG, DEP, MORPH, ENT_TYPE)
_NUMBERS = (ENT_IOB, HEAD, SENT_START, SPACY, IS_PUNCT, IS_STOP, LIKE_NUM)
_BEGINS, _INSIDE = 3, 1  # a name, in spaCy's numbers for the IOB scheme


class Tree:
    """A parsed text: its words, its names and its sentences."""

    def __init__(self, doc: Doc) -> None:
        numbers, words = doc.to_array(_NUMBERS).astype("int64"), doc.to_array(_WORDS)
        self.name_marks, heads, starts, self.spaces, self.marks, self.stops, self.numerals = (
            numbers.T.tolist()
        )
        self.nodes = list(map(Node, repeat(self), *_columns(words.T.tolist(), doc.vocab.strings)))
        self._hang(heads)
        self.sents = self._sentences([i for i, start in enumerate(starts) if start == 1 or not i])
        self.sentence_of = [sentence for sentence in self.sents for _ in range(len(sentence))]
        self.ents = self._names(self.name_marks)

    def _hang(self, steps: Sequence[int]) -> None:
        """Each word on its head, so many words on."""
        nodes = self.nodes
        for place, (node, step) in enumerate(zip(nodes, steps, strict=True)):
            node.head = head = nodes[place + step]
            if not step:
                continue
            if head.children:
                head.children.append(node)
            else:
                head.children = [node]

    def _sentences(self, starts: list[int]) -> list[Stretch]:
        return [Stretch(self, start, end) for start, end in pairwise([*starts, len(self.nodes)])]

    def _names(self, marks: Sequence[int]) -> list[Stretch]:
        starts = [place for place, mark in enumerate(marks) if mark == _BEGINS]
        return [
            Stretch(self, start, self._end(start, marks), self.nodes[start].ent_type_) for start in starts
        ]

    def _end(self, start: int, marks: Sequence[int]) -> int:
        end = start + 1
        while end < len(marks) and marks[end] == _INSIDE:
            end += 1
        return end

    def __len__(self) -> int:
        return len(self.nodes)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __getitem__(self, place: int | slice) -> "Node | Stretch":
        if isinstance(place, slice):
            return self.stretch(*place.indices(len(self.nodes))[:2])
        return self.nodes[place]

    def stretch(self, start: int, end: int) -> "Stretch":
        """The words from one to before another, cut at the ends of the text."""
        return Stretch(self, max(start, 0), min(end, len(self.nodes)))

    def text(self, start: int, end: int) -> str:
        """The words from one to before another, as they stand."""
        if end - start == 1:
            return self.nodes[start].text
        *first, last = self.nodes[start:end]
        return "".join(node.text + node.whitespace_ for node in first) + last.text

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """By word, the numbers of the first and the last of the words that hang on it."""
        first, last = list(range(len(self))), list(range(len(self)))
        for place, node in enumerate(self.nodes):
            while node.head is not node:
                node = node.head
                first[node.i] = min(first[node.i], place)
                last[node.i] = max(last[node.i], place)
        return first, last

    @cached_property
    def name_at(self) -> dict[int, Stretch]:
        """The name that each word is part of."""
        return {place: name for name in self.ents for place in range(name.start, name.end)}


def _columns(numbers: Sequence[list[int]], strings: StringStore) -> Iterator[Iterable[object]]:
    """What nodes are made of, attribute by attribute."""
    known = set().union(*numbers)
    spelled = dict(zip(known, map(_string, repeat(strings), known), strict=True))
    text, lemma, pos, tag, dep, features, name = (
        list(map(spelled.__getitem__, column)) for column in numbers
    )
    yield range(len(text))
    yield text
    yield map(str.lower, text)
    yield from (lemma, pos, tag, dep)
    yield map(_without_subtype, dep)
    yield from (features, name)


@lru_cache(maxsize=50_000)
def _string(strings: StringStore, number: int) -> str:
    return strings[number]


@lru_cache(maxsize=256)
def _without_subtype(label: str) -> str:
    return label.partition(":")[0].lower()


def tree_of(doc: Doc | Tree) -> Tree:
    """The tree of a parsed doc; a tree is its own.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> tree = tree_of(parse_together(tokenise("Ana Roca left."), [(0, 14)]).doc)
    >>> tree[2].children, tree[2].morph.get("Tense"), [name.text for name in tree.ents]
    ([Ana, .], ['Past'], ['Ana Roca'])
    """
    return doc if isinstance(doc, Tree) else _tree_of(doc)


@lru_cache(maxsize=4)
def _tree_of(doc: Doc) -> Tree:
    return Tree(doc)


def node_of(token: Token | Node) -> Node:
    """The node of a token; a node is its own."""
    return token if isinstance(token, Node) else tree_of(token.doc).nodes[token.i]
