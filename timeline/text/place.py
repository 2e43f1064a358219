"""Timexes + publication date → normalised timexes: each placed, with the reason in a sentence."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.temporal.cycle import Clock, Month, MonthDay, Unit, Weekday
from timeline.temporal.expression import (
    Absolute,
    Anaphoric,
    Bare,
    Direction,
    Ending,
    Expression,
    In,
    Last,
    Shift,
    This,
    Vague,
    Within,
    cycle_of,
    find_anaphor,
    is_open,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.text.anchors import (
    MOST_BACK,
    anchored,
    goes_on,
    hanging,
    is_time_of_day,
    onward,
    told_before,
)
from timeline.text.direction import Cues
from timeline.text.genre import Genre
from timeline.text.history import history_before, holder_of, plan_before, week_before
from timeline.text.placing import place_one
from timeline.text.setting import Refinement, Setting, cues_of, words_around
from timeline.text.speech import day_of_speaking
from timeline.text.timex import Anchor, AnchorSource, NormalizedTimex, Reading, Timex

OPENING = 8  # characters before a year that opens its sentence
MOST_IN_SENTENCE = 6  # timexes that are looked back over for the year that opens the sentence
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
    return _alone(index, timexes, before, setting)


def _alone(
    index: int, timexes: Sequence[Timex], before: Sequence[NormalizedTimex], setting: Setting
) -> NormalizedTimex:
    """A timex that waits for no other: against the date named before, the day of speaking, or publication."""
    is_narrative = setting.genre is Genre.NARRATIVE
    known = before if Refinement.BEFORE in setting.refinements else ()
    published = setting.publication and setting.publication.interval
    told = known if is_narrative else _without_plans(known, timexes[index], setting)
    timex, named = hanging(timexes[index], told, setting.text, is_narrative, published)
    if named is not None and _is_hour_to_come(timex, named, setting):
        timex, named = hanging(timexes[index], (), setting.text)
    if find_anaphor(timexes[index].expression) and _is_last_midnight(timex, named, setting):
        named, timex = (
            None,
            replace(timex, expression=replace(timex.expression, base=Shift(-1, Granularity.DAY))),
        )
    if find_anaphor(timex.expression):
        way = onward(timex.expression, named) if named and is_open(timex.expression) else None
        return place_one(timex, named, direction=way)
    if is_narrative and (told := _told(timex, before, setting)):
        return told
    if year := _year_opening_the_sentence(timex, known, setting):
        return place_one(timex, year, direction=onward(timex.expression, year))
    if named := holder_of(timex, known, setting):
        return place_one(timex, named, direction=Direction.FUTURE)
    if told := plan_before(timex, known, setting) or week_before(timex, known, setting):
        return _or_of_publication(place_one(timex, told, direction=Direction.FUTURE), timex, setting)
    if told := history_before(timex, known, setting):
        placed = place_one(timex, told, direction=onward(timex.expression, told))
        return _or_of_publication(placed, timex, setting)
    if spoken := day_of_speaking(index, timexes, before, setting):
        return place_one(timex, spoken)
    if _heads_an_entry(timex, setting):
        return place_one(timex, setting.publication, direction=Direction.PAST)
    cues = cues_of(timex, setting)
    if cues.beginning and _is_of_that_weekday(timex.expression, published):
        timex = replace(timex, expression=Last(timex.expression.cycle))
    elif _is_midnight_to_come(timex.expression, published) and _is_told_of(cues):
        timex = replace(timex, expression=replace(timex.expression, base=Last(timex.expression.base.cycle)))
    return place_one(timex, setting.publication, cues)


def _heads_an_entry(timex: Timex, setting: Setting) -> bool:
    """Whether it is the date of an entry in a chronology, which tells the past in the present: "Nov. 18: They vote"."""
    opens = timex.start == 0 or setting.text[timex.start - 2 : timex.start] == "\n\n"
    is_day = is_open(timex.expression) and isinstance(cycle_of(timex.expression), MonthDay)
    return opens and is_day and setting.text[timex.end : timex.end + 1] == ":"


def _is_of_that_weekday(expression: Expression, published: Interval | None) -> bool:
    """Whether it is the bare name of the weekday of publication: "since Saturday", on a Saturday, is a week."""
    cycle = getattr(expression, "cycle", None)
    if not isinstance(expression, Bare) or not isinstance(cycle, Weekday) or published is None:
        return False
    return published.start.isoweekday() == cycle.number


def _is_told_of(cues: Cues) -> bool:
    return cues.past is not None and cues.nearest is cues.past and not cues.deadline


def _is_midnight_to_come(expression: Expression, published: Interval | None) -> bool:
    """Whether it is the midnight that ends the weekday of publication, which no report tells as past."""
    is_midnight = isinstance(expression, In) and expression.cycle == Clock(24)
    return is_midnight and _is_of_that_weekday(expression.base, published)


def _without_plans(
    before: Sequence[NormalizedTimex], timex: Timex, setting: Setting
) -> Sequence[NormalizedTimex]:
    """The last dates, without those that words of the past do not go on from: a day to come, or a plan, of
    another sentence. "It begins on Monday. The next day they met"; "It would open on the 25th. Two days
    later it was shut"."""
    anaphor = find_anaphor(timex.expression)
    if anaphor is None or anaphor.alike is not None or setting.publication is None:
        return before
    sentence = setting.sentence(timex.start)
    cues = words_around(timex, setting)
    is_hour = is_time_of_day(timex.expression)
    if not is_hour and (cues.past is None or cues.nearest is not cues.past):
        return before
    coming = setting.publication.interval.end

    def is_plan(told: NormalizedTimex) -> bool:
        if told.interval is None or told.start >= sentence[0]:
            return False
        if told.interval.start >= coming:
            return True
        clause = setting.before(told.start).rpartition(",")[2]
        return not is_hour and setting.discourse.planned.search(clause) is not None

    return [each for each in before[-MOST_BACK:] if not is_plan(each)]


def _is_hour_to_come(timex: Timex, named: Anchor, setting: Setting) -> bool:
    """Whether a time of day is still to come, though the date named before it is gone: "by midnight"."""
    if not is_time_of_day(timex.expression) or setting.publication is None:
        return False
    if named.interval.end > setting.publication.interval.start:
        return False
    cues = words_around(timex, setting)
    is_ahead = cues.nearest is not None and cues.nearest.direction is Direction.FUTURE
    return is_ahead and cues.past is None


def _is_last_midnight(timex: Timex, named: Anchor | None, setting: Setting) -> bool:
    """Whether a midnight of no other day is past: on the day of publication, that which ended the day before."""
    if not isinstance(timex.expression, In) or timex.expression.cycle != Clock(24):
        return False
    if not isinstance(timex.expression.base, Anaphoric | This) or not _is_published_on(named, setting):
        return False
    return _is_told_of(words_around(timex, setting))


def _is_published_on(named: Anchor | None, setting: Setting) -> bool:
    published = setting.publication
    return named is None or (
        published is not None and named.interval.first_day == published.interval.first_day
    )


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
    return told and place_one(timex, told, direction=onward(timex.expression, told, cues_of(timex, setting)))


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


def _or_of_publication(chosen: NormalizedTimex, timex: Timex, setting: Setting) -> NormalizedTimex:
    """What was chosen, with what else it may mean: what it would from publication."""
    other = place_one(timex, setting.publication, cues_of(timex, setting))
    if other.interval is None or other.interval == chosen.interval:
        return chosen
    return replace(chosen, alternatives=(Reading(other.interval, other.value, other.why),))


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
    return anchored(_alone(partner, timexes, before, setting), AnchorSource.RANGE)
