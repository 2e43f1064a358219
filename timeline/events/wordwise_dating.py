"""When did it happen, in a language without a parser: by a timex of its clause, of the clause that it hangs
on or
goes on from, by the date told just before, or by the day of publication."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events.dating import UNDATED, Dating
from timeline.events.kinds import Basis, Bound
from timeline.events.wordwise_clauses import NOBODY, Sentence
from timeline.events.wordwise_telling import Telling
from timeline.events.wordwise_words import phrases, words
from timeline.temporal.interval import Interval
from timeline.text.timex import NormalizedTimex

LEADS = 2  # sentences at the head of an article that tell its news
EARLIER = frozenset(["pluperfect", "perfect"])  # than what is told beside it
LATER = frozenset(["future", "conditional", "going"])
GOES_ON = frozenset(["preterite", "imperfect", "past subjunctive"])
_FAR = 8  # words between what a noun or participle tells and its timex


@dataclass(frozen=True)
class Told:
    """A sentence with what it tells, and the numbers of its paragraph and of itself in the article."""

    sentence: Sentence
    tellings: Sequence[Telling]
    timexes: Sequence[NormalizedTimex]
    number: int
    paragraph: int


def date_tellings(told: Sequence[Told], today: Interval | None, language: str) -> list[list[Dating]]:
    """The dates of what the sentences of an article tell, in the order of the text."""
    dates: list[list[Dating]] = []
    last: tuple[Dating, int] | None = None
    for each in told:
        dater = _Dater(each, today, language, last)
        dates.append([dater.dating(telling) for telling in each.tellings])
        last = dater.last_main() or last
    return dates


class _Dater:
    """Dates what one sentence tells."""

    def __init__(
        self, told: Told, today: Interval | None, language: str, last: tuple[Dating, int] | None
    ) -> None:
        self.told, self.today, self.language, self.last = told, today, language, last
        self.sentence = told.sentence
        self.claimed = dict(self._claims())
        self.by_clause: Mapping[int, Sequence[NormalizedTimex]] = self._by_clause()

    def _claims(self) -> Iterator[tuple[int, NormalizedTimex]]:
        """The timexes of nouns and participles, by the places of these."""
        taken: set[int] = set()
        for telling in self.told.tellings:
            if telling.verb is not None:
                continue
            for timex in self.told.timexes:
                at = self._place(timex)
                is_near = telling.place < at <= telling.place + _FAR
                if is_near and self.sentence.owners[at] == telling.clause and timex.start not in taken:
                    taken.add(timex.start)
                    yield telling.place, timex
                    break

    def _place(self, timex: NormalizedTimex) -> int:
        ends = (place for place, word in enumerate(self.sentence.words) if word.end > timex.start)
        return next(ends, len(self.sentence.words) - 1)

    def _by_clause(self) -> dict[int, list[NormalizedTimex]]:
        found: dict[int, list[NormalizedTimex]] = {}
        taken = {timex.start for timex in self.claimed.values()}
        for timex in self.told.timexes:
            if timex.start not in taken:
                found.setdefault(self.sentence.owners[self._place(timex)], []).append(timex)
        return found

    def dating(self, telling: Telling) -> Dating:
        """The date of a telling."""
        if telling.verb is None:
            own = self.claimed.get(telling.place)
            if own is not None:
                return self._by_timex(own, Basis.CLAUSE)
            return _as(Basis.SENTENCE, self.of_clause(telling.clause))
        if telling.tense in ("infinitive", "condition"):
            return self._of_infinitive(telling)
        return self.of_clause(telling.clause)

    def _of_infinitive(self, telling: Telling) -> Dating:
        own = self._own(telling.clause)
        if own is not None:
            return own
        if telling.tense == "condition" or "haber" in telling.verb.helpers:
            return UNDATED
        parent = self.sentence.clauses[telling.clause].parent
        found = self.of_clause(parent) if parent != NOBODY else UNDATED
        return found if telling.cue is not None else _as(Basis.SENTENCE, found)

    def of_clause(self, number: int) -> Dating:
        """The date of a clause with a finite verb."""
        own = self._own(number)
        if own is not None:
            return own
        clause = self.sentence.clauses[number]
        tense = clause.verb.tense if clause.verb is not None else ""
        if clause.parent != NOBODY:
            return self._under(number, tense)
        if clause.beside != NOBODY and self._is_quoted(number) == self._is_quoted(clause.beside):
            found = self._beside(clause.beside, tense)
            if found is not None:
                return found
        return self._after_colon(number) or self._without(tense)

    def _own(self, number: int) -> Dating | None:
        found = self.by_clause.get(number, ())
        if not found:
            return None
        best = min(found, key=lambda each: (self._is_attribute(each), each.interval.granularity, each.start))
        if self._is_attribute(best) and self._tense(number) in GOES_ON and self._is_of_other_time(best):
            return None
        return self._by_timex(best, Basis.CLAUSE)

    def _is_of_other_time(self, timex: NormalizedTimex) -> bool:
        return self.today is not None and timex.interval.start >= self.today.end

    def _tense(self, number: int) -> str:
        verb = self.sentence.clauses[number].verb
        return verb.tense if verb is not None else ""

    def _is_attribute(self, timex: NormalizedTimex) -> bool:
        """Whether a timex only tells which thing is meant: "el acuerdo de 2015"."""
        place = self._place(timex)
        before = [each.lower for each in self.sentence.words[max(0, place - 2) : place]]
        return (
            len(before) == 2
            and before[1] in words("genitives", self.language)
            and before[0] not in words("fixed_before", self.language)
        )

    def _by_timex(self, timex: NormalizedTimex, basis: Basis) -> Dating:
        return Dating(basis, timex.interval, self._bound(timex), timex)

    def _bound(self, timex: NormalizedTimex) -> Bound:
        place = self._place(timex)
        before = [each.lower for each in self.sentence.words[max(0, place - 3) : place]]
        owner = self.sentence.clauses[self.sentence.owners[place]].verb
        is_past = owner is not None and owner.tense in GOES_ON
        for bound, kind in ((Bound.FROM, "from"), (Bound.UNTIL, "until")):
            for phrase in phrases(kind, self.language):
                if tuple(before[len(before) - len(phrase) :]) == phrase:
                    is_moment = timex.type == "TIME" and phrase[0] in ("antes", "después", "tras")
                    return Bound.WITHIN if is_moment and is_past else bound
        return Bound.WITHIN

    def _under(self, number: int, tense: str) -> Dating:
        """The date of a clause under another: that of the other, unless it is earlier or later than that."""
        clause = self.sentence.clauses[number]
        above_is_later = self._tense(clause.parent) in LATER
        is_refused = clause.opener == "said" and tense in LATER and self._is_refused(number)
        is_later = tense in LATER and not above_is_later and not is_refused
        if tense in EARLIER or is_later or (tense in GOES_ON and above_is_later):
            return UNDATED
        if clause.beside != NOBODY and self._is_quoted(number) == self._is_quoted(clause.beside):
            found = self._beside(clause.beside, tense)
            if found is not None:
                return found
        above = self.of_clause(clause.parent)
        if above.basis is Basis.PUBLICATION and tense in GOES_ON:
            return self._without(tense)
        if above.interval is None and tense == "present":
            return self._without(tense)
        return _as(Basis.SENTENCE, above)

    def _beside(self, before: int, tense: str) -> Dating | None:
        """The date of the clause that this one goes on from, if both are of one time."""
        other = self._tense(before)
        is_same = (tense in GOES_ON) == (other in GOES_ON) and (tense in LATER) == (other in LATER)
        found = self.of_clause(before) if is_same else UNDATED
        if found.basis in (Basis.CLAUSE, Basis.SENTENCE):
            return _as(Basis.SENTENCE, found)
        return None

    def _is_refused(self, number: int) -> bool:
        """Whether somebody says that they will not: a refusal is of the day on which it was told."""
        verb = self.sentence.clauses[number].verb
        near = self.sentence.words[verb.first : verb.main] if verb is not None else ()
        return any(each.lower in words("negating", self.language) for each in near)

    def _is_quoted(self, number: int) -> bool:
        verb = self.sentence.clauses[number].verb
        return verb is not None and self.sentence.quoted[verb.main]

    def _after_colon(self, number: int) -> Dating | None:
        """The date of what tells after a colon how it was."""
        for at, each in enumerate(self.sentence.clauses):
            is_beside = each.beside == number and bool(each.places)
            is_later = self._tense(number) in GOES_ON and self._tense(at) in EARLIER
            if is_beside and not is_later and self.sentence.words[each.places[0]].text == ":":
                found = self._own(at)
                return _as(Basis.SENTENCE, found) if found is not None else None
        return None

    def _without(self, tense: str) -> Dating:
        """The date of a main clause that no timex dates: that told before, or the day of publication."""
        is_lead = self.told.number < LEADS
        if tense in GOES_ON and self.last is not None and self._goes_on(self.last[1]):
            return _as(Basis.CARRIED, self.last[0])
        if self.today is None:
            return UNDATED
        is_news = tense in ("present", "perfect") or (is_lead and tense in GOES_ON)
        return Dating(Basis.PUBLICATION, self.today) if is_news else UNDATED

    def _goes_on(self, paragraph: int) -> bool:
        """Whether the date told last still holds: in its paragraph, and after the first one in the next."""
        return self.told.paragraph == paragraph or self.told.paragraph == paragraph + 1 == 1

    def last_main(self) -> tuple[Dating, int] | None:
        """The date of the last main clause, as what follows may go on from it; where no main clause has one,
        that
        of the last clause with a timex."""
        numbers = range(len(self.sentence.clauses) - 1, -1, -1)
        main = (self.of_clause(each) for each in numbers if self._is_main(each))
        others = (self._own(each) for each in numbers if self._tense(each) in GOES_ON)
        for found in (*main, *others):
            if found is not None and found.interval is not None and self._may_go_on(found):
                return found, self.told.paragraph
        return None

    def _is_main(self, number: int) -> bool:
        return self.sentence.clauses[number].parent == NOBODY and self._tense(number) in GOES_ON

    def _may_go_on(self, dating: Dating) -> bool:
        return dating.bound is Bound.WITHIN and not self._is_to_come(dating)

    def _is_to_come(self, dating: Dating) -> bool:
        return self.today is not None and dating.interval.start >= self.today.end


def _as(basis: Basis, dating: Dating) -> Dating:
    """A date on another basis; what is undated, or is so by publication, stays so."""
    keeps = dating.basis in (Basis.NONE, Basis.PUBLICATION) or (
        basis is Basis.SENTENCE and dating.basis is Basis.CARRIED
    )
    return dating if keeps else replace(dating, basis=basis)
