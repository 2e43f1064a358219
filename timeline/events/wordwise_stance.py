"""How real is what a clause tells, by its words: denied, ordered, planned, threatened, alleged by somebody,
or
conditional; and by which words."""

from collections.abc import Iterator, Sequence

from timeline.events.actor_clauses import Names, actors_in
from timeline.events.actor_names import short_name
from timeline.events.kinds import Status
from timeline.events.mention import PLAINLY, Span, Stance
from timeline.events.wordwise_clauses import NOBODY, Clause, Sentence, is_of
from timeline.events.wordwise_groups import Verb, Word
from timeline.events.wordwise_telling import Telling
from timeline.events.wordwise_words import phrases, words

OPEN = frozenset(["future", "conditional", "present", "infinitive"])  # tenses that a condition may hang on
_LEAST_QUOTED = 3  # words of a quotation that tells something
_SHORT = 14  # words of a clause that says who speaks
_SPEAKER = 4  # words of a speaker without a name


def stance_of(telling: Telling, sentence: Sentence, names: Names, is_to_come: bool) -> Stance:
    """The stance of what a sentence tells; `is_to_come` says that its date lies behind the day of
    publication."""
    found = _Stances(telling, sentence, names)
    said, speaker = found.saying(), ""
    if said is not None:
        speaker = found.speaker(said)
    according = found.according()
    if according is not None and said is None:
        said, speaker = according, found.named_after(according)
    for status, cue in found.statuses(is_to_come):
        return Stance(status, cue, speaker)
    if said is not None:
        return Stance(Status.ALLEGED, said if isinstance(said, tuple) else found.offsets(said), speaker)
    if found.is_alleging():
        return Stance(Status.ALLEGED, found.offsets(telling.verb), found.speaker(telling.verb))
    return PLAINLY


class _Stances:
    """Asks what stands around one telling."""

    def __init__(self, telling: Telling, sentence: Sentence, names: Names) -> None:
        self.telling, self.sentence, self.names = telling, sentence, names
        self.language = names.language
        self.clause = sentence.clauses[telling.clause]

    def offsets(self, verb: Verb) -> Span:
        word = self.sentence.words[verb.main]
        return word.start, word.end

    def is_of(self, kind: str, verb: Verb | None) -> bool:
        return verb is not None and is_of(kind, verb, self.sentence.words, self.language)

    def statuses(self, is_to_come: bool) -> Iterator[tuple[Status, Span]]:
        """The statuses that fit, the first first, each with its words."""
        denied = self._denied()
        if denied is not None:
            yield Status.DENIED, denied
        if (condition := self._condition()) is not None:
            yield Status.HYPOTHETICAL, condition
        cue, verb = self.telling.cue, self.telling.verb
        if self._threatens(cue) or (cue is None and self._threatens(verb)):
            yield Status.THREATENED, self.offsets(cue or verb)
        if self._orders(cue):
            yield Status.ORDERED, self.offsets(cue)
        planned = self._planned(is_to_come)
        if planned is not None:
            yield Status.PLANNED, planned

    def _denied(self) -> Span | None:
        verb, cue = self.telling.verb, self.telling.cue
        if verb is not None:
            word = self._negation(verb, self.telling.clause)
            if word is not None:
                return word.start, word.end
            if self.clause.opener == "sin que" and verb.tense == "past subjunctive":
                return self.offsets(verb)
            if self.is_of("denied", verb) or self._is_called_false(verb):
                return self.offsets(verb)
        if cue is not None:
            if self.is_of("denied", cue):
                return self.offsets(cue)
            word = self._negation(cue, self.telling.cue_clause)
            if word is not None and self.telling.verb is not None and not self.telling.verb.is_finite:
                return word.start, word.end
        return None

    def _negation(self, verb: Verb, clause: int) -> Word | None:
        """The word that negates a verb: before it, next to it or as its subject."""
        near = range(max(0, verb.first - 1), verb.main)
        own = self.sentence.clauses[clause].places
        for place in near:
            if self.sentence.words[place].lower in words("negating", self.language):
                return self.sentence.words[place]
        for place in own:
            word = self.sentence.words[place]
            is_nobody = word.lower in words("nobody", self.language)
            if place < verb.first and is_nobody and not self._is_listing(place):
                return word
            if place < verb.first and word.lower in ("tampoco", "nunca", "jamás"):
                return word
        return None

    def _is_listing(self, place: int) -> bool:
        """Whether a word stands behind a preposition: "de nadie", "y no"."""
        before = self.sentence.words[place - 1].lower if place else ""
        return before in words("prepositions", self.language)

    def _is_called_false(self, verb: Verb) -> bool:
        if verb.lemma not in ("tachar", "calificar", "tildar"):
            return False
        own = (self.sentence.words[place].lower for place in self.clause.places)
        return any(each in words("false", self.language) for each in own)

    def _condition(self) -> Span | None:
        if self.telling.tense == "condition":
            return self.offsets(self.telling.verb)
        if self.clause.opener in words("conditional", self.language):
            return self._opener_offsets(self.telling.clause)
        if self.telling.verb is None or self.telling.tense not in OPEN:
            return None
        around = self.telling.cue_clause if self.telling.tense == "infinitive" else self.telling.clause
        for number, each in enumerate(self.sentence.clauses):
            is_if = each.opener in words("conditional", self.language)
            is_by_infinitive = each.opener == "de" and each.verb is not None and self._is_if(each.verb)
            if (is_if or is_by_infinitive) and each.parent in (around, self._first_of(around)):
                return self._opener_offsets(number)
        return None

    def _first_of(self, number: int) -> int:
        while number != NOBODY and self.sentence.clauses[number].beside != NOBODY:
            number = self.sentence.clauses[number].beside
        return number

    def _is_if(self, verb: Verb) -> bool:
        before = self.sentence.words[max(0, verb.first - 2) : verb.first]
        return len(before) == 2 and before[1].lower == "de" and before[0].text == ","

    def _opener_offsets(self, number: int) -> Span | None:
        places = self.sentence.clauses[number].places
        if not places:
            return None
        word = self.sentence.words[places[0]]
        return word.start, word.end

    def _threatens(self, verb: Verb | None) -> bool:
        return self.is_of("threatened", verb) and (verb.lemma == "amenazar" or self._warns(verb))

    def _warns(self, verb: Verb) -> bool:
        """Whether what somebody warns of is still to come."""
        number = self.sentence.number_of(verb)
        said = [
            each.verb for each in self.sentence.clauses if each.parent == number and each.verb is not None
        ]
        return not said or any(each.tense in ("future", "conditional", "going") for each in said)

    def _orders(self, cue: Verb | None) -> bool:
        if self.telling.noun in words("ordering_nouns", self.language):
            return True
        verb = self.telling.verb
        is_clause = verb is not None and (not verb.is_finite or "subjunctive" in verb.tense)
        return is_clause and self.is_of("ordered", cue)

    def _planned(self, is_to_come: bool) -> Span | None:
        verb, cue = self.telling.verb, self.telling.cue
        if verb is None:
            return None
        if self.telling.noun or (not verb.is_finite and self.is_of("planned", cue)):
            return self.offsets(cue or verb)
        if verb.tense in ("future", "going") or "deber" in verb.helpers:
            return self.offsets(verb)
        is_of_report = self.clause.opener == "said" and verb.tense == "conditional"
        is_present = verb.tense == "present" and is_to_come
        return self.offsets(verb) if is_of_report or is_present else None

    def is_alleging(self) -> bool:
        verb = self.telling.verb
        if verb is None or not verb.is_finite or verb.helpers or not self.is_of("alleging", verb):
            return False
        return self.sentence.words[verb.main - 1].lower != "se" or verb.main == 0

    def saying(self) -> Verb | None:
        """The verb of saying in whose words it is told: above it, or beside its quotation."""
        number = self.telling.clause
        while number != NOBODY:
            clause = self.sentence.clauses[number]
            above = self.sentence.clauses[clause.parent].verb if clause.parent != NOBODY else None
            if clause.opener == "said" and self.is_of("reporting", above):
                return above
            number = clause.parent
        return self._beside()

    def _beside(self) -> Verb | None:
        """ "…, dijo Roca": a verb of saying without a clause of its own, outside a quotation."""
        quoted = self.sentence.quoted[self.telling.place]
        long = sum(self.sentence.quoted) > _LEAST_QUOTED
        for number, each in enumerate(self.sentence.clauses):
            verb = each.verb
            if verb is None or not self.is_of("reporting", verb) or verb.main == self.telling.place:
                continue
            if (
                self.sentence.quoted[verb.main]
                or self._is_within(number)
                or any(below.opener == "said" and below.parent == number for below in self.sentence.clauses)
            ):
                continue
            before = self.sentence.words[verb.first - 1].text if verb.first else ""
            is_aside = before in (",", "”", "»", '"', "–", "—") and verb.first > self.telling.place
            is_between = before == "," and number != self.telling.clause and self._is_short(each)
            if (quoted and long) or (is_aside and self._is_short(each)) or is_between:
                return verb
        return None

    def _is_within(self, number: int) -> bool:
        """Whether the telling stands in a clause below another: "dijo una vecina que cargaba agua"."""
        at = self.telling.clause
        while at != NOBODY and at != number:
            at = self.sentence.clauses[at].parent
        return at == number

    def _is_short(self, clause: Clause) -> bool:
        return len(clause.places) <= _SHORT and self._begins_with_verb(clause)

    def _begins_with_verb(self, clause: Clause) -> bool:
        own = [place for place in clause.places if self.sentence.words[place].text[0].isalnum()]
        return bool(own) and own[0] >= clause.verb.first

    def speaker(self, verb: Verb) -> str:
        """Whose words they are: a named actor in short form, else the subject as it stands."""
        number = self.sentence.number_of(verb)
        start, end = self.sentence.span(number)
        actors = actors_in(self.names, start, end, self.sentence.words[verb.main].start)
        return short_name(actors[0]) if actors else self._unnamed(verb, number)

    def _unnamed(self, verb: Verb, number: int) -> str:
        """A speaker without a name, without its article: "fuentes", "una maestra jubilada"."""
        own = self.sentence.clauses[number].places
        before = [self.sentence.words[place] for place in own if place < verb.first]
        behind = [self.sentence.words[place] for place in own if place > verb.last]
        return self._noun(before) or self._noun(behind)

    def _noun(self, among: Sequence[Word]) -> str:
        """The first noun of some words, with what describes it."""
        kept: list[str] = []
        for word in among:
            if not kept and (word.is_dated or word.lower in self._small() or not word.text[0].isalnum()):
                continue
            ends = words("prepositions", self.language) | {"que", "y"}
            is_end = not word.text[0].isalpha() or word.lower in ends
            if is_end or len(kept) == _SPEAKER:
                break
            kept.append(word.text)
        return " ".join(kept)

    def _small(self) -> frozenset[str]:
        """Words that open a clause or a noun phrase and are no part of a name."""
        kinds = ("determiners", "coordinating", "relatives", "subordinating", "adverbs", "feminine")
        return frozenset().union(*(words(kind, self.language) for kind in kinds)) - {"cada"}

    def according(self) -> Span | None:
        """ "según …" in the clause, with whoever follows."""
        own = self.clause.places
        said = [self.sentence.words[place].lower for place in own]
        for phrase in phrases("according", self.language):
            for at in range(len(said) - len(phrase)):
                is_there = tuple(said[at : at + len(phrase)]) == phrase
                if is_there and self._names_a_source(own[at + len(phrase)]):
                    first, last = self.sentence.words[own[at]], self.sentence.words[own[at + len(phrase) - 1]]
                    return first.start, last.end
        return None

    def _names_a_source(self, place: int) -> bool:
        """Whether what follows "según" is somebody: not "según lo previsto", nor the telling itself."""
        is_other = self.sentence.words[place].lower not in words("not_according", self.language)
        return is_other and place != self.telling.place

    def named_after(self, cue: Span) -> str:
        behind = [each for each in self.sentence.words if each.start >= cue[1]]
        for clause in self.sentence.clauses:
            if clause.verb is not None and behind and self.offsets(clause.verb)[0] == behind[0].start:
                return self.speaker(clause.verb)
        for each in self.names.found:
            if behind and each.start >= cue[1] and each.start - cue[1] <= 5:
                return short_name(each.actor)
        return self._noun(behind)
