"""The chart of the events, as wide as the page."""

import pandas as pd
import streamlit as st

from timeline.app.evidence import open_event
from timeline.app.toolbar import Choice
from timeline.app.viewport import Viewport
from timeline.charts import Scene, chart_config, draw, lay_out
from timeline.table.schema import empty_table

FILE_NAME = "timeline"


def hold_place() -> None:
    """An empty chart while the browser measures the page: it fetches the chart's code meanwhile."""
    figure = draw(lay_out(empty_table(), width=300))
    figure.update_layout(annotations=[], paper_bgcolor="rgba(0,0,0,0)")
    config = {"displayModeBar": False}
    st.plotly_chart(figure, key="place", theme=None, config=config, alt="The chart is being drawn")


def show_picture(shown: pd.DataFrame, choice: Choice, viewport: Viewport) -> None:
    """Draws the timeline; a click on a mark opens its evidence."""
    scene = _scene(shown, choice, viewport)
    st.session_state.drawn = frozenset(mark.id for mark in scene.marks)
    figure = draw(scene, theme=viewport.theme, file_name=FILE_NAME)
    st.plotly_chart(
        figure,
        key="picture",
        theme=None,
        width="content",
        config=chart_config(FILE_NAME, scene.width, scene.height, st.session_state.image.lower()),
        on_select=_choose_mark,
        selection_mode="points",
        alt=f"Timeline of {len(shown)} events; the table below lists them",
    )


def _scene(shown: pd.DataFrame, choice: Choice, viewport: Viewport) -> Scene:
    """As tall as it needs, but no taller than the screen unless the reader wants it so."""
    wishes = {"width": viewport.width, "window": choice.window(shown), "lane": choice.lane}
    scene = lay_out(shown, **wishes)
    if choice.tall or scene.height <= viewport.chart_height:
        return scene
    return lay_out(shown, height=viewport.chart_height, **wishes)


def _choose_mark() -> None:
    """Opens the event whose mark was clicked.

    A click on the mark that the chart itself still holds selected takes that selection away: it means the
    same event again.
    """
    points = st.session_state.picture.selection.points
    if events := [point["customdata"][0] for point in points if point.get("customdata")]:
        st.session_state.clicked = events[0]
    if st.session_state.clicked and (events or not points):
        open_event(st.session_state.clicked)
