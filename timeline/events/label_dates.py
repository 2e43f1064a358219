"""Which tokens of a sentence only say when, so that a label leaves them out."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from timeline.events.label_text import label_words
from timeline.events.label_verbs import preposition
from timeline.events.nodes import node_of
from timeline.events.tree_nodes import Node
from timeline.model.parsing import LANGUAGE, Parsed
from timeline.model.syntax import NOMINALS

_BEFORE_DATE = ("case", "advmod", "det", "mark", "amod")


def token_dates(parsed: Parsed, predicate: Node, timexes: Sequence[tuple[int, int]]) -> set[int]:
    """The numbers of the tokens of a predicate's sentence that only say when, with the prepositions and
    adverbs that lead to them.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "They have been here only since Monday."
    >>> parsed = parse_together(tokenise(text), [(0, len(text))])
    >>> sorted(token_dates(parsed, parsed.doc[2], [(31, 37)]))
    [4, 5, 6]
    """
    predicate = node_of(predicate)
    sentence, offsets, found = predicate.sent, parsed.offsets, set()
    low, high = offsets[sentence.start], offsets[sentence.end - 1]
    for start, end in timexes:
        if low <= start <= high:
            first = max(bisect_right(offsets, start) - 1, sentence.start)
            last = min(bisect_left(offsets, end), sentence.end)
            words = [predicate.doc[at] for at in range(first, last)]
            if words and _is_needed(words):
                continue
            if words and not first <= predicate.i < last and not _is_measure(words):
                found.update(range(first, last), _leading(words), _following(words))
    return found


def _is_needed(words: Sequence[Node]) -> bool:
    """Whether a verb does no more than say when: "most reports put the vote on Monday"."""
    inside = {each.i for each in words}
    top = next((each for each in words if each.head.i not in inside), words[0])
    verb = top.head
    is_object = top.relation == "obj" or (top.dep_ == "obl:unmarked" and words[0].i == verb.i + 1)
    is_its = top.relation in ("obl", "obj") and verb.pos_ == "VERB" and verb.i < top.i
    lists = label_words(LANGUAGE)
    verbs = lists["dated_objects"] | lists["dating"] if is_object else lists["dating"]
    if not is_its or verb.lemma_ not in verbs:
        return False
    others = [
        each for each in verb.rights if each.relation in ("obl", "xcomp", "ccomp", "advcl") and each != top
    ]
    return not others or is_object


def _following(words: Sequence[Node]) -> set[int]:
    """From what it counts: "into the strike" of "two days into the strike"."""
    place = words[-1].i + 1
    link = words[0].doc[place] if place < len(words[0].doc) else None
    if link is None or link.lower_ not in label_words(LANGUAGE)["counting"] or not words[0].like_num:
        return set()
    return {each.i for each in link.head.subtree if each.i >= place and link.head.pos_ in NOMINALS}


def _is_measure(words: Sequence[Node]) -> bool:
    """Whether the words of a date measure a thing, or are themselves what is told: "a six-year term", "spent
    weeks", "gave them 24 hours"."""
    inside = {each.i for each in words}
    top = next((each for each in words if each.head.i not in inside or each.head.i == each.i), words[0])
    kind = top.relation
    if kind in ("amod", "compound", "nummod") and any("-" in each.text for each in words):
        return True
    if kind == "nsubj" and not any(each.dep_ == top.dep_ and each.i != top.i for each in top.head.children):
        return True
    if kind in ("obj", "nsubj", "iobj"):
        if words[-1].i + 1 < len(top.doc) and words[-1].nbor(1).lower_ in label_words(LANGUAGE)["to_date"]:
            return False  # "two days after"
        return any(each.like_num for each in words) or (len(words) == 1 and top.tag_ == "NNS")
    if top.dep_ == "obl:unmarked" and top.pos_ == "NOUN" and words[0].like_num and words[0].i:
        before = words[0].nbor(-1)
        return before.pos_ in ("NOUN", "PROPN", "PRON") and before.head == top.head
    beside = (child for child in top.children if child.dep_ == "nmod" and child.i not in inside)
    return any(preposition(child) == "of" for child in beside)


def _leading(words: Sequence[Node]) -> set[int]:
    """What stands before a date and belongs to it alone: "only since", "early on"."""
    lists, inside, found = label_words(LANGUAGE), {each.i for each in words}, set()
    for at in range(words[0].i - 1, -1, -1):
        token = words[0].doc[at]
        is_its = token.head.i in inside and token.relation in _BEFORE_DATE
        is_its |= (
            token.relation in ("case", "mark") and token.head.pos_ not in NOMINALS and token.pos_ == "ADP"
        )
        if not is_its or not (token.lower_ in lists["before_date"] or token.relation == "advmod"):
            break
        if _is_of_verb(token):
            break
        found.add(at)
        inside.add(at)
    return found


def _is_of_verb(token: Node) -> bool:
    """Whether the first of two prepositions belongs to the verb before it: "went on until Monday"."""
    lists = label_words(LANGUAGE)
    is_first = token.lower_ in lists["particles"] and token.nbor(1).lower_ in lists["to_date"]
    return is_first and token.i > 0 and token.nbor(-1).pos_ == "VERB"
