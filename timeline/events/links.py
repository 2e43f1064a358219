"""How a predicate and a timex of its sentence stand to each other: what decides whether the one dates the
other.

Of the tree: which of them hangs on the other and by way of which clauses. Of the line: how far apart they
are, what stands between. The features follow those known to work for event-time links (Bethard 2013,
Laokulrat and others 2013).
"""

from collections.abc import Iterator, Sequence
from math import log1p

from spacy.tokens import Token

from timeline.events.analysis import Analysis, PlacedWords
from timeline.model.syntax import clause, is_predicate, is_within_noun, relation

FAR = 30  # tokens
MARKS = frozenset(",;:—–-")
QUOTES = frozenset(["“", "”", '"', "``", "''"])
PREPOSITIONS = frozenset(
    ["on", "in", "since", "until", "by", "from", "to", "of", "for", "after", "before", "during", "at", "over"]
)
PLACES = ("nsubj", "obj", "obl", "nmod", "advmod", "compound", "amod", "appos")
MOST = 3  # clauses and nouns between that are still told apart


def link_features(
    token: Token, placed: PlacedWords, others: Sequence[PlacedWords], analysis: Analysis
) -> dict[str, float]:
    """What speaks for a timex being the time of a predicate or a noun in its sentence."""
    found = _in_line(token, placed, others)
    names = [*_in_tree(token, placed.top, placed, analysis), *_of_timex(placed)]
    return found | dict.fromkeys(names, 1.0)


def _in_line(token: Token, placed: PlacedWords, others: Sequence[PlacedWords]) -> dict[str, float]:
    distance = _distance(token, placed)
    low, high = min(token.i, placed.last), max(token.i, placed.first)
    between = token.doc[low + 1 : high]
    kind = _kind(token)
    nearest = min([distance, *(_distance(token, other) for other in others)])
    return {
        "distance": min(distance, FAR) / 10,
        f"{kind}: distance": log1p(distance),
        "timex behind": float(placed.first > token.i),
        "marks between": float(sum(each.text in MARKS for each in between)),
        "quote between": float(any(each.text in QUOTES for each in between)),
        "predicates between": float(min(MOST, sum(is_predicate(each) for each in between))),
        "timexes between": float(sum(low < each.top.i < high for each in others)),
        "nearest": float(distance == nearest),
    }


def _distance(token: Token, placed: PlacedWords) -> int:
    return max(0, placed.first - token.i if placed.first > token.i else token.i - placed.last)


def _kind(token: Token) -> str:
    return "verb" if is_predicate(token) else "noun"


def _in_tree(token: Token, top: Token, placed: PlacedWords, analysis: Analysis) -> Iterator[str]:
    kind = _kind(token)
    if kind == "noun" and (token == top or token.is_ancestor(top)):
        yield f"noun: timex below it, {min(MOST, _steps(top, token))}"
    above_timex, above_token = analysis.chain(top), analysis.chain(token)
    if not above_timex or not above_token:
        yield f"{kind}: no verb"
    elif above_token[0] in above_timex:
        yield from _below(kind, above_timex, above_token[0], top)
    elif above_timex[0] in above_token:
        yield from _above(kind, above_token, above_timex[0], placed)
    else:
        yield from _aside(kind, above_token, above_timex)


def _below(kind: str, above_timex: list[Token], predicate: Token, top: Token) -> Iterator[str]:
    """The timex stands in the predicate's clause or in one that hangs on it."""
    clauses = above_timex.index(predicate)
    yield f"{kind}: timex below, {min(MOST, clauses)}"
    if clauses:
        yield f"{kind}: timex below by {relation(clause(above_timex[clauses - 1]))}"
    if is_within_noun(top, above_timex[0]):
        yield f"{kind}: within a noun"


def _above(kind: str, above_token: list[Token], predicate: Token, placed: PlacedWords) -> Iterator[str]:
    """The timex stands in a clause that the predicate's hangs on."""
    clauses = above_token.index(predicate)
    under = above_token[clauses - 1]
    yield f"{kind}: timex above, {min(MOST, clauses)}"
    yield f"{kind}: timex above by {relation(clause(under))}"
    yield f"{kind}: timex above, {'before' if placed.last < under.i else 'behind'}"
    if placed.first < under.left_edge.i:
        yield f"{kind}: timex above, before the clause"
    if is_within_noun(placed.top, predicate):
        yield f"{kind}: timex above, within a noun"


def _aside(kind: str, above_token: list[Token], above_timex: list[Token]) -> Iterator[str]:
    yield f"{kind}: aside"
    common = next((each for each in above_token if each in above_timex), None)
    if common is None:
        yield f"{kind}: no clause in common"
    else:
        up, down = above_token.index(common), above_timex.index(common)
        yield f"{kind}: aside, up {min(MOST, up)}, down {min(MOST, down)}"


def _steps(token: Token, above: Token) -> int:
    steps = 0
    while token not in (above, token.head):
        token, steps = token.head, steps + 1
    return steps


def _of_timex(placed: PlacedWords) -> Iterator[str]:
    timex, top = placed.timex, placed.top
    yield f"type: {timex.type}"
    if timex.value.endswith("_REF"):
        yield "reference"
    if timex.value.startswith("P"):
        yield "length"
    preposition = next((child.lower_ for child in top.children if relation(child) == "case"), "none")
    yield f"preposition: {preposition if preposition in (*PREPOSITIONS, 'none') else 'other'}"
    if relation(top) in PLACES:
        yield f"place: {top.dep_}"
