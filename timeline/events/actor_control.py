"""Clauses without a subject → the noun that the words above them name as who does it: "told her to leave",
"barred him from leaving"."""

from timeline.events.actor_words import words
from timeline.events.nodes import Node
from timeline.model.syntax import NOMINALS


def controller(verb: Node, above: Node) -> list[Node]:
    """Whom a verb of order or request names as the one to do it."""
    asked = above.lemma_.lower() in words("asking")
    objects = [child for child in above.children if child.relation in ("obj", "iobj") and child.i < verb.i]
    if objects and (verb.relation == "xcomp" or asked) and _is_other(objects[0]):
        return objects[:1]
    if above.lemma_.lower() in words("giving"):
        return [child for child in above.children if child.relation == "iobj" and child.i < verb.i][:1]
    if above.lemma_.lower() in words("appealing"):
        return [child for child in above.children if child.relation == "obl" and above.i < child.i < verb.i][
            :1
        ]
    return []


def hindered(verb: Node, above: Node) -> list[Node]:
    """Whom the words above keep from doing it or declare to have suffered it: "barred him from leaving",
    "declared the plot defeated"."""
    is_from = any(child.relation == "mark" and child.lower_ == "from" for child in verb.children)
    objects = [child for child in above.children if child.relation == "obj" and above.i < child.i < verb.i]
    is_other = bool(objects) and _is_other(objects[0])
    return objects[:1] if is_other and (is_from or verb.relation == "xcomp") else []


def _is_other(token: Node) -> bool:
    return not token.lower_.endswith(("self", "selves"))


def subject_after_for(verb: Node) -> list[Node]:
    """The subject of "for Ana Roca to leave"."""
    mark = next((child for child in verb.lefts if child.lower_ == "to"), None)
    if mark is None or not mark.i:
        return []
    token = mark.doc[mark.i - 1]
    while token.head.i < token.i and token.relation in ("flat", "compound"):
        token = token.head
    return [token] if link(token) == "for" and token.pos_ in NOMINALS else []


def is_infinitive(verb: Node) -> bool:
    return any(child.lower_ == "to" and child.tag_ == "TO" for child in verb.lefts)


def link(token: Node) -> str:
    return next((child.lower_ for child in token.children if child.relation in ("case", "mark")), "")
