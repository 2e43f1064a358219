"""Rectangles as rows of a plotly bar trace; a soft end fades out in thin steps."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from timeline.charts.palette import blend, see_through

FADE_ONE_END, FADE_BOTH_ENDS = 0.5, 0.4
_STEP_PIXELS, _FEWEST_STEPS, _MOST_STEPS = 2.0, 4, 32


@dataclass(frozen=True, slots=True)
class Strip:
    """A filled rectangle: `start` to `end` in the x axis' own unit, `height` pixels around `y`."""

    start: float
    end: float
    y: float
    height: float
    colour: str
    opacity: float = 1.0
    outline: str = "rgba(0,0,0,0)"
    outline_width: float = 0.0


def fading(strip: Strip, ground: str, pixels: float, soft_start: bool, soft_end: bool) -> Iterator[Strip]:
    """`strip`, `pixels` wide, as ever shorter solid strips on each other, from `ground` to its own tint.

    Solid, because many faint layers add up to a wrong hue; on each other, because side by side shows seams.
    """
    share = FADE_BOTH_ENDS if soft_start and soft_end else FADE_ONE_END
    steps = int(min(_MOST_STEPS, max(_FEWEST_STEPS, pixels * share / _STEP_PIXELS)))
    inset = (strip.end - strip.start) * share / steps
    for step in range(steps):
        yield Strip(
            start=strip.start + inset * (step + 0.5) * soft_start,
            end=strip.end - inset * (step + 0.5) * soft_end,
            y=strip.y,
            height=strip.height,
            colour=blend(strip.colour, ground, strip.opacity * (step + 1) / steps),
        )


def bar_trace(strips: list[Strip], **options) -> dict:
    """A horizontal bar trace of these rectangles, with plotly's own options added."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": np.array([strip.start for strip in strips]),
        "x": np.array([strip.end - strip.start for strip in strips]),
        "y": np.array([strip.y for strip in strips]),
        "width": np.array([strip.height for strip in strips]),
        "marker": {
            "color": [see_through(strip.colour, round(strip.opacity, 4)) for strip in strips],
            "line": {
                "color": [strip.outline for strip in strips],
                "width": np.array([strip.outline_width for strip in strips]),
            },
        },
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
        **options,
    }
