"""An article with its trees and its placed timexes: what its events are told from."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from timeline.events.counted import Count, find_counts
from timeline.events.nodes import tree_of
from timeline.events.ranges import RANGE, join_ranges, joined
from timeline.events.words import EventWords, read_words
from timeline.model import tokenise
from timeline.model.parsing import Parsed, parse_together
from timeline.model.syntax import Tense, governing_verb, is_predicate, relation, tense
from timeline.reading.document import Document
from timeline.text.sentences import find_sentences
from timeline.text.timex import NormalizedTimex

SHORT = 1.6  # sentences a paragraph
LONGEST = 1_500  # characters of a sentence that is parsed; a longer one is a list or a table
_BLANK = re.compile(r"\n\s*\n")


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
    def dated_by_clause(self) -> frozenset[int]:
        """The numbers of the predicates in whose clause a timex with an interval stands."""
        chains = (self.chain(each.top) for each in self._placed)
        return frozenset(chain[0].i for chain in chains if chain)

    def lengths(self, number: int) -> list[tuple[int, str]]:
        """The times told in a sentence that have no place on the calendar ("for three days", "now"): the
        number of the predicate in whose clause each stands, and its kind."""
        return self._lengths.get(number, [])

    @cached_property
    def _lengths(self) -> dict[int, list[tuple[int, str]]]:
        found: dict[int, list[tuple[int, str]]] = {}
        for timex in self.timexes:
            placed = self._in_tree(timex) if timex.interval is None else None
            chain = self.chain(placed.top) if placed is not None else ()
            if chain:
                kind = timex.value if timex.value.endswith("_REF") else timex.type
                found.setdefault(self.sentence(timex.start), []).append((chain[0].i, kind))
        return found

    def tense(self, token: Token) -> Tense:
        """The tense of a predicate."""
        known = self._tenses.get(token.i)
        if known is None:
            known = self._tenses[token.i] = tense(token)
        return known

    @cached_property
    def counts(self) -> dict[int, list[Count]]:
        """The lengths of time that part a predicate from another, by the predicate's number."""
        found: dict[int, list[Count]] = {}
        for count in find_counts(self.timexes, self.parsed.doc, self.parsed.offsets, self._words):
            for token in (count.counted, count.start):
                found.setdefault(token.i, []).append(count)
        return found

    @cached_property
    def has_short_paragraphs(self) -> bool:
        """Whether most paragraphs are of one sentence, so that a new one tells nothing."""
        return len(self.sentences) < SHORT * (1 + len(_BLANK.findall(self.document.text)))

    @cached_property
    def memo(self) -> dict[int, object]:
        """What was worked out of a predicate for its date, by its number."""
        return {}

    @cached_property
    def _tenses(self) -> dict[int, Tense]:
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _chains(self) -> dict[int, list[Token]]:
        return {}

    @cached_property
    def _placed(self) -> list[PlacedWords]:
        known = [each for each in self.timexes if each.interval is not None]
        placed = join_ranges(known, self.document.text, self._words)
        found: list[PlacedWords] = []
        for each in filter(None, map(self._in_tree, placed)):
            if found and self._are_both(found[-1], each):
                both = joined(found[-1].timex, each.timex, self.document.text, RANGE)
                found[-1] = PlacedWords(both, found[-1].top, found[-1].first, each.last)
            else:
                found.append(each)
        return found

    def _are_both(self, first: PlacedWords, last: PlacedWords) -> bool:
        """Whether two timexes tell of one thing: "on Monday and again on Tuesday"."""
        between = {node.lower_ for node in self.parsed.doc[first.last + 1 : last.first]}
        ends, times = self._words.times["and"], self._words.times["beside"]
        if (
            not (between & ends and between <= ends | times)
            or "P" in first.timex.value[:1] + last.timex.value[:1]
        ):
            return False
        if relation(last.top) == "conj":
            return first.first <= last.top.head.i <= first.last
        return last.top.head == first.top.head and is_predicate(last.top.head)

    @cached_property
    def _words(self) -> EventWords:
        return read_words(self.document.language)

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
    if parsed is None:
        return None
    return Analysis(document, sentences, Parsed(tree_of(parsed.doc), parsed.offsets), timexes)
