"""Pronouns → the actors they stand for, where only one fits; else nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from timeline.events.actor_names import Actor
from timeline.events.actor_subjects import subjects
from timeline.model.syntax import clause, is_predicate, relation, reporting_verb

_PERSONAL = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "himself": "m", "herself": "f"}
_OBJECTS = frozenset(["him", "her"])
_BACK = 2  # sentences before its own in which a person may be named

ActorOf = Callable[[Token], Actor | None]


def resolve_pronouns(doc: Doc, actor: ActorOf, genders: Mapping[Actor, str]) -> dict[int, Actor]:
    """The actor of each pronoun that has one, by the number of its token.

    A person is looked for among the subjects before it in its sentence, then in the sentence before and, if
    that names nobody, in the one before that; a thing in its sentence and the one before.
    """
    reader = _Reader(actor, genders)
    for sentence in doc.sents:
        for token in sentence:
            resolved = reader.resolve(token, sentence)
            if resolved:
                reader.found[token.i] = resolved
        reader.read.append(sentence)
    return reader.found


@dataclass
class _Reader:
    """What was read so far."""

    actor: ActorOf
    genders: Mapping[Actor, str]
    found: dict[int, Actor] = field(default_factory=dict)
    nouns: dict[int, Actor | None] = field(default_factory=dict)
    read: list[Span] = field(default_factory=list)
    acting: dict[int, list[Token]] = field(default_factory=dict)

    def known(self, token: Token) -> Actor | None:
        """Whom a token means, by what is resolved so far."""
        if token.i not in self.nouns:
            self.nouns[token.i] = self.actor(token)
        return self.found.get(token.i) or self.nouns[token.i]

    def resolve(self, token: Token, sentence: Span) -> Actor | None:
        word = token.lower_
        if token.text == "I":
            return self._speaker(token)
        if word == "they":
            return self._many(token, sentence)
        if word not in _PERSONAL and not (word == "it" and relation(token) == "nsubj"):
            return None
        gender = _PERSONAL.get(word, "")
        barred = set()
        if word in _OBJECTS and relation(token) != "nmod":
            barred = {self.known(each) for each in subjects(clause(token)) if each != token}

        def fits(actor: Actor | None) -> bool:
            if actor is None or actor in barred or (actor.kind == "person") != bool(gender):
                return False
            return not gender or self.genders.get(actor, gender) == gender

        return self._within(token, sentence, fits) or self._before(fits, bool(gender))

    def _speaker(self, token: Token) -> Actor | None:
        verb = reporting_verb(token)
        told = [self.known(each) for each in (subjects(verb) if verb is not None else ())]
        return told[0] if len(told) == 1 else None

    def _many(self, token: Token, sentence: Span) -> Actor | None:
        """An organisation that a noun in the plural stood for: "the judges met and ... they"."""
        for span in (sentence.doc[sentence.start : token.i], *self.read[-1:]):
            subject = [
                each for each in span if relation(each) == "nsubj" and each.tag_ in ("NNS", "NNPS", "JJS")
            ]
            if subject:
                told = _only(self.known(each) for each in subject)
                return told if told and told.kind == "organisation" else None
            earlier = [each for each in span if each.lower_ == "they" and relation(each) == "nsubj"]
            if earlier:
                return _only(self.known(each) for each in earlier)
        return None

    def _within(self, token: Token, sentence: Span, fits: Callable[[Actor | None], bool]) -> Actor | None:
        """From the words before it in its sentence: the subject of a clause above it, else the only
        subject."""
        before = {
            each.i: self.known(each)
            for each in sentence.doc[sentence.start : token.i]
            if _is_topic(each) and fits(self.known(each))
        }
        for above in token.ancestors:
            for each in subjects(above) if is_predicate(above) else ():
                if each.i in before:
                    return before[each.i]
        return _only(before.values())

    def _before(self, fits: Callable[[Actor | None], bool], is_person: bool) -> Actor | None:
        """From the sentences before it: the subject of the main clause, else of any, else the only person."""
        for sentence in self.read[: -(_BACK if is_person else 1) - 1 : -1]:
            ways = (subjects(sentence.root), self._acting(sentence), sentence if is_person else ())
            for tokens in ways:
                fitting = {actor for actor in map(self.known, tokens) if fits(actor)}
                if fitting:
                    return _only(fitting)
        return None

    def _acting(self, sentence: Span) -> list[Token]:
        if sentence.start not in self.acting:
            verbs = (verb for verb in sentence if is_predicate(verb))
            found = [each for verb in verbs for each in subjects(verb)]
            self.acting[sentence.start] = [*found, *filter(_is_topic, sentence)]
        return self.acting[sentence.start]


def _is_topic(token: Token) -> bool:
    """Whether it is a subject, or what "it was ... who" brings forward."""
    return relation(token) == "nsubj" or any(
        child.lower_ == "it" and child.i < token.i and relation(child) in ("expl", "nsubj")
        for child in token.children
        if token.pos_ == "PROPN"
    )


def _only(actors: Iterable[Actor | None]) -> Actor | None:
    """The one of them, if all are one."""
    different = set(actors)
    return different.pop() if len(different) == 1 else None
