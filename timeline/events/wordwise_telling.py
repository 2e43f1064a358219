"""Which verbs of a sentence tell an event? Those of happenings, of what is ordered, planned or threatened;
not
states, habits, what may be, nor the verbs that only say whose words follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.wordwise_clauses import NOBODY, Clause, Sentence, is_of
from timeline.events.wordwise_forms import forms_of
from timeline.events.wordwise_groups import Verb
from timeline.events.wordwise_words import words

CUES = ("threatened", "ordered", "denied", "planned", "attempted")
REAL = frozenset(["preterite", "perfect", "pluperfect", "imperfect", "future", "conditional", "going"])
RELATIVE = frozenset(["que", "quien", "quienes", "donde", "cual", "cuales"])
HELPERS = frozenset(["ser", "estar", "haber", "quedar", "tener", "resultar"])
_NEAR = 3  # words between a noun and what it is to do


@dataclass(frozen=True, slots=True)
class Telling:
    """A verb, participle or noun that tells an event: its word, the clause that tells it, and the verb or
    noun
    ("ordered", "plans") above it that says how real it is, if there is one."""

    place: int  # the number of its word
    lemma: str
    tense: str
    clause: int
    verb: Verb | None = None  # None for a participle or a noun
    cue: Verb | None = None
    cue_clause: int = NOBODY
    noun: str = ""  # the noun that tells a plan or an order


def find_tellings(sentence: Sentence, language: str) -> list[Telling]:
    """What a sentence tells, in its order."""
    found = [*_by_verbs(sentence, language), *_by_words(sentence, language)]
    return sorted(found, key=lambda each: each.place)


def _by_verbs(sentence: Sentence, language: str) -> Iterator[Telling]:
    reader = _Reader(sentence, language)
    for number, clause in enumerate(sentence.clauses):
        telling = reader.telling(number) if clause.verb is not None else None
        if telling is not None:
            yield telling


class _Reader:
    """Asks the clauses of one sentence."""

    def __init__(self, sentence: Sentence, language: str) -> None:
        self.sentence, self.language = sentence, language
        self.clauses = sentence.clauses

    def is_of(self, kind: str, verb: Verb | None) -> bool:
        return verb is not None and is_of(kind, verb, self.sentence.words, self.language)

    def telling(self, number: int) -> Telling | None:
        clause = self.clauses[number]
        verb = clause.verb
        if not verb.is_finite:
            return self._nonfinite(number)
        if self._lasts(verb) or not self._is_told_tense(number) or self._is_only_cue(number):
            return None
        cue, cue_clause = self._cue_above(clause)
        return Telling(verb.main, verb.lemma, verb.tense, number, verb, cue, cue_clause)

    def _lasts(self, verb: Verb) -> bool:
        """Whether a verb tells a state, or what may be."""
        if "poder" in verb.helpers or "soler" in verb.helpers:
            return True
        if verb.is_passive and verb.tense in ("present", "imperfect"):
            return True
        if verb.helpers and verb.helpers != ("haber",):
            return verb.lemma in ("ser", "estar", "tener", "haber")
        is_reached = verb.tense in ("preterite", "perfect", "future") and self.is_of("reached", verb)
        return self.is_of("lasting", verb) and not is_reached and not self._takes_place(verb)

    def _takes_place(self, verb: Verb) -> bool:
        behind = self.sentence.words[verb.last + 1 : verb.last + 2]
        return verb.lemma == "tener" and any(each.lower == "lugar" for each in behind)

    def has_timex(self, number: int) -> bool:
        return any(self.sentence.words[place].is_dated for place in self.clauses[number].places)

    def _is_told_tense(self, number: int) -> bool:
        clause, verb = self.clauses[number], self.clauses[number].verb
        if verb.tense in ("present", "imperfect") and self._is_repeated(clause):
            return False
        if verb.tense in REAL:
            return True
        if verb.tense == "past subjunctive":
            return clause.opener in (
                "después que",
                "antes que",
                "sin que",
                "luego que",
                "hasta que",
                "si",
                "said",
            )
        if verb.tense == "subjunctive":
            return clause.opener == "said" and self.is_of("ordered", self.clauses[clause.parent].verb)
        return self._is_told_now(number)

    def _is_repeated(self, clause: Clause) -> bool:
        """Whether a timex of a clause tells of every day or week."""
        dated = (self.sentence.words[place] for place in clause.places)
        return any(
            each.is_dated and each.lower in words("repeating", self.language, "adverbs") for each in dated
        )

    def _is_told_now(self, number: int) -> bool:
        """Of the present: what a main clause or a report tells, not what is always so."""
        clause, verb = self.clauses[number], self.clauses[number].verb
        here = {self.sentence.words[place].lower for place in clause.places}
        if here & words("habitual", self.language, "adverbs") or clause.opener.endswith(" que"):
            return False
        if clause.opener in RELATIVE and self.sentence.words[verb.first - 1].lower != "bando":
            return self.has_timex(number) or self.is_of("turning", verb) or self._is_of_saying(verb)
        return True

    def _is_of_saying(self, verb: Verb) -> bool:
        return self.is_of("alleging", verb)

    def _is_only_cue(self, number: int) -> bool:
        """Whether a verb only says how real the event below it is, or whose words it is told in."""
        verb, below = self.clauses[number].verb, self.below(number)
        if self.is_of("reporting", verb):
            tells = [each for each in below if self.clauses[each].opener == "said" and self.tells(each)]
            is_aside = self._is_aside(number)
            if tells or is_aside:
                return not self.has_timex(number)
        return any(self._is_under(verb, each) for each in below)

    def tells(self, number: int) -> bool:
        """Whether a clause, or one below it, tells an event."""
        clause = self.clauses[number]
        if clause.verb is None:
            return False
        return self.telling(number) is not None or any(self.tells(each) for each in self.below(number))

    def below(self, number: int) -> list[int]:
        return [at for at, each in enumerate(self.clauses) if each.parent == number and each.verb is not None]

    def _is_aside(self, number: int) -> bool:
        """Whether a verb of saying stands behind or amid what it tells: "…, dijo Roca"."""
        clause, verb = self.clauses[number], self.clauses[number].verb
        if any(each.opener == "said" and each.parent == number for each in self.clauses):
            return False
        before = self.sentence.words[verb.first - 1].text if verb.first else ""
        others = [each for each in self.clauses if each is not clause and each.verb is not None]
        return before in (",", "”", "»", '"', "—", "–") and bool(others) and self._has_subject_behind(verb)

    def _has_subject_behind(self, verb: Verb) -> bool:
        behind = self.sentence.words[verb.last + 1 : verb.last + 2]
        opens = words("determiners", self.language) | {"la", ",", ".", "a", "en", "por"}
        return not behind or behind[0].lower in opens or behind[0].text[0].isupper() or behind[0].is_dated

    def _is_under(self, verb: Verb, number: int) -> bool:
        """Whether a clause tells what a verb orders, plans, denies or tries."""
        below = self.clauses[number]
        if below.verb.is_finite:
            is_wish = any(self.is_of(kind, verb) for kind in ("ordered", "planned"))
            return below.opener == "said" and is_wish and self.tells(number)
        if below.opener not in ("infinitive", "a", "de", "en", "con", "para"):
            return False
        if below.opener == "para":
            return self.noun_cue(number) != ""
        if below.opener in ("de", "con", "en") and not self._is_adjoining(verb, below):
            return False
        return any(self.is_of(kind, verb) for kind in CUES) or self.noun_cue(number) != ""

    def _is_adjoining(self, verb: Verb, below: Clause) -> bool:
        return below.verb.first - verb.last <= _NEAR

    def noun_cue(self, number: int) -> str:
        """The noun or adjective that makes an infinitive a plan or an order: "dispuesto a", "dio 48
        horas para"."""
        clause = self.clauses[number]
        parent = self.clauses[clause.parent].verb if clause.parent != NOBODY else None
        before = self.sentence.words[: clause.verb.first]
        near = [each.lower for each in before[-4:]]
        planning = [each for each in near if each in words("planning_nouns", self.language)]
        if planning and clause.opener in ("a", "de", "para"):
            return planning[-1]
        given = parent is not None and parent.lemma in ("dar", "conceder", "fijar", "imponer", "otorgar")
        terms = [each.lower for each in before if each.lower in words("ordering_nouns", self.language)]
        return terms[-1] if given and terms and clause.opener == "para" else ""

    def _nonfinite(self, number: int) -> Telling | None:
        clause = self.clauses[number]
        verb, parent = clause.verb, self.clauses[clause.parent].verb if clause.parent != NOBODY else None
        if verb.tense != "infinitive" or clause.opener in RELATIVE:
            return None
        noun = self.noun_cue(number)
        if verb.lemma in ("ser", "estar", "tener", "saber", "poder"):
            return None
        if noun or (parent is not None and self._is_under(parent, number)):
            cue, cue_clause = self._first_cue(clause)
            return Telling(verb.main, verb.lemma, "infinitive", number, verb, cue, cue_clause, noun)
        if self._is_past_infinitive(clause):
            return Telling(verb.main, verb.lemma, "infinitive", number, verb)
        if clause.opener == "de" and self._is_condition(clause):
            return Telling(verb.main, verb.lemma, "condition", number, verb)
        return None

    def _first_cue(self, clause: Clause) -> tuple[Verb | None, int]:
        parent = self.clauses[clause.parent].verb if clause.parent != NOBODY else None
        return parent, clause.parent

    def _is_past_infinitive(self, clause: Clause) -> bool:
        if "haber" in clause.verb.helpers:
            return clause.opener not in ("infinitive", "de", "a")
        telling = words("telling_prepositions", self.language)
        return clause.opener in telling or clause.opener in ("después de", "luego de")

    def _is_condition(self, clause: Clause) -> bool:
        """Whether "de" and an infinitive tell a condition: ", de cumplirse, …"."""
        start = clause.verb.first - 1
        before = self.sentence.words[start - 1].text if start > 0 else ""
        return before in (",", "") or before.lower() in ("que", "y", "pero")

    def _cue_above(self, clause: Clause) -> tuple[Verb | None, int]:
        if clause.opener != "said":
            return None, NOBODY
        return self.clauses[clause.parent].verb, clause.parent


def _by_words(sentence: Sentence, language: str) -> Iterator[Telling]:
    """What nouns and participles tell that a timex belongs to: "la marcha del sábado", "lo
    ocurrido el lunes"."""
    taken = {
        place
        for clause in sentence.clauses
        if clause.verb is not None
        for place in range(clause.verb.first, clause.verb.last + 1)
    }
    for place, word in enumerate(sentence.words):
        if place in taken or word.is_dated or not word.text.islower():
            continue
        behind = sentence.words[place + 1 : place + 3]
        forms = [each for each in forms_of(word.lower, language) if each.tense == "participle"]
        before = sentence.words[place - 1].lower if place else ""
        if forms and _is_telling_participle(forms[0].lemma, before, behind, sentence, place, language):
            yield Telling(place, forms[0].lemma, "participle", sentence.owners[place])
        elif word.lower in words("event_nouns", language) and _is_of_timex(behind, language):
            yield Telling(place, word.lower, "noun", sentence.owners[place])


def _is_of_timex(behind: Sequence, language: str) -> bool:
    is_linked = bool(behind) and behind[0].lower in words("genitives", language)
    return is_linked and len(behind) > 1 and behind[1].is_dated


def _is_telling_participle(
    lemma: str, before: str, behind: Sequence, sentence: Sentence, place: int, language: str
) -> bool:
    if before == "lo":
        return lemma in words("happening", language, "verbs")
    no_nouns = words("prepositions", language) | words("determiners", language) | words("adverbs", language)
    is_after_noun = (before.isalpha() or before == ",") and before not in no_nouns
    is_after_helper = any(each.lemma in HELPERS for each in forms_of(before, language))
    if not is_after_noun or is_after_helper or not behind or lemma in words("planned", language, "verbs"):
        return False
    opens = words("prepositions", language) | {"la"}
    is_dated = behind[0].is_dated or (behind[0].lower in opens and behind[1:2] and behind[1].is_dated)
    return bool(is_dated) or (behind[0].lower in opens and lemma in words("held", language, "verbs"))
