"""Tokenised text → sentences, as offsets."""

from functools import cache
from itertools import pairwise

from spacy.attrs import ORTH
from spacy.strings import hash_string
from spacy.tokens import Doc, Token

from timeline.text.grammar import grammar_if_any

_ENDERS = {hash_string(mark) for mark in (".", "!", "?", "…", "...", "?!", "!!", "!?")}
_CLOSERS = frozenset("\"'”’)]»")
_SHORT = range(2, 5)  # letters of an abbreviation
_WRAPPED = range(45, 101)  # lengths of a line that was broken by a margin, not by a thought


def find_sentences(doc: Doc, text: str | None = None) -> list[tuple[int, int]]:
    """(start, end) offsets of each sentence, without the space around it; headings count as sentences.

    >>> from timeline.model import load_tokeniser
    >>> doc = load_tokeniser("en")("The U.S. acted. Others waited.")
    >>> [doc.text[start:end] for start, end in find_sentences(doc)]
    ['The U.S. acted.', 'Others waited.']
    """
    text, orths = text or doc.text, doc.to_array(ORTH).tolist()
    may_end, never_end = _abbreviations(doc.lang_)
    cuts = [0]
    for index, orth in enumerate(orths):
        if orth in _ENDERS:
            if index and orths[index - 1] in never_end:
                continue
            cut = _after_closers(doc, index + 1)
            if cut < len(doc) and _may_begin(doc[cut].text) and not _abbreviates(doc, index, cut):
                cuts.append(doc[cut].idx)
        elif orth in may_end and index + 1 < len(doc) and _begins_anew(doc[index + 1]):
            cuts.append(doc[index + 1].idx)
    cuts += _line_cuts(text)
    cuts = sorted({*cuts, len(text)})
    return [span for start, end in pairwise(cuts) if (span := _trimmed(text, start, end))]


@cache
def _abbreviations(language: str) -> tuple[frozenset[int], frozenset[int]]:
    """The abbreviations that a sentence may end with, and the words that a full stop only shortens."""
    grammar = grammar_if_any(language)
    kinds = (grammar.may_end, grammar.never_end) if grammar else ((), ())
    return tuple(frozenset(map(hash_string, words)) for words in kinds)


def _after_closers(doc: Doc, index: int) -> int:
    while index < len(doc) and doc[index].text in _CLOSERS and not doc[index - 1].whitespace_:
        index += 1
    return index


def _abbreviates(doc: Doc, index: int, cut: int) -> bool:
    """Whether a full stop ends a short word in a capital before a number: "DEC. 30", "Jan . 5"."""
    word = doc[index - 1].text if index else ""
    following = next((token.text for token in doc[cut : cut + 2] if not token.is_space), "")
    return len(word) in _SHORT and word.isalpha() and word[0].isupper() and following[:1].isdigit()


def _begins_anew(token: Token) -> bool:
    """Whether a word after an abbreviation begins a sentence: a "The" or a "He" in a capital does."""
    return token.text.istitle() and token.is_stop


def _may_begin(word: str) -> bool:
    return not word[0].islower() and word[0] not in ",;:.…"


def _line_cuts(text: str) -> list[int]:
    """Where a line break ends a sentence: everywhere but inside text that was wrapped at a margin."""
    cuts, start = [], 0
    while (end := text.find("\n", start)) >= 0:
        line, following = text[start:end].rstrip(), text[end + 1 : end + 2]
        wrapped = following.islower() or (
            len(line) in _WRAPPED and line[-1] not in '.!?:"”' and following.strip()
        )
        if not wrapped:
            cuts.append(end)
        start = end + 1
    return cuts


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if left < right else None
