"""An article with its trees and its placed timexes: what its events are told from."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from timeline.model import tokenise
from timeline.model.parsing import Parsed, parse_together
from timeline.model.syntax import governing_verb, is_predicate
from timeline.reading.document import Document
from timeline.text.sentences import find_sentences
from timeline.text.timex import NormalizedTimex

LONGEST = 1_500  # characters of a sentence that is parsed; a longer one is a list or a table


@dataclass(frozen=True)
class PlacedWords:
    """A timex that has an interval, and the token on which its words hang in the tree."""

    timex: NormalizedTimex
    top: Token
    first: int  # the numbers of its first and last token
    last: int


@dataclass(frozen=True)
class Analysis:
    """An article, its sentences as offsets, its trees, and its timexes in the order of the text."""

    document: Document
    sentences: Sequence[tuple[int, int]]
    parsed: Parsed
    timexes: Sequence[NormalizedTimex]

    def offset(self, token: Token) -> int:
        """Where a token begins in the article."""
        return self.parsed.offsets[token.i]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def is_one_paragraph(self, start: int, end: int) -> bool:
        """Whether no blank line parts two offsets."""
        return "\n\n" not in self.document.text[start:end]

    @cached_property
    def predicates(self) -> list[Token]:
        """What the clauses say, in the order of the text."""
        return [token for token in self.parsed.doc if is_predicate(token)]

    def chain(self, token: Token) -> list[Token]:
        """The predicate that a token stands under (itself, if it is one), and those above it."""
        known = self._chains.get(token.i)
        if known is None:
            above = token if is_predicate(token) else governing_verb(token)
            known = [] if above is None else [above, *self._above(above)]
            self._chains[token.i] = known
        return known

    def _above(self, predicate: Token) -> list[Token]:
        above = governing_verb(predicate)
        return [] if above is None else self.chain(above)

    def timexes_in(self, number: int) -> list[PlacedWords]:
        """The timexes of a sentence that have an interval and a place in its tree."""
        start, end = self.sentences[number]
        first, last = (bisect_left(self._placed_starts, each) for each in (start, end))
        return self._placed[first:last]

    def last_before(self, number: int) -> NormalizedTimex | None:
        """The last timex with an interval before a sentence."""
        first = bisect_left(self._placed_starts, self.sentences[number][0])
        return self._placed[first - 1].timex if first else None

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _chains(self) -> dict[int, list[Token]]:
        return {}

    @cached_property
    def _placed(self) -> list[PlacedWords]:
        found = (self._in_tree(timex) for timex in self.timexes if timex.interval is not None)
        return [each for each in found if each is not None]

    @cached_property
    def _placed_starts(self) -> list[int]:
        return [each.timex.start for each in self._placed]

    def _in_tree(self, timex: NormalizedTimex) -> PlacedWords | None:
        offsets = self.parsed.offsets
        first = max(0, bisect_right(offsets, timex.start) - 1)
        last = bisect_left(offsets, timex.end) - 1
        inside = self.parsed.doc[first : last + 1]
        if not inside or offsets[first] + len(inside[0]) <= timex.start:
            return None
        return PlacedWords(timex, inside.root, first, last)


def analyse(document: Document, timexes: Sequence[NormalizedTimex]) -> Analysis | None:
    """An article with the trees of its sentences; None where its language has no parser."""
    doc = tokenise(document.text, document.language)
    sentences = [(start, end) for start, end in find_sentences(doc, document.text) if end - start <= LONGEST]
    parsed = parse_together(doc, sentences, document.language)
    return Analysis(document, sentences, parsed, timexes) if parsed is not None else None
