"""Document text → the time expressions in it, before any of them is placed."""

import re

from spacy.attrs import ORTH
from spacy.strings import hash_string
from spacy.tokens import Doc

from timeline.text.chart import AROUND, find_matches
from timeline.text.grammar import Grammar
from timeline.text.lexing import find_atoms
from timeline.text.timex import Timex

MOST_TOKENS = 24  # of one stretch that is searched at once; no timex is nearly as long
OVERLAP = 8  # tokens searched again where a stretch was cut between two timexes
_APOSTROPHES = {hash_string(mark) for mark in "'’‘"}
_PARAGRAPH = re.compile(r"\n\s*\n")


def find_timexes(doc: Doc, grammar: Grammar, text: str | None = None) -> list[Timex]:
    """The time expressions of a tokenised text, in order, none overlapping.

    `text` is the doc's own, if it is at hand: spaCy joins it anew for each call.
    Only stretches of words that the grammar knows, around one that speaks of time, are searched.
    """
    text, kinds = text or doc.text, _token_kinds(doc, grammar)
    found: list[Timex] = []
    done = 0
    for index, kind in enumerate(kinds):
        if kind == 2 and index >= done:
            first, last = _stretch(kinds, index, done)
            timexes = _timexes_in(doc, text, _word_start(doc, first, done), last, grammar)
            is_cut = last < len(kinds) and kinds[last] > 0
            if is_cut and timexes:
                timexes, last = _untorn(timexes, doc, first, last)
            elif is_cut:
                last = max(index + 1, last - OVERLAP)
            found.extend(timexes)
            done = last
    return found


def _token_kinds(doc: Doc, grammar: Grammar) -> list[int]:
    known = grammar.kinds
    orths = doc.to_array(ORTH).tolist()
    for orth in set(orths).difference(known):
        known[orth] = _kind(doc.vocab.strings[orth], grammar)
    kinds = [known[orth] for orth in orths]
    for index, orth in enumerate(orths[:-1]):  # the tokeniser cuts '66 in two
        if orth in _APOSTROPHES and doc[index + 1].is_digit and len(doc[index + 1]) == 2:
            kinds[index + 1] = 2
    return kinds


def _kind(text: str, grammar: Grammar) -> int:
    if text.isspace():
        return 0 if _PARAGRAPH.search(text) else 1
    return grammar.kind(text)


def _stretch(kinds: list[int], index: int, done: int) -> tuple[int, int]:
    """First and last (exclusive) of the known tokens around a trigger."""
    first = index
    while first > done and kinds[first - 1] and index - first < MOST_TOKENS // 2:
        first -= 1
    last = index + 1
    while last < len(kinds) and kinds[last] and last - first < MOST_TOKENS:
        last += 1
    return first, last


def _untorn(timexes: list[Timex], doc: Doc, first: int, last: int) -> tuple[list[Timex], int]:
    """Leave what stands near the end of a cut stretch to the next one, unless nothing else is in it."""
    sure = doc[max(first, last - OVERLAP)].idx
    kept = [timex for timex in timexes if timex.end <= sure] or timexes[:1]
    return kept, next(
        index for index in range(first, last + 1) if index == last or doc[index].idx >= kept[-1].end
    )


def _timexes_in(doc: Doc, text: str, first: int, last: int, grammar: Grammar) -> list[Timex]:
    """Search a stretch; the words beside it are context only."""
    left, right = _beside(doc, first, last)
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    atoms = find_atoms(text, doc[left].idx, doc[right].idx + len(doc[right]))
    inside = [index for index, atom in enumerate(atoms) if start <= atom.start and atom.end <= end]
    matches = find_matches(atoms, grammar, inside[0], inside[-1] + 1) if inside else []
    spans = [(atoms[match.first].start, atoms[match.last - 1].end, match) for match in matches]
    return [
        Timex(start, end, text[start:end], match.expression, match.rule.name) for start, end, match in spans
    ]


def _beside(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """First and last token, inclusive, of a stretch and the words beside it on its lines."""
    left, right = first, last - 1
    while left > 0 and first - left < AROUND and not doc[left - 1].is_space:
        left -= 1
    while right + 1 < len(doc) and right - last + 1 < AROUND and not doc[right + 1].is_space:
        right += 1
    return left, right


def _word_start(doc: Doc, index: int, done: int) -> int:
    """Back to where the written word begins: spaCy cuts "Wed." into "We" + "d."."""
    first = index
    while first > max(done, index - 4) and not doc[first - 1].whitespace_ and not doc[first - 1].is_space:
        first -= 1
    return first
