"""A predicate in a parse → the names of places that say where it happened or where it led."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline.events.actor_lands import lands_of
from timeline.events.gazetteer import Kind, Spot, likeliest, spots_named
from timeline.events.nodes import Node, Tree
from timeline.events.place_names import PLACES, is_part_of_organisation, is_unknown_place, name_around
from timeline.events.place_words import Words, is_no_place
from timeline.model.syntax import (
    Tense,
    clause,
    is_passive,
    is_predicate,
    is_subject,
    subject,
    tense,
)

_STRICT = ("in", "at", "near", "outside", "inside", "around")  # that hardly come before anything but places
_THROUGH = ("into", "through", "across", "between", "to", "from", "towards", "toward", "throughout")
_BESIDE = ("near", "next", "close", "outside", "north", "south", "east", "west")  # of a place
_OTHER_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis")


@dataclass(frozen=True)
class PlaceReader:
    """What decides in an article whether a noun of a clause is a place."""

    words: Words
    about: Mapping[str, int]

    def read(self, predicate: Node) -> Iterator[tuple[int, int]]:
        """The tokens of each place's name, as (start, end)."""
        top = _clause_of(predicate)
        yield from self._in_clause(top)
        yield from self._led_to_by_where(top)
        yield from self._meant_by_there(top)
        for verb in _completed(top):
            fronted_only = top.relation == "advcl"
            yield from (span for span in self._in_clause(verb) if not fronted_only or span[1] <= verb.i)

    def _in_clause(self, top: Node) -> Iterator[tuple[int, int]]:
        only_told = top.lemma_.lower() in self.words.about
        for token in _own_words(top):
            if not (only_told and _is_in_object(token, top)):
                yield from self._located(token, top)

    def _led_to_by_where(self, top: Node) -> Iterator[tuple[int, int]]:
        """The place that "where" means: a noun that its clause belongs to, or the last one before it."""
        where = next((child for child in top.lefts if child.lower_ == "where"), None)
        if where is None or top.relation not in ("acl", "advcl", "ccomp"):
            return
        if top.head.pos_ in ("NOUN", "PROPN"):
            yield from self._names(top.head, "in")
        else:
            before = [span for span in self._in_clause(_clause_of(top.head)) if span[1] <= where.i]
            yield from before[-1:]

    def _meant_by_there(self, top: Node) -> Iterator[tuple[int, int]]:
        """The last place before a "there", in its sentence or in the one before."""
        there = next((each for each in (top, *top.children) if _is_there(each)), None)
        if there is None:
            return
        first = there.sent.start
        before = [first - 1] if first else []
        for start in (first, *(there.doc[at].sent.start for at in before)):
            told = there.doc.nodes[start : there.i]
            spans = [span for token in told for span in self._located(token, token.head)]
            if spans:
                yield max(spans)
                return

    def _located(self, token: Node, verb: Node) -> Iterator[tuple[int, int]]:
        if not (token.text[:1].isupper() or self._is_common(token)):
            return
        above = _leading(token)
        preposition = _preposition(above)
        if preposition:
            if self._leads_there(above, preposition):
                yield from self._names(token, preposition)
        elif self._is_object(above, verb):
            yield from self._names(token, "")

    def _leads_there(self, token: Node, preposition: str) -> bool:
        """Whether a preposition before a noun says where, to where or from where."""
        if token.dep_ in ("nmod:poss", "obl:agent") or _only_explains(token):
            return False
        words, first = self.words, preposition.split()[0]
        if first == "in" and token.relation == "nmod" and token.head.lemma_.lower() in words.owned:
            return False
        if first == "of":
            return self._is_common(token.head) and self._is_somewhere(token.head)
        if first in words.where:
            return first != "out" or preposition.startswith("out of")
        if first in words.upon and self._can_be_stood_on(token):
            return True
        if first in words.going:
            return bool(_governors(token) & (words.leaving if first == "for" else words.motion))
        return False

    def _is_somewhere(self, noun: Node) -> bool:
        above = _leading(noun)
        preposition = _preposition(above)
        if above.relation in ("obj", "nsubj", "appos"):
            return True
        return bool(preposition) and self._leads_there(above, preposition)

    def _is_common(self, noun: Node) -> bool:
        """Whether it is a common noun of a place."""
        nouns = self.words.nouns
        return noun.lower_ in nouns or noun.lemma_.lower() in nouns

    def _can_be_stood_on(self, token: Node) -> bool:
        if self._is_common(token):
            return True
        start, end = name_around(token)
        spots = spots_named(token.doc.text(start, end))
        return bool(spots) and all(each.kind in (Kind.SITE, Kind.AREA) for each in spots)

    def _is_object(self, token: Node, verb: Node) -> bool:
        """Whether a verb such as "reach" or "bomb" has a noun for its object, or for its subject in the
        passive."""
        if verb.lemma_.lower() not in self.words.objects or token.head != verb:
            return False
        return token.relation == "obj" or (is_passive(verb) and subject(verb) == token)

    def _names(self, token: Node, preposition: str) -> Iterator[tuple[int, int]]:
        """The names of places in a noun with what stands before it: "the Delmar quarter", "Delmar"."""
        if token.text[:1].isupper():
            start, end = name_around(token)
            if self._is_place(token, start, end, preposition):
                yield start, end
        elif self._is_common(token):
            before = [each for each in token.lefts if self._may_name(each)]
            start, end = name_around(before[-1]) if before else (token.i, token.i)
            if start < end and not self._is_none(token.doc, start, end):
                is_named = bool(self.words.named & {token.lower_, token.lemma_.lower()}) and end == token.i
                yield start, token.i + 1 if is_named else end

    def _is_none(self, doc: Tree, start: int, end: int) -> bool:
        """Whether a name is surely none of a place, but of a month, a people, an unlisted one included."""
        name = doc.text(start, end)
        return lands_of(doc).get(name, name) != name or is_no_place(name, self.words)

    def _may_name(self, word: Node) -> bool:
        """Whether a word before a common noun of a place names it: "the Delmar bridge", and of a town what is
        in it, "Delmar's bridges"."""
        if not word.text[:1].isupper():
            return False
        if word.dep_ == "nmod:poss":
            spots = spots_named(word.text) if word.ent_type_ in PLACES else []
            return bool(spots) and spots[0].kind is not Kind.COUNTRY
        return word.relation in ("compound", "flat", "nmod") or word.ent_type_ in PLACES

    def _is_place(self, token: Node, start: int, end: int, preposition: str) -> bool:
        name = token.doc.text(start, end)
        first = preposition.split()[0] if preposition else ""
        if self._is_none(token.doc, start, end) or is_part_of_organisation(token, start, end):
            return False
        spots = spots_named(name)
        if (
            any(each.label_ in PLACES and each.text == name for each in token.doc.ents)
            or token.ent_type_ in PLACES
        ):
            return True
        if token.lower_ in self.words.nouns and first in _STRICT:
            return True
        is_beside = token.relation == "conj" and token.head.ent_type_ in PLACES
        if token.ent_type_ in ("ORG", "PER") and not spots and first in (*_STRICT, *_THROUGH):
            return is_unknown_place(token, start, end)
        if token.ent_type_ == "ORG":
            return bool(spots) and (self._is_sure(spots) or first in _STRICT or is_beside)
        if token.ent_type_ == "PER":
            return (
                bool(spots)
                and (first in ("", *_STRICT) or is_beside)
                and end - start < 3
                and likeliest(spots, self.about) is not None
            )
        return bool(spots) or first in _STRICT

    def _is_sure(self, spots: Iterable[Spot]) -> bool:
        return any(each.kind is not Kind.TOWN or self.about.get(each.country) for each in spots)


def _is_in_object(token: Node, verb: Node) -> bool:
    while token.head not in (verb, token):
        token = token.head
    return token.relation in ("obj", "iobj")


def _governors(token: Node) -> frozenset[str]:
    """The verb or noun that a noun with a preposition belongs to, "march" for "far down to Delmar", and the
    object right before it, "march" for "called a march to Delmar"."""
    above = token.head
    while above.pos_ in ("ADV", "PART", "ADP") and above.head != above:
        above = above.head
    case = min((child.i for child in token.children if child.relation == "case"), default=token.i)
    beside = [child for child in above.children if child.relation == "obj" and child.right_edge.i == case - 1]
    return frozenset(each.lemma_.lower() for each in (above, *beside))


def _only_explains(token: Node) -> bool:
    """Whether a noun with its preposition only says of a place before it where that is: ", near Delmar"."""
    first = min([token.i, *(child.i for child in token.lefts if child.relation == "case")])
    before = [each.text for each in token.doc.nodes[max(first - 2, 0) : first]]
    return (
        len(before) == 2
        and before[1] == ","
        and before[0][:1].isupper()
        and token.doc[first].lower_ in _BESIDE
    )


def _clause_of(predicate: Node) -> Node:
    """The head of a predicate's clause; an event that is a noun is its own."""
    is_verbal = is_predicate(predicate) or predicate.relation in ("cop", "aux")
    return clause(predicate) if is_verbal else predicate


def _completed(top: Node) -> Iterator[Node]:
    """The verbs that an infinitive only completes: "voted to withhold"."""
    is_infinitive = tense(top) is Tense.INFINITIVE
    while top.relation == "xcomp" or (top.relation == "advcl" and is_infinitive):
        top, is_infinitive = top.head, False
        yield top


def _is_there(token: Node) -> bool:
    return token.lower_ == "there" and token.relation != "expl" and token.pos_ == "ADV"


def _own_words(top: Node) -> list[Node]:
    """The words of a clause without the clauses in it and without what only explains a noun."""
    found: list[Node] = []
    _gather(top, found)
    return found


def _gather(top: Node, found: list[Node]) -> None:
    found.append(top)
    for child in top.children:
        kind = child.relation
        is_clause = kind in _OTHER_CLAUSES or (kind == "conj" and is_predicate(child))
        is_clause = is_clause and not (kind == "ccomp" and _is_speaker(child))
        is_clause = is_clause and not (child.dep_ == "acl" and is_subject(top))  # "the blast heard in Delmar"
        if is_clause:
            continue
        if not _explains(child):
            _gather(child, found)
        elif kind == "appos" and child.ent_type_ in PLACES and top.ent_type_ in PLACES:
            found.append(child)  # "Delmar, Peru"
        elif child.pos_ == "NOUN":  # "Cotter, a quarter of Delmar"
            found += [each for each in child.children if _preposition(each) == "of"]


def _is_speaker(token: Node) -> bool:
    """Whether it is who says it, taken for what is said: "said a baker in Delmar"."""
    is_bare = not any(child.relation in ("nsubj", "cop", "aux", "mark") for child in token.children)
    return token.tag_ == "NN" and is_bare and token.i > token.head.i


def _explains(token: Node) -> bool:
    """Whether a noun is a possessor or an apposition, one that the parse takes for a list included."""
    if token.relation == "conj" and token.pos_ == "NOUN" and not _preposition(token):
        siblings = [each for each in token.head.children if each.relation == "conj"]
        return not any(child.relation == "cc" for each in (*siblings, token.head) for child in each.children)
    return token.relation == "appos" or token.dep_ == "nmod:poss"


def _leading(token: Node) -> Node:
    """The first of the nouns that a noun is coordinated with, whose preposition holds for it too."""
    while token.relation in ("conj", "appos") and not _preposition(token):
        token = token.head
    before = token.doc[token.i - 1] if token.i else token
    is_second = token.relation == before.relation == "obl" and before.head == token.head
    return before if is_second and not _preposition(token) else token


def _preposition(token: Node) -> str:
    """What stands before a noun, in small letters: "in", "out of"."""
    cases = [child for child in token.children if child.relation == "case" and child.i < token.i]
    if not cases:
        return ""
    words = [word.lower_ for child in cases for word in (child, *child.rights)]
    if words == ["as"] and token.doc[cases[0].i - 1].lower_ == "far":
        return "near"  # "as far as"
    return " ".join(words)
