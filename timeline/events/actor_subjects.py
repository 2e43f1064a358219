"""Predicate → the tokens that are its subject or agent, each conjunct for itself."""

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.events.actor_words import words
from timeline.model.syntax import NOMINALS, relation

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
    if relation(predicate) in ("aux", "cop"):
        predicate = predicate.head
    is_noun = predicate.pos_ in ("NOUN", "PROPN") and not _has_subject(predicate)
    found = _of_noun(predicate) if is_noun else _of_verb(predicate, _DEEPEST)
    every = [each for token in found for each in _with_conjuncts(token) if each != predicate]
    return sorted(set(every), key=lambda each: each.i)


def _of_verb(verb: Token, depth: int) -> list[Token]:
    by = [child for child in verb.children if child.dep_ == "obl:agent"]
    if by and relation(verb) == "acl":  # "the man sent by Ana Roca"
        return by
    return [*(_own(verb) or _told_of(verb) or _fronted(verb) or _inverted(verb) or _shared(verb, depth)), *by]


def _own(verb: Token) -> list[Token]:
    """Subjects that hang on the verb itself, or would but for a slip of the parse."""
    own = [child for child in verb.children if child.dep_.startswith("nsubj")]
    if any(_is_relative(each) for each in own):
        return []
    before = [each for each in own if each.i < verb.i]
    own = before or own
    if not own:
        own = [late for clause in (verb.head, *verb.lefts) for late in _late(clause, verb)]
    return [each for token in own for each in _past_dateline(token)] or _after_conjunction(verb)


def _late(clause: Token, verb: Token) -> list[Token]:
    """The second subject of a clause, behind its verb and before another without one: "after it had met, the
    court ruled", "the day brought news: the court ruled"."""
    found = [child for child in clause.children if child.dep_.startswith("nsubj")]
    is_double = relation(verb) in ("root", "parataxis", "ccomp") and any(each.i < clause.i for each in found)
    return [each for each in found if is_double and clause.i < each.i < verb.i]


def _after_conjunction(verb: Token) -> list[Token]:
    """The subject of "after Ana Roca had warned them", where the parse has "after" a preposition."""
    if not any(child.dep_.startswith("aux") for child in verb.children) or verb.head == verb:
        return []
    before = [child for child in verb.head.children if child.i < verb.i and relation(child) == "obl"]
    near = [each for each in before if each.i > verb.head.i and _link(each) in _BEFORE_CLAUSE]
    return [each for each in near if each.right_edge.i >= verb.left_edge.i - 1]


def _told_of(verb: Token) -> list[Token]:
    """The noun that a relative clause or a participle tells of."""
    pronoun = next(
        (child for child in verb.children if _is_relative(child) and child.dep_.startswith("nsubj")), None
    )
    is_acl = relation(verb) == "acl" and not _is_infinitive(verb)
    if pronoun is None:
        return _described(verb.head) if is_acl and ":" not in verb.dep_ else []
    if is_acl and _may_be(verb.head, pronoun):
        return _described(verb.head)
    return _described(_noun_before(pronoun))  # the clause hangs elsewhere


def _may_be(noun: Token, pronoun: Token) -> bool:
    """Whether "who" or "which" may stand for a noun: no person is "which", no body "who"."""
    sort = noun.ent_type_
    return not (pronoun.lower_ == "which" and sort == "PER") and not (
        pronoun.lower_ == "who" and sort in ("GPE", "LOC")
    )


def _noun_before(pronoun: Token) -> Token:
    at = max(pronoun.i - 1, 0)
    while at > pronoun.sent.start and pronoun.doc[at].pos_ == "PUNCT":
        at -= 1
    token = pronoun.doc[at]
    while token.head.i < token.i and (
        relation(token) in ("flat", "compound") or (relation(token) == "nmod" and not _may_be(token, pronoun))
    ):
        token = token.head
    return token


def _described(noun: Token) -> list[Token]:
    """A noun, and what it is said of: "Ana Roca, the mayor, who", "it was Ana Roca who", "the first to
    answer"."""
    found = [noun]
    if relation(noun) == "nmod" and noun.tag_ in ("NNS", "NNPS") and relation(noun.head) == "appos":
        noun = noun.head  # "the Group, a circle of states that"
    if relation(noun) == "appos":
        found.append(noun.head)
    if _has_subject(noun):
        found += [each for each in _own(noun) or _fronted(noun) if each.lower_ != "it"]
    return found


def _fronted(verb: Token) -> list[Token]:
    """The subject of "speaking in Oslo, Ana Roca said", where it is taken for a conjunct of those words."""
    if relation(verb) not in ("root", "parataxis", "ccomp") or not _is_finite(verb):
        return []
    before = verb.doc[verb.sent.start : verb.i]
    after_comma = [each for each in before if _follows_comma(each) and relation(each) in ("conj", "appos")]
    free = [each for each in after_comma if each.pos_ in NOMINALS and not _link(each) and not _has_cc(each)]
    first = next(
        (each for each in free if _link(each.head) or relation(each.head) in ("advcl", "advmod")), None
    )
    if first is None:
        return []
    return [each for each in before[first.i - verb.sent.start :] if each == first or _is_beside(each, first)]


def _is_beside(token: Token, first: Token) -> bool:
    return (
        token.head == first.head and relation(token) == "conj" and token.pos_ in NOMINALS and not _link(token)
    )


def _follows_comma(token: Token) -> bool:
    edge = token.left_edge
    return edge.text == "," or (edge.i > token.sent.start and edge.nbor(-1).text == ",")


def _has_cc(token: Token) -> bool:
    return any(relation(child) == "cc" for child in token.children)


def _is_finite(verb: Token) -> bool:
    helping = (child for child in verb.children if relation(child) in ("aux", "cop"))
    return any("Fin" in each.morph.get("VerbForm") for each in (verb, *helping))


def _inverted(verb: Token) -> list[Token]:
    """The subject of "so said the ministry": a finite main verb without one has it behind it."""
    is_so = any(child.lower_ in ("so", "nor", "neither") for child in verb.lefts)
    is_main = (relation(verb) in ("root", "parataxis") or is_so) and "Fin" in verb.morph.get("VerbForm")
    found = [child for child in verb.rights if relation(child) in ("obj", "iobj") and _is_nominal(child)]
    return found[:1] if is_main else []


def _shared(verb: Token, depth: int) -> list[Token]:
    """The subject of the clause above, for a clause that has none: "speaking on Monday, she said"; or whom
    that clause names: "told her to leave"."""
    above = verb.head
    if above == verb or not depth or relation(verb) not in _SHARING or _has_none(verb):
        return []
    if _is_infinitive(verb):
        named = _for_to(verb) or _controller(verb, above)
        if named:
            return named
        if relation(verb) == "acl" and _has_subject(above):  # "was the first to answer"
            return _own(above)
        if relation(verb) == "acl" and above.tag_ == "NN":
            return _of_noun(above) or (_of_verb(above.head, depth - 1) if relation(above) == "obj" else [])
    if relation(verb) == "acl":
        return []
    return _of_verb(above, depth - 1)


def _controller(verb: Token, above: Token) -> list[Token]:
    """Whom a verb of order or request names as the one to do it."""
    asked = above.lemma_.lower() in words("asking")
    objects = [child for child in above.children if relation(child) in ("obj", "iobj") and child.i < verb.i]
    if objects and (relation(verb) == "xcomp" or asked) and _is_other(objects[0]):
        return objects[:1]
    if above.lemma_.lower() in words("appealing"):
        return [child for child in above.children if relation(child) == "obl" and above.i < child.i < verb.i][
            :1
        ]
    return []


def _is_other(token: Token) -> bool:
    return not token.lower_.endswith(("self", "selves"))


def _for_to(verb: Token) -> list[Token]:
    """The subject of "for Ana Roca to leave"."""
    mark = next((child for child in verb.lefts if child.lower_ == "to"), None)
    if mark is None or not mark.i:
        return []
    token = mark.doc[mark.i - 1]
    while token.head.i < token.i and relation(token) in ("flat", "compound"):
        token = token.head
    return [token] if _link(token) == "for" and token.pos_ in NOMINALS else []


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.tag_ == "TO" for child in verb.lefts)


def _has_none(verb: Token) -> bool:
    """Whether a clause is finite, so that its subject was not seen, or is a preposition: "following a
    breakdown"."""
    is_finite = relation(verb) in ("advcl", "ccomp") and any(
        "Fin" in each.morph.get("VerbForm") for each in (verb, *verb.children) if each.dep_ != "conj"
    )
    return is_finite or (relation(verb) == "advcl" and verb.lower_ in words("prepositional"))


def _of_noun(noun: Token) -> list[Token]:
    """Whose doing or suffering a noun tells: "Roca's arrest", "the arrest of Roca", "a ruling by the
    court"."""
    return [
        child
        for child in noun.children
        if child.dep_ == "nmod:poss" or (relation(child) in ("nmod", "obl") and _link(child) in _OF_ITS_DOER)
    ]


def _link(token: Token) -> str:
    return next((child.lower_ for child in token.children if relation(child) in ("case", "mark")), "")


def _is_relative(token: Token) -> bool:
    return "PronType=Rel" in str(token.morph) or (
        token.lower_ in ("who", "which") and token.tag_ in ("WP", "WDT")
    )


def _has_subject(noun: Token) -> bool:
    return any(relation(child) in ("nsubj", "cop", "aux", "expl") for child in noun.children)


def _is_nominal(token: Token) -> bool:
    return token.pos_ in NOMINALS or token.lower_ in words("parts")


def _with_conjuncts(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if relation(child) == "conj" and _is_nominal(child):
            yield from _with_conjuncts(child)


def _past_dateline(token: Token) -> list[Token]:
    """The subject itself, or, where the place of a dateline was taken for it, the nouns after the dash."""
    first, verb = token.sent.start, token.head
    if not token.doc[first].is_upper:
        return [token]
    opening = token.doc[first : first + _LONGEST_DATELINE]
    dash = next((each.i for each in opening if each.text in _DASHES), -1)
    if token.i > dash:
        return [token]
    after = token.doc[dash + 1 : max(dash + 1, verb.i)]
    kinds = ("nsubj", "appos", "conj", "flat", "nmod", "dep", "parataxis")
    return [
        each
        for each in after
        if each.head in (token, verb) and relation(each) in kinds and each.pos_ in NOMINALS
    ]
