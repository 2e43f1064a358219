"""A scene as a plotly figure, and the settings of its buttons."""

import re

import plotly.graph_objects as go

from timeline.charts import furniture
from timeline.charts.frame import AXIS_HEIGHT
from timeline.charts.markup import escape, plain
from timeline.charts.metrics import FONT_STACK, shorten, text_width
from timeline.charts.palette import THEMES, Theme
from timeline.charts.scale import milliseconds
from timeline.charts.scene import Scene
from timeline.charts.ticks import TICK_FONT_SIZE, tick_count, tick_format_stops
from timeline.charts.traces import event_traces

TITLE_SIZE, TITLE_HEIGHT, TITLE_HEIGHT_BESIDE_BUTTONS, BUTTONS_WIDTH = 18, 34, 14, 130
_HIDDEN = {"visible": False, "fixedrange": True}


def draw(scene: Scene, *, theme: str = "light", title: str = "", file_name: str = "timeline") -> go.Figure:
    """The figure of a scene; a title adds its own height on top. `theme` is "light" or "dark".

    `file_name` is kept in the figure's `meta`. Each mark of an event has `customdata[0]` = the event's id.
    """
    colours = THEMES[theme]
    title_height = _title_height(title, scene)
    return go.Figure(
        {
            "data": _traces(scene, colours),
            "layout": {
                "template": template(theme),
                "width": scene.width,
                "height": scene.height + title_height,
                "meta": {"file_name": safe_name(file_name)},
                "title": _title(title, scene),
                "shapes": [furniture.lane_band(*pair, colours) for pair in _numbered(scene)],
                "annotations": _annotations(scene, colours, title_height),
                **_axes(scene, title_height),
            },
        }
    )


def _numbered(scene: Scene) -> list[tuple]:
    return [(lane, number) for number, lane in enumerate(scene.lanes)]


def _traces(scene: Scene, colours: Theme) -> list[dict]:
    traces = event_traces(scene, colours) if scene.marks else []
    if scene.volume:
        traces.append(furniture.volume_trace(scene, colours))
    if scene.key or scene.notes:
        traces += furniture.key_traces(scene, colours)
    return traces


def _annotations(scene: Scene, colours: Theme, title_height: int) -> list[dict]:
    if scene.message:
        notes = [furniture.message(scene, colours)]
    else:
        notes = [furniture.lane_name(scene, *pair, colours) for pair in _numbered(scene)]
    if scene.volume:
        notes.append(furniture.volume_note(scene, colours))
    whole = scene.height + title_height
    return [
        {**note, "x": note["x"] / scene.width, "y": 1 - (note["y"] + title_height) / whole} for note in notes
    ]


def _title_height(title: str, scene: Scene) -> int:
    """A short title shares its line with the buttons; a longer one gets a line of its own."""
    if not title:
        return 0
    short = text_width(plain(title), TITLE_SIZE, bold=True) <= scene.width - BUTTONS_WIDTH
    return TITLE_HEIGHT_BESIDE_BUTTONS if short else TITLE_HEIGHT


def _title(title: str, scene: Scene) -> dict:
    text = shorten(plain(title), scene.width - 20, TITLE_SIZE, bold=True)
    words = f"<b>{escape(text)}</b>" if title else ""
    return {"text": words, "x": 0, "xanchor": "left", "pad": {"l": 10, "t": 9}, "y": 1, "yanchor": "top"}


def _axes(scene: Scene, title_height: int) -> dict:
    """Axes that count pixels of the figure downwards, so that the scene's numbers can be used as they are."""
    whole = scene.height + title_height
    plot, volume = scene.plot, scene.volume

    def domain(top: float, bottom: float) -> list[float]:
        return [max(0.0, 1 - (bottom + title_height) / whole), 1 - (top + title_height) / whole]

    shown = not scene.message
    axes = {
        "xaxis": {**_time_axis(scene), "visible": shown},
        "yaxis": {**_HIDDEN, "domain": domain(plot.top, plot.bottom), "range": [plot.bottom, plot.top]},
    }
    if volume:
        box = domain(volume.top, volume.bottom)
        axes["yaxis2"] = {**_HIDDEN, "domain": box, "range": [0, volume.peak * 1.04], "anchor": "x"}
    if scene.key or scene.notes:
        top = plot.bottom + (AXIS_HEIGHT if shown else 0)
        axes["xaxis2"] = {**_HIDDEN, "domain": [0, 1], "range": [0, scene.width], "anchor": "y3"}
        axes["yaxis3"] = {
            **_HIDDEN,
            "domain": domain(top, scene.height),
            "range": [scene.height, top],
            "anchor": "x2",
        }
    return axes


def _time_axis(scene: Scene) -> dict:
    """The reader may zoom in but not out: what lies outside the window was never laid out."""
    ends = [milliseconds(scene.scale.start), milliseconds(scene.scale.end)]
    return {
        "type": "date",
        "range": ends,
        "minallowed": ends[0],
        "maxallowed": ends[1],
        "domain": [scene.plot.left / scene.width, scene.plot.right / scene.width],
        "anchor": "y",
        "nticks": tick_count(scene.plot.width),
        "tickformatstops": tick_format_stops(),
        "uirevision": f"{scene.window[0]} {scene.window[1]}",
    }


def template(theme: str) -> go.layout.Template:
    """The light or dark look, whatever plotly's default template is at the moment."""
    colours = THEMES[theme]
    return go.layout.Template(
        layout={
            "font": {"family": FONT_STACK, "size": TICK_FONT_SIZE, "color": colours.text},
            "paper_bgcolor": colours.paper,
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "autosize": False,
            "barmode": "overlay",
            "bargap": 0,
            "hovermode": "closest",
            "hoverdistance": 12,
            "dragmode": "zoom",
            "showlegend": False,
            "uirevision": "timeline",
            "title": {"font": {"size": TITLE_SIZE}},
            "modebar": {
                "bgcolor": "rgba(0,0,0,0)",
                "color": colours.muted,
                "activecolor": colours.text,
                "orientation": "h",
            },
            "hoverlabel": {
                "align": "left",
                "bgcolor": colours.paper,
                "bordercolor": colours.muted,
                "font": {"family": FONT_STACK, "size": 13, "color": colours.text},
            },
            "xaxis": {
                "showgrid": True,
                "gridcolor": colours.grid,
                "zeroline": False,
                "showline": False,
                "ticks": "",
                "tickangle": 0,
                "ticklabeloverflow": "hide past div",
                "tickfont": {"size": TICK_FONT_SIZE, "color": colours.muted},
            },
            "yaxis": {"showgrid": False, "zeroline": False},
        }
    )


def chart_config(file_name: str, width: int, height: int, image_format: str = "png") -> dict:
    """Settings of a figure's buttons: zoom, reset, and a camera that saves `image_format` "png" or "svg".

    Plotly has one camera button with one format; offer the choice beside the chart.
    """
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"], ["zoomIn2d", "zoomOut2d", "resetScale2d"]],
        "typesetMath": False,
        "toImageButtonOptions": {
            "format": image_format,
            "filename": safe_name(file_name),
            "width": width,
            "height": height,
            "scale": 2 if image_format == "png" else 1,
        },
    }


def safe_name(name: str) -> str:
    """`name` as a file name that every system takes.

    >>> safe_name("What happened, 2019: a/b")
    'What-happened-2019-a-b'
    """
    return re.sub(r"[^\w-]+", "-", plain(name)).strip("-_")[:80] or "timeline"
