"""What a predicate is the matter of, a word above it: "plans to return", "said they left", "a wish to go"."""

from dataclasses import dataclass
from enum import Enum, auto

from timeline.events.nodes import Node
from timeline.events.status_words import kinds_of, lemma, status_words
from timeline.model.syntax import is_subject


class Link(Enum):
    """How a predicate hangs on the one above it."""

    VERB = auto()  # as an infinitive, a participle or a gerund: "plans to return", "accused of lying"
    CLAUSE = auto()  # as a clause of its own: "said they had left"


@dataclass(frozen=True, slots=True)
class Above:
    """A predicate or noun whose matter another predicate is."""

    node: Node
    link: Link


def governor(node: Node) -> Above | None:
    """What a predicate hangs on as its matter; of one coordinated with another, what that one hangs on."""
    kind, head = node.relation, node.head
    if head == node:
        return None
    if kind == "conj":
        is_second_clause = has_mark(node, "that") and lemma(head) in _telling_verbs()
        return Above(head, Link.CLAUSE) if is_second_clause else _shared(node, governor(head))
    if kind == "xcomp":
        return Above(head, Link.VERB)
    if kind in ("ccomp", "csubj"):
        return Above(head, Link.CLAUSE)
    return _of_modifier(node, head) if kind in ("acl", "advcl") else None


def _shared(node: Node, above: Above | None) -> Above | None:
    """What a coordinated predicate shares with the one before it; one with a subject is no infinitive."""
    return None if above is not None and above.link is Link.VERB and has_subject(node) else above


def _of_modifier(node: Node, head: Node) -> Above | None:
    if node.relation == "acl" and has_mark(node, "that"):
        is_told = lemma(head.head) in status_words("words", "addressing")  # "told reporters that"
        return Above(head.head if is_told and head.relation in ("obj", "iobj") else head, Link.CLAUSE)
    if "relcl" in node.dep_ and _is_matter(node, head):
        return Above(head, Link.CLAUSE)
    if "relcl" in node.dep_ or node.i < head.i:
        return None
    marks = {child.lower_ for child in node.lefts}
    if head.relation == "obj" and marks & {"of", "from"} and kinds_of("governing", lemma(head.head)):
        return Above(head.head, Link.VERB)
    if node.relation != "acl" and (has_subject(node) or not marks & status_words("words", "turning")):
        return None
    if kinds_of("governing", lemma(head)) or ("from" in marks and kinds_of("governing_from", lemma(head))):
        return Above(head, Link.VERB)
    return _of_time(node, head)


def _is_matter(node: Node, noun: Node) -> bool:
    """Whether what is parsed as a relative clause is what a report says: "reports that troops had left"."""
    is_published = lemma(node) in status_words("words", "publishing")  # "the report that she wrote"
    has_subject = any(is_subject(child) and child.lower_ != "that" for child in node.lefts)
    is_telling = lemma(noun) in status_words("words", "telling") and word_after(noun) == "that"
    return is_telling and has_subject and not is_published


def _of_time(node: Node, head: Node) -> Above | None:
    """Of a time given for something: "two days to pack", "had until Friday to pack", "the deadline to go"."""
    if not any(child.lower_ == "to" for child in node.lefts):
        return None
    times, giving = status_words("words", "times"), status_words("words", "giving")
    if node.relation == "acl":
        is_given = lemma(head) in times and lemma(head.head) in giving
        return Above(head, Link.VERB) if is_given or lemma(head) == "deadline" else None
    has_time = any(lemma(child) in times and child.relation == "obj" for child in head.children)
    has_time = has_time or any(each.lower_ == "until" for child in head.children for each in child.children)
    return Above(head, Link.VERB) if has_time and lemma(head) in giving else None


def _telling_verbs() -> frozenset[str]:
    return status_words("reporting", "denied") | status_words("reporting", "alleged")


def has_mark(node: Node, word: str) -> bool:
    """Whether a clause is opened by a word: "that", "to"."""
    return any(child.lower_ == word and child.relation == "mark" for child in node.lefts)


def word_after(node: Node) -> str:
    """The next word of the text, in small letters."""
    return node.doc[node.i + 1].lower_ if node.i + 1 < len(node.doc) else ""


def has_subject(node: Node) -> bool:
    """Whether a predicate has a subject of its own."""
    return any(is_subject(child) for child in node.children)
