"""Which clauses tell something that happens at some time, rather than how things are, what is usual, or only
who says so?

By logistic regression over what the tree, the verb's meaning and the words around it show; the weights stand
in `weights.toml`. What counts is what `data/gold/GUIDE.md` calls an event mention.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from spacy.tokens import Token

from timeline.events.analysis import Analysis, PlacedWords
from timeline.events.supersenses import of_noun, of_verb
from timeline.events.weights import read_weights, score
from timeline.events.words import EventWords
from timeline.model.syntax import (
    Tense,
    clause_words,
    is_negated,
    is_passive,
    is_predicate,
    modality,
    names_a_thing,
    object_,
    relation,
    subject,
)

WEIGHTS = Path(__file__).with_name("weights.toml")
TELLING = 0.0  # the score from which on a clause tells an event
HAPPENING = 0.5  # of a noun's senses that name what happens: from then on a timex beside it dates it
EMPTY_SUBJECTS = ("it", "there", "that", "this", "what", "which")
CONDITIONS = ("if", "unless")


def find_telling(
    analysis: Analysis, words: EventWords, weights: Mapping[str, float] | None = None
) -> list[Token]:
    """The predicates that tell an event, and the nouns beside which a timex dates one, in the order of the
    text."""
    weights = read_weights(WEIGHTS)["telling"] if weights is None else weights
    found = [
        each for each in analysis.predicates if score(weights, features(each, analysis, words)) > TELLING
    ]
    return sorted({*found, *_nouns(analysis, words)}, key=lambda token: token.i)


def features(token: Token, analysis: Analysis, words: EventWords) -> dict[str, float]:
    """What speaks for a predicate telling an event, or against it."""
    found = {"any": 1.0}
    found |= dict.fromkeys(_of_form(token, analysis), 1.0)
    if token.pos_ == "VERB":
        found |= {f"sense: {name}": share for name, share in of_verb(token.lemma_.lower()).items()}
        found |= dict.fromkeys(_of_verb(token, words), 1.0)
    found |= dict.fromkeys(_of_place(token, analysis, words), 1.0)
    found |= dict.fromkeys(_of_time(token, analysis, words), 1.0)
    return found


def _of_form(token: Token, analysis: Analysis) -> Iterator[str]:
    """What the predicate itself looks like."""
    yield f"tense: {analysis.tense(token).value}"
    yield f"modality: {modality(token).value}"
    yield f"relation: {token.dep_}"
    if token.pos_ != "VERB":
        yield "no verb"
        yield f"no verb: {token.pos_}"
    if is_negated(token):
        yield "denied"
    if is_passive(token):
        yield "passive"
    for child in token.children:
        if relation(child) == "nsubj":
            yield f"subject: {child.pos_}"
            if child.lower_ in EMPTY_SUBJECTS:
                yield f"subject: {child.lower_}"
        elif relation(child) in ("obj", "expl"):
            yield relation(child)
        if child.lower_ in CONDITIONS:
            yield "condition"


def _of_verb(token: Token, words: EventWords) -> Iterator[str]:
    """Which verb it is, its class, and what it does to the clauses below it."""
    yield f"verb: {token.lemma_.lower()}"
    relations = {relation(child) for child in token.children}
    has_verb_below = any(_tells_what_to_do(each) for each in token.children)
    below = "clause" if relations & {"ccomp", "parataxis"} else "verb" if has_verb_below else "nothing"
    if below != "nothing":
        yield f"{below} below"
    for name in words.classes(token.lemma_.lower()):
        yield f"{name} verb"
        yield f"{name} verb, {below} below"


def _tells_what_to_do(child: Token) -> bool:
    """Whether a verb is what is ordered, planned or tried: "to leave", "ordered the bridge closed"."""
    if relation(child) == "obj":
        return any(
            each.dep_ == "acl" and each.tag_ == "VBN" and each.i == child.i + 1 for each in child.children
        )
    return relation(child) == "xcomp" and child.pos_ == "VERB"


def _of_place(token: Token, analysis: Analysis, words: EventWords) -> Iterator[str]:
    """What it hangs on."""
    kind, head = relation(token), token.head
    if kind in ("xcomp", "ccomp"):
        for name in words.classes(head.lemma_.lower()):
            yield f"under a {name} verb"
            yield f"{kind} under a {name} verb"
    if kind in ("acl", "advcl"):
        yield f"{kind}: {analysis.tense(token).value}"
    if kind == "conj":
        yield f"with one that is {relation(head)}"
    if kind == "parataxis":
        names = words.classes(token.lemma_.lower())
        yield "parataxis: reporting" if {"reporting", "thinking"} & {*names} else "parataxis: other"


def _of_time(token: Token, analysis: Analysis, words: EventWords) -> Iterator[str]:
    has_own = token.i in analysis.dated_by_clause
    names = words.classes(token.lemma_.lower())
    if any(each.lower_ in words.adverbs["habitual"] for each in clause_words(token)):
        yield "habit"
    if has_own:
        yield "own timex"
        if "reporting" in names:
            yield "own timex of a report"
        if "lasting" in names or token.pos_ != "VERB":
            yield "own timex of a state"
    elif analysis.tense(token) is Tense.PRESENT:
        yield "present without timex"


def _nouns(analysis: Analysis, words: EventWords) -> Iterator[Token]:
    """Nouns that name a happening, beside the timex that dates them: "Monday's arrest", "the 2018 vote"; or
    with a verb that only gives it a date: "most put the arrest on Monday"."""
    for number in range(len(analysis.sentences)):
        for each in analysis.timexes_in(number):
            for noun in (each.top.head if _is_beside(each) else None, _placed_by(each.top.head, words)):
                if noun is not None and noun.pos_ == "NOUN" and not is_predicate(noun) and _happens(noun):
                    yield noun


def _is_beside(placed: PlacedWords) -> bool:
    """Whether a timex belongs to the noun that it hangs on; one with a preposition stands behind it."""
    top, noun = placed.top, placed.top.head
    opened = [child for each in (top, noun) for child in each.children if relation(child) == "case"]
    if placed.first < noun.i and any(
        each.i < placed.first and (each.head == top or relation(noun) == "nsubj") for each in opened
    ):
        return False
    return relation(top) != "appos" and (names_a_thing(top) or relation(top) in ("nummod", "nmod"))


def _placed_by(verb: Token, words: EventWords) -> Token | None:
    """What a verb gives a date to: "wants a march on Monday", "a vote is due on Monday"."""
    lemma = verb.lemma_.lower()
    if lemma in words.verbs["due"]:
        return subject(verb)
    return object_(verb) if lemma in words.verbs["placing"] else None


def _happens(noun: Token) -> bool:
    return sum(of_noun(noun.lemma_.lower()).values()) >= HAPPENING
