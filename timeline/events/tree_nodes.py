"""Words in their trees as plain objects: what spaCy's tokens tell, read ten times as fast.

A `Node` has the names of a spaCy token's attributes, so that `timeline.model.syntax` asks it the same
questions. `timeline.events.nodes` makes them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.events.nodes import Tree


class Node:
    """A word in its tree. Its attributes mean what those of a spaCy token mean; `relation` is its `dep_`
    without the subtype."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "features",
        "head",
        "i",
        "lemma_",
        "lower_",
        "pos_",
        "relation",
        "tag_",
        "text",
    )
    doc: "Tree"
    head: "Node"
    children: Sequence["Node"]

    def __init__(
        self,
        doc: "Tree",
        i: int,
        text: str,
        lower: str,
        lemma: str,
        pos: str,
        tag: str,
        dep: str,
        relation: str,
        features: str,
        name: str,
    ) -> None:
        self.doc = doc
        self.i = i
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = dep
        self.relation = relation
        self.features = features
        self.ent_type_ = name
        self.children = ()

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def morph(self) -> "Features":
        return _features(self.features)

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()

    @property
    def is_title(self) -> bool:
        return self.text.istitle()

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_stop(self) -> bool:
        return bool(self.doc.stops[self.i])

    @property
    def like_num(self) -> bool:
        return bool(self.doc.numerals[self.i])

    @property
    def ent_iob(self) -> int:
        return self.doc.name_marks[self.i]

    @property
    def is_punct(self) -> bool:
        return bool(self.doc.marks[self.i])

    @property
    def sent(self) -> "Stretch":
        return self.doc.sentence_of[self.i]

    @property
    def is_sent_start(self) -> bool:
        return self.sent.start == self.i

    @property
    def whitespace_(self) -> str:
        return " " if self.doc.spaces[self.i] else ""

    @property
    def lefts(self) -> list["Node"]:
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Node"]:
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> Iterator["Node"]:
        node = self
        while node.head is not node:
            node = node.head
            yield node

    @property
    def subtree(self) -> Iterator["Node"]:
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def left_edge(self) -> "Node":
        return self.doc.nodes[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> "Node":
        return self.doc.nodes[self.doc.edges[1][self.i]]

    def nbor(self, step: int = 1) -> "Node":
        return self.doc.nodes[self.i + step]

    def is_ancestor(self, other: "Node") -> bool:
        return any(above is self for above in other.ancestors)


@dataclass(frozen=True, eq=False, slots=True)
class Stretch:
    """Words side by side, as spaCy's spans are: `tree.nodes[start:end]`, and the label of a name."""

    doc: "Tree"
    start: int
    end: int
    label_: str = ""

    def __iter__(self) -> Iterator[Node]:
        return iter(self.doc.nodes[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, place: int | slice) -> "Node | Stretch":
        if isinstance(place, slice):
            first, last, _ = place.indices(len(self))
            return Stretch(self.doc, self.start + first, self.start + max(first, last))
        return self.doc.nodes[self.start + place if place >= 0 else self.end + place]

    @property
    def text(self) -> str:
        return self.doc.text(self.start, self.end)

    @property
    def root(self) -> Node:
        """The word on which the others hang; of several the one nearest to the root of its sentence."""
        if len(self) == 1:
            return self[0]
        top = next((node for node in self if node.head is node), None)
        if top is not None:
            return top
        leaving = [node for node in self if not self.start <= node.head.i < self.end]
        return min(leaving, key=lambda node: sum(1 for _ in node.ancestors))


@dataclass(frozen=True, slots=True)
class Features:
    """The grammatical features of a word, asked as spaCy's are."""

    text: str
    values: dict[str, list[str]]

    def get(self, name: str) -> list[str]:
        return self.values.get(name, [])

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4_096)
def _features(text: str) -> Features:
    pairs = (each.partition("=") for each in text.split("|") if "=" in each)
    return Features("" if text == "_" else text, {name: value.split(",") for name, _, value in pairs})
