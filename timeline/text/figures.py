"""Dates in figures that may be read with the day or the month first, in the order that the others tell."""

import re
from dataclasses import replace

from timeline.temporal.expression import Absolute, Numeric, Order
from timeline.text.timex import Timex

_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")


def in_order(timexes: list[Timex], usual: str = "") -> list[Timex]:
    """The timexes, each date in figures in the one order that the others have or, where there are none, that
    the language has everywhere (`usual`, day or month)."""
    if not any(isinstance(timex.expression, Numeric) for timex in timexes):
        return timexes
    orders = {order for timex in timexes if (order := _order(timex)) is not None}
    if not orders and usual:
        orders = {Order(usual)}
    return [_read(timex, min(orders)) for timex in timexes] if len(orders) == 1 else timexes


def _order(timex: Timex) -> Order | None:
    """What a date in figures that can be read in one way only has first."""
    match = _FIGURES.fullmatch(timex.words)
    if match is None or match[1] == match[2] or not isinstance(timex.expression, Absolute):
        return None
    return Order.DAY if int(match[1]) > 12 else Order.MONTH


def _read(timex: Timex, order: Order) -> Timex:
    if not isinstance(timex.expression, Numeric):
        return timex
    return replace(timex, expression=replace(timex.expression, order=order))
