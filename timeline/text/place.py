"""Timexes + publication date → normalised timexes: each placed, with the reason in a sentence."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.temporal.cycle import Month, MonthDay, Unit
from timeline.temporal.expression import (
    Absolute,
    Bare,
    Direction,
    Ending,
    Expression,
    This,
    Vague,
    Within,
    cycle_of,
    directed,
    find_anaphor,
    is_open,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.resolve import resolve
from timeline.text.anchors import anchored, goes_on, hanging, is_spoken_of, told_before
from timeline.text.direction import NO_CUES, Cues
from timeline.text.discourse import around
from timeline.text.genre import Genre
from timeline.text.placing import place_one
from timeline.text.setting import Refinement, Setting, cues_of
from timeline.text.timex import Anchor, AnchorSource, NormalizedTimex, Timex

SAID = 30  # characters: a verb of saying nearer than that to "Monday" tells the day of speaking
OPENING = 8  # characters before a year that opens its sentence
MOST_IN_SENTENCE = 6  # timexes that are looked back over for the year that opens the sentence
ONWARD = 2.5  # a narrative goes on rather than back: so many times as far ahead is still the nearer date
_REPORTED = (
    Granularity.WEEK,
    Granularity.QUARTER,
    Granularity.YEAR,
)  # periods that a report tells by their last day


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
    if index in setting.partners and (end := _other_end(index, timexes, before, setting)):
        ahead = setting.partners[index] < index
        return place_one(timexes[index], end, direction=Direction.FUTURE if ahead else Direction.PAST)
    if index in setting.follows and (day := anchored(before[setting.follows[index]])):
        return place_one(timexes[index], day, direction=Direction.FUTURE)
    is_narrative = setting.genre is Genre.NARRATIVE
    known = before if Refinement.BEFORE in setting.refinements else ()
    timex, named = hanging(timexes[index], known, setting.text, is_narrative)
    if find_anaphor(timex.expression):
        way = _onward(timex.expression, named) if named and is_open(timex.expression) else None
        return place_one(timex, named, direction=way)
    if is_narrative and (told := _told(timex, before, setting)):
        return told
    if year := _year_opening_the_sentence(timex, known, setting):
        return place_one(timex, year, direction=_onward(timex.expression, year))
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


def _year_opening_the_sentence(
    timex: Timex, before: Sequence[NormalizedTimex], setting: Setting
) -> Anchor | None:
    """2018 for the months in "In 2018 there were two votes, in April and in November"."""
    if not isinstance(timex.expression, Bare) or not isinstance(timex.expression.cycle, Month | MonthDay):
        return None
    start = setting.sentence(timex.start)[0]
    inside = [each for each in before[: -MOST_IN_SENTENCE - 1 : -1] if each.start >= start]
    if not inside or inside[-1].start - start > OPENING:
        return None
    stated = inside[-1].expression
    is_year = isinstance(stated, Absolute) and stated.unit is Granularity.YEAR
    others = [each for each in inside[:-1] if each.interval and not each.is_relative]
    return anchored(inside[-1]) if is_year and not others else None


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


def _other_end(
    index: int, timexes: Sequence[Timex], before: Sequence[NormalizedTimex], setting: Setting
) -> Anchor | None:
    partner = setting.partners[index]
    if partner < index:
        return anchored(before[partner], AnchorSource.RANGE)
    other = place_one(timexes[partner], setting.publication, cues_of(timexes[partner], setting))
    return anchored(other, AnchorSource.RANGE)


def _onward(expression: Expression, told: Anchor, cues: Cues = NO_CUES) -> Direction:
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
    quotation = around(setting.quotations, timex.start, timex.end)
    if quotation is None:
        return None
    start, end = _around_quotation(quotation, setting)
    for other in timexes[max(0, index - 3) : index + 4]:
        inside = around(setting.quotations, other.start, other.end)
        if start <= other.start and other.end <= end and inside is None and _says(other, setting):
            day = place_one(other, setting.publication, cues_of(other, setting))
            if day.interval is not None and day.interval.granularity <= Granularity.DAY:
                return anchored(day, AnchorSource.SPEECH)
    return None


def _around_quotation(quotation: tuple[int, int], setting: Setting) -> tuple[int, int]:
    """From the start of the sentence in which a quotation begins to the end of that in which it is closed."""
    start, end = quotation
    return setting.sentence(start)[0], max(setting.sentence(end - 1)[1], setting.sentence(end)[1])


def _says(timex: Timex, setting: Setting) -> bool:
    """Whether a verb of saying stands beside a timex."""
    around = max(0, timex.start - SAID), timex.end + SAID
    return setting.discourse.saying.search(setting.text, *around) is not None
