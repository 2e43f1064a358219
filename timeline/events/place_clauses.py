"""A predicate in a parse → the names of places that say where it happened or where it led."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from timeline.events.gazetteer import Kind, Spot, likeliest, spots_named
from timeline.events.place_words import Words, is_given, is_no_place
from timeline.model.syntax import (
    Tense,
    clause,
    is_passive,
    is_predicate,
    is_subject,
    relation,
    subject,
    tense,
)

_STRICT = ("in", "at", "near", "outside", "inside", "around")  # that hardly come before anything but places
_BESIDE = ("near", "next", "close", "outside", "north", "south", "east", "west")  # of a place
_OTHER_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis")
_PLACES = ("GPE", "LOC")  # labels of names
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


@dataclass(frozen=True)
class PlaceReader:
    """What decides in an article whether a noun of a clause is a place."""

    words: Words
    about: Mapping[str, int]

    def read(self, predicate: Token) -> Iterator[tuple[int, int]]:
        """The tokens of each place's name, as (start, end)."""
        top = _clause_of(predicate)
        yield from self._in_clause(top)
        yield from self._led_to_by_where(top)
        yield from self._meant_by_there(top)
        for verb in _completed(top):
            fronted_only = relation(top) == "advcl"
            yield from (span for span in self._in_clause(verb) if not fronted_only or span[1] <= verb.i)

    def _in_clause(self, top: Token) -> Iterator[tuple[int, int]]:
        only_told = top.lemma_.lower() in self.words.about
        for token in _own_words(top):
            if not (only_told and _is_in_object(token, top)):
                yield from self._located(token, top)

    def _led_to_by_where(self, top: Token) -> Iterator[tuple[int, int]]:
        """The place that "where" means: a noun that its clause belongs to, or the last one before it."""
        where = next((child for child in top.lefts if child.lower_ == "where"), None)
        if where is None or relation(top) not in ("acl", "advcl", "ccomp"):
            return
        if top.head.pos_ in ("NOUN", "PROPN"):
            yield from self._names(top.head, "in")
        else:
            before = [span for span in self._in_clause(_clause_of(top.head)) if span[1] <= where.i]
            yield from before[-1:]

    def _meant_by_there(self, top: Token) -> Iterator[tuple[int, int]]:
        """The last place before a "there", in its sentence or in the one before."""
        there = next((each for each in (top, *top.children) if _is_there(each)), None)
        if there is None:
            return
        first = there.sent.start
        before = [first - 1] if first else []
        for start in (first, *(there.doc[at].sent.start for at in before)):
            told = there.doc[start : there.i]
            spans = [span for token in told for span in self._located(token, token.head)]
            if spans:
                yield max(spans)
                return

    def _located(self, token: Token, verb: Token) -> Iterator[tuple[int, int]]:
        above = _leading(token)
        preposition = _preposition(above)
        if preposition:
            if self._leads_there(above, preposition):
                yield from self._names(token, preposition)
        elif self._is_object(above, verb):
            yield from self._names(token, "")

    def _leads_there(self, token: Token, preposition: str) -> bool:
        """Whether a preposition before a noun says where, to where or from where."""
        if token.dep_ in ("nmod:poss", "obl:agent") or _only_explains(token):
            return False
        words, first = self.words, preposition.split()[0]
        if first == "in" and relation(token) == "nmod" and token.head.lemma_.lower() in words.owned:
            return False
        if first == "of":
            return self._is_common(token.head) and self._is_somewhere(token.head)
        if first in words.where:
            return first != "out" or preposition.startswith("out of")
        if first in words.upon and self._can_be_stood_on(token):
            return True
        if first in words.going:
            return _governor(token) in (words.leaving if first == "for" else words.motion)
        return False

    def _is_somewhere(self, noun: Token) -> bool:
        above = _leading(noun)
        preposition = _preposition(above)
        if relation(above) in ("obj", "nsubj", "appos"):
            return True
        return bool(preposition) and self._leads_there(above, preposition)

    def _is_common(self, noun: Token) -> bool:
        """Whether it is a common noun of a place."""
        return bool(self.words.nouns & {noun.lower_, noun.lemma_.lower()})

    def _can_be_stood_on(self, token: Token) -> bool:
        if self._is_common(token):
            return True
        start, end = _name(token)
        spots = spots_named(token.doc[start:end].text)
        return bool(spots) and all(each.kind in (Kind.SITE, Kind.AREA) for each in spots)

    def _is_object(self, token: Token, verb: Token) -> bool:
        """Whether a verb such as "reach" or "bomb" has a noun for its object, or for its subject in the
        passive."""
        if verb.lemma_.lower() not in self.words.objects or token.head != verb:
            return False
        return relation(token) == "obj" or (is_passive(verb) and subject(verb) == token)

    def _names(self, token: Token, preposition: str) -> Iterator[tuple[int, int]]:
        """The names of places in a noun with what stands before it: "the Delmar quarter", "Delmar"."""
        if token.text[:1].isupper():
            start, end = _name(token)
            if self._is_place(token, start, end, preposition):
                yield start, end
        elif self._is_common(token):
            before = [each for each in token.lefts if self._may_name(each)]
            start, end = _name(before[-1]) if before else (token.i, token.i)
            if start < end and not is_no_place(token.doc[start:end].text, self.words):
                is_named = bool(self.words.named & {token.lower_, token.lemma_.lower()}) and end == token.i
                yield start, token.i + 1 if is_named else end

    def _may_name(self, word: Token) -> bool:
        """Whether a word before a common noun of a place names it: "the Delmar bridge", and of a town what is
        in it, "Delmar's bridges"."""
        if not word.text[:1].isupper():
            return False
        if word.dep_ == "nmod:poss":
            spots = spots_named(word.text) if word.ent_type_ in _PLACES else []
            return bool(spots) and spots[0].kind is not Kind.COUNTRY
        return relation(word) in ("compound", "flat", "nmod") or word.ent_type_ in _PLACES

    def _is_place(self, token: Token, start: int, end: int, preposition: str) -> bool:
        name = token.doc[start:end].text
        first = preposition.split()[0] if preposition else ""
        if is_no_place(name, self.words) or _is_part_of_organisation(token, start, end):
            return False
        spots = spots_named(name)
        if (
            any(each.label_ in _PLACES and each.text == name for each in token.doc.ents)
            or token.ent_type_ in _PLACES
        ):
            return True
        if token.lower_ in self.words.nouns and first in _STRICT:
            return True
        if token.ent_type_ == "ORG":
            return bool(spots) and (self._is_sure(spots) or first in _STRICT)
        if token.ent_type_ == "PER":
            return (
                bool(spots)
                and first in ("", *_STRICT)
                and end - start < 3
                and likeliest(spots, self.about) is not None
            )
        return bool(spots) or first in _STRICT

    def _is_sure(self, spots: Iterable[Spot]) -> bool:
        return any(each.kind is not Kind.TOWN or self.about.get(each.country) for each in spots)


def _is_part_of_organisation(token: Token, start: int, end: int) -> bool:
    """Whether a name is only a part of an organisation's: the Delmar of "Bank of Delmar"."""
    for name in token.doc.ents:
        if name.start <= token.i < name.end:
            first = name.start + (name[0].lower_ == "the")
            return name.label_ == "ORG" and (first < start or end < name.end)
    return False


def _is_in_object(token: Token, verb: Token) -> bool:
    while token.head not in (verb, token):
        token = token.head
    return relation(token) in ("obj", "iobj")


def _governor(token: Token) -> str:
    """The verb or noun that a noun with a preposition belongs to: "march" for "far down to Delmar"."""
    above = token.head
    while above.pos_ in ("ADV", "PART", "ADP") and above.head != above:
        above = above.head
    return above.lemma_.lower()


def _name(token: Token) -> tuple[int, int]:
    """Where the run of capitalised words around a noun begins and ends."""
    doc, sentence = token.doc, token.sent
    start, end = token.i, token.i + 1
    while start > sentence.start and _is_joined(doc[start - 1], token):
        start -= 1
    while end < sentence.end and _is_joined(doc[end], token):
        end += 1
    start = max([start, *(each.i + 1 for each in doc[start : token.i] if each.tag_ == "POS")])
    while start < token.i and not _may_begin(doc[start], doc[start:end]):
        start += 1
    while end > token.i + 1 and not doc[end - 1].text[:1].isupper():
        end -= 1
    return start, end


def _is_joined(word: Token, token: Token) -> bool:
    """Whether a word next to a name is part of it."""
    is_below = token.is_ancestor(word) or (
        word.head == token.head and relation(word) == relation(token) == "compound"
    )
    is_one_name = bool(word.ent_type_) and word.ent_type_ == token.ent_type_ in _PLACES
    if is_one_name:
        return True
    if not ((is_below and relation(word) in _PARTS) or word.text == "-"):
        return False
    return word.text[:1].isupper() or word.text == "-" or word.lower_ in _LINKS


def _may_begin(word: Token, name: Span) -> bool:
    """Whether a word may be the first of a name: no "in" or "the", and no "Italian" or "Jewish" unless the
    whole is known, or its rest is not."""
    if not word.text[:1].isupper() or relation(word) == "case" or word.lower_ == "the":
        return False
    is_known = bool(spots_named(name.text))
    if is_known or is_given(word.text):
        return is_known
    return relation(word) != "amod" or not spots_named(name[1:].text)


def _only_explains(token: Token) -> bool:
    """Whether a noun with its preposition only says of a place before it where that is: ", near Delmar"."""
    first = min([token.i, *(child.i for child in token.lefts if relation(child) == "case")])
    before = [each.text for each in token.doc[max(first - 2, 0) : first]]
    return (
        len(before) == 2
        and before[1] == ","
        and before[0][:1].isupper()
        and token.doc[first].lower_ in _BESIDE
    )


def _clause_of(predicate: Token) -> Token:
    """The head of a predicate's clause; an event that is a noun is its own."""
    is_verbal = is_predicate(predicate) or relation(predicate) in ("cop", "aux")
    return clause(predicate) if is_verbal else predicate


def _completed(top: Token) -> Iterator[Token]:
    """The verbs that an infinitive only completes: "voted to withhold"."""
    is_infinitive = tense(top) is Tense.INFINITIVE
    while relation(top) == "xcomp" or (relation(top) == "advcl" and is_infinitive):
        top, is_infinitive = top.head, False
        yield top


def _is_there(token: Token) -> bool:
    return token.lower_ == "there" and relation(token) != "expl" and token.pos_ == "ADV"


def _own_words(top: Token) -> Iterator[Token]:
    """The words of a clause without the clauses in it and without what only explains a noun."""
    yield top
    for child in top.children:
        is_clause = relation(child) in _OTHER_CLAUSES or (relation(child) == "conj" and is_predicate(child))
        is_clause = is_clause and not (child.dep_ == "acl" and is_subject(top))  # "the blast heard in Delmar"
        if not is_clause and not _explains(child):
            yield from _own_words(child)
        elif relation(child) == "appos" and child.ent_type_ in _PLACES and top.ent_type_ in _PLACES:
            yield child  # "Delmar, Peru"
        elif not is_clause and child.pos_ == "NOUN":
            yield from (
                each for each in child.children if _preposition(each) == "of"
            )  # "Cotter, a quarter of Delmar"


def _explains(token: Token) -> bool:
    """Whether a noun is a possessor or an apposition, one that the parse takes for a list included."""
    if relation(token) == "conj" and token.pos_ == "NOUN" and not _preposition(token):
        siblings = [each for each in token.head.children if relation(each) == "conj"]
        return not any(relation(child) == "cc" for each in (*siblings, token.head) for child in each.children)
    return relation(token) == "appos" or token.dep_ == "nmod:poss"


def _leading(token: Token) -> Token:
    """The first of the nouns that a noun is coordinated with, whose preposition holds for it too."""
    while relation(token) in ("conj", "appos") and not _preposition(token):
        token = token.head
    before = token.doc[token.i - 1] if token.i else token
    is_second = relation(token) == relation(before) == "obl" and before.head == token.head
    return before if is_second and not _preposition(token) else token


def _preposition(token: Token) -> str:
    """What stands before a noun, in small letters: "in", "out of"."""
    cases = [child for child in token.lefts if relation(child) == "case"]
    words = [word.lower_ for child in cases for word in (child, *child.rights)]
    if words == ["as"] and token.doc[cases[0].i - 1].lower_ == "far":
        return "near"  # "as far as"
    return " ".join(words)
