"""Tokens → the text of a label: as they are spelled in the article, with a space wherever some were left
out."""

import re
from collections.abc import Mapping, Sequence

from timeline.events.tree_nodes import Node

_FUNCTION = ("ADP", "DET", "SCONJ", "CCONJ", "AUX", "PART", "PRON")
_TIGHT = re.compile(r" (?=['’]s\b|n['’]t\b|[,%?])")
_OPEN = ("ADP", "DET", "SCONJ", "CCONJ", "AUX", "PUNCT")  # no label ends with one
_CLOSE = ("obj", "xcomp", "ccomp", "cop", "flat", "fixed", "compound", "iobj", "case")


def joined(words: Sequence[Node], names: Mapping[int, str]) -> str:
    """Tokens as they are spelled, those with a name by it."""
    said, last = "", None
    for token in words:
        if last is not None:
            said += last.whitespace_ if token.i == last.i + 1 else _between(last, token)
        said, last = said + (names.get(token.i) or _spelled(token)), token
    return _TIGHT.sub("", said)


def _between(last: Node, token: Node) -> str:
    """A space, with the comma or the "and" that parts two members of a list."""
    if token.i == last.i + 2 and last.nbor(1).text == ",":
        return ", "
    if token.pos_ not in ("NUM", "PROPN") or token.pos_ != last.pos_ or token.relation != "conj":
        return " "
    link = last.nbor(1)
    return ", " if link.text == "," else f" {link.text} " if link.relation == "cc" else " "


def _spelled(token: Node) -> str:
    """In small letters where it has a capital only because it begins its sentence."""
    text = token.text
    if not text[:1].isupper() or text == "I" or token.pos_ == "PROPN" or token.ent_type_:
        return text
    is_plain = token.is_sent_start or token.pos_ in _FUNCTION
    return token.lower_ if is_plain and token.is_title else text


def natural_end(words: Sequence[Node], top: Node) -> int:
    """How many of some words to keep so that fewer are left and the last phrase among them is whole."""
    for is_strict in (True, False):
        for end in range(len(words) - 1, 0, -1):
            if _is_end(words, end, top, is_strict):
                return end
    return len(words) - 1


def _is_end(words: Sequence[Node], end: int, top: Node, is_strict: bool) -> bool:
    """Whether no word before an end hangs on one behind it, and none behind it is needed by one before."""
    last, is_joined = words[end - 1].pos_, not words[end - 1].whitespace_
    if is_joined and words[end].i == words[end - 1].i + 1:
        return False  # "buy-out"
    if last in _OPEN or (is_strict and last == "ADV"):
        return False
    kept, gone = {each.i for each in words[:end]}, {each.i for each in words[end:]}
    if top.i in gone or any(each.head.i in gone for each in words[:end]):
        return False
    if not is_strict:
        return True
    needs = (each.head.i in kept and each.relation in _CLOSE for each in words[end:])
    if words[end - 1].ent_type_ and words[end].ent_iob == 1 and words[end].i - words[end - 1].i <= 1:
        return False
    is_verb = last == "VERB" and any(each.head.i == words[end - 1].i for each in words[end:])
    return not is_verb and not any(needs)
