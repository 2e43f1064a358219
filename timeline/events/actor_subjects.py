"""Predicate → the tokens that are its subject or agent, each conjunct for itself."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Token

from timeline.events.actor_control import controller, hindered, is_infinitive, link, subject_after_for
from timeline.events.actor_words import words
from timeline.events.nodes import Node, node_of
from timeline.model.syntax import NOMINALS

_DASHES = frozenset(["-", "–", "—", "--", "_", ")_"])
_DEEPEST = 6  # clauses from one without a subject up to the one whose subject it shares
_LONGEST_DATELINE = 20  # tokens
_OF_ITS_DOER = ("of", "by", "between")
_SHARING = ("advcl", "xcomp", "conj", "ccomp", "acl")
_BEFORE_CLAUSE = ("after", "before", "since", "until", "as", "when", "while")


def subjects(predicate: Token) -> list[Token]:
    """The heads of the noun phrases that are subject or agent of a predicate; of a noun, whose doing it is.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "Speaking in Oslo, Ana Roca and Pablo Rey welcomed the decision by the court."
    >>> doc = parse_together(tokenise(text), [(0, len(text))]).doc
    >>> [[each.text for each in subjects(doc[place])] for place in (0, 9, 11)]
    [['Ana', 'Pablo'], ['Ana', 'Pablo'], ['court']]
    """
    return [predicate.doc[node.i] for node in subject_nodes(node_of(predicate))]


@lru_cache(maxsize=1_000)  # for pronouns are resolved by the subjects around them
def subject_nodes(predicate: Node) -> tuple[Node, ...]:
    """The same, of a node."""
    if predicate.relation in ("aux", "cop"):
        predicate = predicate.head
    is_noun = predicate.pos_ in ("NOUN", "PROPN") and not _has_subject(predicate)
    found = _of_noun(predicate) if is_noun else _of_verb(predicate, _DEEPEST)
    every = [each for token in found for each in _with_conjuncts(token) if each != predicate]
    return tuple(sorted(set(every), key=lambda each: each.i))


def _of_verb(verb: Node, depth: int) -> list[Node]:
    by = [child for child in verb.children if child.dep_ == "obl:agent"]
    if by and verb.relation == "acl":  # "the man sent by Ana Roca"
        return by
    return [*(_own(verb) or _told_of(verb) or _fronted(verb) or _inverted(verb) or _shared(verb, depth)), *by]


def _own(verb: Node) -> list[Node]:
    """Subjects that hang on the verb itself, or would but for a slip of the parse."""
    own = [child for child in verb.children if child.dep_.startswith("nsubj")]
    if any(_is_relative(each) for each in own):
        return []
    before = [each for each in own if each.i < verb.i]
    own = _free(before) or own
    if not own:
        own = [late for clause in (verb.head, *verb.lefts) for late in _late(clause, verb)]
    return (
        [each for token in own for each in _past_dateline(token)]
        or _after_conjunction(verb)
        or _after_year(verb)
    )


def _free(subjects: list[Node]) -> list[Node]:
    """Of several subjects those without a preposition that only explain no other: not "before the League",
    nor the name in "friends of his rival, Ana Roca, marched"."""
    free = [each for each in subjects if not link(each)] or subjects
    return [each for each in free if each == free[0] or not _is_set_off(each)]


def _is_set_off(token: Node) -> bool:
    """Whether commas stand before and behind it."""
    last = token.right_edge.i + 1
    return _follows_comma(token) and last < token.sent.end and token.doc[last].text == ","


def _late(clause: Node, verb: Node) -> list[Node]:
    """The second subject of a clause, behind its verb and before another without one: "after it had met, the
    court ruled", "the day brought news: the court ruled"."""
    found = [child for child in clause.children if child.dep_.startswith("nsubj")]
    is_double = verb.relation in ("root", "parataxis", "ccomp") and any(each.i < clause.i for each in found)
    return [each for each in found if is_double and clause.i < each.i < verb.i]


def _after_conjunction(verb: Node) -> list[Node]:
    """The subject of "after Ana Roca had warned them", where the parse has "after" a preposition."""
    if not any(child.dep_.startswith("aux") for child in verb.children) or verb.head == verb:
        return []
    before = [child for child in verb.head.children if child.i < verb.i and child.relation == "obl"]
    near = [each for each in before if each.i > verb.head.i and link(each) in _BEFORE_CLAUSE]
    return [each for each in near if each.right_edge.i >= verb.left_edge.i - 1]


def _after_year(verb: Node) -> list[Node]:
    """The names right before a finite main verb, where the parse has them hang on a date before: "in the
    spring of 1988 Oslo and Ana Roca agreed"."""
    name = verb.doc.name_at.get(verb.i - 1) if verb.i else None
    if name is None or verb.relation not in ("root", "parataxis", "ccomp", "conj") or not _is_finite(verb):
        return []
    first = name.root
    while first.relation == "conj" and not link(first):
        first = first.head
    before = verb.doc[first.left_edge.i - 1] if first.left_edge.i > verb.sent.start else first
    is_dated = before.tag_ == "CD" or before.lower_ in words("times")
    return [first] if first.i < verb.i and is_dated and not link(first) and first.head.i < first.i else []


def _told_of(verb: Node) -> list[Node]:
    """The noun that a relative clause or a participle tells of."""
    pronoun = next(
        (child for child in verb.children if _is_relative(child) and child.dep_.startswith("nsubj")), None
    )
    is_acl = verb.relation == "acl" and not is_infinitive(verb)
    if pronoun is None:
        return _described(verb.head) if is_acl and ":" not in verb.dep_ else []
    if is_acl and _may_be(verb.head, pronoun):
        return _described(verb.head)
    return _described(_noun_before(pronoun))  # the clause hangs elsewhere


def _may_be(noun: Node, pronoun: Node) -> bool:
    """Whether "who" or "which" may stand for a noun: no person is "which", no body "who"."""
    sort = noun.ent_type_
    return not (pronoun.lower_ == "which" and sort == "PER") and not (
        pronoun.lower_ == "who" and sort in ("GPE", "LOC")
    )


def _noun_before(pronoun: Node) -> Node:
    at = max(pronoun.i - 1, 0)
    while at > pronoun.sent.start and pronoun.doc[at].pos_ == "PUNCT":
        at -= 1
    token = pronoun.doc[at]
    while token.head.i < token.i and (
        token.relation in ("flat", "compound") or (token.relation == "nmod" and not _may_be(token, pronoun))
    ):
        token = token.head
    return token


def _described(noun: Node) -> list[Node]:
    """A noun, and what it is said of: "Ana Roca, the mayor, who", "it was Ana Roca who", "the first to
    answer"."""
    found = [noun]
    if noun.relation == "nmod" and noun.tag_ in ("NNS", "NNPS") and noun.head.relation == "appos":
        noun = noun.head  # "the Group, a circle of states that"
    if noun.relation == "appos":
        found.append(noun.head)
    else:
        found += _named_before(noun)
    if _has_subject(noun):
        found += [each for each in _own(noun) or _fronted(noun) if each.lower_ != "it"]
    return found


def _named_before(noun: Node) -> list[Node]:
    """The name that a noun explains where the parse does not see it: "the Group, a circle of states that"."""
    if noun.relation == "nmod" and noun.tag_ == "NNS":
        noun = noun.head
    comma = noun.left_edge.i - 1
    if comma and noun.doc[comma].text != ",":
        comma = next((child.i for child in noun.children if child.text == "," and child.i < noun.i), 0)
    name = noun.doc.name_at.get(comma - 1) if comma > noun.sent.start else None
    between = noun.doc.nodes[comma + 1 : noun.i]
    is_next = bool(between) and between[0].lower_ in ("the", "a", "an") and not _nominal_in(between)
    return [name.root] if name and name.label_ in ("ORG", "PER") and is_next else []


def _nominal_in(nodes: Sequence[Node]) -> bool:
    return any(each.pos_ in NOMINALS for each in nodes)


def _fronted(verb: Node) -> list[Node]:
    """The subject of "speaking in Oslo, Ana Roca said", where it is taken for a conjunct of those words."""
    if verb.relation not in ("root", "parataxis", "ccomp") or not _is_finite(verb):
        return []
    before = verb.doc.nodes[verb.sent.start : verb.i]
    after_comma = [each for each in before if _follows_comma(each) and each.relation in ("conj", "appos")]
    free = [each for each in after_comma if each.pos_ in NOMINALS and not link(each) and not _has_cc(each)]
    first = next(
        (each for each in free if link(each.head) or each.head.relation in ("advcl", "advmod")), None
    )
    if first is None:
        return []
    return [each for each in before[first.i - verb.sent.start :] if each == first or _is_beside(each, first)]


def _is_beside(token: Node, first: Node) -> bool:
    return (
        token.head == first.head and token.relation == "conj" and token.pos_ in NOMINALS and not link(token)
    )


def _follows_comma(token: Node) -> bool:
    edge = token.left_edge
    return edge.text == "," or (edge.i > token.sent.start and edge.nbor(-1).text == ",")


def _has_cc(token: Node) -> bool:
    return any(child.relation == "cc" for child in token.children)


def _is_finite(verb: Node) -> bool:
    helping = (child for child in verb.children if child.relation in ("aux", "cop"))
    return any("Fin" in each.morph.get("VerbForm") for each in (verb, *helping))


def _inverted(verb: Node) -> list[Node]:
    """The subject of "so said the ministry": a finite main verb without one has it behind it."""
    is_so = any(child.lower_ in ("so", "nor", "neither") for child in verb.lefts)
    is_main = (verb.relation in ("root", "parataxis") or is_so) and "Fin" in verb.morph.get("VerbForm")
    found = [child for child in verb.rights if child.relation in ("obj", "iobj") and _is_nominal(child)]
    return found[:1] if is_main else []


def _shared(verb: Node, depth: int) -> list[Node]:
    """The subject of the clause above, for a clause that has none: "speaking on Monday, she said"; or whom
    that clause names: "told her to leave"."""
    above = verb.head
    if above == verb or not depth or verb.relation not in _SHARING or _has_none(verb):
        return []
    if is_infinitive(verb):
        named = subject_after_for(verb) or controller(verb, above)
        if named:
            return named
        if verb.relation == "acl" and _has_subject(above):  # "was the first to answer"
            return _own(above)
        if verb.relation == "acl" and (above.tag_ == "NN" or above.relation == "obj"):
            return _of_noun(above) or (_of_verb(above.head, depth - 1) if above.relation == "obj" else [])
    if verb.relation == "acl":
        return []
    return hindered(verb, above) or _of_verb(above, depth - 1)


def _has_none(verb: Node) -> bool:
    """Whether a clause is finite, so that its subject was not seen, or is a preposition: "following a
    breakdown"."""
    is_finite = verb.relation in ("advcl", "ccomp", "xcomp") and any(
        "Fin" in each.morph.get("VerbForm")
        for each in (verb, *verb.children)
        if each == verb or each.relation in ("aux", "cop")
    )
    return is_finite or (verb.relation == "advcl" and verb.lower_ in words("prepositional"))


def _of_noun(noun: Node) -> list[Node]:
    """Whose doing or suffering a noun tells: "Roca's arrest", "the arrest of Roca", "a ruling by the
    court"."""
    return [
        child
        for child in noun.children
        if child.dep_ == "nmod:poss" or (child.relation in ("nmod", "obl") and link(child) in _OF_ITS_DOER)
    ]


def _is_relative(token: Node) -> bool:
    return "PronType=Rel" in token.features or (
        token.lower_ in ("who", "which") and token.tag_ in ("WP", "WDT")
    )


def _has_subject(noun: Node) -> bool:
    return any(child.relation in ("nsubj", "cop", "aux", "expl") for child in noun.children)


def _is_nominal(token: Node) -> bool:
    return token.pos_ in NOMINALS or token.lower_ in words("parts")


def _with_conjuncts(token: Node) -> Iterator[Node]:
    yield token
    for child in token.children:
        if child.relation == "conj" and _is_nominal(child) and (link(token) or not link(child)):
            yield from _with_conjuncts(child)


def _past_dateline(token: Node) -> list[Node]:
    """The subject itself, or, where the place of a dateline was taken for it, the nouns after the dash."""
    first, verb = token.sent.start, token.head
    if not token.doc[first].is_upper:
        return [token]
    opening = token.doc.nodes[first : first + _LONGEST_DATELINE]
    dash = next((each.i for each in opening if each.text in _DASHES), -1)
    if token.i > dash:
        return [token]
    after = token.doc.nodes[dash + 1 : max(dash + 1, verb.i)]
    kinds = ("nsubj", "appos", "conj", "flat", "nmod", "dep", "parataxis")
    return [
        each
        for each in after
        if each.head in (token, verb) and each.relation in kinds and each.pos_ in NOMINALS
    ]
