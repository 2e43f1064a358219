"""What a mention's tree gives to compare: its action and the content words of its clause, by their part in
it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from timeline.events.supersenses import of_noun
from timeline.model import load_tokeniser
from timeline.model.syntax import agent, governing_verb, is_predicate, object_, relation

CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
INSIDE = ("compound", "flat", "amod", "nmod", "nummod", "conj", "appos")  # what belongs to a noun phrase
OTHERS = ("obl", "iobj", "obj", "nsubj", "nmod", "amod", "compound")  # of a clause, beside subject and object
BELOW = ("xcomp", "ccomp", "advcl")
LIGHT = frozenset(
    "have make take do give hold get be come go put carry suffer face launch extend stage".split()  # noqa: SIM905
)
OCCURRING = frozenset(
    "come happen occur begin start end last continue follow go arise erupt finish ensue break".split()  # noqa: SIM905
)
SELDOM = 0.1  # the share of a noun's uses from which it may tell what happens: "rally", "meeting"
HAPPENING = ("act", "event", "process", "phenomenon", "communication")  # supersenses of what may come or last
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a mention, as lemmas in small letters: the fields of a `Trace` that are read from the
    tree."""

    lemma: str
    helped: str = ""
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    arguments: frozenset[str] = frozenset()
    sentence: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


def read_told(token: Token) -> Told:
    """The words of the mention that a token stands for, a verb or a noun.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> parsed = parse_together(tokenise("The union held a rally in Port Alba."), [(0, 36)])
    >>> told = read_told(parsed.doc[2])
    >>> told.lemma, told.helped, sorted(told.subjects), sorted(told.objects)
    ('hold', 'rally', ['union'], ['rally'])
    """
    words = [each for each in token.sent if _is_content(each)]
    parts = _of_verb(token) if is_predicate(token) or token.pos_ == "VERB" else _of_noun(token)
    own = frozenset([lemma_of(token)])
    helped, *roles = parts
    return Told(
        lemma_of(token),
        helped,
        *(frozenset(role) - own for role in roles),
        sentence=frozenset(lemma_of(each) for each in words),
        numbers=frozenset(each.text for each in token.sent if each.text[:1].isdigit() or each.pos_ == "NUM"),
    )


def told_by_words(predicate: str, clause: str, sentence: str, language: str) -> Told:
    """The words of a mention without a tree, as they stand.

    >>> sorted(told_by_words("cayó", "El puente cayó el lunes", "El puente cayó el lunes.", "es").arguments)
    ['lunes', 'puente']
    """
    own = predicate.casefold()
    return Told(
        own,
        arguments=content_words(clause, language) - {own},
        sentence=content_words(sentence, language),
        numbers=frozenset(each for each in _WORD.findall(sentence) if each[0].isdigit()),
    )


def content_words(text: str, language: str) -> frozenset[str]:
    """The words of a text that tell what it is about, in small letters."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word for word in words if len(word) > 1 and word not in _stop_words(language))


@cache
def _stop_words(language: str) -> frozenset[str]:
    return frozenset(load_tokeniser(language).Defaults.stop_words)


def lemma_of(token: Token) -> str:
    """The base form of a token in small letters, its own form if it has none."""
    return (token.lemma_ or token.text).casefold()


def _is_content(token: Token) -> bool:
    return token.pos_ in CONTENT and len(token.text) > 1 and not token.is_stop


def _of_verb(verb: Token) -> tuple[str, set[str], set[str], set[str]]:
    done_by, done_to = agent(verb), object_(verb)
    taken = {each.i for each in (done_by, done_to) if each is not None}
    others: set[str] = set()
    for child in verb.children:
        if child.i not in taken and relation(child) in OTHERS:
            others |= _phrase(child)
        elif relation(child) in BELOW:
            others.add(lemma_of(child))
    if done_to is not None and done_by is not None and done_to.i == done_by.i:
        done_to = None
    return _helped(verb, done_by, done_to), _phrase(done_by), _phrase(done_to), others


def _helped(verb: Token, done_by: Token | None, done_to: Token | None) -> str:
    """The noun that says what a verb does: "vote" of "held a vote", "revolt" of "the revolt came"."""
    lemma, noun = lemma_of(verb), lemma_of(done_to) if done_to is not None else ""
    is_occurring = (lemma in OCCURRING and done_to is None) or (lemma, noun) == ("take", "place")
    if is_occurring and done_by is not None and done_by.pos_ == "NOUN" and _may_happen(lemma_of(done_by)):
        return lemma_of(done_by)
    is_light = lemma in LIGHT and done_to is not None and done_to.pos_ == "NOUN"
    return noun if is_light else ""


def _may_happen(noun: str) -> bool:
    shares = of_noun(noun)
    return sum(shares.get(sense, 0.0) for sense in HAPPENING) > SELDOM


def _of_noun(noun: Token) -> tuple[str, set[str], set[str], set[str]]:
    """Of a noun that tells an event: what belongs to it, and who does it under a light verb."""
    around = _phrase(noun)
    if relation(noun) in ("compound", "nmod"):
        around |= _phrase(noun.head)
    verb = governing_verb(noun)
    done_by = agent(verb) if verb is not None and lemma_of(verb) in LIGHT else None
    return "", _phrase(done_by) if done_by is not None and done_by.i != noun.i else set(), set(), around


def _phrase(token: Token | None) -> set[str]:
    """The content words of a noun phrase, without clauses that hang on it."""
    found, waiting = set(), [token] if token is not None else []
    while waiting:
        each = waiting.pop()
        if _is_content(each):
            found.add(lemma_of(each))
        waiting += [child for child in each.children if relation(child) in INSIDE]
    return found


def names_among(doc: Doc, words: Iterable[str], sentence: Token) -> frozenset[str]:
    """The names in a token's sentence of which a word is among some lemmas."""
    wanted = set(words)
    inside = (
        name for name in doc.ents if name.start >= sentence.sent.start and name.end <= sentence.sent.end
    )
    return frozenset(name.text.casefold() for name in inside if wanted & {lemma_of(each) for each in name})
