"""Pronouns → the actors they stand for, where only one fits; else nothing."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field

from timeline.events.actor_names import Actor
from timeline.events.actor_subjects import subject_nodes
from timeline.events.actor_words import words
from timeline.events.nodes import Node, Stretch, Tree
from timeline.model.syntax import clause, is_predicate, reporting_verb

_PERSONAL = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "himself": "m", "herself": "f"}
_SPEAKING = frozenset(["i", "we", "you"])
_OBJECTS = frozenset(["him", "her"])
_RESOLVED = frozenset([*_PERSONAL, "i", "we", "you", "it", "they"])
_BACK = 2  # sentences before its own in which a person may be named

_OPENING, _CLOSING = frozenset("“«"), frozenset("”»")
_MARKS = _OPENING | _CLOSING | {'"'}

ActorOf = Callable[[Node], Actor | None]


def resolve_pronouns(doc: Tree, actor: ActorOf, genders: Mapping[Actor, str]) -> dict[int, Actor]:
    """The actor of each pronoun that has one, by the number of its token.

    A person is looked for among the subjects before it in its sentence, then in the sentence before and, if
    that names nobody, in the one before that; a thing in its sentence and the one before.
    """
    reader = _Reader(actor, dict(genders), _quoted(doc))
    for sentence in doc.sents:
        for token in sentence:
            resolved = reader.resolve(token, sentence) if token.lower_ in _RESOLVED else None
            if resolved:
                reader.found[token.i] = resolved
                if token.lower_ in _PERSONAL:
                    reader.genders.setdefault(resolved, _PERSONAL[token.lower_])
        reader.hear(sentence)
        reader.read.append(sentence)
    return reader.found


@dataclass
class _Reader:
    """What was read so far."""

    actor: ActorOf
    genders: dict[Actor, str]
    quoted: Set[int]
    speaker: Actor | None = None
    spoken: int = -1
    asked: Actor | None = None  # whom the article interviews: "we met Ana Roca on Friday"
    found: dict[int, Actor] = field(default_factory=dict)
    nouns: dict[int, Actor | None] = field(default_factory=dict)
    read: list[Stretch] = field(default_factory=list)
    acting: dict[int, list[Node]] = field(default_factory=dict)

    def known(self, token: Node) -> Actor | None:
        """Whom a token means, by what is resolved so far."""
        if token.i not in self.nouns:
            self.nouns[token.i] = self.actor(token)
        return self.found.get(token.i) or self.nouns[token.i]

    def resolve(self, token: Node, sentence: Stretch) -> Actor | None:
        word = token.lower_
        if word == "you":
            return self.asked if token.i not in self.quoted else None
        if word in ("i", "we"):
            return self._speaker(token, sentence)
        if word == "they":
            return self._many(token, sentence)
        if word not in _PERSONAL and not (word == "it" and token.relation == "nsubj"):
            return None
        gender = _PERSONAL.get(word, "")
        barred = set()
        if word in _OBJECTS and token.relation != "nmod":
            barred = {self.known(each) for each in subject_nodes(clause(token)) if each != token}

        def fits(actor: Actor | None) -> bool:
            if actor is None or actor in barred or (actor.kind == "person") != bool(gender):
                return False
            return not gender or self.genders.get(actor, gender) == gender

        if gender and _is_of_nameless(token, sentence):
            return None
        told = self._within(token, sentence, fits) or (self._told(token, fits) if gender else None)
        return told or self._before(fits, bool(gender))

    def _speaker(self, token: Node, sentence: Stretch) -> Actor | None:
        """Who says it: the subject of the report around it, else of the one before in quotation marks."""
        verb = reporting_verb(token)
        said_by = [each for each in subject_nodes(verb) if each != token] if verb is not None else []
        if token.i in self.quoted and (verb is None or not (said_by or verb.pos_ == "VERB")):
            return self._before_colon(sentence) or self._last_speaker(sentence)
        told = [self.known(each) or self.resolve(each, sentence) for each in said_by]
        return told[0] if len(told) == 1 else None

    def _before_colon(self, sentence: Stretch) -> Actor | None:
        """The one person named before a colon in front of the words that are quoted."""
        colon = next(
            (each.i for each in sentence if each.text == ":" and each.i + 2 in self.quoted), sentence.start
        )
        named = [self.known(each) for each in sentence.doc.nodes[sentence.start : colon] if each.ent_type_]
        return _only(each for each in named if each and each.kind == "person")

    def _last_speaker(self, sentence: Stretch) -> Actor | None:
        """Who said the words in quotation marks before, if they are near."""
        near = self.read[-_BACK].start if len(self.read) >= _BACK else 0
        return (self.speaker if self.spoken >= near else None) or self.asked

    def hear(self, sentence: Stretch) -> None:
        """Remember who says what stands in quotation marks in a sentence."""
        said = [each for each in sentence if each.i in self.quoted and is_predicate(each)]
        reports = [verb for each in said if (verb := reporting_verb(each)) and verb.i not in self.quoted]
        asking = [each for each in sentence if each.lower_ in ("i", "we") and each.i not in self.quoted]
        for verb in (each.head for each in asking if each.head.lemma_.lower() in words("interviewing")):
            met = [each for each in verb.children if each.relation in ("obj", "obl") and self.known(each)]
            self.asked = self.known(met[0]) if met else self.asked
        if reports:
            self.speaker = _only(self.known(each) for each in subject_nodes(reports[0]))
        elif said:
            self.speaker = self._before_colon(sentence) or self.speaker
        if said:
            self.spoken = sentence.start

    def _many(self, token: Node, sentence: Stretch) -> Actor | None:
        """An organisation that a noun in the plural stood for: "the judges met and ... they"."""
        for span in (sentence.doc.nodes[sentence.start : token.i], *self.read[-1:]):
            subject = [
                each for each in span if each.relation == "nsubj" and each.tag_ in ("NNS", "NNPS", "JJS")
            ]
            if subject:
                told = _only(self.known(each) for each in subject)
                return told if told and told.kind == "organisation" else None
            earlier = [each for each in span if each.lower_ == "they" and each.relation == "nsubj"]
            if earlier:
                return _only(self.known(each) for each in earlier)
        return None

    def _within(self, token: Node, sentence: Stretch, fits: Callable[[Actor | None], bool]) -> Actor | None:
        """From the words before it in its sentence: the subject of a clause above it, else the only
        subject."""
        before = {
            each.i: self.known(each)
            for each in sentence.doc.nodes[sentence.start : token.i]
            if _is_topic(each) and each.lower_ not in _SPEAKING and fits(self.known(each))
        }
        for above in token.ancestors:
            for each in subject_nodes(above) if is_predicate(above) else ():
                if each.i in before:
                    return before[each.i]
        return _only(before.values())

    def _told(self, token: Node, fits: Callable[[Actor | None], bool]) -> Actor | None:
        """Whom a verb above tells, asks or names: "told Ana Roca that she"."""
        objects = (
            self.known(each)
            for verb in token.ancestors
            if is_predicate(verb)
            for each in verb.children
            if each.relation in ("obj", "iobj") and each.i < token.i
        )
        return _only(actor for actor in objects if fits(actor))

    def _before(self, fits: Callable[[Actor | None], bool], is_person: bool) -> Actor | None:
        """From the sentences before it: the subject of the main clause, else of any, else the only person."""
        for sentence in self.read[: -(_BACK if is_person else 1) - 1 : -1]:
            ways = (subject_nodes(sentence.root), self._acting(sentence), sentence if is_person else ())
            for tokens in ways:
                fitting = {
                    actor
                    for each in tokens
                    if each.lower_ not in _SPEAKING and fits(actor := self.known(each))
                }
                if fitting:
                    return _only(fitting)
        return None

    def _acting(self, sentence: Stretch) -> list[Node]:
        if sentence.start not in self.acting:
            verbs = (verb for verb in sentence if is_predicate(verb))
            found = [each for verb in verbs for each in subject_nodes(verb)]
            self.acting[sentence.start] = [*found, *filter(_is_topic, sentence)]
        return self.acting[sentence.start]


def _quoted(doc: Tree) -> set[int]:
    """The numbers of the words between quotation marks."""
    inside, found = False, set()
    for node in doc:
        if node.text in _MARKS:
            inside = node.text in _OPENING or (node.text not in _CLOSING and not inside)
        elif inside:
            found.add(node.i)
    return found


def _is_of_nameless(token: Node, sentence: Stretch) -> bool:
    """Whether the last person before it in its sentence is nobody with a name: "a baker said that he"."""
    persons = [
        each
        for each in sentence.doc.nodes[sentence.start : token.i]
        if each.relation == "nsubj" and (each.ent_type_ == "PER" or each.lemma_.lower() in words("humans"))
    ]
    last = persons[-1] if persons else None
    is_new = last is not None and any(child.lower_ in ("a", "an", "one") for child in last.children)
    return is_new and not last.ent_type_ and not any(child.ent_type_ == "PER" for child in last.children)


def _is_topic(token: Node) -> bool:
    """Whether it is a subject, or what "it was ... who" brings forward."""
    return token.relation == "nsubj" or any(
        child.lower_ == "it" and child.i < token.i and child.relation in ("expl", "nsubj")
        for child in token.children
        if token.pos_ == "PROPN"
    )


def _only(actors: Iterable[Actor | None]) -> Actor | None:
    """The one of them, if all are one."""
    different = set(actors)
    return different.pop() if len(different) == 1 else None
