"""Which date is a predicate's own? A timex of its sentence, the date told just before, the day of publication, or
none.

All of them are weighed side by side by features that a person can read (`weights.toml`); the heaviest is taken.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Token

from timeline.events.actions import related
from timeline.events.analysis import Analysis, PlacedWords
from timeline.events.kinds import Basis, Bound
from timeline.events.links import link_features
from timeline.events.weights import Features, read_weights, score, shares
from timeline.events.words import EventWords
from timeline.model.syntax import (
    Modality,
    clause_words,
    is_negated,
    modality,
    relation,
    reporting_verb,
    tense,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.text.timex import NormalizedTimex

WEIGHTS = Path(__file__).with_name("weights.toml")
LEADS = 2  # sentences at the head of an article that tell its news
UNDER = ("advcl", "xcomp", "ccomp", "conj", "acl", "parataxis")
FROM = frozenset(["since", "after", "from"])
UNTIL = frozenset(["until", "till", "by", "before"])
AT_A_TIME = frozenset(["after", "before"])  # of a time of day they tell the day itself
OF_TIMEX = ("tense", "lead", "reported", "denied", "modal", "verb: reporting", "verb: lasting")
FAR = 3  # sentences back that are still told apart
AGES = ((0, "of that day"), (7, "of the week before"), (31, "of the month before"), (10**7, "of long before"))
SAYING = frozenset(["say", "tell", "add"])
SURE = 0.5  # how likely a carried date must be
LIGHT = frozenset(
    [
        "be",
        "have",
        "do",
        "make",
        "take",
        "get",
        "give",
        "go",
        "come",
        "put",
        "set",
        "hold",
        "say",
        "tell",
        "add",
        "ask",
        "call",
        "see",
        "begin",
        "end",
    ]
)
HEAD = 10  # sentences over which an article's news is told


@dataclass(frozen=True, slots=True)
class Dating:
    """When something happened, as far as the text says so: the interval with the ends that it gives, where it
    comes from, and the timex that told it, if one did. The interval is None only on the basis `none`."""

    basis: Basis
    interval: Interval | None = None
    bound: Bound = Bound.WITHIN
    timex: NormalizedTimex | None = None


UNDATED = Dating(Basis.NONE)


@dataclass(frozen=True, slots=True)
class Told:
    """A predicate with its date, as what stands behind it in the article may go on from it."""

    token: Token
    dating: Dating
    offset: int
    is_main: bool  # whether its sentence tells it first of all, rather than beside something else


def date_predicates(
    predicates: Sequence[Token],
    analysis: Analysis,
    words: EventWords,
    weights: Mapping[str, float] | None = None,
) -> list[Dating]:
    """The date of each predicate, in the order of the text: each may go on from those before, and from any that
    tells the same happening with a timex of its own."""
    weights = read_weights(WEIGHTS)["dating"] if weights is None else weights
    firm = find_firm(predicates, analysis, words, weights)
    return [each.dating for each in _told(predicates, analysis, words, weights, firm)]


def find_firm(
    predicates: Sequence[Token],
    analysis: Analysis,
    words: EventWords,
    weights: Mapping[str, float] | None = None,
) -> list[Told]:
    """The predicates that a timex of their own clause dates."""
    weights = read_weights(WEIGHTS)["dating"] if weights is None else weights
    told = _told(predicates, analysis, words, weights, ())
    return [each for each in told if each.dating.basis is Basis.CLAUSE]


def _told(
    predicates: Sequence[Token],
    analysis: Analysis,
    words: EventWords,
    weights: Mapping[str, float],
    firm: Sequence[Told],
) -> list[Told]:
    told: list[Told] = []
    for token in predicates:
        candidates = list(find_candidates(token, analysis, words, told, firm))
        scores = [score(weights, features) for _, features in candidates]
        best = max(range(len(candidates)), key=scores.__getitem__)
        is_sure = candidates[best][0].basis is not Basis.CARRIED or shares(scores)[best] >= SURE
        told.append(as_told(token, candidates[best][0] if is_sure else UNDATED, analysis))
    return told


def as_told(token: Token, dating: Dating, analysis: Analysis) -> Told:
    """A predicate with the date that was found for it."""
    above = analysis.chain(token)
    is_main = bool(above) and above[-1] in (token, *_reported_by(token))
    return Told(token, dating, analysis.offset(token), is_main)


def _reported_by(token: Token) -> tuple[Token, ...]:
    verb = reporting_verb(token)
    return (verb,) if verb is not None and relation(token) in ("ccomp", "ROOT", "root") else ()


def find_candidates(
    token: Token,
    analysis: Analysis,
    words: EventWords,
    told: Sequence[Told],
    firm: Sequence[Told] = (),
) -> Iterator[tuple[Dating, Features]]:
    """The dates that a predicate may have, each with what speaks for it: of what was `told` before it, and of
    what is `firm` because a timex of its own clause dates it."""
    number = analysis.sentence(analysis.offset(token))
    inside = analysis.timexes_in(number)
    about = dict.fromkeys(_about(token, number, analysis, words), 1.0)
    for placed in inside:
        yield _by_timex(token, placed, inside, analysis), _of_timex(token, placed, inside, analysis, about)
    for dating, features in _carried(token, number, analysis, told, firm):
        yield dating, features | _named("carried", about) | {"carried: beside a timex": float(bool(inside))}
    dct = analysis.document.dct
    if dct is not None:
        today = Interval.of_day(dct.day)
        features = _of_publication(number, inside, told, today)
        yield Dating(Basis.PUBLICATION, today), features | _named("publication", about)
    beside = {"none": 1.0, "none: beside a timex": float(bool(inside))}
    yield UNDATED, beside | _named("none", about)


def _named(kind: str, about: Features) -> dict[str, float]:
    return {f"{kind}: {name}": strength for name, strength in about.items()}


def _about(token: Token, number: int, analysis: Analysis, words: EventWords) -> Iterator[str]:
    """What tells of a predicate's time besides any timex."""
    yield f"tense {tense(token).value}"
    yield f"relation {relation(token)}"
    yield f"tense of the sentence {tense(token.sent.root).value}"
    if number < LEADS:
        yield f"lead {number + 1}"
    if is_negated(token):
        yield "denied"
    if reporting_verb(token) is not None:
        yield "reported"
    if modality(token) is not Modality.PLAIN:
        yield "modal"
    if relation(token) in UNDER:
        yield "under another"
    for name in words.classes(token.lemma_.lower()):
        if name in ("reporting", "lasting"):
            yield f"verb: {name}"
    if _is_quoted(token, analysis):
        yield "quoted"
    for each in clause_words(token):
        if each.lower_ in words.adverbs["moving"]:
            yield f"beside “{each.lower_}”"


def _is_quoted(token: Token, analysis: Analysis) -> bool:
    """Whether a quotation that began in the sentence is still open."""
    start = analysis.sentences[analysis.sentence(analysis.offset(token))][0]
    before = analysis.document.text[start : analysis.offset(token)]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _of_timex(
    token: Token, placed: PlacedWords, inside: Sequence[PlacedWords], analysis: Analysis, about: Features
) -> Features:
    others = [each for each in inside if each is not placed]
    found = link_features(token, placed, others, analysis)
    found[f"timexes: {min(FAR, len(inside))}"] = 1.0
    if placed.timex.interval.granularity >= Granularity.MONTH:
        found["of a month or longer"] = 1.0
    bound = bound_of(token, placed)
    if bound is not Bound.WITHIN:
        found[f"bound: {bound.value}"] = 1.0
    return found | {
        f"timex: {name}": strength for name, strength in about.items() if name.startswith(OF_TIMEX)
    }


def _by_timex(token: Token, placed: PlacedWords, inside: Sequence[PlacedWords], analysis: Analysis) -> Dating:
    """The timex as the predicate's date, with the ends that a preposition leaves to it."""
    above = analysis.chain(placed.top)
    is_own = token in placed.top.ancestors and (not above or above[0] == token or token not in above)
    basis = Basis.CLAUSE if is_own or (above and above[0] == token) else Basis.SENTENCE
    return Dating(basis, placed.timex.interval, bound_of(token, placed), placed.timex)


def bound_of(token: Token, placed: PlacedWords) -> Bound:
    """Which ends "since Monday", "after the 5th", "until Friday" or "by noon" give; what a relative clause tells
    of the timex itself ("since August, when …") happened within it."""
    if token in placed.top.subtree:
        return Bound.WITHIN
    preposition = next((child.lower_ for child in placed.top.children if relation(child) == "case"), "")
    if preposition in AT_A_TIME and placed.timex.type == "TIME":
        return Bound.WITHIN
    return Bound.FROM if preposition in FROM else Bound.UNTIL if preposition in UNTIL else Bound.WITHIN


def _carried(
    token: Token, number: int, analysis: Analysis, told: Sequence[Told], firm: Sequence[Told]
) -> Iterator[tuple[Dating, dict[str, float]]]:
    """The dates told before that may go on: that of the last timex, of the last event, of the last one that was
    the main thing told, and of the same happening."""
    dates: dict[tuple[Interval, Bound], tuple[Dating, int, list[str]]] = {}
    for name, dating, offset in _dates_before(token, number, analysis, told, firm):
        names = dates.setdefault((dating.interval, dating.bound), (dating, offset, []))[2]
        names.append(name)
    for dating, offset, names in dates.values():
        yield dating, _of_carried(dating, offset, names, number, token, analysis)


def _dates_before(
    token: Token, number: int, analysis: Analysis, told: Sequence[Told], firm: Sequence[Told]
) -> Iterator[tuple[str, Dating, int]]:
    last = analysis.last_before(number)
    if last is not None:
        yield "the last timex", Dating(Basis.CARRIED, last.interval, Bound.WITHIN, last), last.start
    dated = [each for each in told if each.dating.interval is not None]
    wanted = {
        "the last event": dated[-1:],
        "the last main event": [each for each in dated if each.is_main][-1:],
        "the first main event": [each for each in dated if each.is_main][:1],
        "the same happening": _same(token, firm)[:1],
    }
    for name, found in wanted.items():
        for each in found:
            yield name, _going_on(each.dating), each.offset


def _going_on(dating: Dating) -> Dating:
    return Dating(Basis.CARRIED, dating.interval, dating.bound, dating.timex)


def _same(token: Token, firm: Sequence[Told]) -> list[Told]:
    """What may be the same happening, told elsewhere with its date: the most precise and nearest first."""
    found = [each for each in firm if each.token != token and is_kin(each.token, token)]
    return sorted(found, key=lambda each: (each.dating.interval.granularity, abs(each.token.i - token.i)))


def is_kin(one: Token, other: Token) -> bool:
    """Whether two words may name the same happening: "invaded" and "invasion", "kidnapped" and "abducted"."""
    first, second = one.lemma_.lower(), other.lemma_.lower()
    if first in LIGHT or second in LIGHT:
        return False
    return first == second or second in related(first)


def _of_carried(
    dating: Dating, offset: int, names: Sequence[str], number: int, token: Token, analysis: Analysis
) -> dict[str, float]:
    back = min(FAR, max(0, number - analysis.sentence(offset)))
    found = {"carried": 1.0, f"carried: sentences back, {back}": 1.0}
    found |= {f"carried: from {name}": 1.0 for name in names}
    if not analysis.is_one_paragraph(offset, analysis.offset(token)):
        found["carried: from another paragraph"] = 1.0
    if dating.interval.granularity > Granularity.DAY:
        found["carried: longer than a day"] = 1.0
    age = _age(dating.interval, analysis)
    found[f"carried: {age}"] = 1.0
    if {"the last main event", "the first main event", "the same happening"}.isdisjoint(names):
        found["carried: from a side clause"] = 1.0
        found[f"carried: from a side clause, {age}"] = 1.0
    if token.lemma_ in SAYING:
        found[f"carried to who says, {age}"] = 1.0
    return found


def _age(interval: Interval, analysis: Analysis) -> str:
    """How long before its publication an article tells a date."""
    if analysis.document.dct is None:
        return "of unknown age"
    days = (analysis.document.dct.day - interval.last_day).days
    if days < 0:
        return "to come"
    return next(name for most, name in AGES if days <= most)


def _of_publication(
    number: int, inside: Sequence[PlacedWords], told: Sequence[Told], today: Interval
) -> dict[str, float]:
    found = {"publication": 1.0, "publication: sentences before": min(number, HEAD) / 5}
    if inside:
        found["publication: beside a timex"] = 1.0
    dated = [each for each in told if each.dating.interval is not None]
    if not dated:
        found["publication: nothing dated before"] = 1.0
    elif dated[-1].dating.interval == today:
        found["publication: the last event's day"] = 1.0
    if any(each.is_main and each.dating.interval == today for each in dated[-3:]):
        found["publication: a main event's day"] = 1.0
    return found
