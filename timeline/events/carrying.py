"""The dates told before a predicate that may go on: of the last timex, the last events, the same happening.

A story keeps to a day until it names another; what a new paragraph, another tense or a clause aside does to
that is left to the weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Token

from timeline.events.actions import related
from timeline.events.analysis import Analysis
from timeline.events.dated import Dating, Told
from timeline.events.kinds import Basis, Bound
from timeline.events.weights import Features
from timeline.events.words import EventWords
from timeline.model.syntax import clause, is_predicate, relation, subject
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval

FAR = 3  # sentences back, and events of one day in a row, that are still told apart
FEW = 3  # events from which on most of them tell an article's day
AGES = ((0, "of that day"), (7, "of the week before"), (31, "of the month before"), (10**7, "of long before"))
TIMEX, EVENT, MAIN, FIRST, SAME = (
    "the last timex",
    "the last event",
    "the last main event",
    "the first main event",
    "the same happening",
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a date was told: the way that leads to it, its offset, and the event that has it, if one does."""

    way: str
    dating: Dating
    offset: int
    event: Token | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A predicate, its sentence's number, and what was told before it."""

    token: Token
    number: int
    analysis: Analysis
    told: Sequence[Told]
    words: EventWords

    def where(self, offset: int) -> str:
        """How near an offset stands."""
        if self.analysis.sentence(offset) == self.number:
            return "same sentence"
        is_one = self.analysis.is_one_paragraph(offset, self.analysis.offset(self.token))
        return "same paragraph" if is_one else "another paragraph"

    @property
    def tense(self) -> str:
        return self.analysis.tense(self.token).value


def find_carried(place: Place, firm: Sequence[Told]) -> Iterator[tuple[Dating, Features]]:
    """The dates that may go on to a predicate, each with what speaks for it."""
    dates: dict[tuple[Interval, Bound], list[Source]] = {}
    for source in _sources(place, firm):
        dates.setdefault((source.dating.interval, source.dating.bound), []).append(source)
    for sources in dates.values():
        yield sources[0].dating, dict.fromkeys(_features(sources, place), 1.0)


def of_none(place: Place) -> Iterator[str]:
    """What speaks for no date at all, of what was told just before."""
    if not place.told:
        yield "none: nothing before"
        return
    last = place.told[-1]
    where = place.where(last.offset)
    before = "dated" if last.dating.interval is not None else "undated"
    yield f"none: {where}, {before}"
    yield f"none: {place.tense}, {where}"
    yield f"none: {place.tense}, {where}, {before}"


def find_counted(place: Place, firm: Sequence[Told]) -> Iterator[tuple[Dating, Features]]:
    """The date that words like "two days after the vote" give a predicate, from that of the other."""
    token = place.token
    for count in place.analysis.counts.get(token.i, ()):
        way, source = _known(count.other(token), place, firm)
        if source is not None:
            is_counted = token == count.counted
            basis = Basis.CLAUSE if is_counted else Basis.SENTENCE
            moved = count.move(source.dating.interval, token)
            names = ("counted", f"counted: {way}", "counted: on" if is_counted else "counted: back")
            yield Dating(basis, moved, Bound.WITHIN, source.dating.timex), dict.fromkeys(names, 1.0)


def _known(other: Token, place: Place, firm: Sequence[Told]) -> tuple[str, Told | None]:
    """What dates the other of two happenings: itself, the same told elsewhere, or what was told last, which a
    noun may mean."""
    days = [each for each in (*place.told, *firm) if _is_day(each.dating)]
    itself = [each for each in days if each.token == other]
    kin = _same(other, [each for each in days if each.token != place.token], place.words)
    last = [each for each in place.told if _is_day(each.dating) and each.is_main]
    ways = {"itself": itself[:1], SAME: kin[:1], MAIN: [] if is_predicate(other) else last[-1:]}
    return next(((way, found[0]) for way, found in ways.items() if found), ("", None))


def _is_day(dating: Dating) -> bool:
    return dating.interval is not None and dating.interval.granularity <= Granularity.DAY


def _sources(place: Place, firm: Sequence[Told]) -> Iterator[Source]:
    last = place.analysis.last_before(place.number)
    if last is not None:
        yield Source(TIMEX, Dating(Basis.CARRIED, last.interval, Bound.WITHIN, last), last.start)
    dated = [each for each in place.told if each.dating.interval is not None]
    main = [each for each in dated if each.is_main]
    same = _same(place.token, firm, place.words) or _same(place.token, dated, place.words)
    ways = {EVENT: dated[-1:], MAIN: main[-1:], FIRST: main[:1], SAME: same[:1]}
    for way, found in ways.items():
        for each in found:
            yield Source(way, replace(each.dating, basis=Basis.CARRIED), each.offset, each.token)


def _same(token: Token, told: Sequence[Told], words: EventWords) -> list[Told]:
    """What may be the same happening, told elsewhere with its date: the most precise and nearest first."""
    found = [each for each in told if each.token != token and is_kin(each.token, token, words)]
    return sorted(found, key=lambda each: (each.dating.interval.granularity, abs(each.token.i - token.i)))


def is_kin(one: Token, other: Token, words: EventWords) -> bool:
    """Whether two words may name the same happening: "invaded" and "invasion", "kidnapped" and "abducted"."""
    first, second = one.lemma_.lower(), other.lemma_.lower()
    if {first, second} & words.happenings["light"]:
        return False
    return first == second or second in related(first)


def _features(sources: Sequence[Source], place: Place) -> Iterator[str]:
    yield "carried"
    yield from _of_way(sources, place)
    yield from _of_date(sources, place)
    yield from _of_event(sources, place)
    same = next((each.event for each in sources if each.way == SAME), None)
    if same is not None:
        yield from _of_kin(same, place.token, place.words)


def _of_way(sources: Sequence[Source], place: Place) -> Iterator[str]:
    """What lies between where a date was told and the predicate."""
    dating, offset = sources[0].dating, sources[0].offset
    back = min(FAR, max(0, place.number - place.analysis.sentence(offset)))
    yield f"carried: sentences back, {back}"
    if place.where(offset) == "another paragraph":
        yield "carried: from another paragraph"
        if place.analysis.has_short_paragraphs:
            yield "carried: from another paragraph, short ones"
    where = place.where(max(each.offset for each in sources))
    is_straight = bool(place.told) and place.told[-1].dating.interval == dating.interval
    step = "straight" if is_straight else "back"
    yield f"carried: {place.tense}, {where}"
    yield f"carried: {place.tense}, {where}, {step}"
    yield f"carried: {where}, {step}"


def _of_date(sources: Sequence[Source], place: Place) -> Iterator[str]:
    """What date it is, and how firmly the story keeps to it."""
    interval, ways = sources[0].dating.interval, [each.way for each in sources]
    age = age_of(interval, place.analysis)
    yield from (f"carried: from {way}" for way in ways)
    yield f"carried: {age}"
    if interval.granularity > Granularity.DAY:
        yield "carried: longer than a day"
    if {MAIN, FIRST, SAME}.isdisjoint(ways):
        yield "carried: from a side clause"
        yield f"carried: from a side clause, {age}"
    if place.token.lemma_ in place.words.happenings["saying"]:
        yield f"carried to who says, {age}"
    intervals = [each.dating.interval for each in place.told]
    run = sum(1 for _ in takewhile(lambda each: each == interval, reversed(intervals)))
    yield f"carried: run of {min(FAR, run)}"
    of_day = intervals.count(interval)
    if of_day >= FEW and of_day * 2 > len(intervals):
        yield "carried: most events' day"


def _of_event(sources: Sequence[Source], place: Place) -> Iterator[str]:
    """What event a date goes on from, and how the predicate stands to it."""
    events = {each.way: each.event for each in reversed(sources) if each.event is not None}
    if events:
        source = events.get(EVENT, next(reversed(events.values())))
        yield f"carried: {place.tense} after {place.analysis.tense(source).value}"
        yield from _of_tree(source, place.token, place.analysis)
    else:
        yield "carried: from no event"
    who = subject(place.token)
    if who is not None and who.pos_ == "PRON":
        yield "carried: to a pronoun's verb"


def _of_tree(source: Token, token: Token, analysis: Analysis) -> Iterator[str]:
    above, below = analysis.chain(token), analysis.chain(source)
    if source in above and source != token:
        yield f"carried: from above by {relation(clause(above[above.index(source) - 1]))}"
    elif token in below and source != token:
        yield f"carried: from below by {relation(clause(below[below.index(token) - 1]))}"
    elif source.sent == token.sent:
        yield "carried: from aside"


def _of_kin(same: Token, token: Token, words: EventWords) -> Iterator[str]:
    """How surely another word names the same happening as the predicate."""
    kind = "verb" if is_predicate(token) else "noun"
    yield f"same happening: {kind}"
    if _names(same) & _names(token):
        yield "same happening: shares a name"
        yield f"same happening: {kind} that shares a name"
    if any(child.lower_ in words.happenings["definite"] for child in token.children):
        yield "same happening: definite"
    if same.lemma_ != token.lemma_:
        yield "same happening: other word"


def _names(token: Token) -> frozenset[str]:
    """Who and what a predicate or a noun of what happens is tied to: its subject, the nouns below it."""
    near = [each for child in token.children for each in (child, *child.children)]
    about = subject(token)
    found = near if about is None else [*near, about]
    return frozenset(each.lemma_.lower() for each in found if each.pos_ in ("NOUN", "PROPN"))


def age_of(interval: Interval, analysis: Analysis) -> str:
    """How long before its publication an article tells a date."""
    if analysis.document.dct is None:
        return "of unknown age"
    days = (analysis.document.dct.day - interval.last_day).days
    if days < 0:
        return "to come"
    return next(name for most, name in AGES if days <= most)
