"""Which verb a label begins with, from the predicate that is told up to the verb that it needs, and what else
of the sentence belongs to it.
"""

from functools import cache

from timeline.events.label_text import label_words
from timeline.events.tree_nodes import Node
from timeline.events.words import read_words
from timeline.model.parsing import LANGUAGE
from timeline.model.syntax import governing_verb, is_predicate

CONDITIONS = frozenset(["if", "unless", "whether"])
_RELATIVE = frozenset(["that", "which", "who", "whom", "whose", "what"])
_CLIMB = 4  # verbs above a predicate that may be told with it
_MORE = ("thinking", "planned", "threatened", "ordered", "denied", "attempted")  # classes of verbs


def tops(predicate: Node) -> list[Node]:
    """A predicate and the verbs above it that may be told with it, the highest last: "ordered" for "ordered
    the border closed"; for a noun, the verb that it stands with."""
    found = [predicate.head if predicate.relation in ("aux", "cop") else predicate]
    if is_nominal_event(found[0]):
        above = governing_verb(found[0])
        found += [above] if above is not None else []
    while len(found) <= _CLIMB:
        above = _told_with(found[-1])
        if above is None or above in found:
            break
        found.append(above)
    return found


def _told_with(verb: Node) -> Node | None:
    """The verb above another without which it is only half told."""
    kind, head = verb.relation, verb.head
    if kind == "conj":
        return head if _shares_to(verb) else None
    if kind == "xcomp":
        return head if is_predicate(head) else None
    if kind == "ccomp":
        return head if head.pos_ == "ADJ" or head.lemma_.lower() in _telling_more() else None
    if kind in ("acl", "advcl", "advmod") and is_infinitive(verb):
        return governing_verb(verb)
    if kind == "acl" and verb.tag_ == "VBG" and any(each.relation in ("case", "mark") for each in verb.lefts):
        return governing_verb(verb)  # "a vote on leaving"
    return None


def _shares_to(verb: Node) -> bool:
    """Whether an infinitive shares the "to" of the one before it: "tried to seize and send"."""
    head = verb.head
    is_own = any(child.relation in ("aux", "nsubj", "mark") and child.lower_ != "to" for child in verb.lefts)
    return verb.tag_ == head.tag_ == "VB" and not is_own and head.relation in ("xcomp", "advcl", "acl")


@cache
def _telling_more() -> frozenset[str]:
    """Verbs that do more than report what hangs on them: they order it, hope for it, deny it."""
    return frozenset().union(*(read_words(LANGUAGE).verbs[name] for name in _MORE))


def denying_verb(predicate: Node) -> Node | None:
    """The verb above a predicate by which somebody calls it false."""
    denying = label_words(LANGUAGE)["denying"]
    return next(
        (each for each in predicate.ancestors if each.pos_ == "VERB" and each.lemma_.lower() in denying), None
    )


def is_infinitive(verb: Node) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.lower_ == "to" and child.relation == "mark" for child in verb.lefts)


def path(predicate: Node, top: Node) -> set[int]:
    """The numbers of the tokens from a predicate up to the verb that is told with it."""
    found, at = {predicate.i}, predicate
    while at.i != top.i and at.head.i != at.i:
        at = at.head
        found.add(at.i)
    return found


def is_nominal_event(token: Node) -> bool:
    """Whether a noun without a subject tells it: "Monday's arrest"."""
    return token.pos_ in ("NOUN", "PROPN") and not is_predicate(token)


def preposition(token: Node) -> str:
    """The first preposition of a noun, "" if it has none."""
    return next((child.lower_ for child in token.lefts if child.relation == "case"), "")


def said(verb: Node) -> Node | None:
    """What somebody says, by its head, where it stands before the verb: "It is over, said the mayor"."""
    if verb.lemma_.lower() not in label_words(LANGUAGE)["reporting"]:
        return None
    if any(child.relation in ("ccomp", "obj", "xcomp") for child in verb.rights):
        return None
    before = next((child for child in verb.lefts if child.relation == "ccomp"), None)
    is_comment = before is None and _is_comment(verb) and is_predicate(verb.head)
    return verb.head if is_comment else before


def _is_comment(verb: Node) -> bool:
    """Whether a clause only says whose words those before it are: "it is over, he announced"."""
    kinds = {child.relation for child in verb.lefts}
    is_joined = verb.relation == "conj" and verb.head.i < verb.i and "nsubj" in kinds and "cc" not in kinds
    return verb.relation == "parataxis" or is_joined


def shared_object(verb: Node) -> Node | None:
    """The object that a verb has in common with one before it: "bridge" of "closed and sold the bridge"."""
    if verb.relation != "conj":
        return None
    if any(child.relation in ("obj", "ccomp", "xcomp", "obl") for child in verb.rights):
        return None
    return next((child for child in verb.head.rights if child.relation == "obj" and child.i > verb.i), None)


def relative_object(verb: Node) -> Node | None:
    """The noun that a relative clause tells of, where it is its object: "the deal that they signed"."""
    lists = label_words(LANGUAGE)
    is_relative_clause = verb.relation == "acl" and verb.head.pos_ in ("NOUN", "PROPN")
    if not is_relative_clause or verb.head.lemma_.lower() in lists["settings"]:
        return None
    own = [child for child in verb.lefts if child.relation == "nsubj" and not is_relative(child)]
    if not own or any(each.tag_ == "WP$" for each in own[0].lefts):  # "whose ship sank"
        return None
    before = [each for each in verb.lefts if is_relative(each) or each.relation in ("obl", "advmod", "mark")]
    whom = next((each for each in before if each.lower_ == "whom"), None)
    if whom is not None:
        return named_beside(verb.head) if verb.head.ent_type_ == "PER" else _right_before(whom)
    if any(each.relation == "acl" and each.i > verb.i for each in verb.head.rights):
        return None  # "a rule that they said they would not accept"
    is_bare = verb.dep_ == "acl:relcl"
    is_told = any(each.relation == "obj" for each in before) or (is_bare and _lacks_object(verb, before))
    return named_beside(verb.head) if is_told else None


def _lacks_object(verb: Node, before: list[Node]) -> bool:
    """Whether a relative clause without a pronoun, or with a bare "that", has no object of its own."""
    own = ("obj", "ccomp", "xcomp", "obl") if before else ("obj", "ccomp", "xcomp")
    has_own = any(each.relation in own for each in verb.rights)
    return not has_own and all(each.lower_ == "that" for each in before)


def _right_before(pronoun: Node) -> Node | None:
    """The name that stands right before "whom"."""
    at = pronoun.i - 1
    while at > 0 and pronoun.doc[at].is_punct:
        at -= 1
    token = pronoun.doc[max(at, 0)]
    while token.relation in ("flat", "compound") and token.head.i < token.i:
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN") else None


def is_relative(token: Node) -> bool:
    """Whether a pronoun is a relative one, also where only its place in the tree tells."""
    if token.lower_ not in _RELATIVE:
        return False
    is_in_front = token.i < token.head.i and token.relation in ("nsubj", "obj")
    is_placed = is_in_front and token.head.relation == "acl"
    return is_placed or "PronType=Rel" in str(token.morph)


def named_beside(noun: Node) -> Node:
    """The name that a noun only describes: "Ana Roca, a lawyer chosen by the court"."""
    return noun.head if noun.relation == "appos" and noun.head.pos_ == "PROPN" else noun
