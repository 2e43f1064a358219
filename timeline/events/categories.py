"""What kind of event a clause tells, from the words in it: its verb, what stands beside it, who acts.

The cues are data, in `categories.toml`. Each speaks for one kind, more or less strongly; the strongest of
a kind counts in full, each further one half as much as the one before. Where a clause is silent ("so did
Canada"), the words around it are asked.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from spacy.tokens import Token

from timeline.events.gazetteer import capital_of, country_named
from timeline.events.kinds import Category
from timeline.model.parsing import Parsed
from timeline.model.syntax import NOMINALS, clause_words, is_within_noun, relation, subject

WEIGHTS = {"verbs": 4.0, "strong": 3.0, "weak": 1.0, "faint": 1.2}
OF_VERB = ("verbs", "faint")  # tell it only as the verb of the clause
VERB = 1.5  # how much more a cue counts that is the verb
ACTOR = 0.5  # how much an actor's name counts
AROUND = 0.2  # how much a word around the clause counts
NEARLY = 0.95  # of the most, and a kind that stands before it in `Category` wins
FADING = 0.5  # of each further cue of a kind
STATES = 1.0  # for diplomacy, of two states in one clause
LEAST = 0.15  # a kind told more faintly than that is none
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that together tell a kind of event, the rarest first; `text` is how the data spell them."""

    text: str
    words: tuple[str, ...]
    category: Category
    weight: float
    is_verb: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """A cue found in a clause, and which of the words it is."""

    cue: Cue
    places: frozenset[int]
    weight: float


_MONTHS = frozenset(["March", "May", "Mar.", "MARCH", "MAY"])
_STATES = Cue("two states", (), Category.DIPLOMACY, STATES, False)


def category_of(
    lemma: str,
    words: Sequence[str],
    actors: Sequence[str] = (),
    language: str = "en",
    around: Sequence[str] = (),
) -> tuple[Category, str]:
    """The kind of event that a clause tells, and the cue that told it ("" where none did).

    `lemma` is the base form of its verb, `words` are those of all its words, `around` those of its sentence
    and the one before, all in small letters; in Spanish they are the words as they stand. `actors` are names.

    >>> category_of("fire", ["police", "fire", "tear", "gas"])
    (<Category.VIOLENCE: 'violence'>, 'tear+gas')
    >>> category_of("be", ["it", "be", "blue"])
    (<Category.OTHER: 'other'>, '')
    """
    signs = [*_signs(lemma, words, language)]
    if len({_state(name) for name in actors} - {""}) > 1:
        signs.append(Sign(_STATES, frozenset(), STATES))
    for name in actors:
        signs += _fainter(_signs("", name.lower().split(), language), ACTOR)
    signs += _fainter(_signs("", around, language), AROUND)
    return _strongest(signs)


def category_in(parsed: Parsed, predicate: Token, actors: Sequence[str] = ()) -> tuple[Category, str]:
    """The kind of event that a predicate tells, and the cue that told it.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> parsed = parse_together(tokenise("Norland recalled its ambassador."), [(0, 32)])
    >>> category_in(parsed, parsed.doc[1])[0].value
    'diplomacy'
    """
    own = _own_words(predicate)
    words = _words(token for token in own if not _is_aside(token, predicate))
    first = predicate.sent.start
    begin = parsed.doc[first - 1].sent.start if first else 0
    inside = {token.i for token in own}
    around = [token for token in parsed.doc[begin : predicate.sent.end] if token.i not in inside]
    states = [token.text for token in own if token.pos_ == "PROPN" and _state(token.text)]
    return category_of(_word(predicate), words, (*actors, *states), around=_words(around))


def _own_words(predicate: Token) -> list[Token]:
    """The words of a predicate's clause; of a noun in another's clause what hangs on it."""
    own = {*clause_words(predicate), *_of_subject(predicate)}
    if predicate.pos_ in ("NOUN", "PROPN") and is_within_noun(predicate, predicate.sent.root):
        return list(predicate.subtree)
    return sorted(own, key=lambda token: token.i)


def _of_subject(predicate: Token) -> list[Token]:
    """Who or what the clause tells of, if that stands in another: "envoys" for "told the envoys to leave"."""
    about = subject(predicate)
    if about is None or about.pos_ not in NOMINALS:
        return []
    return [about, *(child for child in about.children if relation(child) in ("amod", "compound", "flat"))]


def _is_aside(token: Token, predicate: Token) -> bool:
    """Whether a token only says who somebody is: "the head of the assembly", "Defence Minister"."""
    while token != predicate and token.head != token:
        if relation(token) == "appos":
            return True
        if token.dep_ in ("compound", "flat", "nmod:desc") and _is_person(token.head):
            return True
        token = token.head
    return False


def _is_person(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in ("PER", "PERSON")


def _words(tokens: Iterable[Token]) -> list[str]:
    return [_word(token) for token in tokens if not token.is_punct and not _is_date(token)]


def _word(token: Token) -> str:
    return (token.lemma_ or token.text).lower()


def _is_date(token: Token) -> bool:
    """Whether a token names a day or month: "March" is no march."""
    return token.ent_type_ in ("DATE", "TIME") or (token.pos_ == "PROPN" and token.text in _MONTHS)


def _signs(lemma: str, words: Sequence[str], language: str) -> Iterator[Sign]:
    """The cues among some words, save those that only repeat a part of a longer one."""
    found = [*_found(lemma, words, language)]
    longer = [sign.places for sign in found if len(sign.places) > 1]
    return (sign for sign in found if not any(sign.places < places for places in longer))


def _found(lemma: str, words: Sequence[str], language: str) -> Iterator[Sign]:
    at = defaultdict(list)
    for place, word in enumerate(words):
        at[word].append(place)
    for word, places in at.items():
        for cue in _cues_with(word, language):
            others = [_place(other, at) for other in cue.words[1:]]
            is_told = word == lemma or not cue.is_verb
            if is_told and None not in others:
                weight = cue.weight * (VERB if word == lemma and not cue.is_verb else 1)
                yield Sign(cue, frozenset([places[0], *others]), weight)


def _place(cue_word: str, at: Mapping[str, list[int]]) -> int | None:
    """Where a word of a cue stands among the words at hand."""
    if not cue_word.endswith(_ANY):
        return at[cue_word][0] if cue_word in at else None
    return next((places[0] for word, places in at.items() if word.startswith(cue_word[:-1])), None)


def _fainter(signs: Iterable[Sign], by: float) -> list[Sign]:
    return [Sign(sign.cue, sign.places, sign.weight * by) for sign in signs]


def _strongest(signs: Iterable[Sign]) -> tuple[Category, str]:
    told: dict[Category, dict[str, float]] = defaultdict(dict)
    for sign in signs:
        of_kind = told[sign.cue.category]
        of_kind[sign.cue.text] = max(sign.weight, of_kind.get(sign.cue.text, 0))
    scores = {category: _total(told[category].values()) for category in Category if category in told}
    most = max(scores.values(), default=0)
    if most < LEAST:
        return Category.OTHER, ""
    best = next(category for category, score in scores.items() if score >= NEARLY * most)
    return best, max(told[best], key=told[best].__getitem__)


def _total(weights: Iterable[float]) -> float:
    return sum(weight * FADING**rank for rank, weight in enumerate(sorted(weights, reverse=True)))


@lru_cache(maxsize=20_000)
def _state(name: str) -> str:
    """The code of the country that a word names, or whose capital it is."""
    country = country_named(name) or capital_of(name)
    return country.code if country else ""


@lru_cache(maxsize=50_000)
def _cues_with(word: str, language: str) -> tuple[Cue, ...]:
    """The cues that begin with a word, in whatever spelling of its ending."""
    cues = _cues(language)
    starts = (word[:length] + _ANY for length in range(2, len(word) + 1))
    return tuple(cue for key in (word, *starts) for cue in cues.get(key, ()))


@cache
def _cues(language: str) -> Mapping[str, list[Cue]]:
    """The cues of a language by their first word."""
    by_word: dict[str, list[Cue]] = defaultdict(list)
    for category, groups in _read().get(language, {}).items():
        for group, texts in groups.items():
            for text in texts.split():
                words = tuple(text.split("+"))
                is_verb = group in OF_VERB
                by_word[words[0]].append(Cue(text, words, Category(category), WEIGHTS[group], is_verb))
    return dict(by_word)


@cache
def _read() -> dict[str, dict]:
    return tomllib.loads((Path(__file__).with_suffix(".toml")).read_text("utf-8"))
