"""Tick labels that make sense from centuries to seconds, also after the reader has zoomed in.

The browser chooses the step between ticks; here it is told how many ticks there is room for, and how to
write them at each step. The second line of a label is written only where it changes.
"""

from typing import NamedTuple

TICK_FONT_SIZE = 12
LEAST_SPACING = 82.0


class TickFormat(NamedTuple):
    """How ticks at most `largest_step` apart are written (d3 date format); steps in ms, or months "M<n>"."""

    largest_step: int | str | None
    format: str


FORMATS = (
    TickFormat(59_999, "%H:%M:%S\n%-d %b %Y"),
    TickFormat(86_399_999, "%H:%M\n%-d %b %Y"),
    TickFormat(6 * 86_400_000, "%a %-d\n%b %Y"),
    TickFormat(27 * 86_400_000, "%-d %b\n%Y"),
    TickFormat("M11", "%b\n%Y"),
    TickFormat(None, "%Y"),
)


def tick_count(width: float) -> int:
    """How many ticks fit beside each other on an axis of so many pixels."""
    return max(2, int(width / LEAST_SPACING))


def tick_format_stops() -> list[dict]:
    """`FORMATS` as plotly's axis option `tickformatstops`."""
    smallest: list[int | str | None] = [None]
    smallest += [_just_above(one.largest_step) for one in FORMATS[:-1]]
    return [
        {"dtickrange": [low, one.largest_step], "value": one.format}
        for low, one in zip(smallest, FORMATS, strict=True)
    ]


def _just_above(step: int | str) -> int | str:
    if isinstance(step, str):
        return f"M{int(step[1:]) + 1}"
    return "M1" if step == 27 * 86_400_000 else step + 1
