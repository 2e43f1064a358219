"""A noun in a parse → the run of words around it that is a place's name."""

from collections.abc import Sequence

from timeline.events.actor_words import words
from timeline.events.gazetteer import spots_named
from timeline.events.nodes import Node, Stretch
from timeline.events.place_words import is_given

PLACES = ("GPE", "LOC")  # labels of names
_PARTS = (
    "compound",
    "flat",
    "amod",
    "nmod",
    "goeswith",
    "case",
    "det",
    "nummod",
)  # what a name may be made of
_LINKS = frozenset(
    ["de", "del", "la", "las", "los", "el", "of", "the", "da", "do", "dos", "di", "du", "al", "y", "-"]
)


def is_part_of_organisation(token: Node, start: int, end: int) -> bool:
    """Whether a name is only a part of an organisation's: the Delmar of "Bank of Delmar"."""
    for name in token.doc.ents:
        if name.start <= token.i < name.end:
            first = name.start + (name[0].lower_ == "the")
            return name.label_ == "ORG" and (first < start or end < name.end)
    return False


def is_unknown_place(token: Node, start: int, end: int) -> bool:
    """Whether a name that was taken for somebody's may be that of a place in no list: no acronym, no body,
    and no person of the article."""
    inside = token.doc.nodes[start:end]
    has_article = any(child.lower_ in ("the", "a", "an") for child in token.children)
    if has_article or inside[-1].lower_ in words("bodies") or any(each.is_upper for each in inside):
        return False
    return token.ent_type_ == "ORG" or _is_no_person(inside)


def _is_no_person(inside: Sequence[Node]) -> bool:
    """Whether no person of the article is called so."""
    doc = inside[0].doc
    before = doc[max(inside[0].i - 1, 0)]
    persons = {part.text for name in doc.ents if name.label_ == "PER" and len(name) > 1 for part in name}
    return len(inside) == 1 and inside[0].text not in persons and before.lower_ not in words("titles")


def name_around(token: Node) -> tuple[int, int]:
    """Where the run of capitalised words around a noun begins and ends."""
    doc, sentence = token.doc, token.sent
    start, end = token.i, token.i + 1
    while start > sentence.start and _is_joined(doc[start - 1], token):
        start -= 1
    while end < sentence.end and _is_joined(doc[end], token):
        end += 1
    start = max([start, *(each.i + 1 for each in doc.nodes[start : token.i] if each.tag_ == "POS")])
    while start < token.i and not _may_begin(doc[start], doc.stretch(start, end)):
        start += 1
    while end > token.i + 1 and not (doc[end - 1].text[:1].isupper() or doc[end - 1].text.isdigit()):
        end -= 1
    return start, end


def _is_joined(word: Node, token: Node) -> bool:
    """Whether a word next to a name is part of it."""
    is_below = token.is_ancestor(word) or (
        word.head == token.head and word.relation == token.relation == "compound"
    )
    is_one_name = bool(word.ent_type_) and word.ent_type_ == token.ent_type_ in PLACES
    if is_one_name:
        return True
    if not ((is_below and word.relation in _PARTS) or word.text == "-"):
        return False
    return word.text[:1].isupper() or word.text == "-" or word.lower_ in _LINKS


def _may_begin(word: Node, name: Stretch) -> bool:
    """Whether a word may be the first of a name: no "in" or "the", and no "Italian" or "Jewish" unless the
    whole is known, or its rest is not."""
    if not word.text[:1].isupper() or word.relation == "case" or word.lower_ == "the":
        return False
    is_known = bool(spots_named(name.text))
    if is_known or is_given(word.text):
        return is_known
    return word.relation != "amod" or not spots_named(name.doc.text(name.start + 1, name.end))
