"""A predicate in its tree → the features by which the kind of its event is told.

Some are asked of every kind alike ("a cue of this kind is the object"): rows of `Told.shared`, a column for
each kind. The others are of the clause (`Told.own`) and speak for each kind in its own measure. What stands
around the clause is the same for all clauses of a sentence (`category_topics`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timeline.events.category_cues import WEIGHTS, WHOM, Sign, by_kind, find_signs, state, total
from timeline.events.category_leanings import KINDS
from timeline.events.category_topics import Cued, Topics, base_form, topics_of
from timeline.events.nodes import Node
from timeline.events.supersenses import of_noun, of_verb
from timeline.model.syntax import (
    NOMINALS,
    clause,
    governing_verb,
    is_passive,
    is_predicate,
    is_within_noun,
    object_,
    subject,
)

OF_CLAUSE = (
    "clause",
    "clause: told most",
    "clause: share",
    "several words",
    "several words, close together",
    "several words with the verb",
    "verb",
    *(f"cues: {group}" for group in WEIGHTS),
    "subject",
    "object",
    "rest",
    "aside",
    "clauses below",
    "clause above",
    "verb: leaning",
    "subject: leaning",
    "object: leaning",
)
NEARLY = 0.95  # of the most
FEW_WORDS = 4
_CLAUSES = frozenset(["root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"])
_PEOPLE = frozenset(["him", "her", "them", "me", "us"])
_PERSON = ("PER", "PERSON")
_CUES_OF = [f"cues of {kind}" for kind in KINDS]
_NOTHING = [0.0] * len(KINDS)
_NUMBER = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Told:
    """What tells the kind of a predicate's event: the cues in its clause, the values of `OF_CLAUSE` (features
    × kinds), the features of the clause, and the places of its words."""

    signs: list[Sign]
    shared: np.ndarray
    own: dict[str, float]
    places: list[int]


def features(node: Node, actors: Sequence[str]) -> Told:
    """What tells the kind of a predicate's event, of which `actors` are named as those who act."""
    topics, about, whom = topics_of(node.doc), subject(node), object_(node)
    words = own_words(node, about)
    parts = _parts(node, words, about, whom)
    said = [topics.words[place] for place in parts.inside if topics.words[place]]
    lemma, states = (
        base_form(node),
        [each.text for each in words if each.pos_ == "PROPN" and state(each.text)],
    )
    if whom is not None and (whom.ent_type_ in _PERSON or whom.lower_ in _PEOPLE):
        said.append(WHOM)
    signs = find_signs(lemma, said, (*actors, *states), "en")
    rows = _of_clause(node, topics, signs, about, whom, parts)
    own = _own(node, about, whom)
    countries = {state(name) for name in (*actors, *states)} - {""}
    own |= {
        "one country": float(len(countries) == 1),
        "two countries": float(len(countries) > 1),
        "somebody named acts": float(bool(actors)),
        "few words": float(len(said) < FEW_WORDS),
        "no cue": float(not signs),
        **{name: strength for name, strength in zip(_CUES_OF, rows[0], strict=True) if strength},
    }
    shared = np.zeros((len(OF_CLAUSE), len(KINDS)))
    shared[: len(rows)] = rows
    for number, each in enumerate((node, about, whom), start=len(rows)):
        if each is not None:
            shared[number] = topics.leanings[each.i]
    return Told(signs, shared, own, parts.inside)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The places of a clause's words, of each of its parts, and of the clauses around it."""

    inside: list[int]  # all but asides
    about: list[int]
    whom: list[int]
    rest: list[int]
    aside: list[int]
    below: list[int]
    above: list[int]


def _parts(node: Node, words: Sequence[Node], about: Node | None, whom: Node | None) -> _Parts:
    own = {each.i for each in words}
    of_whom = _below(whom) & own if whom is not None else set()
    of_about = _below(about) & own - of_whom if about is not None and about is not whom else set()
    aside = {each.i for each in words if _is_aside(each, node)}
    governor = governing_verb(node)
    above = {each.i for each in _clause_words(governor)} - own if governor is not None else set()
    rest = own - of_whom - of_about - aside - {node.i}
    inside = sorted(own - aside)
    parts = (of_about - aside, of_whom - aside, rest, aside, _below(node) - own, above)
    return _Parts(inside, *(list(part) for part in parts))


def _below(node: Node) -> set[int]:
    """The places of a word and of those that hang on it."""
    found = [node]
    for each in found:
        found += each.children
    return {each.i for each in found}


def _of_clause(
    node: Node, topics: Topics, signs: Sequence[Sign], about: Node | None, whom: Node | None, parts: _Parts
) -> list[list[float]]:
    """The values of `OF_CLAUSE`, a row each."""
    lemma = base_form(node)
    several = [sign for sign in signs if len(sign.places) > 1]
    close = [sign for sign in several if _is_close(sign)]
    with_verb = [sign for sign in several if lemma in sign.cue.words]
    of_verb = [sign for sign in signs if sign.cue.is_verb or sign.cue.text == lemma]
    told = _weigh(signs)
    most, together = max(told), sum(told)
    places = (parts.about, parts.whom, parts.rest, parts.aside, parts.below, parts.above)
    return [
        told,
        [float(each >= NEARLY * most) for each in told] if most else _NOTHING,
        [each / together for each in told] if most else _NOTHING,
        _weigh(several) if several else _NOTHING,
        _weigh(close) if close else _NOTHING,
        _weigh(with_verb) if with_verb else _NOTHING,
        _weigh(of_verb) if of_verb else _NOTHING,
        *_counts(signs),
        *(_strongest(topics.cues, part) for part in places),
    ]


def _weigh(signs: Sequence[Sign]) -> list[float]:
    """What cues weigh together for each kind, a strong one 1."""
    told = [0.0] * len(KINDS)
    for kind, cues in by_kind(signs).items():
        told[_NUMBER[kind]] = total(cues.values()) / WEIGHTS["strong"]
    return told


def _counts(signs: Sequence[Sign]) -> list[list[float]]:
    """How many cues of each group there are for each kind, two at most."""
    counts = {group: [0.0] * len(KINDS) for group in WEIGHTS}
    for sign in signs:
        row, number = counts[sign.cue.group], _NUMBER[sign.cue.category]
        row[number] = min(row[number] + 1.0, 2.0)
    return list(counts.values())


def _is_close(sign: Sign) -> bool:
    return max(sign.places) - min(sign.places) <= len(sign.places) + 1


def _strongest(cues: Sequence[Cued], places: Sequence[int]) -> list[float]:
    """The strongest cue of each kind among the words at some places."""
    row = _NOTHING
    for place in places:
        for number, strength in cues[place]:
            if row is _NOTHING:
                row = [0.0] * len(KINDS)
            row[number] = max(row[number], strength)
    return row


def _own(node: Node, about: Node | None, whom: Node | None) -> dict[str, float]:
    """The features of a clause, whatever it tells of."""
    own = {"always": 1.0, f"subject: {_sort(about)}": 1.0, f"object: {_sort(whom)}": 1.0}
    if node.pos_ == "VERB":
        own |= {f"verb of {sense}": share for sense, share in of_verb(base_form(node)).items()}
    for name, noun in (("subject", about), ("object", whom)):
        if noun is not None and noun.pos_ == "NOUN":
            own |= {f"{name} of {sense}": share for sense, share in of_noun(base_form(noun)).items()}
    own[f"clause: {node.relation}"] = 1.0
    own["noun"] = float(node.pos_ != "VERB")
    own["passive"] = float(is_passive(node))
    own["clause below"] = float(any(child.relation in ("ccomp", "xcomp") for child in node.children))
    return own


def _sort(noun: Node | None) -> str:
    """What sort of thing a noun names."""
    if noun is None:
        return "none"
    if noun.pos_ == "PRON":
        return "I, we" if noun.lower_ in ("i", "we") else "pronoun"
    if noun.pos_ != "PROPN":
        return "noun"
    if state(noun.text):
        return "country"
    if noun.ent_type_ in _PERSON:
        return "person"
    return "place" if noun.ent_type_ in ("LOC", "GPE") else "organisation"


def own_words(predicate: Node, about: Node | None) -> list[Node]:
    """The words of a predicate's clause with its subject; of a noun in another's clause what hangs on it."""
    if predicate.pos_ in ("NOUN", "PROPN") and is_within_noun(predicate, predicate.sent.root):
        return list(predicate.subtree)
    own = {token.i: token for token in (*_clause_words(predicate), *_of_subject(about))}
    return [own[place] for place in sorted(own)]


def _clause_words(predicate: Node) -> list[Node]:
    """As `syntax.clause_words`, unsorted."""
    found = [clause(predicate)]
    for each in found:
        found += [child for child in each.children if not _is_clause(child)]
    return found


def _is_clause(node: Node) -> bool:
    return node.relation in _CLAUSES or (node.relation == "conj" and is_predicate(node))


def _of_subject(about: Node | None) -> list[Node]:
    """Who or what the clause tells of, if that stands in another: "envoys" for "told the envoys to leave"."""
    if about is None or about.pos_ not in NOMINALS:
        return []
    return [about, *(child for child in about.children if child.relation in ("amod", "compound", "flat"))]


def _is_aside(token: Node, predicate: Node) -> bool:
    """Whether a token only says who somebody is: "the head of the assembly", "Defence Minister"."""
    while token is not predicate and token.head is not token:
        if token.relation == "appos":
            return True
        if token.dep_ in ("compound", "flat", "nmod:desc") and _is_person(token.head):
            return True
        token = token.head
    return False


def _is_person(token: Node) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in _PERSON
