"""Document text → the time expressions in it, before any of them is placed."""

import re

from spacy.attrs import ORTH
from spacy.tokens import Doc

from timeline.text.chart import find_matches
from timeline.text.grammar import Grammar
from timeline.text.lexing import find_atoms
from timeline.text.timex import Timex

MOST_TOKENS = 24  # of one stretch that is searched at once; no timex is nearly as long
_PARAGRAPH = re.compile(r"\n\s*\n")
_kinds: dict[str, dict[int, int]] = {}


def find_timexes(doc: Doc, grammar: Grammar, text: str | None = None) -> list[Timex]:
    """The time expressions of a tokenised text, in order, none overlapping.

    `text` is the doc's own, if it is at hand: spaCy joins it anew for each call.

    Only stretches of words that the grammar knows, around one that speaks of time, are searched.
    """
    text, kinds = text or doc.text, _token_kinds(doc, grammar)
    found, done = [], 0
    for index, kind in enumerate(kinds):
        if kind == 2 and index >= done:
            first, done = _stretch(kinds, index, done)
            found.extend(_timexes_in(doc, text, first, done, grammar))
    return found


def _token_kinds(doc: Doc, grammar: Grammar) -> list[int]:
    known = _kinds.setdefault(grammar.language, {})
    orths = doc.to_array(ORTH).tolist()
    for orth in set(orths).difference(known):
        known[orth] = _kind(doc.vocab.strings[orth], grammar)
    return [known[orth] for orth in orths]


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


def _timexes_in(doc: Doc, text: str, first: int, last: int, grammar: Grammar) -> list[Timex]:
    """Search a stretch, with the words beside it as context."""
    left = first - 1 if first and not doc[first - 1].is_space else first
    while left and first - left < 4 and not doc[left - 1].whitespace_:  # spaCy cuts "Wed." into "We" + "d."
        left -= 1
    right = last if last < len(doc) and not doc[last].is_space else last - 1
    atoms = find_atoms(text, doc[left].idx, doc[right].idx + len(doc[right]))
    return [
        Timex(start, end, text[start:end], match.expression, match.rule.name)
        for match in find_matches(atoms, grammar)
        for start, end in [(atoms[match.first].start, atoms[match.last - 1].end)]
    ]
