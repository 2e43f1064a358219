"""Does a bare "Tuesday" look back or ahead? The words around it and the calendar tell.

Both sides are weighed by logistic regression over a dozen features that a person can read; the weights
stand in `direction.toml`, beside the command that fits them.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from math import exp
from pathlib import Path

from timeline.temporal.cycle import Cycle, DayOfMonth, Month, MonthDay, Stretch, Unit, Weekday
from timeline.temporal.expression import Direction
from timeline.temporal.interval import Interval

REACH = 160  # characters on each side in which a cue is looked for
FOLLOWING = 1.5  # a cue after the timex is farther away than one before it
BARRIER = 4  # words that a comma or a "that" counts for
FADING = 5  # words and barriers over which a cue loses half of its strength
FRONT = 3  # words before a timex that stands at the front of its sentence
CLOSE = 0.5  # strength of a cue that surely governs the timex
BESIDE = 0.6  # strength of a verb in the same clause
TELLING = 0.3  # strength from which on it is named as the reason
WORDS = "what the words alone say"  # a feature that stands only where there is a parse
CALENDAR = ("kind", "ahead")  # how features begin that the calendar alone tells
MOST = 5.0  # of a score, on either side
SURE = 0.95  # a side likelier than that leaves no alternative


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that tell a direction, and how far they are, in words and barriers between; whether they
    tell of what was over before the story's own time ("had fled")."""

    direction: Direction
    words: str
    distance: float = 0
    is_pluperfect: bool = False

    @property
    def strength(self) -> float:
        """From 1 right beside the timex to 0 far away."""
        return FADING / (FADING + self.distance)


class Side(StrEnum):
    """Which way a verb looks by its tense. The present tells plans ("the court sits Monday") and, in
    headlines, what has happened; "would" and "to" tell what was or is meant, "could" and "may" of either."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    MEANT = "meant"
    OPEN = "open"

    @property
    def direction(self) -> Direction:
        return Direction.PAST if self is Side.PAST else Direction.FUTURE


AHEAD = (Side.PRESENT, Side.FUTURE, Side.MEANT)


@dataclass(frozen=True, slots=True)
class Verbs:
    """What the parse of the sentence tells: the nearest verb of each side above the timex, and whether the
    timex is part of a noun's name ("Monday's vote")."""

    nearest: Mapping[Side, Cue]
    names_a_thing: bool = False

    @property
    def are_past(self) -> bool:
        """Whether the timex stands in the clause of a verb in the past that tells of no plan."""
        planned = max(self.strength(Side.FUTURE), self.strength(Side.MEANT))
        return self.strength(Side.PAST) == 1 and planned < BESIDE

    def strength(self, side: Side) -> float:
        return self.nearest[side].strength if side in self.nearest else 0.0

    @property
    def governing(self) -> Cue | None:
        """The nearest verb of all that looks one way or the other."""
        known = [cue for side, cue in self.nearest.items() if side is not Side.OPEN]
        return min(known, key=lambda cue: cue.distance, default=None)


@dataclass(frozen=True, slots=True)
class Cues:
    """The nearest cue of each direction around a timex, and the words right before it: of a deadline ("by"),
    an aim ("for") or a beginning ("since"). The verbs are known where the sentence is parsed."""

    past: Cue | None = None
    future: Cue | None = None
    deadline: str = ""
    aim: str = ""
    beginning: str = ""
    verbs: Verbs | None = None

    @property
    def is_pluperfect(self) -> bool:
        return self.past is not None and self.past.is_pluperfect and self.nearest is self.past

    @property
    def is_told(self) -> bool:
        """Whether a verb in the past right beside it, and no word of the future, leaves no doubt; where the
        sentence is parsed, that verb must govern it. What begins "since Monday" has begun, come what may."""
        if self.beginning:
            return True
        is_close = self.past is not None and self.past.strength > CLOSE
        is_plain = is_close and self.future is None and not self.deadline and not self.aim
        return is_plain and (self.verbs is None or self.verbs.are_past)

    @property
    def is_promised(self) -> bool:
        """Whether a verb of the future governs it and stands close by, and no word of the past does: not even
        the nearness of a day just gone leaves a doubt ("will close by 31 December", said in January)."""
        is_close = self.future is not None and self.future.strength > CLOSE and self.past is None
        if not is_close or self.verbs is None or self.verbs.names_a_thing:
            return False
        return self.verbs.strength(Side.FUTURE) == 1

    @property
    def is_for(self) -> bool:
        """Whether something is called or fixed for that day: "a march for Saturday"."""
        is_called = self.future is not None and self.nearest is self.future
        return bool(self.aim) and is_called and self.past is None

    @property
    def nearest(self) -> Cue | None:
        found = [cue for cue in (self.past, self.future) if cue is not None]
        return min(found, key=lambda cue: cue.distance, default=None)

    def telling(self, direction: Direction) -> Cue | None:
        """The words that tell a direction: the verb of its clause if it does, else the nearest cue."""
        governing = self.verbs and self.verbs.governing
        if governing and governing.distance == 0 and governing.direction is direction:
            return governing
        nearest = self.nearest
        return nearest if nearest and nearest.direction is direction else None


NO_CUES = Cues()


@dataclass(frozen=True, slots=True)
class CueWords:
    """A language's cues, compiled. `deadline` is a word right before the timex that looks ahead, `beginning`
    one that looks back."""

    cue: re.Pattern
    pluperfect: re.Pattern
    barrier: re.Pattern
    deadline: re.Pattern
    aim: re.Pattern
    beginning: re.Pattern
    opens: bool = False  # a verb may open the sentence, in a capital: "Murió en mayo"
    told: re.Pattern = re.compile(r"(?!)")  # of what is meant, the verb that a date before it belongs to
    lasting: re.Pattern = re.compile(r"(?!)")  # "lasted until": no deadline
    length: re.Pattern = re.compile(r"(?!)")  # before "in ten days" that looks back: "the third march in"


@cache
def load_cues(
    future: tuple[str, ...],
    past: tuple[str, ...],
    not_past: tuple[str, ...],
    before_future: tuple[str, ...],
    barriers: tuple[str, ...],
    pluperfect: tuple[str, ...] = (),
    aims: tuple[str, ...] = (),
    neutral: tuple[str, ...] = (),
    before_past: tuple[str, ...] = (),
    opens: bool = False,
    told: tuple[str, ...] = (),
    lasting: tuple[str, ...] = (),
    before_length: tuple[str, ...] = (),
) -> CueWords:
    """The patterns of a language file's `[direction]`; what is `neutral` hides the cues inside it."""
    either = f"(?:{_any_of(neutral)})|(?P<future>{_any_of(future)})|(?P<past>{_any_of(past)})"
    cue = rf"(?<![\w-])(?!(?:{'|'.join(not_past)})\b)(?:{either})\b"
    marks = [rf"\b{word}\b" if word.isalpha() else re.escape(word) for word in barriers]
    right_before = (
        re.compile(rf"\b(?:{_any_of(words)})\s+$") for words in (before_future, aims, before_past)
    )
    over = re.compile(_any_of(pluperfect))
    barrier = re.compile("|".join(marks))
    first = re.compile(rf"(?P<past>{_any_of(told) or '(?!)'})\b")
    until = re.compile(rf"\b(?:{_any_of(lasting) or '(?!)'})(?: [^\W\d_]+){{0,3}}\s+$")
    length = re.compile(rf"\b(?:{_any_of(before_length) or '(?!)'})\s+$")
    return CueWords(re.compile(cue), over, barrier, *right_before, opens, first, until, length)


def _any_of(patterns: Iterable[str]) -> str:
    """One pattern for all; plain words are sorted by their first letters, which is faster to search.

    >>> _any_of(["had [a-z]+", "came", "cast", "met"])
    'had [a-z]+|(?:ca(?:me|st)|met)'
    """
    plain = sorted({each for each in patterns if each.isalpha()})
    rest = [each for each in patterns if not each.isalpha()]
    return "|".join([*rest, *([_branches(plain)] if plain else [])]) or "(?!)"


def _branches(words: list[str]) -> str:
    """A pattern for some words that branches where they differ; the longer of two is tried first."""
    by_letter = groupby(sorted(words, reverse=True), key=lambda word: word[:1])
    grouped = [(letter, [word[1:] for word in group]) for letter, group in by_letter]
    each = [letter + (_branches(ends) if len(ends) > 1 else ends[0]) for letter, ends in reversed(grouped)]
    return each[0] if len(each) == 1 else f"(?:{'|'.join(sorted(each, key=lambda one: not one))})"


def find_cues(text: str, sentence: tuple[int, int], start: int, end: int, words: CueWords) -> Cues:
    """The cues around the timex at `text[start:end]` in its sentence."""
    before = text[max(sentence[0], start - REACH) : start]
    after = text[end : min(sentence[1], end + REACH)]
    is_whole = start - len(before) <= sentence[0]  # nothing of the sentence lies farther back
    if is_whole and len(before.split()) < FRONT:
        after = after.removeprefix(",")  # "On Monday, sirens sounded": no barrier
    if is_whole and words.opens:
        first, *rest = before.partition(" ")
        before = first.lower() + "".join(rest)
    nearest: dict[Direction, Cue] = {}
    for match in words.cue.finditer(before):
        _keep(nearest, match, _distance(before[match.end() :], words), words)
    for match in words.cue.finditer(after):
        distance = FOLLOWING * _distance(after[: match.start()], words) + 1
        _keep(nearest, words.told.match(match.group()) or match, distance, words)
    found = (pattern.search(before) for pattern in (words.deadline, words.aim, words.beginning))
    deadline, aim, beginning = (match.group().strip() if match else "" for match in found)
    if deadline and words.lasting.search(before):
        deadline = ""
    return Cues(nearest.get(Direction.PAST), nearest.get(Direction.FUTURE), deadline, aim, beginning)


def _keep(nearest: dict[Direction, Cue], match: re.Match, distance: float, words: CueWords) -> None:
    said = match.groupdict()
    if not (said.get("future") or said.get("past")):
        return
    direction = Direction.FUTURE if said.get("future") else Direction.PAST
    if direction not in nearest or distance < nearest[direction].distance:
        is_over = words.pluperfect.match(match.group()) is not None
        nearest[direction] = Cue(direction, match.group(), distance, is_over)


def _distance(between: str, words: CueWords) -> float:
    return len(between.split()) + BARRIER * len(words.barrier.findall(between))


def features(
    cycle: Cycle | None, cues: Cues, back: float, ahead: float, words: Mapping[str, float] | None = None
) -> dict[str, float]:
    """What speaks for the future (positive weights) or the past of a timex that may be either.

    `back` and `ahead` are the days from publication to the start of the one before and the one after. `words`
    are the weights by words alone, the shipped ones if none are given.

    >>> found = features(Weekday(2), Cues(), back=1, ahead=6)
    >>> found["ahead is nearer: weekday"], found["kind: weekday"]
    (-0.71, 1.0)
    """
    of_words = _of_words(_kind(cycle), cues, back, ahead)
    if cues.verbs is None:
        return of_words
    calendar = {name: of_words[name] for name in of_words if name.startswith(CALENDAR)}
    return {WORDS: _score(of_words, words or load_weights(is_parsed=False))} | calendar | _of_verbs(cues)


def _of_words(kind: str, cues: Cues, back: float, ahead: float) -> dict[str, float]:
    past, future = (cue.strength if cue else 0.0 for cue in (cues.past, cues.future))
    dated = kind == "day of a month"
    return {
        f"kind: {kind}": 1.0,
        f"ahead is nearer: {kind}": round((back - ahead) / max(back + ahead, 1), 2),
        "past cue": past,
        "future cue": future,
        "past cue is the nearer": float(past > future),
        "future cue is the nearer": float(future > past),
        "past cue close by, day of a month": float(past > future and past > CLOSE and not cues.aim) * dated,
        "future cue, day of a month": future * dated,
        "aim word": float(bool(cues.aim)),
        "deadline word": float(bool(cues.deadline)),
        "deadline word and past cue": past * bool(cues.deadline),
        "deadline word and no cue": float(bool(cues.deadline) and not past and not future),
        "no cue": float(not past and not future),
    }


def _of_verbs(cues: Cues) -> dict[str, float]:
    """What the parse adds; its own verb is that of the clause in which the timex stands."""
    verbs, is_aim = cues.verbs, bool(cues.deadline or cues.aim)
    strength = {side: verbs.strength(side) for side in Side}
    past, ahead = strength[Side.PAST], max(strength[side] for side in AHEAD)
    own = {f"its own verb: {side}": float(each == 1) for side, each in strength.items()}
    return own | {
        "verb in the past": past,
        "verb in the present": strength[Side.PRESENT],
        "verb of the future": strength[Side.FUTURE],
        "verb of what is meant": strength[Side.MEANT],
        "the governing verb is past": float(past > ahead),
        "the governing verb is not past": float(ahead > past),
        "its own verb is past and plain": float(verbs.are_past and not is_aim),
        "part of a noun's name": float(verbs.names_a_thing),
    }


def _kind(cycle: Cycle | None) -> str:
    match cycle:
        case Weekday():
            return "weekday"
        case Month():
            return "month"
        case MonthDay() | DayOfMonth():
            return "day of a month"
        case Stretch(code) if code[0] in "QH":
            return "quarter"
        case Unit():
            return "unit"
        case _:
            return "other"


@cache
def load_weights(is_parsed: bool) -> dict[str, float]:
    """The weight of each feature, as fitted with a parse or by words alone."""
    fitted = tomllib.loads(Path(__file__).with_name("direction.toml").read_text("utf-8"))
    return fitted["parsed" if is_parsed else "words"]


def chance_of_future(found: dict[str, float]) -> float:
    """The probability, 0 to 1, that a timex with these features looks ahead."""
    return 1 / (1 + exp(-_score(found, load_weights(WORDS in found))))


def _score(found: dict[str, float], weights: dict[str, float]) -> float:
    """The sum of what speaks for the future, kept where it still leaves a doubt."""
    score = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return max(-MOST, min(MOST, score))


def days_between(anchor: Interval, other: Interval) -> float:
    """Days from an anchor to another interval, zero if they overlap."""
    if other.start >= anchor.end:
        return (other.start - anchor.end).total_seconds() / 86_400 + 1
    if other.end <= anchor.start:
        return (anchor.start - other.start).total_seconds() / 86_400
    return 0.0
