"""Timexes → timexes with the ends of ranges that share a word with the other: the 5 of "5 to 8 February"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from timeline.temporal.cycle import Clock, MonthDay
from timeline.temporal.expression import Absolute, Bare, Duration, Expression, In
from timeline.temporal.granularity import Granularity
from timeline.text.discourse import DiscourseWords
from timeline.text.grammar import Grammar
from timeline.text.productions.registry import LEAP_YEAR
from timeline.text.timex import Timex

OTHER_END = "other_end"
NEAR = 30  # characters before a timex in which the other end's number stands
_NUMBERS = ("<number>", "<tens>")
_AFTER = re.compile(r"\s*(?=[.;)]|$|,\s+(?!\d))")  # what must follow a bare number that ends a range
_YEAR = re.compile(r",?\s+(?P<year>[12]\d{3})(?!\w)")
_BEGINS_WITH_NUMBER = re.compile(r"(?:[^\W\d_]{1,3}\s+)?\d")


def complete(timexes: Iterable[Timex], text: str, grammar: Grammar) -> list[Timex]:
    """The timexes and, in their order, the other ends of their ranges."""
    found: list[Timex] = []
    for timex in timexes:
        done = found[-1].end if found else 0
        if timex.start < done:
            if _is_year(timex.expression):  # that of "March 3 to 5, 2015", which the added end has taken
                continue
            found.pop()  # what the grammar found goes before an added end
        found += [end for end in _before(timex, text, grammar) if end.start >= done]
        found += _with_end_after(timex, text, grammar.discourse)
    return found


def _before(timex: Timex, text: str, grammar: Grammar) -> Iterator[Timex]:
    """The number in "5 to 8 February", "7/8 March", "10 to 2 p.m.", "four or five days"."""
    start, words = max(0, timex.start - NEAR), grammar.discourse
    if isinstance(timex.expression, Duration):
        match = words.word_before.search(text, start, timex.start)
        number = _number(match["end"], grammar) if match else None
        expression = _shorter(timex.expression, number)
    else:
        match = words.number_before.search(text, start, timex.start)
        is_number = match is not None and _BEGINS_WITH_NUMBER.match(timex.words)
        expression = _earlier(timex.expression, int(match["number"])) if is_number else None
    if match is not None and expression is not None:
        yield Timex(match.start("end"), match.end("end"), match["end"], expression, OTHER_END)


def _shorter(expression: Duration, number: int | None) -> Duration | None:
    if number is None or expression.count is None or number >= expression.count:
        return None
    return replace(expression, count=number)


def _earlier(expression: Expression, number: int) -> Expression | None:
    """The same month, or a time of the same day, at an earlier day or hour; None if it has none such."""
    match expression:
        case Bare(MonthDay(month, day)) if number < day:
            return Bare(MonthDay(month, number))
        case Absolute(start, Granularity.DAY) if 0 < number < start.day:
            return replace(expression, start=start.replace(day=number))
        case In(Clock(hour), base) if 1 <= number <= 12:
            first = number % 12 + 12 * (hour >= 12)
            return In(Clock(first if first < hour else first % 12), base)
    return None


def _number(word: str, grammar: Grammar) -> int | None:
    if word.isdigit():
        return int(word)
    values = (value for symbol, value, _ in grammar.lexicon.get(word.lower(), ()) if symbol in _NUMBERS)
    return next(values, None)


def _with_end_after(timex: Timex, text: str, words: DiscourseWords) -> list[Timex]:
    """The timex and the number in "March 3 to 5", "March 3 to 5, 2015", "1914–17"."""
    match = words.number_after.match(text, timex.end)
    if match is None or not timex.words[-1].isdigit():
        return [timex]
    number, stop = int(match["number"]), match.end("end")
    if _is_year(timex.expression):
        short = len(match["number"]) == 2 and words.dash.match(text, timex.end)
        last = _later_year(timex.expression, number) if short else None
    elif year := _YEAR.match(text, stop):
        first, last = (_in_year(each, int(year["year"])) for each in _days(timex.expression, number))
        timex, stop = (replace(timex, expression=first), year.end()) if first and last else (timex, stop)
    else:
        _, last = _days(timex.expression, number) if _AFTER.match(text, stop) else (None, None)
    if last is None:
        return [timex]
    start = match.start("end")
    return [timex, Timex(start, stop, text[start:stop], last, OTHER_END)]


def _days(expression: Expression, number: int) -> tuple[Expression | None, Expression | None]:
    """A day of a month as said, and with another, later number."""
    match expression:
        case Bare(MonthDay(month, day)) if day < number and _is_day(LEAP_YEAR, month, number):
            return expression, Bare(MonthDay(month, number))
    return None, None


def _in_year(expression: Expression | None, year: int) -> Absolute | None:
    match expression:
        case Bare(MonthDay(month, day)) if _is_day(year, month, day):
            return Absolute(datetime(year, month, day), Granularity.DAY)
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(datetime(year, month, day))
    except ValueError:
        return False


def _is_year(expression: Expression) -> bool:
    return isinstance(expression, Absolute) and expression.unit is Granularity.YEAR


def _later_year(expression: Absolute, number: int) -> Absolute | None:
    year = expression.start.year // 100 * 100 + number
    return replace(expression, start=datetime(year, 1, 1)) if year > expression.start.year else None
