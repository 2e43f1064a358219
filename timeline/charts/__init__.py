"""Event table → Scene (pure layout) → plotly Figure. A new chart is one module and one line in `CHARTS`."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline.charts.draw import chart_config, draw
from timeline.charts.layout import lay_out
from timeline.charts.scene import Scene

__all__ = ["CHARTS", "Chart", "Scene", "chart_config", "draw", "lay_out"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A way to show an event table: `lay_out` gives a scene, `draw` a plotly figure of that scene."""

    title: str
    lay_out: Callable
    draw: Callable


CHARTS = {"timeline": Chart("Timeline", lay_out, draw)}
