import json
from datetime import datetime

import plotly.io as pio
import pytest

from tests.builders import event, event_table
from tests.charts.conftest import many
from timeline.charts import CHARTS, chart_config, draw, lay_out
from timeline.charts.palette import THEMES

EVIL = '<b>bold</b> <a href="javascript:x">&amp; $x$\nnew line\u202e'
MARCH = (datetime(2019, 3, 1), datetime(2019, 4, 1))


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def strings(value):
    """All strings in a figure, however deep."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in strings(part)]


def test_every_mark_that_can_be_clicked_names_its_event():
    table = event_table(
        [event("day"), event("span", datetime(2019, 3, 2), datetime(2019, 3, 12), soft_end=True)]
    )
    figure = draw(lay_out(table, width=1000))
    for name in ("events", "time covered", "labels' areas"):
        assert sorted(row[0] for row in trace(figure, name).customdata) == ["day", "span"]
    named = [one.name for one in figure.data if one.customdata is not None]
    assert named == ["time covered", "labels' areas", "events"]


def test_text_from_an_article_is_never_markup():
    scene = lay_out(event_table([event("e", label=EVIL, source=EVIL)]), width=1000)
    found = [text for text in strings(json.loads(draw(scene, title=EVIL).to_json())) if "bold" in text]
    assert len(found) >= 4
    for text in found:
        assert "<a" not in text and "<b>bold" not in text and "$" not in text and "\n" not in text


@pytest.mark.parametrize("theme", THEMES)
def test_the_theme_is_set_whatever_plotlys_default_is(theme, one_day, monkeypatch):
    monkeypatch.setattr(pio.templates, "default", "plotly_dark" if theme == "light" else "ggplot2")
    for table in (one_day, one_day.iloc[:0]):
        figure = draw(lay_out(table, width=1000), theme=theme)
        assert figure.layout.template.layout.paper_bgcolor == THEMES[theme].paper
        assert figure.layout.template.layout.font.color == THEMES[theme].text


def soft_table(**ends):
    return event_table([event("e", datetime(2019, 3, 5), datetime(2019, 3, 20), **ends)])


@pytest.mark.parametrize(
    "ends, fading_sides",
    [({"soft_start": True}, 1), ({"soft_end": True}, 1), ({"soft_start": True, "soft_end": True}, 2)],
)
def test_a_bar_fades_only_at_its_soft_ends_and_smoothly(ends, fading_sides):
    strips = trace(draw(lay_out(soft_table(**ends), width=1000, window=MARCH)), "fading ends")
    starts, stops = set(strips.base), {base + x for base, x in zip(strips.base, strips.x, strict=True)}
    assert (len(starts) > 15) == bool(ends.get("soft_start")) and (len(stops) > 15) == bool(
        ends.get("soft_end")
    )
    assert (len(starts) == 1) + (len(stops) == 1) == 2 - fading_sides


def test_a_fading_bar_has_an_unseen_one_to_click_and_a_firm_one_an_outline():
    firm = trace(draw(lay_out(soft_table(), width=1000, window=MARCH)), "time covered")
    soft = trace(draw(lay_out(soft_table(soft_end=True), width=1000, window=MARCH)), "time covered")
    assert firm.marker.line.width[0] > 1 and soft.marker.line.width[0] == 0
    assert soft.marker.color[0].endswith(",0)") and soft.x[0] == firm.x[0]


def test_the_symbol_says_where_the_date_comes_from():
    table = event_table(event(basis, anchoring=basis) for basis in ("stated", "relative", "publication"))
    symbols = trace(draw(lay_out(table, width=1000)), "events")
    looks = {
        row[0]: (symbol, colour == THEMES["light"].paper)
        for row, symbol, colour in zip(
            symbols.customdata, symbols.marker.symbol, symbols.marker.color, strict=True
        )
    }
    assert looks == {
        "stated": ("circle", False),
        "relative": ("circle", True),
        "publication": ("diamond", True),
    }


def test_pointing_at_a_mark_explains_it_in_plain_words():
    text = trace(
        draw(lay_out(event_table([event("e", label="Lights out")]), width=1000)), "events"
    ).customdata[0][1]
    assert text.split("<br>") == [
        "<b>Lights out</b>",
        "Tuesday 26 March 2019",
        "The text states the date itself",
        "The Courier",
    ]


def test_the_figure_has_the_size_of_the_scene_and_a_title_adds_to_it(one_day):
    scene = lay_out(one_day, width=1000)
    assert (draw(scene).layout.width, draw(scene).layout.height) == (1000, scene.height)
    assert draw(scene, title="What happened").layout.height > scene.height


def test_the_time_axis_shows_the_window_and_zooms_only_inwards(one_day):
    axis = draw(lay_out(one_day, width=1000, window=MARCH)).layout.xaxis
    assert axis.type == "date" and tuple(axis.range) == (axis.minallowed, axis.maxallowed)
    assert axis.range[0] / 1000 < datetime(2019, 3, 1).timestamp() + 86_400


def test_an_empty_figure_carries_its_sentence(one_day):
    figure = draw(lay_out(one_day.iloc[:0], width=600), theme="dark")
    assert [note.text for note in figure.layout.annotations] == ["No events to show yet."]


@pytest.mark.parametrize("count, kilobytes", [(30, 60), (300, 400), (3_000, 1_500)])
def test_a_figure_travels_light_in_few_traces(count, kilobytes):
    figure = draw(lay_out(many(count), width=1600))
    assert len(figure.to_json()) < kilobytes * 1024 and len(figure.data) <= 12


@pytest.mark.parametrize("image_format", ["png", "svg"])
def test_the_camera_saves_what_is_asked_for_under_a_sensible_name(image_format):
    config = chart_config("Crisis, 2019", 1000, 600, image_format)
    assert config["toImageButtonOptions"]["format"] == image_format
    assert config["toImageButtonOptions"]["filename"] == "Crisis-2019"
    assert config["displaylogo"] is False


def test_the_timeline_is_a_chart_by_name():
    assert CHARTS["timeline"].lay_out is lay_out
