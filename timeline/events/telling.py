"""Which clauses tell something that happens at some time, rather than how things are, what is usual, or only
who says so?

By logistic regression over what the tree, the verb's meaning and the words around it show; the weights stand in
`weights.toml`. What counts is what `data/gold/GUIDE.md` calls an event mention.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from spacy.tokens import Token

from timeline.events.analysis import Analysis
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
    relation,
    tense,
)

WEIGHTS = Path(__file__).with_name("weights.toml")
TELLING = (
    -0.2
)  # the score from which on a clause tells an event: what is missed is worse than what is too much
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
    return sorted({*found, *_nouns(analysis)}, key=lambda token: token.i)


def features(token: Token, analysis: Analysis, words: EventWords) -> dict[str, float]:
    """What speaks for a predicate telling an event, or against it."""
    found = {"any": 1.0}
    found |= dict.fromkeys(_of_form(token), 1.0)
    if token.pos_ == "VERB":
        found |= {f"sense: {name}": share for name, share in of_verb(token.lemma_.lower()).items()}
        found |= dict.fromkeys(_of_verb(token, words), 1.0)
    found |= dict.fromkeys(_of_place(token, words), 1.0)
    found |= dict.fromkeys(_of_time(token, analysis, words), 1.0)
    return found


def _of_form(token: Token) -> Iterator[str]:
    """What the predicate itself looks like."""
    yield f"tense: {tense(token).value}"
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
    """Its class, and what it does to the clauses below it."""
    relations = {relation(child) for child in token.children}
    has_verb_below = any(relation(each) == "xcomp" and each.pos_ == "VERB" for each in token.children)
    below = "clause" if relations & {"ccomp", "parataxis"} else "verb" if has_verb_below else "nothing"
    if below != "nothing":
        yield f"{below} below"
    for name in words.classes(token.lemma_.lower()):
        yield f"{name} verb"
        yield f"{name} verb, {below} below"


def _of_place(token: Token, words: EventWords) -> Iterator[str]:
    """What it hangs on."""
    kind, head = relation(token), token.head
    if kind in ("xcomp", "ccomp"):
        for name in words.classes(head.lemma_.lower()):
            yield f"under a {name} verb"
            yield f"{kind} under a {name} verb"
    if kind in ("acl", "advcl"):
        yield f"{kind}: {tense(token).value}"
    if kind == "conj":
        yield f"with one that is {relation(head)}"
    if kind == "parataxis":
        names = words.classes(token.lemma_.lower())
        yield "parataxis: reporting" if {"reporting", "thinking"} & {*names} else "parataxis: other"


def _of_time(token: Token, analysis: Analysis, words: EventWords) -> Iterator[str]:
    has_own = token in own_predicates(analysis, analysis.sentence(analysis.offset(token)))
    names = words.classes(token.lemma_.lower())
    if any(each.lower_ in words.adverbs["habitual"] for each in clause_words(token)):
        yield "habit"
    if has_own:
        yield "own timex"
        if "reporting" in names:
            yield "own timex of a report"
        if "lasting" in names or token.pos_ != "VERB":
            yield "own timex of a state"
    elif tense(token) is Tense.PRESENT:
        yield "present without timex"


def own_predicates(analysis: Analysis, sentence: int) -> set[Token]:
    """The predicates of a sentence in whose clause a timex stands."""
    return {chain[0] for each in analysis.timexes_in(sentence) if (chain := analysis.chain(each.top))}


def _nouns(analysis: Analysis) -> Iterator[Token]:
    """Nouns that name a happening, beside the timex that dates them: "Monday's arrest", "the 2018 vote"."""
    for number in range(len(analysis.sentences)):
        for each in analysis.timexes_in(number):
            noun = each.top.head
            if names_a_thing(each.top) and noun.pos_ == "NOUN" and not is_predicate(noun):
                if sum(of_noun(noun.lemma_.lower()).values()) >= HAPPENING:
                    yield noun
