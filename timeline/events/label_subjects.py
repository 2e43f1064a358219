"""Who does what a verb tells, for a label: the head of the noun phrase, also where the tree has it
elsewhere."""

from collections.abc import Collection

from timeline.events.actor_subjects import subjects
from timeline.events.label_text import label_words
from timeline.events.label_verbs import is_infinitive, is_relative, named_beside, preposition
from timeline.events.tree_nodes import Node
from timeline.model.parsing import LANGUAGE
from timeline.model.syntax import auxiliaries, governing_verb

_DASHES = frozenset(["-", "–", "—", "--", "_"])
_LONGEST_DATELINE = 12  # tokens
_NOUNS = ("NOUN", "PROPN")


def find_doer(top: Node, dated: Collection[int] = ()) -> Node | None:
    """The head of who does it, or of whom it befalls; None where nobody is told.

    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "The court met and freed the sailors who were held at sea."
    >>> doc = tree_of(parse_together(tokenise(text), [(0, len(text))]).doc)
    >>> [find_doer(doc[place]).text for place in (2, 4, 9)]
    ['court', 'court', 'sailors']
    """
    kind = top.relation
    if kind in ("acl", "advcl") and is_infinitive(top):
        above = governing_verb(top)
        return find_doer(above) if above is not None else None
    if kind == "acl" and top.dep_ != "acl:relcl":
        own = (each for each in top.lefts if each.relation == "nsubj" and not is_relative(each))
        return next(own, named_beside(top.head))
    if kind == "xcomp" and top.head.pos_ == "ADJ" and top.head.relation in ("amod", "acl"):
        return top.head.head  # "sailors willing to leave"
    if kind == "conj" and _joins_sentence(top):
        above = governing_verb(top.head)
        return find_doer(above, dated) if above is not None else None
    if (below := _below(top)) is not None:
        return below
    found = [each for each in subjects(top) if each.dep_ != "obl:agent" and not each.is_punct]
    found = [each for each in found if each.i not in dated or not _behind(top)]  # "last May came the vote"
    if found:
        return _agreeing(_told_first(found, top), top)
    return find_doer(top.head) if kind == "conj" else _elsewhere(top)


def _told_first(found: list[Node], top: Node) -> Node:
    """Of several the first; of two subjects on one verb the one behind "that", or the one that is no more
    name for the first ("some end there, others reach it"); a name rather than what it is described by."""
    own = [each for each in found if each.head.i == top.i and each.i < top.i]
    if len(own) > 1:
        mark = max((child.i for child in top.lefts if child.relation == "mark"), default=-1)
        is_last = own[0].i < mark < own[-1].i or own[-1].lower_ in label_words(LANGUAGE)["several"]
        return own[-1] if is_last else own[0]
    if found[0].relation == "appos" and found[0].pos_ != "PROPN":
        return next((each for each in found if each.pos_ == "PROPN"), found[0])
    return found[0]


def _joins_sentence(verb: Node) -> bool:
    """Whether a finite verb hangs on a noun's participle: "they fined those caught at sea and left"."""
    is_alone = not any(each.relation in ("nsubj", "aux") for each in verb.lefts)
    return is_alone and verb.tag_ in ("VBD", "VBZ") and verb.head.tag_ == "VBN" and verb.head.dep_ == "acl"


def _agreeing(noun: Node, verb: Node) -> Node:
    """The noun right before "who" or "which" where that of the tree is not in the number of the verb: "the
    orders against the leader, who has gone"."""
    pronoun = next((child for child in verb.lefts if child.relation == "nsubj" and is_relative(child)), None)
    helpers = [each for each in auxiliaries(verb) if each.tag_ in ("VBZ", "VBD")]
    is_one = "VBZ" in (verb.tag_, *(each.tag_ for each in helpers)) or any(
        each.lower_ == "was" for each in helpers
    )
    if pronoun is None or noun.tag_ != "NNS" or not is_one:
        return noun
    before = (verb.doc[at] for at in range(pronoun.i - 1, max(pronoun.i - 4, noun.i), -1))
    return next((each for each in before if each.pos_ in _NOUNS and each.relation != "compound"), noun)


def _elsewhere(top: Node) -> Node | None:
    """Where the parse has no subject: behind the verb, or right before it."""
    return _behind(top) or _asking(top) or _right_before(top)


def _below(top: Node) -> Node | None:
    """The subject that the parse has under the verb below: "the council is due to meet"."""
    verbs = (child for child in top.rights if child.relation == "xcomp")
    own = (each for verb in verbs for each in verb.lefts if each.relation == "nsubj")
    return next((each for each in own if each.i < top.i), None)


def _behind(verb: Node) -> Node | None:
    """The subject of "said the mayor", which looks like an object."""
    lists = label_words(LANGUAGE)
    if verb.lemma_.lower() not in lists["reporting"] | lists["without_object"]:
        return None
    after = (child for child in verb.rights if child.relation in ("obj", "obl") and not preposition(child))
    first = next(after, None)
    if first is None or first.left_edge.i != verb.i + 1 or first.left_edge.is_punct:
        return None
    return first if first.dep_ != "obl:unmarked" else None


def _asking(verb: Node) -> Node | None:
    """The "who" of a question."""
    own = (each for each in verb.lefts if each.tag_ == "WP" and each.relation == "nsubj")
    return next(own, None) if verb.relation != "acl" else None


def _right_before(verb: Node) -> Node | None:
    """The noun that stands right before a finite verb whose subject the parse has not."""
    helpers = [child.i for child in verb.lefts if child.relation in ("aux", "advmod", "cop")]
    at = min([verb.i, *helpers]) - 1
    is_finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(each.relation == "aux" for each in verb.lefts)
    if not is_finite or at < verb.sent.start or verb.doc[at].pos_ not in _NOUNS:
        return None
    noun = verb.doc[at]
    while noun.head.i < noun.i and _is_beneath(noun):
        noun = noun.head
    return noun if noun.pos_ in _NOUNS else None


def _is_beneath(token: Node) -> bool:
    """Whether a token belongs to a noun above it: "ship" and "owns" in "the man who owns a ship"."""
    above = token.head
    is_noun = above.pos_ in _NOUNS and token.relation not in ("appos", "conj")
    return is_noun or (above.pos_ == "VERB" and above.relation == "acl")


def behind_dateline(top: Node, doer: Node) -> list[Node]:
    """The words between a dateline and a verb, up to the comma that ends them, where the parse took the place
    of the dateline for the subject or a part of it; none where it did not."""
    start = top.sent.start
    if doer.left_edge.i > start + _LONGEST_DATELINE or not top.doc[start].is_upper:
        return []
    opening = range(start + 1, min(start + _LONGEST_DATELINE, top.i))
    dash = next((at for at in opening if top.doc[at].text in _DASHES), -1)
    is_its = doer.left_edge.i <= dash or start <= doer.head.i < dash
    if not is_its or len(top.doc[start]) < 3:
        return []
    helpers = [
        child.i for child in top.lefts if child.relation in ("aux", "cop", "advmod") and child.i > dash
    ]
    words = list(top.doc[dash + 1 : min([top.i, *helpers])])
    if words and words[-1].text == ",":
        return words[: next(place for place, each in enumerate(words) if each.text == ",")]
    return words
