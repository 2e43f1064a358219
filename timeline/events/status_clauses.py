"""What a predicate's own clause says of how real its event is.

A clause may be negated, yet to come, a condition or a duty; the words for it stand in `status.toml`.
"""

from collections.abc import Iterator

from timeline.events.nodes import Node
from timeline.events.status_above import has_mark, has_subject, word_after
from timeline.events.status_words import lemma, status_words
from timeline.model.syntax import (
    Modality,
    Tense,
    auxiliaries,
    is_predicate,
    is_subject,
    modality,
    tense,
)

_PAST = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PAST_PARTICIPLE)
_LOOKING_AHEAD = (Tense.FUTURE, Tense.CONDITIONAL)


def peers(node: Node) -> list[Node]:
    """A predicate, and those before it with which it shares a subject: "strike" too for "march" in "they will
    strike and march"."""
    found = [node]
    while node.relation == "conj" and is_predicate(node.head) and not has_subject(node):
        node = node.head
        found.append(node)
    return found


def negation(node: Node) -> tuple[Node, ...]:
    """The words that negate a predicate; none if nothing does. "Not only" is no negation.

    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "No ship has arrived and the port did not open or close."
    >>> doc = tree_of(parse_together(tokenise(text), [(0, len(text))]).doc)
    >>> [[each.text for each in negation(doc[place])] for place in (3, 9, 11)]
    [['No'], ['not'], ['not']]
    """
    own = tuple(_negations(node))
    if not own and _is_helped(node):
        return negation(node.head)
    if own or node.relation != "conj" or has_subject(node):
        return own
    joins = {child.lower_ for child in node.children if child.relation == "cc"}
    return negation(node.head) if joins & {"or", "nor"} and is_predicate(node.head) else ()


def _is_helped(node: Node) -> bool:
    """Whether the verb above is but an auxiliary: "is going to leave", "have to leave"."""
    head = node.head
    if node.relation != "xcomp" or not has_mark(node, "to"):
        return False
    return lemma(head) in ("have", "need") or (lemma(head) == "go" and tense(head) is Tense.PROGRESSIVE)


def _negations(node: Node) -> Iterator[Node]:
    for child in node.children:
        word = child.lower_
        if word in status_words("words", "negations"):
            if not _is_aside(child):
                yield child
        elif word in ("longer", "more") and child.relation == "advmod":
            yield from (each for each in child.children if each.lower_ == "no")
        elif is_subject(child) or child.relation in ("obj", "iobj") or child.dep_ == "obl:agent":
            yield from _nobody(child)
        elif child.relation == "obl" and lemma(child) in status_words("words", "ways"):
            yield from (each for each in child.children if each.lower_ == "no")
        elif word == "no" and child.relation == "det":
            yield child


def _is_aside(word: Node) -> bool:
    return word_after(word) in status_words("words", "asides")


def _nobody(noun: Node) -> Iterator[Node]:
    """The word that makes a noun phrase one of nobody."""
    parts = (noun, *(each for each in noun.children if each.relation in ("det", "advmod", "cc")))
    nobody = status_words("words", "nobody")
    yield from (each for each in parts if each.lower_ in nobody and not _is_aside(each))


def lacking(node: Node) -> tuple[Node, ...]:
    """The words by which a clause tells what was left undone: "without warning", "instead of warning"."""
    for child in node.lefts:
        words = {each.lower_ for each in (child, *child.children)}
        if child.relation in ("mark", "case") and words & status_words("words", "instead"):
            return (child, *child.children)
    return ()


def ahead(node: Node) -> tuple[Node, ...]:
    """The words of its own clause by which a predicate is yet to come: "will", "would", "is to", "going to".

    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "They will meet, and the union is to strike."
    >>> doc = tree_of(parse_together(tokenise(text), [(0, len(text))]).doc)
    >>> [[each.text for each in ahead(doc[place])] for place in (2, 9)]
    [['will'], ['is', 'to']]
    """
    helping = auxiliaries(node)
    if helping and tense(node) in _LOOKING_AHEAD:
        return tuple(helping[:1])
    to = next((child for child in node.lefts if child.lower_ == "to"), None)
    if to is None or to.relation not in ("mark", "aux"):
        return ()
    if _is_helped(node) and lemma(node.head) == "go":
        return node.head, to
    be = next((each for each in helping if lemma(each) == "be" and each.i < to.i), None)
    return (be, to) if be is not None and _form(be) == "Fin" else ()


def _form(verb: Node) -> str:
    return next(iter(verb.morph.get("VerbForm")), "")


def unreal(node: Node) -> tuple[Node, ...]:
    """The words by which a clause says what might be: "may", "would have", "if"; for what follows from a
    condition, that condition's "if"."""
    own = condition(node)
    return own or _modal(node) or _consequence(node)


def _modal(node: Node) -> tuple[Node, ...]:
    helping = auxiliaries(node)
    if not helping:
        return ()
    how = modality(node)
    is_past = how is not Modality.PLAIN and any(lemma(each) == "have" for each in helping[1:])
    is_seen = lemma(node) in status_words("words", "perceiving")  # "shots could be heard": they were
    is_open = is_past or (how is Modality.POSSIBLE and not is_seen)
    return tuple(helping[:1]) if is_open else ()


def _consequence(node: Node) -> tuple[Node, ...]:
    """The word of the condition from which a predicate would follow."""
    conditions = (child for peer in peers(node) for child in peer.children if child.relation == "advcl")
    found = next((words for child in conditions if (words := condition(child))), ())
    return found if found and tense(node) not in _PAST else ()


def condition(node: Node) -> tuple[Node, ...]:
    """The word that makes a clause a condition or an open question: "if", "whether", "should it fail"."""
    words = status_words("words", "conditions")
    for child in node.lefts:
        if child.lower_ in words and not (child.i and child.doc[child.i - 1].lower_ == "as"):
            return (child,)
    inverted = _inverted(node)
    if inverted:
        return inverted
    if node.relation == "conj" and not any(child.relation == "mark" for child in node.lefts):
        return condition(node.head)
    return ()


def _inverted(node: Node) -> tuple[Node, ...]:
    """The "should" of "should it fail", unless it asks."""
    subjects = [child.i for child in node.lefts if is_subject(child)]
    for each in auxiliaries(node) if subjects else ():
        if each.lower_ in ("should", "had", "were") and any(each.i < place for place in subjects):
            return () if node.doc[node.sent.end - 1].text == "?" else (each,)
    return ()


def duty(node: Node) -> tuple[Node, ...]:
    """The words by which something has to be done: "must", "should", "will have to"."""
    helping = auxiliaries(node)
    if helping and modality(node) is Modality.NECESSARY:
        return tuple(helping[:1])
    head = node.head
    is_past = lemma(head) == "go" or tense(head) in (Tense.PAST, Tense.PERFECT)
    return (head,) if _is_helped(node) and not is_past else ()
