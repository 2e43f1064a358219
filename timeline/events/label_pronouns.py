"""Whom a pronoun of a label means, as far as its place in the text shows."""

from collections.abc import Iterator

from timeline.events.actor_subjects import subjects
from timeline.events.label_text import label_words
from timeline.events.tree_nodes import Node
from timeline.model.parsing import LANGUAGE
from timeline.model.syntax import is_predicate

_PLURAL = frozenset(["they", "them", "these", "those"])
_COMPARING = ("while", "although", "though", "because", "if", "after", "before")
_PERSON = ("PER", "PERSON")


def antecedent(pronoun: Node, verb: Node, is_near: bool) -> Node | None:
    """The subject of a clause before a pronoun in its sentence, or, unless `is_near`, of the sentence
    before, if it agrees in number.

    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "The crews left because they feared the storm."
    >>> doc = tree_of(parse_together(tokenise(text), [(0, len(text))]).doc)
    >>> antecedent(doc[4], doc[5], is_near=True).text
    'crews'
    """
    if pronoun.relation in ("obj", "iobj", "obl"):
        done = object_before(verb) or _thing_before(pronoun, verb)
        if done is not None:
            return done
    for above in _before(pronoun, verb, is_near):
        found = next(iter(subjects(above)), None)
        if above.sent.start != pronoun.sent.start and pronoun.lower_ == "it":
            found = next(
                (each for each in (found, *_objects(above)) if each and _agrees(each, pronoun)), None
            )
        if found is None or found.pos_ == "PRON" or any(each.i == verb.i for each in found.subtree):
            continue
        is_ahead = verb.relation == "advcl" and verb.i < above.i and is_near  # "if it stands, the ban …"
        if found.i < pronoun.i or is_ahead:
            return found if _agrees(found, pronoun) else None
    return None


def _thing_before(pronoun: Node, verb: Node) -> Node | None:
    """To what something was done in the clause before: "struck zeros from the currency and devalued it"."""
    above = next((each for each in verb.ancestors if is_predicate(each)), None)
    if pronoun.relation != "obj":
        return None
    if above is None or above.i > verb.i or pronoun.lower_ != "it" or pronoun.head != verb:
        return None
    done = [
        each for each in above.rights if each.relation in ("obj", "obl") and each.i < verb.left_edge.i + 1
    ]
    things = [
        each for each in done if _agrees(each, pronoun) and each.ent_type_ != "DATE" and not _is_time(each)
    ]
    return next((each for each in things if each.relation == "obj"), things[-1] if things else None)


def _is_time(noun: Node) -> bool:
    return (
        noun.dep_ in ("obl:tmod", "obl:unmarked") or noun.lemma_.lower() in label_words(LANGUAGE)["settings"]
    )


def _objects(verb: Node) -> list[Node]:
    return [child for child in verb.rights if child.relation == "obj"]


def _before(pronoun: Node, verb: Node, is_near: bool) -> Iterator[Node]:
    """The clauses in front of a verb, the predicates above it, then that of the sentence before."""
    yield from (each for each in verb.lefts if each.relation == "advcl" and _compares(each))
    yield from (each for each in verb.ancestors if is_predicate(each))
    if not is_near and pronoun.lower_ in (*_PLURAL, "it") and (start := pronoun.sent.start):
        yield pronoun.doc[start - 1].sent.root


def _compares(clause: Node) -> bool:
    """Whether a clause in front is likely to be about the same: "while the makers lose, they also win"."""
    return any(child.lower_ in _COMPARING for child in clause.lefts)


def _agrees(noun: Node, pronoun: Node) -> bool:
    if pronoun.lower_ in _PLURAL and noun.lower_ in label_words(LANGUAGE)["several"]:
        return any(child.relation == "nmod" for child in noun.rights)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    is_plural = noun.tag_ in ("NNS", "NNPS") or any(child.relation == "conj" for child in noun.children)
    if pronoun.lower_ in _PLURAL:
        return is_plural
    is_person = noun.ent_type_ in _PERSON or is_told_by_another(noun)
    return not is_plural and (pronoun.lower_ == "it") != is_person


def object_before(verb: Node) -> Node | None:
    """The person to whom the same somebody did something before: "received Ana Roca and assured her"."""
    if verb.relation != "conj" or any(child.relation == "nsubj" for child in verb.lefts):
        return None
    done = (child for child in verb.head.rights if child.relation == "obj" and child.i < verb.i)
    return next((each for each in done if each.ent_type_ in _PERSON), None)


def is_told_by_another(noun: Node) -> bool:
    """Whether a noun names somebody by way of a pronoun: "their leader", "her husband"."""
    owners = (child for child in noun.lefts if child.dep_ == "nmod:poss")
    return noun.pos_ == "NOUN" and any(each.pos_ == "PRON" for each in owners)


def stands_for_another(token: Node) -> bool:
    """Whether a pronoun names nobody by itself, unlike "nobody" or "who"."""
    lists, word = label_words(LANGUAGE), token.lower_
    is_by_itself = word in lists["indefinite"] or word in lists["questions"]
    return not is_by_itself and (token.pos_ == "PRON" or word in lists["pointing"])
