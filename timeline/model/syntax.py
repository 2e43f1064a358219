"""What a parse tells, asked in plain terms: outside the model itself the only place that knows the
labels of the tree.

The labels are those of Universal Dependencies 2 (de Marneffe et al. 2021); any spaCy pipeline that gives them
will do. Words that English needs for it (auxiliaries, negations) are listed here too.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

NOMINALS = ("NOUN", "PROPN", "PRON")
_SUBJECTS = ("nsubj", "csubj")
_CLAUSES = ("root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis")
_AUXILIARIES = ("aux", "cop")
_PASSIVE = ":pass"  # how their subtypes end
_BEFORE_NOUN = ("det", "nummod", "amod", "compound", "flat", "nmod", "advmod", "goeswith")
_AFTER_NOUN = ("flat", "compound", "goeswith", "fixed", "nummod")
_INSIDE_NOUN = ("compound", "flat", "fixed", "det", "amod", "goeswith")
_NEVER = frozenset(["not", "n't", "never", "neither", "nor", "hardly", "scarcely", "n’t", "nt"])
_NOBODY = frozenset(["no", "nobody", "none", "nothing", "neither", "noone"])
_WILL = frozenset(["will", "'ll", "’ll", "wo", "shall", "sha"])
_WOULD = frozenset(["would", "'d", "’d"])
_MAY = frozenset(["may", "might", "can", "could", "ca"])
_MUST = frozenset(["must", "should", "ought", "need"])
_HAVE = frozenset(["have", "has", "'ve", "’ve", "had", "having", "'s", "’s", "'d", "’d"])
_HAD = frozenset(["had", "'d", "’d"])


class Tense(StrEnum):
    """The tense of a verb with its auxiliaries. The last four are of verbs that have none of their own."""

    PAST = "past"  # left, was leaving, was told
    PLUPERFECT = "pluperfect"  # had left
    PERFECT = "perfect"  # has left
    PRESENT = "present"  # leaves, is told
    PROGRESSIVE = "progressive"  # is leaving
    FUTURE = "future"  # will leave
    CONDITIONAL = "conditional"  # would leave
    MODAL = "modal"  # may leave, must leave
    INFINITIVE = "infinitive"  # to leave
    PRESENT_PARTICIPLE = "present participle"  # leaving
    PAST_PARTICIPLE = "past participle"  # left by its crew
    NONE = "none"  # no verb at all


class Modality(StrEnum):
    """How a clause's auxiliaries put it."""

    PLAIN = "plain"
    POSSIBLE = "possible"  # may, might, can, could
    NECESSARY = "necessary"  # must, should, ought to
    CONDITIONAL = "conditional"  # would


def relation(token: Token) -> str:
    """A token's relation to its head without its subtype: "obl" for "obl:agent"."""
    return _without_subtype(token.dep_)


@lru_cache(maxsize=256)
def _without_subtype(label: str) -> str:
    return label.partition(":")[0].lower()


def has_universal_relations(doc: Doc) -> bool:
    """Whether a parsed doc has a tree in this scheme: its prepositions are `case`."""
    return any(relation(token) == "case" for token in doc)


def is_predicate(token: Token) -> bool:
    """Whether a token is what a clause says: a verb, or a noun or adjective with a copula or a subject."""
    if relation(token) in _AUXILIARIES:
        return False
    if token.pos_ == "VERB":
        return relation(token) not in ("amod", "case", "compound")
    return any(relation(child) in (*_SUBJECTS, *_AUXILIARIES) for child in token.children)


def governing_verb(token: Token) -> Token | None:
    """The nearest predicate above a token: "met" for each word of "on the eve of Monday's vote they met"."""
    return next((above for above in token.ancestors if is_predicate(above)), None)


def is_within_noun(token: Token, verb: Token) -> bool:
    """Whether a token hangs on a verb above it only by way of a noun, as in "they hailed Monday's vote"."""
    while token != verb and token.head != token:
        if relation(token) in ("nmod", "compound", "amod", "acl", "appos"):
            return True
        token = token.head
    return False


def names_a_thing(token: Token) -> bool:
    """Whether a token is part of a noun's name: "Monday's vote", "the Monday vote"."""
    return token.dep_ in ("nmod:poss", "compound", "nmod:unmarked")


def is_subject(token: Token) -> bool:
    """Whether a token is what a clause is about."""
    return relation(token) in _SUBJECTS


def clause(token: Token) -> Token:
    """The head of the clause that a token stands in, the token itself if it is one."""
    while token.head != token and not _is_clause(token):
        token = token.head
    return token


def _is_clause(token: Token) -> bool:
    return relation(token) in _CLAUSES or (relation(token) == "conj" and is_predicate(token))


def clause_words(token: Token) -> list[Token]:
    """The tokens of a token's clause in their order, without those of the clauses that hang on it."""
    top = clause(token)
    found, waiting = [], [top]
    while waiting:
        each = waiting.pop()
        found.append(each)
        waiting += [child for child in each.children if not _is_clause(child)]
    return sorted(found, key=lambda each: each.i)


def subject(verb: Token) -> Token | None:
    """The grammatical subject: its own, or that of the verb it is coordinated with or is controlled by; for a
    relative clause the noun that it tells of."""
    seen = verb
    while True:
        own = _child(seen, *_SUBJECTS)
        is_relative = relation(seen) == "acl"
        if own is not None and not (is_relative and "PronType=Rel" in str(own.morph)):
            return own
        if is_relative:
            return seen.head if own is not None or ":" not in seen.dep_ else None
        if relation(seen) not in ("conj", "xcomp") or seen.head == seen:
            return None
        controller = _child(seen.head, "obj", "iobj") if relation(seen) == "xcomp" else None
        if controller is not None:
            return controller
        seen = seen.head


def is_passive(verb: Token) -> bool:
    """Whether the subject suffers rather than does it: "the bridge was closed"."""
    return any(child.dep_ in ("aux:pass", "nsubj:pass", "csubj:pass") for child in verb.children)


def agent(verb: Token) -> Token | None:
    """Who does it: the subject, in the passive the one after "by"."""
    if is_passive(verb) or tense(verb) is Tense.PAST_PARTICIPLE:
        return next((child for child in verb.children if child.dep_ == "obl:agent"), None)
    return subject(verb)


def object_(verb: Token) -> Token | None:
    """Whom or what it is done to: the object, in the passive the subject."""
    return subject(verb) if is_passive(verb) else _child(verb, "obj")


def _child(verb: Token, *relations: str) -> Token | None:
    return next((child for child in verb.children if relation(child) in relations), None)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries and the copula of a predicate, in their order; a coordinated bare form shares those of
    the verb before it ("will meet and talk")."""
    own = [child for child in verb.children if relation(child) in _AUXILIARIES]
    shares = relation(verb) == "conj" and _form(verb) in ("Inf", "Part", "Ger") and not _is_marked(verb)
    if not own and shares and _form(verb.head) == _form(verb):
        return auxiliaries(verb.head)
    return own


def _form(verb: Token) -> str:
    return next(iter(verb.morph.get("VerbForm")), "")


def _is_marked(verb: Token) -> bool:
    return any(child.lower_ == "to" for child in verb.lefts)


def tense(verb: Token) -> Tense:
    """The tense of a predicate, from its own form and its auxiliaries."""
    helping = auxiliaries(verb)
    is_verb = verb.pos_ in ("VERB", "AUX") or verb.tag_.startswith("VB")
    parts = [*helping, verb] if is_verb or relation(verb) == "cop" else helping
    if not parts:
        return Tense.NONE
    first, rest = parts[0], parts[1:]
    if first.morph.get("Tense") == ["Fut"]:
        return Tense.FUTURE
    if first.morph.get("Mood") == ["Cnd"]:
        return Tense.CONDITIONAL
    word = first.lower_
    is_passive_alone = first.dep_.endswith(_PASSIVE)  # "it's told" is no "has told"
    if rest and relation(first) == "aux" and not is_passive_alone:
        if word in _WILL:
            return Tense.FUTURE
        is_had = word in _HAD and rest[0].morph.get("VerbForm") == ["Part"]
        if word in _WOULD and not is_had:
            return Tense.CONDITIONAL
        if word in _MAY or word in _MUST:
            return Tense.MODAL
        if word in _HAVE and "Past" in rest[0].morph.get("Tense"):
            return Tense.PLUPERFECT if is_had else Tense.PERFECT
    return _own_tense(first, rest)


def _own_tense(first: Token, rest: list[Token]) -> Tense:
    """Of a first part that is no modal."""
    is_past = "Past" in first.morph.get("Tense")
    form = _form(first)
    if form == "Fin":
        goes_on = len(rest) == 1 and _form(rest[0]) in ("Part", "Ger")
        is_active = goes_on and "Past" not in rest[0].morph.get("Tense")
        return Tense.PAST if is_past else Tense.PROGRESSIVE if is_active else Tense.PRESENT
    if form in ("Part", "Ger"):
        return Tense.PAST_PARTICIPLE if is_past else Tense.PRESENT_PARTICIPLE
    has_subject = any(relation(child) in _SUBJECTS for child in first.children)
    if has_subject and not _is_marked(first):  # "the unions meet": no infinitive, whatever its tag says
        return Tense.PRESENT
    return Tense.INFINITIVE if form == "Inf" else Tense.NONE


def modality(verb: Token) -> Modality:
    """How the auxiliaries of a predicate put it."""
    words = {each.lower_ for each in auxiliaries(verb)}
    if words & _MUST:
        return Modality.NECESSARY
    if words & _MAY:
        return Modality.POSSIBLE
    return Modality.CONDITIONAL if tense(verb) is Tense.CONDITIONAL else Modality.PLAIN


def is_negated(verb: Token) -> bool:
    """Whether a clause is denied: by "not" or "never" at its verb, or by "no" or "nobody" as its subject or
    object."""
    for child in verb.children:
        if child.lower_ in _NEVER and relation(child) in ("advmod", "cc", "det"):
            return True
        if relation(child) in (*_SUBJECTS, "obj"):
            words = (child, *(each for each in child.children if relation(each) in ("det", "advmod")))
            if any(each.lower_ in _NOBODY for each in words):
                return True
    return False


def reporting_verb(token: Token) -> Token | None:
    """The verb under which what a token's clause says is reported: "said" in "he said they had left" and in
    "They had left, he said"."""
    at = clause(token)
    while True:
        if relation(at) == "ccomp":
            return at.head
        said = [child for child in at.children if relation(child) == "parataxis" and _child(child, "nsubj")]
        if said:
            return said[0]
        if at.head == at:
            return None
        at = clause(at.head)


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Nouns with what stands before them, no two overlapping, as (start, end, label) for `Doc.noun_chunks`:
    UD hangs a preposition on its noun, and it is no part of the chunk."""
    doc = doclike.doc
    label, last = doc.vocab.strings.add("NP"), -1
    for token in doclike:
        is_possessor = token.dep_ == "nmod:poss"
        if token.pos_ not in NOMINALS or relation(token) in _INSIDE_NOUN or is_possessor or token.i <= last:
            continue
        edges = [child.left_edge.i for child in token.lefts if relation(child) in _BEFORE_NOUN]
        start, end = max(last + 1, min([token.i, *edges])), token.i
        for child in token.rights:
            if relation(child) not in _AFTER_NOUN or child.left_edge.i != end + 1:
                break
            end = child.right_edge.i
        last = end
        yield start, end + 1, label
