"""The table under the chart: one row an event, linked with the chart and the evidence."""

import pandas as pd
import streamlit as st

from timeline.app.evidence import open_event, position_of
from timeline.app.tellings import spoken

_HEIGHT = 420


def listing(shown: pd.DataFrame) -> pd.DataFrame:
    """The event table as a reader sees it: plain headers, dates in words."""
    rows = list(shown.itertuples(index=False))
    return pd.DataFrame(
        {
            "Date": [spoken(event) for event in rows],
            "Event": shown["label"].tolist(),
            "Dated by": [event.words or "the publication date" for event in rows],
            "Source": [event.sources or event.title for event in rows],
        }
    )


def show_listing(shown: pd.DataFrame) -> None:
    """Draws the table with the open event selected; a click on a row opens that one."""
    position = position_of(st.session_state.event, shown)
    rows = [] if position is None else [position]
    st.session_state.listing = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.session_state.listed = tuple(shown["id"])
    st.dataframe(
        listing(shown),
        key="listing",
        hide_index=True,
        height=min(_HEIGHT, 38 + 35 * len(shown)),
        on_select=_choose_row,
        selection_mode=["single-row", "single-cell"],
        column_config={"Date": {"width": 240}, "Event": {"width": 320}, "Dated by": {"width": 150}},
        alt="Events with their dates, sources and the words that date them",
    )


def _choose_row() -> None:
    """Opens the event of the row or cell that was clicked: the one that is selected and not open yet."""
    selection = st.session_state.listing.selection
    rows = (*selection.rows, *(row for row, _ in selection.cells))
    selected = [st.session_state.listed[row] for row in rows]
    if others := [event_id for event_id in selected if event_id != st.session_state.event]:
        open_event(others[0])
