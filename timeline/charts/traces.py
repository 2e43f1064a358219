"""The marks, labels and counts of a scene as a few plotly traces: one trace holds all events of a kind."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import numpy as np

from timeline.charts.geometry import LABEL_SIZE
from timeline.charts.markup import escape, escape_wrapped
from timeline.charts.palette import Theme
from timeline.charts.scale import milliseconds
from timeline.charts.scene import Form, Label, Mark, Scene, Side
from timeline.charts.strips import Strip, bar_trace, fading

BAR_OPACITY, DAY_OPACITY = 0.32, 0.2
_LOW = 0.64  # of a bar's height: low enough to hide behind the symbol while it is no wider than that
_SYMBOLS = {
    Form.STATED: "circle",
    Form.RELATIVE: "circle",
    Form.PUBLICATION: "diamond",
    Form.PLANNED: "triangle-right",
    Form.DENIED: "x",
}
_QUIET = (Form.PUBLICATION, Form.PLANNED, Form.DENIED)  # their labels stand back
_SHOWN_BY_TEMPLATE = {"hovertemplate": "%{customdata[1]}<extra></extra>"}


def event_traces(scene: Scene, theme: Theme) -> list[dict]:
    """Everything inside the lanes, from the back to the front."""
    clickable = _clickable(scene.marks)
    return [
        bar_trace(list(_fades(scene, theme)), hoverinfo="skip", name="fading ends"),
        bar_trace(_stretches(scene, theme), **clickable, name="time covered"),
        _label_areas(scene, theme),
        _crowd_trace(scene, theme),
        _firm_ends(scene, theme),
        _arrows(scene, theme),
        _symbols(scene, theme, clickable),
        _labels(scene, theme),
    ]


def _clickable(marks: Sequence[Mark]) -> dict:
    """The options by which a mark is known when it is clicked and explained when it is pointed at."""
    return {"customdata": [[mark.id, hover_text(mark)] for mark in marks], **_SHOWN_BY_TEMPLATE}


def hover_text(mark: Mark) -> str:
    label, *rest = mark.hover
    lines = [f"<b>{escape_wrapped(label)}</b>", *(escape_wrapped(line) for line in rest if line)]
    return "<br>".join(lines)


def _stretch(mark: Mark, colour: str, opacity: float) -> Strip:
    start, end = milliseconds(mark.start), milliseconds(mark.end)
    hidden = not mark.is_bar and mark.width <= mark.size + 1
    return Strip(start, end, mark.y, mark.bar_height * (_LOW if hidden else 1), colour, opacity)


def _fades(scene: Scene, theme: Theme) -> Iterator[Strip]:
    for mark in scene.marks:
        if mark.is_bar and (mark.soft_start or mark.soft_end):
            strip = _stretch(mark, theme.lane(mark.lane), BAR_OPACITY)
            yield from fading(strip, theme.ground(mark.lane), mark.width, mark.soft_start, mark.soft_end)


def _stretches(scene: Scene, theme: Theme) -> list[Strip]:
    """One bar for each event: tinted and outlined if firm, tinted for a day, unseen over a fading one."""
    strips = []
    for mark in scene.marks:
        colour = theme.lane(mark.lane)
        if not mark.is_bar:
            strips.append(_stretch(mark, colour, DAY_OPACITY))
        elif mark.soft_start or mark.soft_end:
            strips.append(_stretch(mark, colour, 0.0))
        else:
            bare = _stretch(mark, colour, BAR_OPACITY)
            strips.append(Strip(bare.start, bare.end, bare.y, bare.height, colour, BAR_OPACITY, colour, 1.2))
    return strips


def _label_areas(scene: Scene, theme: Theme) -> dict:
    """Unseen bars over the labels, so that a click on the words works too."""
    marks = [mark for mark in scene.marks if mark.label]
    strips = []
    for mark in marks:
        box = mark.label.box
        start, end = (milliseconds(scene.scale.moment(pixel)) for pixel in (box.left, box.right))
        strips.append(Strip(start, end, mark.y, box.height, theme.paper, 0.0))
    ids = [[mark.id] for mark in marks]
    return bar_trace(strips, customdata=ids, hoverinfo="none", name="labels' areas")


def _crowd_trace(scene: Scene, theme: Theme) -> dict:
    strips = [
        Strip(
            milliseconds(scene.scale.moment(crowd.box.left)),
            milliseconds(scene.scale.moment(crowd.box.right)),
            (crowd.box.top + crowd.box.bottom) / 2,
            crowd.box.height,
            theme.crowd,
        )
        for crowd in scene.crowds
    ]
    return bar_trace(
        strips,
        text=[f"+{crowd.count:,}" for crowd in scene.crowds],
        hovertext=[f"{crowd.count:,} more here: choose fewer days to see them" for crowd in scene.crowds],
        hoverinfo="text",
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": theme.text, "size": LABEL_SIZE - 2},
        name="more events",
    )


def _points(xs: Sequence[datetime], ys: Sequence[float], marker: dict, **options) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": np.array([milliseconds(x) for x in xs]),
        "y": np.array(ys, dtype=float),
        "marker": {"opacity": 1, **marker},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
        "hoverinfo": "skip",
        **options,
    }


def _firm_ends(scene: Scene, theme: Theme) -> dict:
    """A stroke at the firm end of a bar whose other end fades."""
    ends = [
        (mark.start if mark.soft_end else mark.end, mark)
        for mark in scene.marks
        if mark.is_bar and mark.soft_start != mark.soft_end
        if not (mark.cut_start if mark.soft_end else mark.cut_end)
    ]
    marker = {
        "symbol": "line-ns",
        "size": np.array([mark.bar_height / 1.4 for _, mark in ends]),
        "line": {"width": 1.6, "color": [theme.lane(mark.lane) for _, mark in ends]},
    }
    return _points([end for end, _ in ends], [mark.y for _, mark in ends], marker, name="firm ends")


def _arrows(scene: Scene, theme: Theme) -> dict:
    """Small arrows in the margin of the window, where an event goes on beyond it."""
    window_left = scene.scale.pixel(scene.window[0])
    left, right = (scene.scale.moment(x) for x in (window_left / 2, scene.scale.width - window_left / 2))
    arrows = [(left, "triangle-left", mark) for mark in scene.marks if mark.cut_start]
    arrows += [(right, "triangle-right", mark) for mark in scene.marks if mark.cut_end]
    marker = {
        "symbol": [symbol for _, symbol, _ in arrows],
        "size": np.array([mark.size - 2 for _, _, mark in arrows]),
        "color": [theme.lane(mark.lane) for _, _, mark in arrows],
    }
    return _points([x for x, _, _ in arrows], [mark.y for _, _, mark in arrows], marker, name="goes on")


def symbol_marker(
    forms: Sequence[Form], colours: Sequence[str], sizes: Sequence[float], theme: Theme
) -> dict:
    """Filled circles for stated dates, hollow circles and diamonds for the others; hollow triangles for what is
    not known to have happened, hollow crosses for what is denied."""
    fills = [
        colour if form is Form.STATED else theme.paper for form, colour in zip(forms, colours, strict=True)
    ]
    return {
        "symbol": [_SYMBOLS[form] for form in forms],
        "size": np.array(sizes, dtype=float),
        "color": fills,
        "line": {"color": list(colours), "width": np.array([1.0 if size < 9 else 1.8 for size in sizes])},
    }


def _symbols(scene: Scene, theme: Theme, clickable: dict) -> dict:
    marks = scene.marks
    colours = [theme.lane(mark.lane) for mark in marks]
    marker = symbol_marker([mark.form for mark in marks], colours, [mark.size - 1 for mark in marks], theme)
    chosen = {"marker": {"size": 16}}
    options = {**clickable, "hoverinfo": None, "selected": chosen, "name": "events"}
    return _points([mark.symbol_at for mark in marks], [mark.y for mark in marks], marker, **options)


def _labels(scene: Scene, theme: Theme) -> dict:
    marks = [mark for mark in scene.marks if mark.label]
    labels = [mark.label for mark in marks]
    quiet = [mark.form in _QUIET and (mark.form is not Form.PUBLICATION or not mark.is_bar) for mark in marks]
    return _points(
        [label.anchor for label in labels],
        [mark.y for mark in marks],
        {"opacity": 0, "size": np.array([_marker_size(label) for label in labels])},
        mode="markers+text",
        text=[escape(label.text) for label in labels],
        textposition=[f"middle {'right' if label.side is Side.RIGHT else 'left'}" for label in labels],
        textfont={"size": LABEL_SIZE, "color": [theme.muted if one else theme.text for one in quiet]},
        selected={"textfont": {"color": theme.text}},
        unselected={"marker": {"opacity": 0}},
        name="labels",
    )


def _marker_size(label: Label) -> float:
    """The size of the unseen marker beside which plotly leaves `label.gap` free: size / 2 / 0.8 + 1."""
    return max(0.1, (label.gap - 1) * 1.6)
