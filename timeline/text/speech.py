"""On which day were the words inside a quotation spoken? Their "today" is that day."""

from collections.abc import Sequence

from timeline.temporal.expression import find_anaphor
from timeline.temporal.granularity import Granularity
from timeline.text.anchors import anchored, hanging, is_spoken_of, last_placed
from timeline.text.discourse import around
from timeline.text.placing import place_one
from timeline.text.setting import Refinement, Setting, cues_of
from timeline.text.timex import Anchor, AnchorSource, NormalizedTimex, Timex

SPOKEN = 7  # days back, of which a report still quotes what was said without naming the day
SAID = 45  # characters: a verb of saying nearer than that to "Monday" tells the day of speaking


def day_of_speaking(
    index: int, timexes: Sequence[Timex], before: Sequence[NormalizedTimex], setting: Setting
) -> Anchor | None:
    """The day that a verb of saying names beside the quotation in which a "today" stands."""
    timex = timexes[index]
    if not is_spoken_of(timex.expression) or Refinement.QUOTATIONS not in setting.refinements:
        return None
    quotation = around(setting.quotations, timex.start, timex.end)
    if quotation is None:
        return None
    start, end = _around_quotation(quotation, setting)
    sentence_before = setting.sentence_before(start)  # "…," he said on Friday. "We march tomorrow."
    if not setting.is_one_paragraph(sentence_before, start):
        sentence_before = start
    for first, last in ((start, end), (sentence_before, start)):
        for other in timexes[max(0, index - 4) : index + 4]:
            inside = around(setting.quotations, other.start, other.end)
            if first <= other.start and other.end <= last and inside is None and _says(other, setting):
                day = _said_on(other, before, setting)
                if day.interval is not None and day.interval.granularity <= Granularity.DAY:
                    return anchored(day, AnchorSource.SPEECH)
    return _day_told_before(quotation[0], before, setting)


def _day_told_before(start: int, before: Sequence[NormalizedTimex], setting: Setting) -> Anchor | None:
    """The day told in the sentence before, on which a quotation without a day of its own was spoken."""
    published = setting.publication and setting.publication.interval
    told = last_placed([each for each in before if each.start < start])
    if told is None or published is None or around(setting.quotations, told.start, told.end):
        return None
    sentence = setting.sentence(start)[0]
    is_near = told.start >= setting.sentence_before(sentence)
    if not is_near or not setting.is_one_paragraph(told.end, start):
        return None
    is_day = told.interval.granularity <= Granularity.DAY and told.type in ("DATE", "TIME")
    days = (published.start.date() - told.interval.first_day).days
    is_recent = 0 < days <= SPOKEN or (days > 0 and told.start >= sentence)
    return anchored(told, AnchorSource.SPEECH) if is_day and is_recent else None


def _said_on(timex: Timex, before: Sequence[NormalizedTimex], setting: Setting) -> NormalizedTimex:
    """The day beside a verb of saying; "that evening" is of a date told in the paragraph."""
    if find_anaphor(timex.expression):
        near = [each for each in before if setting.is_one_paragraph(each.end, timex.start)]
        published = setting.publication and setting.publication.interval
        hung, named = hanging(timex, near, setting.text, published=published)
        if named and not (published and named.interval.start >= published.end):
            return place_one(hung, named)
    return place_one(timex, setting.publication, cues_of(timex, setting))


def _around_quotation(quotation: tuple[int, int], setting: Setting) -> tuple[int, int]:
    """From the start of the sentence in which a quotation begins to the end of that in which it is closed."""
    start, end = quotation
    return setting.sentence(start)[0], max(setting.sentence(end - 1)[1], setting.sentence(end)[1])


def _says(timex: Timex, setting: Setting) -> bool:
    """Whether a verb of saying stands beside a timex, in its sentence."""
    first, last = setting.sentence(timex.start)
    around = max(first, timex.start - SAID), min(last, timex.end + SAID)
    return setting.discourse.saying.search(setting.text, *around) is not None
