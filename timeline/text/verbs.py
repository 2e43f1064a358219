"""A timex in the parse of its sentence → the verbs that it hangs on, and which way each of them looks."""

from spacy.tokens import Token

from timeline.model.parsing import Parsed
from timeline.model.syntax import (
    Modality,
    Tense,
    auxiliaries,
    clause_words,
    governing_verb,
    is_predicate,
    is_subject,
    is_within_noun,
    modality,
    names_a_thing,
    tense,
)
from timeline.text.direction import Cue, CueWords, Side, Verbs

STEP = 6  # words that each clause between a timex and a verb counts for
NOUN = 2  # words that a noun between them counts for
STILL_OPEN = ("may", "can", "can't", "can’t")  # of modal verbs: the past takes "may have", "could"
NOT = ("n't", "n’t")  # written as one word with an auxiliary
PLANNED = 1  # a word such as "scheduled" in the clause is that much farther than its verb

_SIDES = {
    Tense.PAST: Side.PAST,
    Tense.PLUPERFECT: Side.PAST,
    Tense.PERFECT: Side.PAST,
    Tense.PAST_PARTICIPLE: Side.PAST,
    Tense.PRESENT: Side.PRESENT,
    Tense.PROGRESSIVE: Side.PRESENT,
    Tense.FUTURE: Side.FUTURE,
    Tense.CONDITIONAL: Side.MEANT,
    Tense.INFINITIVE: Side.MEANT,
    Tense.MODAL: Side.OPEN,
}


def find_verbs(parsed: Parsed, start: int, end: int, words: CueWords) -> Verbs | None:
    """The nearest verb of each side above the timex at `text[start:end]`; None if it hangs on no verb, or is
    the subject of one: "Monday brought rain" tells by its words, and in "the man held Monday will appear" the
    parse is at fault."""
    top = parsed.top(start, end)
    if top is None or is_subject(top):
        return None
    found: dict[Side, Cue] = {}
    verb = top if is_predicate(top) else governing_verb(top)
    below, distance = top, 0.0
    while verb is not None:
        distance += NOUN * is_within_noun(below, verb)
        said = _said(verb)
        _keep(found, _side(verb, said, words), said, distance)
        if plan := _plan(verb, parsed, start, end, words):
            _keep(found, Side.MEANT, plan, distance + PLANNED)
        below, verb, distance = verb, governing_verb(verb), distance + STEP
    return Verbs(found, names_a_thing(top)) if found else None


def _said(verb: Token) -> str:
    """A verb with its auxiliaries, the words joined as they are written: "will meet", "won't open"; capitals
    of a headline are lowered."""
    group = sorted([*auxiliaries(verb), verb], key=lambda token: token.i)
    return " ".join(map(_written, group))


def _written(token: Token) -> str:
    after = token.doc[token.i + 1 : token.i + 2].text
    return (token.lower_ if token.is_upper else token.text) + (after if after.lower() in NOT else "")


def _side(verb: Token, said: str, words: CueWords) -> Side | None:
    """Which way a verb looks; "quit" and "cut" are their own past, "must" and "should" tell what is meant,
    "may" and "can" what is still to come, "could" and "might" of either."""
    side = _SIDES.get(tense(verb))
    if side is Side.PRESENT and (match := words.cue.fullmatch(said)) and match["past"]:
        return Side.PAST
    if side is Side.OPEN and modality(verb) is Modality.NECESSARY:
        return Side.MEANT
    if side is Side.OPEN and any(word in STILL_OPEN for word in said.lower().split()):
        return Side.FUTURE
    return side


def _keep(found: dict[Side, Cue], side: Side | None, words: str, distance: float) -> None:
    if side is not None and (side not in found or distance < found[side].distance):
        found[side] = Cue(side.direction, words, distance)


def _plan(verb: Token, parsed: Parsed, start: int, end: int, words: CueWords) -> str:
    """The words in a verb's clause, the timex left out, that tell of what is to come ("scheduled")."""
    inside = [token.text for token in clause_words(verb) if not start <= parsed.offsets[token.i] < end]
    matches = words.cue.finditer(" ".join(inside))
    return next((match.group() for match in matches if match["future"]), "")
