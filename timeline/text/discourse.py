"""What ties timexes to each other in a text: the two ends of a range, the day on which something was said."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.temporal.cycle import Clock, Daypart, Weekday
from timeline.temporal.expression import Expression, cycle_of
from timeline.text.productions.registry import granularity_of
from timeline.text.timex import Timex

FEW_DAYS = 3  # between weekdays that are named in their order
# a mark that is not closed within 1,500 characters opens no quotation
_QUOTED = re.compile(
    r"“[^“”]{1,1500}”|«[^«»]{1,1500}»|\"[^\"\n]{1,1500}\"|``[^`]{1,1500}?''|‘[^‘\n]{1,1500}?’(?![^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class DiscourseWords:
    """A language's words for it, compiled: what stands between two ends of a range, what may open one
    (needed before "and": "between … and …"), what joins a period and its last day ("the quarter ended June
    30"), what joins a date to a wider one ("two weeks ago, on Sunday"), words for
    the writer's own time ("this month"), verbs of a plan seen from the past ("would"), and verbs of saying."""

    joiner: re.Pattern
    opener: re.Pattern
    weak_joiner: re.Pattern
    ender: re.Pattern
    number_before: re.Pattern
    word_before: re.Pattern
    number_after: re.Pattern
    dash: re.Pattern
    apposition: re.Pattern
    here: re.Pattern
    planned: re.Pattern
    saying: re.Pattern


@cache
def load_discourse(
    joiners: tuple[str, ...] = (),
    openers: tuple[str, ...] = (),
    weak_joiners: tuple[str, ...] = (),
    enders: tuple[str, ...] = (),
    saying: tuple[str, ...] = (),
    alternatives: tuple[str, ...] = (),
    apposed: tuple[str, ...] = (),
    here: tuple[str, ...] = (),
    planned: tuple[str, ...] = (),
) -> DiscourseWords:
    """The patterns of a language file's `[discourse]`."""
    return DiscourseWords(
        joiner=re.compile(rf"\s*(?:{_either(joiners)})\s*"),
        opener=re.compile(rf"\b(?:{_either(openers)})\s+$", re.IGNORECASE),
        weak_joiner=re.compile(rf"\s+(?:{_either(weak_joiners)})\s+"),
        number_before=re.compile(
            rf"(?<![\w.,:/$£€-])(?P<end>(?P<number>\d{{1,2}})[^\W\d_]{{0,2}})\s*(?:/|{_either((*joiners, *weak_joiners, *alternatives))})\s*(?:[^\W\d_]{{1,3}}\s+)?$"
        ),
        word_before=re.compile(
            rf"\b(?P<end>[^\W\d_]+|\d{{1,4}})\s+(?:{_either((*joiners[:3], *weak_joiners, *alternatives))})\s+$"
        ),
        number_after=re.compile(
            rf"\s*(?:{_either((*joiners, *weak_joiners))})\s*(?:[^\W\d_]{{1,3}}\s+)?(?P<end>(?P<number>\d{{1,2}})[^\W\d_]{{0,2}})(?![\w:%/])"
        ),
        dash=re.compile(r"\s*[-–/]\s*\d"),
        here=re.compile(rf"\b(?:{_either(here)})\b", re.IGNORECASE),
        planned=re.compile(rf"\b(?:{'|'.join(planned) or '(?!)'})\b"),
        apposition=re.compile(rf",\s+(?:(?:{_either(apposed)})\s+)?"),
        ender=re.compile(rf",?\s+(?:{_either(enders)})\s+"),
        saying=re.compile(rf"\b(?:{_either(saying)})\b", re.IGNORECASE),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words) or r"(?!)"


def find_ranges(timexes: Sequence[Timex], text: str, words: DiscourseWords) -> list[tuple[int, int]]:
    """Pairs of neighbours that are the two ends of one range: "from Monday to Wednesday".

    "And" joins two ends only after an opener: "between Monday and Wednesday".
    """
    pairs = []
    for index in range(len(timexes) - 1):
        first, last = timexes[index], timexes[index + 1]
        if not _are_alike(first.expression, last.expression):
            continue
        between = text[first.end : last.start]
        if len(between) > 20:
            continue
        opened = words.opener.search(text[max(0, first.start - 20) : first.start])
        if words.joiner.fullmatch(between) or (opened and words.weak_joiner.fullmatch(between)):
            pairs.append((index, index + 1))
    return pairs


def _are_alike(first: Expression, last: Expression) -> bool:
    """Whether both are times of day, or days, or months …, and both weekdays if one is: what is said from
    Friday to December, or from the 14th to Thursday, has two times and no range."""
    kinds = [isinstance(getattr(each, "cycle", None), Clock | Daypart) for each in (first, last)]
    weekdays = {isinstance(cycle_of(each), Weekday) for each in (first, last)}
    return all(kinds) or (granularity_of(first) == granularity_of(last) and len(weekdays) == 1)


def find_sequences(timexes: Sequence[Timex], text: str, words: DiscourseWords) -> list[tuple[int, int]]:
    """Pairs of neighbours that are weekdays named in their order, and no range: "Tuesday and Wednesday"."""
    return [
        (index, index + 1)
        for index in range(len(timexes) - 1)
        if _follows(timexes[index + 1].expression, timexes[index].expression)
        and words.weak_joiner.fullmatch(text, timexes[index].end, timexes[index + 1].start)
    ]


def _follows(last: Expression, first: Expression) -> bool:
    """Whether a weekday comes at most a few days after another."""
    days = [cycle_of(each) for each in (first, last)]
    if not all(isinstance(day, Weekday) for day in days):
        return False
    return 0 < (days[1].number - days[0].number) % 7 <= FEW_DAYS


def find_endings(timexes: Sequence[Timex], text: str, words: DiscourseWords) -> list[tuple[int, int]]:
    """Pairs of neighbours, a period and the day on which it ended."""
    return [
        (index, index + 1)
        for index in range(len(timexes) - 1)
        if words.ender.fullmatch(text, timexes[index].end, timexes[index + 1].start)
    ]


def find_quotations(text: str) -> list[tuple[int, int]]:
    """(start, end) of each quotation, its marks included.

    >>> find_quotations('He said “We leave today.” on Monday.')
    [(8, 25)]
    """
    return [match.span() for match in _QUOTED.finditer(text)]


def around(spans: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The span that holds `start` to `end`, of sorted spans that do not overlap."""
    index = bisect_right(spans, (start, len(spans) and spans[-1][1])) - 1
    if index >= 0 and spans[index][0] <= start and end <= spans[index][1]:
        return spans[index]
    return None
