"""Timexes + publication date → normalised timexes: each placed, with the reason in a sentence."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.temporal.cycle import Unit
from timeline.temporal.era import is_before_christ, moved, written
from timeline.temporal.expression import (
    Direction,
    Ending,
    Expression,
    Numeric,
    Order,
    This,
    Vague,
    Within,
    cycle_of,
    directed,
    find_anaphor,
    is_open,
    is_relative,
    open_part,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.temporal.resolve import resolve
from timeline.temporal.timex3 import timex3
from timeline.text.anchors import anchored, goes_on, hanging, is_spoken_of, told_before
from timeline.text.complete import OTHER_END
from timeline.text.direction import (
    CLOSE,
    SURE,
    Cue,
    Cues,
    CueWords,
    chance_of_future,
    days_between,
    features,
    find_cues,
)
from timeline.text.discourse import DiscourseWords, around, find_endings, find_quotations, find_ranges
from timeline.text.explain import explain
from timeline.text.genre import Genre, find_genre
from timeline.text.timex import Anchor, AnchorSource, NormalizedTimex, Reading, Timex

SAID = 30  # characters: a verb of saying nearer than that to "Monday" tells the day of speaking
OPENING = 8  # characters before a year that opens its sentence
ONWARD = 2.5  # a narrative goes on rather than back: so many times as far ahead is still the nearer date
_REPORTED = (Granularity.QUARTER, Granularity.YEAR)  # periods that a report tells by their last day


class Refinement(StrEnum):
    """What makes placing better than counting everything from publication; each can be left out, to measure
    what it gains."""

    TENSE = "tense"
    BEFORE = "dates named before"
    RANGES = "ends of ranges"
    QUOTATIONS = "days of speaking"
    GENRE = "narratives"


ALL = frozenset(Refinement)


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides, beside its own words, where an article's timex stands."""

    text: str
    sentences: list[tuple[int, int]]
    publication: Anchor | None
    cues: CueWords
    discourse: DiscourseWords
    genre: Genre
    quotations: list[tuple[int, int]]
    partners: dict[int, int]  # of the two ends of a range: which timex waits for which
    endings: dict[int, int]  # periods of which the next timex tells the last day
    refinements: frozenset[Refinement] = ALL

    def sentence(self, start: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        return self.sentences[max(0, bisect_right(self.sentences, (start, len(self.text) + 1)) - 1)]


def find_setting(
    timexes: Sequence[Timex],
    text: str,
    sentences: list[tuple[int, int]],
    publication: Interval | None,
    words: tuple[CueWords, DiscourseWords],
    genre: Genre | None = None,
    refinements: frozenset[Refinement] = ALL,
) -> Setting:
    """The setting of an article's timexes; its genre is found unless it is given."""
    cues, discourse = words
    has_ranges = Refinement.RANGES in refinements
    if Refinement.GENRE not in refinements:
        genre = Genre.NEWS
    return Setting(
        text=text,
        sentences=sentences,
        publication=Anchor(publication) if publication else None,
        cues=cues,
        discourse=discourse,
        genre=genre or find_genre(timexes, publication),
        quotations=find_quotations(text),
        partners=_partners(timexes, find_ranges(timexes, text, discourse)) if has_ranges else {},
        endings=dict(find_endings(timexes, text, discourse)) if has_ranges else {},
        refinements=refinements,
    )


def _partners(timexes: Sequence[Timex], ranges: list[tuple[int, int]]) -> dict[int, int]:
    """In "March to May 2019" the first end waits for the second, in "Monday to Friday" the second for the first."""
    waits = {}
    for first, last in ranges:
        stated = not is_relative(timexes[last].expression)
        if is_open(timexes[first].expression) and stated:
            waits[first] = last
        elif is_open(timexes[last].expression):
            waits[last] = first
    return waits


def place(timexes: Sequence[Timex], setting: Setting) -> list[NormalizedTimex]:
    """Every timex against its anchor: a range's other end, the date named before, the day of speaking, or
    publication."""
    placed: list[NormalizedTimex] = []
    for index in range(len(timexes)):
        placed.append(_placed(index, timexes, placed, setting))
    return placed


def _placed(
    index: int, timexes: Sequence[Timex], before: Sequence[NormalizedTimex], setting: Setting
) -> NormalizedTimex:
    if ended := _ended(index, timexes, setting):
        return ended
    is_narrative = setting.genre is Genre.NARRATIVE
    known = before if Refinement.BEFORE in setting.refinements else ()
    timex, named = hanging(timexes[index], known, setting.text, is_narrative)
    if find_anaphor(timex.expression):
        way = _onward(timex.expression, named) if named and is_open(timex.expression) else None
        return place_one(timex, named, direction=way)
    if index in setting.partners and (end := _other_end(index, timexes, before, setting)):
        ahead = setting.partners[index] < index
        return place_one(timex, end, direction=Direction.FUTURE if ahead else Direction.PAST)
    if is_narrative and (told := _told(timex, before, setting)):
        return told
    if spoken := _day_of_speaking(index, timexes, setting):
        return place_one(timex, spoken)
    return place_one(timex, setting.publication, cues_of(timex, setting))


def _told(timex: Timex, before: Sequence[NormalizedTimex], setting: Setting) -> NormalizedTimex | None:
    """A timex of a narrative that counts from the date told before; its "today" is no day but the present."""
    if timex.expression == This(Unit(Granularity.DAY)):
        return place_one(replace(timex, expression=Vague("PRESENT_REF")), None)
    if isinstance(timex.expression, Within):
        return place_one(timex, None, direction=Direction.PAST)
    if not goes_on(timex.expression):
        return None
    told = told_before(
        before, lambda start: start - setting.sentence(start)[0] <= OPENING, setting.sentence(timex.start)[0]
    )
    return told and place_one(timex, told, direction=_onward(timex.expression, told, cues_of(timex, setting)))


def _ended(index: int, timexes: Sequence[Timex], setting: Setting) -> NormalizedTimex | None:
    """ "The quarter" beside "ended July 31"; None for a period that has a name or is not said to end."""
    timex = timexes[index]
    cycle = cycle_of(timex.expression)
    if index not in setting.endings or not isinstance(cycle, Unit) or cycle.unit not in _REPORTED:
        return None
    last = timexes[setting.endings[index]]
    day = place_one(last, setting.publication, cues_of(last, setting))
    if day.interval is None or day.interval.granularity is not Granularity.DAY:
        return None
    return place_one(replace(timex, expression=Ending(cycle.unit)), anchored(day, AnchorSource.RANGE))


def cues_of(timex: Timex, setting: Setting) -> Cues:
    if not is_open(timex.expression) or Refinement.TENSE not in setting.refinements:
        return Cues()
    return find_cues(setting.text, setting.sentence(timex.start), timex.start, timex.end, setting.cues)


def _other_end(
    index: int, timexes: Sequence[Timex], before: Sequence[NormalizedTimex], setting: Setting
) -> Anchor | None:
    partner = setting.partners[index]
    other = before[partner] if partner < index else place_one(timexes[partner], setting.publication)
    return anchored(other, AnchorSource.RANGE)


def _onward(expression: Expression, told: Anchor, cues: Cues = Cues()) -> Direction:
    """Whether a narrative goes on to the next one or back to the one before, by which is nearer and, where it
    is about as near, by "had fled"."""
    back, ahead = (
        resolve(directed(expression, each), told.interval) for each in (Direction.PAST, Direction.FUTURE)
    )
    if back is None or ahead is None:
        return Direction.PAST if ahead is None else Direction.FUTURE
    as_far = 1 / ONWARD if cues.is_pluperfect else ONWARD
    is_nearer = ahead.start - told.interval.start <= as_far * (told.interval.start - back.start)
    return Direction.FUTURE if is_nearer else Direction.PAST


def _day_of_speaking(index: int, timexes: Sequence[Timex], setting: Setting) -> Anchor | None:
    """The day that a verb of saying names beside the quotation in which a "today" stands."""
    timex = timexes[index]
    if not is_spoken_of(timex.expression) or Refinement.QUOTATIONS not in setting.refinements:
        return None
    if around(setting.quotations, timex.start, timex.end) is None:
        return None
    start, end = setting.sentence(timex.start)
    for other in timexes[max(0, index - 3) : index + 4]:
        inside = around(setting.quotations, other.start, other.end)
        if start <= other.start and other.end <= end and inside is None and _says(other, setting):
            day = place_one(other, setting.publication, cues_of(other, setting))
            if day.interval is not None and day.interval.granularity <= Granularity.DAY:
                return anchored(day, AnchorSource.SPEECH)
    return None


def _says(timex: Timex, setting: Setting) -> bool:
    """Whether a verb of saying stands right before a timex."""
    return setting.discourse.saying.search(setting.text, max(0, timex.start - SAID), timex.start) is not None


def place_one(
    timex: Timex, anchor: Anchor | None, cues: Cues = Cues(), direction: Direction | None = None
) -> NormalizedTimex:
    """One timex, its direction as given or as the cues and the calendar make it likely."""
    chosen, is_sure, cue = _choose(timex.expression, anchor, cues)
    expression = directed(timex.expression, direction or chosen)
    if not is_relative(expression) and find_anaphor(expression) is None:
        anchor = None
    if is_before_christ(expression) or (anchor and anchor.is_before_christ):
        return _beyond(timex, expression, anchor)
    reading = _read(timex, expression, anchor, None if direction else cue)
    tag = timex3(expression, anchor and anchor.interval)
    if isinstance(expression, Numeric) and expression.order is None:
        others = tuple(_in_order(timex, expression, order) for order in Order)
    else:
        others = () if is_sure or direction else _others(timex, reading, anchor)
    return NormalizedTimex(
        timex, expression, anchor, reading.interval, tag.type, tag.value, tag.mod, reading.why, others
    )


def _beyond(timex: Timex, expression: Expression, anchor: Anchor | None) -> NormalizedTimex:
    """A date BC, or one counted from it: it has a value but no place on the calendar that can be drawn."""
    interval = anchor and anchor.interval
    tag = timex3(moved(expression), interval)
    why = explain(timex.words, expression, None, anchor)
    place = resolve(moved(expression), interval)
    return NormalizedTimex(
        timex, expression, anchor, None, tag.type, written(tag.value), tag.mod, why, moved=place
    )


def _choose(expression: Expression, anchor: Anchor | None, cues: Cues) -> tuple[Direction, bool, Cue | None]:
    """The likelier direction of an open timex, whether it is sure, and the cue that speaks for it."""
    if not is_open(expression) or anchor is None:
        return Direction.PAST, True, None
    if isinstance(open_part(expression), Within):  # a length unless the talk is of the future
        nearest = cues.nearest
        return (nearest.direction if nearest else Direction.PAST), True, nearest
    if getattr(cycle_of(expression), "weekday", 0):  # the weekday said beside the day tells which one
        return Direction.NEAREST, True, None
    back, ahead = (
        resolve(directed(open_part(expression), each), anchor.interval)
        for each in (Direction.PAST, Direction.FUTURE)
    )
    if back is None or ahead is None or back == ahead:
        direction = Direction.FUTURE if back is None else Direction.PAST
        return direction, True, None
    days = [days_between(anchor.interval, each) for each in (back, ahead)]
    chance, without = (
        chance_of_future(features(cycle_of(expression), each, *days)) for each in (cues, Cues())
    )
    direction, cue = (Direction.FUTURE, cues.future) if chance > 0.5 else (Direction.PAST, cues.past)
    decides = cue is not None and cue is cues.nearest
    if decides and cue.strength < CLOSE:  # far away, it is the reason only if it turns the scales
        decides = (without > 0.5) != (chance > 0.5)
    return direction, max(chance, 1 - chance) > SURE, cue if decides else None


def _read(timex: Timex, expression: Expression, anchor: Anchor | None, cue: Cue | None = None) -> Reading:
    interval = resolve(expression, anchor and anchor.interval)
    value = timex3(expression, anchor and anchor.interval).value
    if timex.rule == OTHER_END and anchor is None:
        why = f"“{timex.words}” takes the rest of its date from the other end of the range."
    else:
        why = explain(timex.words, expression, interval, anchor, cue)
    return Reading(interval, value, why)


def _in_order(timex: Timex, expression: Numeric, order: Order) -> Reading:
    reading = _read(timex, replace(expression, order=order), None)
    return replace(reading, why=f"“{timex.words}” read with the {order} first.")


def _others(timex: Timex, chosen: Reading, anchor: Anchor | None) -> tuple[Reading, ...]:
    """What an open timex would mean if it looked the other way."""
    both = [
        _read(timex, directed(timex.expression, each), anchor) for each in (Direction.PAST, Direction.FUTURE)
    ]
    return tuple(each for each in both if each.interval is not None and each.interval != chosen.interval)
