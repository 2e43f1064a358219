"""Of the ways to tell a predicate the first that can be trusted: its clause, shortened; that with the clauses
above it; the clause as it stands."""

from collections.abc import Iterator

from timeline.events.label_checks import doubts
from timeline.events.label_clauses import as_it_stands, caption_of, clause_of
from timeline.events.label_pieces import Caption, Story
from timeline.events.label_quotes import quotation
from timeline.events.label_verbs import tops
from timeline.events.tree_nodes import Node
from timeline.model.syntax import governing_verb

_BESIDE = ("conj", "parataxis")  # clauses that stand beside another
_QUOTED = 0.3  # doubts above which somebody is told with what he says
_CLIMB = 3  # clauses above a predicate that may be told instead


def best_caption(predicate: Node, story: Story, room: int) -> Caption:
    """The least doubtful caption of a predicate; of equals the one that stays closest to it."""
    quoted = quotation(predicate, story, room)
    if quoted is not None and predicate in quoted.words:
        return quoted
    best, least = Caption("", has_doer=False, is_whole=False), 99.0
    for caption in _captions(predicate, story, room):
        doubt = doubts(caption, predicate, story)
        if doubt < least:
            best, least = caption, doubt
        if not doubt:
            break
    return quoted if quoted is not None and least > _QUOTED else best


def _captions(predicate: Node, story: Story, room: int) -> Iterator[Caption]:
    yield caption_of(predicate, story, room)
    top = tops(predicate)[0]
    above = list(_above(top))
    yield as_it_stands(top, predicate, story, room)
    for verb in above:
        is_after = verb.i < top.i and not (top.relation == "advcl" and top.tag_ == "VBG")
        ways = (clause_of, as_it_stands) if is_after else (as_it_stands, clause_of)
        for way in ways:
            yield way(verb, predicate, story, room)


def _above(top: Node) -> Iterator[Node]:
    """The predicates that a clause hangs on, the nearest first."""
    for _ in range(_CLIMB):
        verb = governing_verb(top)
        if verb is None or top.relation in _BESIDE or verb.sent.start != top.sent.start:
            return
        yield verb
        top = verb
