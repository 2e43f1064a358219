"""Which date is a predicate's own? A timex of its sentence, the date told just before, the day of
publication, or none.

All of them are weighed side by side by features that a person can read (`weights.toml`); the likeliest is
taken.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from spacy.tokens import Token

from timeline.events.analysis import Analysis, PlacedWords
from timeline.events.carrying import Place, age_of, find_carried, find_counted, of_none
from timeline.events.dated import UNDATED, Dating, Told
from timeline.events.kinds import Basis, Bound
from timeline.events.links import link_features
from timeline.events.ranges import RANGE
from timeline.events.weights import Features, read_weights, score, shares
from timeline.events.words import EventWords
from timeline.model.syntax import (
    Modality,
    Tense,
    clause,
    clause_words,
    is_negated,
    modality,
    relation,
    reporting_verb,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval

WEIGHTS = Path(__file__).with_name("weights.toml")
LEADS = 2  # sentences at the head of an article that tell its news
UNDER = ("advcl", "xcomp", "ccomp", "conj", "acl", "parataxis")
OF_TIMEX = ("tense", "lead", "reported", "denied", "modal", "verb: reporting", "verb: lasting")
FAR = 3  # timexes in a sentence that are still told apart
CAUTION = 1.3  # how much a date must outweigh that there is none
HEAD = 10  # sentences over which an article's news is told

Standing = tuple[dict[str, Features], list[tuple[Dating, Features]]]


def date_predicates(
    predicates: Sequence[Token],
    analysis: Analysis,
    words: EventWords,
    weights: Mapping[str, float] | None = None,
) -> list[Dating]:
    """The date of each predicate, in the order of the text: each may go on from those before, and from any
    that tells the same happening with a timex of its own."""
    weights = read_weights(WEIGHTS)["dating"] if weights is None else weights
    firm = find_firm(predicates, analysis, words)
    told: list[Told] = []
    for token in predicates:
        candidates = list(find_candidates(token, analysis, words, told, firm))
        told.append(as_told(token, likeliest(candidates, weights), analysis))
    return [each.dating for each in told]


def find_firm(predicates: Sequence[Token], analysis: Analysis, words: EventWords) -> list[Told]:
    """The predicates in whose own clause a timex stands, each with it."""
    own = ((token, _own_date(token, analysis, words)) for token in predicates)
    return [as_told(token, dating, analysis) for token, dating in own if dating is not None]


def _own_date(token: Token, analysis: Analysis, words: EventWords) -> Dating | None:
    number = analysis.sentence(analysis.offset(token))
    _, by_timex = _standing(token, number, analysis.timexes_in(number), analysis, words)
    return next((dating for dating, _ in by_timex if dating.basis is Basis.CLAUSE), None)


def _has_own(by_timex: Sequence[tuple[Dating, Features]]) -> bool:
    return any(dating.basis is Basis.CLAUSE for dating, _ in by_timex)


def likeliest(candidates: Sequence[tuple[Dating, Features]], weights: Mapping[str, float]) -> Dating:
    """Of the likeliest days the likeliest way to them: what several ways lead to is the surer."""
    found = [dating for dating, _ in candidates]
    chances = shares([score(weights, features) for _, features in candidates])
    days = [_days(dating) for dating in found]
    shares_of: dict[tuple, float] = {}
    for day, chance in zip(days, chances, strict=True):
        shares_of[day] = shares_of.get(day, 0.0) + chance * (CAUTION if day == _days(UNDATED) else 1.0)
    best = max(shares_of, key=shares_of.__getitem__)
    return found[max((n for n, day in enumerate(days) if day == best), key=chances.__getitem__)]


def _days(dating: Dating) -> tuple:
    """The ends that a date gives, in days."""
    if dating.interval is None:
        return ()
    first, last = dating.interval.first_day, dating.interval.last_day
    return (None if dating.bound is Bound.UNTIL else first, None if dating.bound is Bound.FROM else last)


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
    place = Place(token, number, analysis, told, words)
    named, by_timex = _standing(token, number, inside, analysis, words)
    yield from by_timex
    counted = [] if _has_own(by_timex) else list(find_counted(place, firm))
    yield from counted
    if counted:
        return
    for dating, features in find_carried(place, firm):
        yield dating, features | named["carried"] | {"carried: beside a timex": float(bool(inside))}
    if analysis.document.dct is not None:
        today = Interval.of_day(analysis.document.dct.day)
        features = _of_publication(number, inside, told, today)
        yield Dating(Basis.PUBLICATION, today), features | named["publication"]
    beside = {"none": 1.0, "none: beside a timex": float(bool(inside))}
    yield UNDATED, beside | named["none"] | dict.fromkeys(of_none(place), 1.0)


def _standing(
    token: Token, number: int, inside: Sequence[PlacedWords], analysis: Analysis, words: EventWords
) -> Standing:
    """What does not hang on the dates of others: what is known of the predicate, by the kind of date that it
    speaks for, and the timexes of its sentence."""
    known = analysis.memo.get(token.i)
    if known is None:
        about = dict.fromkeys(_about(token, number, analysis, words), 1.0)
        named = {kind: _named(kind, about) for kind in ("carried", "publication", "none")}
        by_timex = [
            (
                _by_timex(token, placed, analysis, words),
                _of_timex(token, placed, inside, analysis, about, words),
            )
            for placed in inside
        ]
        known = analysis.memo[token.i] = named, by_timex
    return known


def _named(kind: str, about: Features) -> dict[str, float]:
    return {f"{kind}: {name}": strength for name, strength in about.items()}


def _about(token: Token, number: int, analysis: Analysis, words: EventWords) -> Iterator[str]:
    """What tells of a predicate's time besides any timex."""
    yield f"tense {analysis.tense(token).value}"
    yield f"relation {relation(token)}"
    yield f"tense of the sentence {analysis.tense(token.sent.root).value}"
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
    for each in analysis.lengths(number):
        if each[0] == token.i:
            yield f"own time without a day: {each[1]}"
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
    token: Token,
    placed: PlacedWords,
    inside: Sequence[PlacedWords],
    analysis: Analysis,
    about: Features,
    words: EventWords,
) -> Features:
    others = [each for each in inside if each is not placed]
    found = link_features(token, placed, others, analysis)
    found[f"timexes: {min(FAR, len(inside))}"] = 1.0
    if placed.timex.interval.granularity >= Granularity.MONTH:
        found["of a month or longer"] = 1.0
    found |= dict.fromkeys(_of_tense(token, placed, analysis), 1.0)
    bound = bound_of(token, placed, words)
    if bound is not Bound.WITHIN:
        found[f"bound: {bound.value}"] = 1.0
    return found | {
        f"timex: {name}": strength for name, strength in about.items() if name.startswith(OF_TIMEX)
    }


def _of_tense(token: Token, placed: PlacedWords, analysis: Analysis) -> Iterator[str]:
    """How the tense of a predicate goes with where a timex stands in the tree and in time."""
    own = analysis.tense(token).value
    yield f"timex {age_of(placed.timex.interval, analysis)}: {own}"
    above, over = analysis.chain(token), analysis.chain(placed.top)
    if not above or not over or over[0] == above[0]:
        return
    if over[0] in above:
        under = above[above.index(over[0]) - 1]
        kind = relation(clause(under))
        yield f"timex above by {kind}: {own}"
        yield f"timex above by {kind}: {own} under {analysis.tense(over[0]).value}"
    elif above[0] in over:
        yield f"timex below: {own}"


def _by_timex(token: Token, placed: PlacedWords, analysis: Analysis, words: EventWords) -> Dating:
    """The timex as the predicate's date, with the ends that a preposition leaves to it."""
    basis = Basis.CLAUSE if _is_own(token, placed, analysis) else Basis.SENTENCE
    bound = bound_of(token, placed, words)
    if bound is Bound.FROM and basis is Basis.SENTENCE and analysis.tense(token) is Tense.PAST:
        bound = Bound.WITHIN if _opener(placed) in words.times["since"] else bound
    interval = placed.timex.interval
    if bound is Bound.UNTIL and _opener(placed) in words.times["exclusive"] and not placed.timex.mod:
        interval = Interval.of_day(interval.first_day - timedelta(days=1))
    return Dating(basis, interval, bound, placed.timex)


def _is_own(token: Token, placed: PlacedWords, analysis: Analysis) -> bool:
    """Whether a timex stands in the clause of a predicate or below a noun."""
    above = analysis.chain(placed.top)
    is_below = token in placed.top.ancestors and (not above or above[0] == token or token not in above)
    return is_below or (bool(above) and above[0] == token)


def bound_of(token: Token, placed: PlacedWords, words: EventWords) -> Bound:
    """Which ends "since Monday", "after the 5th", "until Friday" or "by noon" give; what a relative clause
    tells of the timex itself ("since August, when …") happened within it."""
    times, opener = words.times, _opener(placed)
    if placed.timex.timex.rule == RANGE or token in placed.top.subtree or _tells_of(token, placed, words):
        return Bound.WITHIN
    if opener in times["around"] and placed.timex.type == "TIME":
        return Bound.WITHIN
    if opener in times["origin"] and (
        relation(placed.top) == "nmod" or placed.top.head.lemma_ in words.verbs["placing"]
    ):
        return Bound.WITHIN
    return (
        Bound.FROM if opener in times["from"] else Bound.UNTIL if opener in times["until"] else Bound.WITHIN
    )


def _opener(placed: PlacedWords) -> str:
    """The preposition of a timex."""
    return next((child.lower_ for child in placed.top.children if relation(child) == "case"), "")


def _tells_of(token: Token, placed: PlacedWords, words: EventWords) -> bool:
    """Whether a predicate is of a clause that tells what happened then: "since August, when they left"."""
    behind = placed.last + 1
    while behind < len(token.doc) and token.doc[behind].is_punct:
        behind += 1
    if behind >= token.i or token.doc[behind].lower_ not in words.times["opening"]:
        return False
    opened = clause(token.doc[behind])
    return token == opened or opened in token.ancestors


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
