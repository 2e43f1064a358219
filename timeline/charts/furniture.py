"""What stands around the marks, as plotly traces, shapes and annotations."""

import numpy as np

from timeline.charts.frame import LINE_HEIGHT, NAME_SIZE, SMALL_PRINT_SIZE
from timeline.charts.markup import escape
from timeline.charts.palette import Theme
from timeline.charts.scale import milliseconds
from timeline.charts.scene import Form, KeyEntry, Lane, Scene
from timeline.charts.strips import Strip, bar_trace, fading
from timeline.charts.traces import BAR_OPACITY, symbol_marker

_KEY_AXES = {"xaxis": "x2", "yaxis": "y3", "hoverinfo": "skip"}
_SYMBOL_WIDTH = 18.0


def volume_trace(scene: Scene, theme: Theme) -> dict:
    """The bars of the strip on top."""
    volume = scene.volume
    starts = np.array([milliseconds(one.start) for one in volume.bins])
    lengths = np.array([milliseconds(one.end) for one in volume.bins]) - starts
    counts = [f"{one.articles:,} article{'s' if one.articles != 1 else ''}" for one in volume.bins]
    return {
        "type": "bar",
        "x": starts + lengths / 2,
        "width": lengths * 0.86,
        "y": np.array([one.articles for one in volume.bins]),
        "yaxis": "y2",
        "marker": {"color": theme.volume, "line": {"width": 0}},
        "hovertext": [
            f"{count} published<br>{_bin_words(one.start, volume.unit)}"
            for count, one in zip(counts, volume.bins, strict=True)
        ],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
        "name": f"articles per {volume.unit}",
    }


def _bin_words(start, unit: str) -> str:
    day = f"{start.day} {start:%B %Y}"
    words = {"day": f"on {day}", "week": f"in the week of {day}", "month": f"in {start:%B %Y}"}
    return words.get(unit, f"in {start.year}")


def volume_note(scene: Scene, theme: Theme) -> dict:
    """What the strip counts, and how high it goes."""
    volume = scene.volume
    unit, most = f"articles per {volume.unit}", f"most: {volume.peak:,}"
    font = {"size": SMALL_PRINT_SIZE - 1, "color": theme.muted}
    if scene.names_inside:
        words, x, y, side = f"{unit} ({most})", scene.plot.left, volume.top - 9, "left"
    else:
        words, x, y, side = (
            f"{unit}<br>{most}",
            scene.plot.left - 14,
            (volume.top + volume.bottom) / 2,
            "right",
        )
    return _print(words, x, y, side, font)


def lane_band(lane: Lane, number: int, theme: Theme) -> dict:
    return {
        "type": "rect",
        "xref": "x domain",
        "x0": 0,
        "x1": 1,
        "yref": "y",
        "y0": lane.top,
        "y1": lane.bottom,
        "fillcolor": theme.ground(number),
        "line": {"width": 0},
        "layer": "below",
    }


def lane_name(scene: Scene, lane: Lane, number: int, theme: Theme) -> dict:
    words = "<b>" + "<br>".join(escape(line) for line in lane.lines) + "</b>"
    font = {"size": NAME_SIZE, "color": theme.lane(number)}
    if scene.names_inside:
        return _print(words, scene.plot.left + 8, lane.top + 14, "left", font)
    return _print(words, scene.plot.left - 14, (lane.top + lane.bottom) / 2, "right", font)


def _print(words: str, x: float, y: float, side: str, font: dict) -> dict:
    """Words at a pixel of the scene; `draw` turns the pixels into shares of the figure."""
    return {
        "text": words,
        "x": x,
        "xref": "paper",
        "xanchor": side,
        "y": y,
        "yref": "paper",
        "yanchor": "middle",
        "align": side,
        "font": font,
        "showarrow": False,
    }


def message(scene: Scene, theme: Theme) -> dict:
    """The sentence in the middle of a chart without events."""
    middle = (scene.plot.top + scene.plot.bottom) / 2
    return _print(
        escape(scene.message), scene.width / 2, middle, "center", {"size": 16, "color": theme.muted}
    )


def key_traces(scene: Scene, theme: Theme) -> list[dict]:
    """The key below the plot, with the small print under it."""
    bars = [strip for entry in scene.key for strip in _key_strips(entry, theme)]
    words = [(e.x + 24, e.y, e.text) for e in scene.key] + [(n.x, n.y, n.text) for n in scene.notes]
    return [bar_trace(bars, **_KEY_AXES), _key_symbols(scene, theme), _key_words(words, theme)]


def _key_strips(entry: KeyEntry, theme: Theme) -> list[Strip]:
    start, end = entry.x, entry.x + _SYMBOL_WIDTH
    if entry.form is Form.BAR:
        return [Strip(start, end, entry.y, 11, theme.muted, BAR_OPACITY, theme.muted, 1.2)]
    if entry.form is Form.SOFT:
        whole = Strip(start, end, entry.y, 11, theme.muted, 0.6)
        return list(fading(whole, theme.paper, 2 * _SYMBOL_WIDTH, soft_start=False, soft_end=True))
    if entry.form is Form.CROWD:
        return [Strip(start, end, entry.y, LINE_HEIGHT - 5, theme.crowd)]
    return []


def _key_symbols(scene: Scene, theme: Theme) -> dict:
    looks = {
        Form.STATED: (Form.STATED, 10.0),
        Form.RELATIVE: (Form.RELATIVE, 10.0),
        Form.PUBLICATION: (Form.PUBLICATION, 10.0),
        Form.PLANNED: (Form.PLANNED, 10.0),
        Form.DENIED: (Form.DENIED, 10.0),
        Form.SMALL: (Form.STATED, 6.0),
        Form.CUT: (Form.STATED, 9.0),
    }
    entries = [entry for entry in scene.key if entry.form in looks]
    forms, sizes = [looks[e.form][0] for e in entries], [looks[e.form][1] for e in entries]
    marker = symbol_marker(forms, [theme.muted] * len(entries), sizes, theme)
    marker["symbol"] = [
        "triangle-right" if entry.form is Form.CUT else symbol
        for entry, symbol in zip(entries, marker["symbol"], strict=True)
    ]
    xs = np.array([entry.x + _SYMBOL_WIDTH / 2 for entry in entries])
    ys = np.array([entry.y for entry in entries])
    return {
        "type": "scatter",
        "mode": "markers",
        "x": xs,
        "y": ys,
        "marker": marker,
        "showlegend": False,
        **_KEY_AXES,
    }


def _key_words(words: list[tuple[float, float, str]], theme: Theme) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": np.array([x for x, _, _ in words]),
        "y": np.array([y for _, y, _ in words]),
        "text": [escape(text) for _, _, text in words],
        "textposition": "middle right",
        "textfont": {"size": SMALL_PRINT_SIZE, "color": theme.muted},
        "showlegend": False,
        "cliponaxis": False,
        **_KEY_AXES,
    }
