"""History inside news: "in 2006 … on 11 June" counts from the year told before, not from publication.

News counts its dates from publication, but a report that tells how things came to be goes on from date to
date as a narrative does, for a paragraph or two, and news tells a wide date and then the day in it.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from timeline.temporal.cycle import DayOfMonth, Holiday, Month, MonthDay, Stretch, Unit, Weekday, Weekend
from timeline.temporal.expression import (
    Direction,
    Expression,
    This,
    cycle_of,
    directed,
    innermost,
    is_open,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.resolve import resolve
from timeline.text.anchors import anchored, is_told, last_placed, onward
from timeline.text.setting import Setting, cues_of, words_around
from timeline.text.timex import Anchor, AnchorSource, NormalizedTimex, Timex

LONG_PAST = 90  # days: what is nearer than that to publication is counted from there
LONG_PAST_OPENING = 60  # the same for what opens its sentence, as the dates of a history do
FAR = 2  # years back, from which on a mere year begins a history
NEAR = 10  # characters before a date in which "ended" stands
DAYS_OF_A_WEEK = 7
PRESENT = "PRESENT_REF"  # "now", which ends a history
OPENING = 10  # characters before a date that opens its sentence
_GOES_ON = (Month, MonthDay, DayOfMonth, Stretch, Holiday)  # no weekday: in news it is one of these days


def holder_of(timex: Timex, before: Sequence[NormalizedTimex], setting: Setting) -> Anchor | None:
    """The wider date that holds this one: two weeks ago in "two weeks ago, on Sunday evening", or, for a day of
    a month, the week or month that its sentence has named: "in late July … and went ahead on the 30th"."""
    if not before or not is_open(timex.expression):
        return None
    if setting.discourse.apposition.fullmatch(setting.text, before[-1].end, timex.start):
        return _if_inside(timex, before[-1])
    if isinstance(cycle_of(timex.expression), MonthDay | DayOfMonth):
        sentence = setting.sentence(timex.start)[0]
        named = last_placed(before)
        if named and named.start >= sentence and _is_wide(named) and not _looks_ahead(timex, setting):
            return _if_inside(timex, named)
    return None


def _is_wide(named: NormalizedTimex) -> bool:
    """Whether a date is one that its sentence goes on inside: a week or month, or a year told from another."""
    return named.interval.granularity <= (Granularity.YEAR if _is_chained(named) else Granularity.MONTH)


def _is_chained(told: NormalizedTimex) -> bool:
    return told.anchor is not None and told.anchor.source is AnchorSource.TIMEX


def _if_inside(timex: Timex, named: NormalizedTimex) -> Anchor | None:
    if named.interval is None:
        return None
    inside = resolve(directed(timex.expression, Direction.FUTURE), named.interval)
    if inside is None or not (named.interval.start <= inside.start and inside.end <= named.interval.end):
        return None
    return anchored(named) if inside.granularity < named.interval.granularity else None


def history_before(timex: Timex, before: Sequence[NormalizedTimex], setting: Setting) -> Anchor | None:
    """The date told last, of a year gone by, if the timex goes on from it: in its paragraph or the next one, and
    not to a day still to come."""
    if setting.publication is None or not _may_go_on(timex.expression):
        return None
    if setting.discourse.here.search(timex.words):  # "early this month"
        return None
    if setting.discourse.ender.search(setting.text, max(0, timex.start - NEAR), timex.start):
        return None  # "the year ended March 31"
    told = next((each for each in reversed(before) if _is_date(each) or each.value == PRESENT), None)
    if told is None or told.value == PRESENT or setting.text.count("\n\n", told.end, timex.start) > 1:
        return None
    if isinstance(cycle_of(timex.expression), DayOfMonth) or _is_of_the_month(timex.expression):
        leads = _is_near(told, timex, setting)
    else:
        leads = _leads(told, timex, setting)
    if not leads or _looks_ahead(timex, setting):
        return None
    anchor = anchored(told)
    found = resolve(directed(timex.expression, onward(timex.expression, anchor)), anchor.interval)
    if not found or found.start >= setting.publication.interval.end:
        return None
    return anchor if _fits_weekday(timex, found.start, setting) else None


def _fits_weekday(timex: Timex, day: datetime, setting: Setting) -> bool:
    """Whether the weekday said beside a date, if any, speaks for this one and not for that near publication."""
    weekday = getattr(cycle_of(timex.expression), "weekday", 0)
    if not weekday:
        return True
    near = resolve(directed(timex.expression, Direction.NEAREST), setting.publication.interval)
    return day.isoweekday() == weekday and (near is None or near.start.isoweekday() != weekday)


def _is_date(told: NormalizedTimex) -> bool:
    return told.interval is not None and told.type in ("DATE", "TIME")


def _is_of_the_month(expression: Expression) -> bool:
    """ "The end of the month"."""
    return getattr(getattr(innermost(expression), "cycle", None), "unit", None) is Granularity.MONTH


def _is_near(told: NormalizedTimex, timex: Timex, setting: Setting) -> bool:
    """Whether a day or month gone by is told in the paragraph, whose month "the 23rd" is of."""
    is_past = told.interval.start < setting.publication.interval.start
    in_paragraph = setting.is_one_paragraph(told.end, timex.start)
    return is_past and in_paragraph and told.interval.granularity <= Granularity.MONTH


def week_before(timex: Timex, before: Sequence[NormalizedTimex], setting: Setting) -> Anchor | None:
    """The week in which a story goes on: "The following week was the worst. On Monday …"; the latest week in
    the paragraph that was counted from another date, if only days of it were told since; or "last week" where
    it opens the sentence before and the weekday opens its own."""
    if not is_open(timex.expression) or not isinstance(cycle_of(timex.expression), Weekday | Weekend):
        return None
    if _looks_ahead(timex, setting) or setting.discourse.here.search(timex.words):
        return None
    sentence = setting.sentence(timex.start)[0]
    for told in reversed(before):
        if not setting.is_one_paragraph(told.end, timex.start):
            return None
        if told.interval is None:
            continue
        is_week = told.interval.granularity is Granularity.WEEK
        if is_week and told.start < sentence and _opens(told, setting) and _opens(timex, setting):
            is_last = told.interval.end <= setting.publication.interval.start if setting.publication else True
            return anchored(told) if is_last else None
        if not _is_chained(told) or (is_week and told.interval.start < told.anchor.interval.start):
            return None  # "the previous week" looks back
        if is_week or (told.start >= sentence and _is_weeks_past(told, setting)):
            return anchored(told)
    return None


def plan_before(timex: Timex, before: Sequence[NormalizedTimex], setting: Setting) -> Anchor | None:
    """The day on which a plan was told that may be past: "on Monday he said that talks would begin on Friday"."""
    if not is_open(timex.expression) or not isinstance(cycle_of(timex.expression), Weekday | Weekend):
        return None
    told = last_placed(before)
    if told is None or told.start < setting.sentence(timex.start)[0]:
        return None
    is_day = told.interval.granularity <= Granularity.DAY
    is_past = setting.publication is not None and told.interval.start < setting.publication.interval.start
    clause = re.split(r"[,;:]", setting.before(timex.start))[-1]
    is_plan = setting.discourse.planned.search(clause) and not setting.discourse.here.search(timex.words)
    return anchored(told) if is_day and is_past and is_plan else None


def _is_weeks_past(told: NormalizedTimex, setting: Setting) -> bool:
    published = setting.publication
    return published is not None and (published.interval.start - told.interval.end).days > DAYS_OF_A_WEEK


def _may_go_on(expression: Expression) -> bool:
    """ "In August", "on 4 June", "at Christmas", "the end of the month"; not "this month"."""
    meant = innermost(expression)
    if isinstance(meant, This):
        within = getattr(meant.cycle, "unit", Granularity.DAY)
        return expression is not meant and isinstance(meant.cycle, Unit) and within > Granularity.WEEK
    return (
        is_open(expression) and isinstance(cycle_of(expression), _GOES_ON) and not _is_of_a_report(expression)
    )


def _is_of_a_report(expression: Expression) -> bool:
    """Whether it is a quarter or a half, which business reports compare and no history goes by."""
    return getattr(cycle_of(expression), "code", "")[:1] in ("Q", "H")


def _leads(told: NormalizedTimex, timex: Timex, setting: Setting) -> bool:
    """Whether a date told is part of a history that the timex may go on with."""
    published = setting.publication.interval.start
    is_report = _is_of_a_report(told.expression) and not setting.is_historical
    if not is_told(told) or is_report or told.interval.start.year >= published.year:
        return False
    if _is_chained(told) and told.start >= setting.sentence(timex.start)[0]:
        return True  # "began in March of that year and ended in October"
    moves_on = _is_chained(told) or _opens(told, setting) or told.start >= setting.sentence(timex.start)[0]
    is_old = _is_long_past(timex, setting)
    if told.interval.granularity <= Granularity.MONTH:
        in_paragraph = setting.is_one_paragraph(told.end, timex.start)
        return (moves_on or in_paragraph) if is_old else moves_on and in_paragraph and setting.is_historical
    if told.interval.granularity < Granularity.YEAR:
        return (moves_on or _opens(timex, setting)) and is_old
    if not is_old or not isinstance(cycle_of(timex.expression), MonthDay):
        return False
    is_far = published.year - told.interval.start.year >= FAR
    return moves_on or _opens(timex, setting) or (is_far and _is_sentence_before(told, timex, setting))


def _is_sentence_before(told: NormalizedTimex, timex: Timex, setting: Setting) -> bool:
    sentence = setting.sentence(timex.start)[0]
    return told.end > setting.sentence_before(sentence)


def _opens(timex: Timex | NormalizedTimex, setting: Setting) -> bool:
    return timex.start - setting.sentence(timex.start)[0] <= OPENING


def _is_long_past(timex: Timex, setting: Setting) -> bool:
    """Whether the latest such date before publication is so long past that it would be told with its year."""
    published = setting.publication.interval
    latest = resolve(directed(timex.expression, Direction.PAST), published)
    least = LONG_PAST_OPENING if _opens(timex, setting) else LONG_PAST
    return latest is not None and (published.start - latest.end).days > least


def _looks_ahead(timex: Timex, setting: Setting) -> bool:
    cues = words_around(timex, setting)
    if cues.beginning or (cues.past is None and cues.aim):  # "since year-end", "is fixed for 1 July"
        return True
    return cues_of(timex, setting).is_promised or (
        cues.nearest is not None and cues.nearest.direction is Direction.FUTURE
    )
