"""How real is an event in the words of its article: did it happen, or is it planned, threatened, ordered,
denied, a condition, or only told by somebody?

Cues are words of the predicate's own clause ("not", "will", "if") and the words above it whose matter it is
("plans to return", "denied that they had left", "a threat to strike"); they stand in `status.toml`. Of
several the first counts, in the order of `data/gold/GUIDE.md`. Where there is none, it happened.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events.actors import Cast
from timeline.events.analysis import Analysis
from timeline.events.dating import Dating
from timeline.events.kinds import Bound, Status
from timeline.events.mention import PLAINLY, Span, Stance
from timeline.events.nodes import Node, node_of
from timeline.events.status_above import Above, Link, governor
from timeline.events.status_clauses import ahead, duty, lacking, negation, unreal
from timeline.events.status_reports import find_report
from timeline.events.status_words import kinds_of, lemma, status_words
from timeline.events.words import EventWords
from timeline.model.syntax import Tense, is_subject, object_, tense

ORDER = (
    Status.DENIED,
    Status.HYPOTHETICAL,
    Status.THREATENED,
    Status.ORDERED,
    Status.PLANNED,
    Status.ALLEGED,
)
DEEPEST = 6  # predicates above a predicate that may still tell of it
_PAST = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PAST_PARTICIPLE)
_WITHIN_THE_FUTURE = (Tense.PRESENT, Tense.PERFECT, Tense.INFINITIVE)
_OPEN = (Tense.PRESENT, Tense.PROGRESSIVE, Tense.INFINITIVE, Tense.PRESENT_PARTICIPLE, Tense.NONE)


@dataclass(frozen=True, slots=True)
class Cue:
    """What makes an event less than plain fact, and the words that do so."""

    status: Status
    nodes: tuple[Node, ...]


def stance_of(
    token: Token | Node, analysis: Analysis, words: EventWords, cast: Cast, dating: Dating
) -> Stance:
    """How real the event of a predicate is; the date that it has tells whether it is yet to come.

    >>> from timeline.events.actors import find_cast
    >>> from timeline.events.analysis import analyse
    >>> from timeline.events.dating import UNDATED
    >>> from timeline.events.words import read_words
    >>> from timeline.reading.document import Document
    >>> text = "No ship has arrived, the union said. Ana Roca plans to return."
    >>> analysis = analyse(Document(id="a", title="", text=text, dct=None, language="en"), [])
    >>> cast = find_cast(analysis.parsed, text)
    >>> for place in (3, 13):
    ...     stance = stance_of(analysis.parsed.doc[place], analysis, read_words("en"), cast, UNDATED)
    ...     print(f"{stance.status} by {text[slice(*stance.cue)]!r}, told by {stance.attribution!r}")
    denied by 'No', told by 'union'
    planned by 'plans', told by ''
    """
    node = node_of(token)
    node = node.head if node.relation in ("aux", "cop") else node
    report = find_report(node, analysis, words, cast)
    found = [*find_cues(node), *_of_date(node, dating, analysis)]
    if report is not None:
        found.append(Cue(Status.ALLEGED, report.cue))
    best = min(found, key=lambda cue: ORDER.index(cue.status), default=None)
    if best is None:
        return PLAINLY
    return Stance(best.status, _span(best, analysis), report.source if report else "")


def _span(cue: Cue, analysis: Analysis) -> Span | None:
    if not cue.nodes:
        return None
    last = max(cue.nodes, key=lambda node: node.i)
    return min(map(analysis.offset, cue.nodes)), analysis.offset(last) + len(last)


def find_cues(node: Node) -> Iterator[Cue]:
    """What a predicate's clause, and those above whose matter it is, say of how real it is."""
    yield from _of_meaning(node)
    for _ in range(DEEPEST):
        yield from _of_clause(node)
        above = governor(node)
        if above is None:
            yield from _of_clause_above(node)
            return
        yield from _of_above(node, above)
        if above.link is Link.CLAUSE or "denied" in kinds_of("governing", lemma(above.node)):
            return
        node = above.node


def _of_clause(node: Node) -> Iterator[Cue]:
    """What the words of its own clause say."""
    coming = ahead(node)
    found = {
        Status.DENIED: negation(node) or lacking(node),
        Status.HYPOTHETICAL: unreal(node),
        Status.ORDERED: duty(node),
        Status.PLANNED: () if coming and _is_told_back(node) else coming,
    }
    yield from (Cue(status, nodes) for status, nodes in found.items() if nodes)
    reputed = tuple(child for child in node.children if child.lower_ in status_words("words", "reputed"))
    if reputed:
        yield Cue(Status.ALLEGED, reputed)


def _is_told_back(node: Node) -> bool:
    """Whether "would" looks ahead from the past to what came: "he would later resign"."""
    words = {child.lower_ for child in node.children}
    return tense(node) is Tense.CONDITIONAL and bool(words & status_words("words", "later"))


def _of_clause_above(node: Node) -> Iterator[Cue]:
    """A clause of time or purpose is yet to come if the one above is: "they will strike when she returns",
    "hopes to use them to win"."""
    if node.relation in ("advcl", "obl") and tense(node) in _WITHIN_THE_FUTURE:
        yield from (cue for cue in find_cues(node.head) if cue.status is Status.PLANNED)


def _of_above(node: Node, above: Above) -> Iterator[Cue]:
    """What the word says whose matter it is."""
    if above.node.pos_ == "NOUN":
        yield from _of_noun(above.node)
    yield from _of_verb(node, above.node) if above.link is Link.VERB else _of_report(node, above.node)


def _of_report(node: Node, verb: Node) -> Iterator[Cue]:
    """What a verb says of the clause below it: "denied that they had left"."""
    for name in kinds_of("reporting", lemma(verb)) if verb.pos_ == "VERB" else ():
        is_of_past = name in ("planned", "ordered") and tense(node) in _PAST  # "insisted that it had"
        is_of_present = name == "threatened" and not ahead(node)
        if name != "alleged" and not is_of_past and not is_of_present:
            yield Cue(Status(name), (verb,))
    if lemma(verb) in status_words("words", "thinking") and negation(verb):
        yield Cue(Status.DENIED, (*negation(verb), verb))
    if lemma(verb) in status_words("words", "false"):
        yield Cue(Status.DENIED, (verb,))


def _of_verb(node: Node, verb: Node) -> Iterator[Cue]:
    """What a word says of the infinitive or participle below it: "plans to return"."""
    if lemma(verb) in status_words("words", "naming") and not _is_asked(node, verb):
        return
    names = kinds_of("governing", lemma(verb))
    if any(child.lower_ == "from" for child in node.lefts):
        names = (*names, *kinds_of("governing_from", lemma(verb)))
    wants_of_another = lemma(verb) == "want" and any(child.relation == "obj" for child in verb.children)
    if wants_of_another or _is_given_time(node, verb):
        names = ("ordered",)
    for name in names:
        if name != "alleged" and not (name == "denied" and negation(verb)):  # "did not refuse to go"
            yield Cue(Status(name), (verb,))


def _is_asked(node: Node, verb: Node) -> bool:
    """Whether "call" asks somebody for something, and does not name it: "called on them to leave"."""
    beside = (*node.lefts, *(each for child in verb.children for each in (child, *child.children)))
    return any(each.lower_ in ("on", "upon", "for") for each in beside)


def _of_noun(noun: Node) -> Iterator[Cue]:
    """What is done with the noun whose matter something is: "rejected a report that", "no plan to"."""
    none = tuple(child for child in noun.children if child.lower_ == "no")
    if none:
        yield Cue(Status.DENIED, none)
    head = noun.head
    is_object = noun.relation == "obj" and lemma(head) in status_words("reporting", "denied")
    is_false = is_subject(noun) and lemma(head) in status_words("words", "false")
    if is_object or is_false:
        yield Cue(Status.DENIED, (head,))


def _of_meaning(node: Node) -> Iterator[Cue]:
    """What a word itself says, where it is the event: "denied the report", "called a march", "the demand"."""
    if node.pos_ in ("NOUN", "PROPN"):
        yield from _of_phrase(node)
    elif node.pos_ != "VERB":
        return
    names = kinds_of("own" if node.pos_ == "VERB" else "own_noun", lemma(node))
    goal = _goal(node)
    if any(_hangs_on(child, node) for child in node.children) or _gives_time(node):
        names = (*names, *kinds_of("own_with_verb", lemma(node)))
    if goal is None and any(each.lower_ == "for" for child in node.children for each in child.children):
        names = (*names, *kinds_of("own_for", lemma(node)))
    if any(child.relation == "ccomp" for child in node.children):  # what is planned is told below it
        names = tuple(name for name in names if name != "planned")
    if goal is not None:
        yield from _of_object(node, goal)
        if lemma(goal) in status_words("announcing", "words"):
            names = tuple(name for name in names if name != "planned")
    yield from _of_answer(node)
    yield from (Cue(Status(name), (node,)) for name in names if name != "alleged")


def _of_phrase(noun: Node) -> Iterator[Cue]:
    """What is said of an event that a noun names: "Monday's planned march", "they called Monday's march"."""
    for child in noun.lefts:
        yield from (Cue(Status(name), (child,)) for name in kinds_of("attributes", child.lower_))
    if noun.relation == "obj" or noun.dep_ == "nsubj:pass":
        yield from (cue for cue in _of_meaning(noun.head) if cue.status is not Status.DENIED)
        yield from _of_clause(noun.head)


def _goal(node: Node) -> Node | None:
    """What a verb is done to: its object, or the noun that a relative clause or a participle tells of."""
    found = object_(node)
    if found is None and node.relation == "acl":
        return node.head
    return found or next((child for child in node.children if child.dep_ == "obl:unmarked"), None)


def _of_answer(node: Node) -> Iterator[Cue]:
    """What a verb of speech denies: "said there was no truth in it", "called it false"."""
    if lemma(node) not in status_words("words", "judging"):
        return
    for child in node.children:
        is_there = child.relation == "ccomp" and any(each.relation == "expl" for each in child.children)
        is_false = lemma(child) in status_words("words", "false")
        if is_false and child.relation in ("xcomp", "obj", "obl", "ccomp"):
            yield Cue(Status.DENIED, (node, child))
        elif is_there and negation(child):
            yield Cue(Status.DENIED, (node, *negation(child)))


def _of_object(node: Node, goal: Node) -> Iterator[Cue]:
    """What a verb says with its object: "called a march", "made an appeal"."""
    names_it = any(child.relation == "xcomp" for child in node.children)  # "called the strike a mistake"
    if lemma(node) in status_words("announcing", "verbs") and not names_it:
        parts = {lemma(goal), *map(lemma, goal.children)}
        if parts & status_words("announcing", "objects"):
            yield Cue(Status.PLANNED, (node, goal))
    if lemma(node) in status_words("words", "light"):
        names = kinds_of("own_noun", lemma(goal))
        yield from (Cue(Status(name), (node, goal)) for name in names if name != "alleged")


def _hangs_on(child: Node, node: Node) -> bool:
    above = governor(child) if child.relation in ("xcomp", "advcl") else None
    return above is not None and above.node == node


def _is_given_time(node: Node, verb: Node) -> bool:
    """Whether something is to be done in a time that is given: "had two days to pack", "the time she gave him
    to leave"."""
    if not any(child.lower_ == "to" for child in node.lefts):
        return False
    is_time = lemma(verb) in status_words("words", "times")
    gives = lemma(verb) in status_words("words", "giving")
    return is_time or (gives and (node.relation != "xcomp" or _gives_time(verb)))


def _gives_time(verb: Node) -> bool:
    times = status_words("words", "times")
    given = [child for child in verb.children if child.relation in ("obj", "iobj", "obl")]
    told_of = [verb.head] if given and verb.relation == "acl" else []
    return any(lemma(each) in times for each in (*told_of, *given))


def _of_date(node: Node, dating: Dating, analysis: Analysis) -> Iterator[Cue]:
    """What is dated after its publication is yet to come."""
    dct = analysis.document.dct
    if dct is None or dating.interval is None or dating.bound is Bound.FROM:
        return
    is_set = lemma(node) in status_words("announcing", "verbs")
    if dating.interval.first_day > dct.day and (is_set or tense(node) in _OPEN):
        yield Cue(Status.PLANNED, ())
