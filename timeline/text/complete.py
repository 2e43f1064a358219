"""Timexes → timexes, completed: the ends of ranges that share a word with the other (the 5 of "5 to 8
February"), and the order of dates in figures."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from timeline.temporal.cycle import Clock, MonthDay
from timeline.temporal.expression import Absolute, Bare, Duration, Expression, In, Numeric, Order
from timeline.temporal.granularity import Granularity
from timeline.text.discourse import DiscourseWords
from timeline.text.grammar import Grammar
from timeline.text.productions.registry import LEAP_YEAR
from timeline.text.timex import Timex

OTHER_END = "other_end"
_NUMBERS = ("<number>", "<tens>")
_AFTER = re.compile(r"\s*(?=[.;)]|$|,\s+(?!\d))")  # what must follow a bare number that ends a range
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")
_YEAR = re.compile(r",?\s+([12]\d{3})(?!\w)")


def complete(timexes: Iterable[Timex], text: str, grammar: Grammar) -> list[Timex]:
    """The timexes and, in their order, the other ends of their ranges; dates in figures in the order that
    the rest of them tells."""
    words, found = grammar.discourse, []
    for timex in timexes:
        done = found[-1].end if found else 0
        if (
            found and found[-1].rule == OTHER_END and done > timex.start
        ):  # an added end over what the grammar found
            found.pop()
        ends = (*_before(timex, text, words), *_shorter(timex, text, grammar))
        found += [end for end in ends if end.start >= done]
        found += [timex, *_after(timex, text, words)]
    return _ordered(found, grammar.figures)


def _ordered(timexes: list[Timex], usual: str) -> list[Timex]:
    """Dates in figures that may be read in two ways, in the one order that the others have or, where there
    are none, that the language has everywhere."""
    if not any(isinstance(timex.expression, Numeric) for timex in timexes):
        return timexes
    orders = {order for timex in timexes if (order := _order(timex)) is not None}
    if not orders and usual:
        orders = {Order(usual)}
    if len(orders) != 1:
        return timexes
    return [
        replace(timex, expression=replace(timex.expression, order=min(orders)))
        if isinstance(timex.expression, Numeric)
        else timex
        for timex in timexes
    ]


def _order(timex: Timex) -> Order | None:
    """What a date in figures that can be read in one way only has first."""
    match = _FIGURES.fullmatch(timex.words)
    if match is None or match[1] == match[2] or not isinstance(timex.expression, Absolute):
        return None
    return Order.DAY if int(match[1]) > 12 else Order.MONTH


def _before(timex: Timex, text: str, words: DiscourseWords) -> Iterator[Timex]:
    """The number in "5 to 8 February", "9 and 10 July 1882", "5 to 8 p.m."."""
    match = words.number_before.search(text, max(0, timex.start - 30), timex.start)
    if match and timex.words[0].isdigit():
        expression = _with_number(timex.expression, int(match["number"]))
        if expression is not None:
            yield Timex(match.start("end"), match.end("end"), match["end"], expression, OTHER_END)


def _shorter(timex: Timex, text: str, grammar: Grammar) -> Iterator[Timex]:
    """The number in "four or five days", a length of its own."""
    if not isinstance(timex.expression, Duration) or timex.expression.count is None:
        return
    match = grammar.discourse.word_before.search(text, max(0, timex.start - 30), timex.start)
    number = _number(match["end"], grammar) if match else None
    if number is not None and number < timex.expression.count:
        expression = replace(timex.expression, count=number)
        yield Timex(match.start("end"), match.end("end"), match["end"], expression, OTHER_END)


def _number(word: str, grammar: Grammar) -> int | None:
    if word.isdigit():
        return int(word)
    values = (value for symbol, value, _ in grammar.lexicon.get(word.lower(), ()) if symbol in _NUMBERS)
    return next(values, None)


def _after(timex: Timex, text: str, words: DiscourseWords) -> Iterator[Timex]:
    """The number in "March 3 to 5", "1914–17"."""
    match = words.number_after.match(text, timex.end)
    if match is None or not timex.words[-1].isdigit():
        return
    number, follows = int(match["number"]), _AFTER.match(text, match.end())
    if isinstance(timex.expression, Absolute) and timex.expression.unit is Granularity.YEAR:
        if len(match["number"]) == 2 and words.dash.match(text, timex.end):
            expression = _later_year(timex.expression, number)
        else:
            return
    elif follows or _YEAR.match(text, match.end()):
        expression = _with_number(timex.expression, number)
    else:
        return
    if expression is not None:
        yield Timex(match.start("end"), match.end("end"), match["end"], expression, OTHER_END)


def _with_number(expression: Expression, number: int) -> Expression | None:
    """The same month or half of the day with another day or hour; None if it has none such."""
    match expression:
        case Bare(MonthDay(month, _)):
            return Bare(MonthDay(month, number)) if _is_day(month, number) else None
        case Absolute(start, Granularity.DAY) if _is_day(start.month, number, start.year):
            return replace(expression, start=start.replace(day=number))
        case In(Clock(hour), base) if 1 <= number <= 12:
            return In(Clock(number % 12 + 12 * (hour >= 12)), base)
    return None


def _is_day(month: int, number: int, year: int = LEAP_YEAR) -> bool:
    try:
        return bool(datetime(year, month, number))
    except ValueError:
        return False


def _later_year(expression: Absolute, number: int) -> Absolute | None:
    year = expression.start.year // 100 * 100 + number
    return replace(expression, start=datetime(year, 1, 1)) if year > expression.start.year else None
