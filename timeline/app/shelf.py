"""The list of the articles at hand."""

import pandas as pd
import streamlit as st

from timeline.app import state
from timeline.app.markup import plain
from timeline.app.toolbar import EARLIEST, LATEST
from timeline.reading import Document
from timeline.text.spoken import spoken_day


def ask_for_dates() -> None:
    """A date field for every article whose publication date was not found."""
    missing = state.undated()
    if not missing:
        return
    with st.container(border=True, key="missing_dates"):
        st.markdown("**When were these published?** Words such as “on Monday” are placed once you say so.")
        for document in missing:
            with st.container(horizontal=True, vertical_alignment="center", key=f"missing-{document.id}"):
                date_field(document, label_visibility="collapsed")
                st.markdown(plain(document.title), width="content")


def date_field(document: Document, label_visibility: str = "visible") -> None:
    """A field for the publication date; a change moves the article's events."""
    key = f"published-{document.id}"
    st.session_state[key] = document.dct.day if document.dct else None
    st.date_input(
        "Publication date",
        key=key,
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        on_change=_change_date,
        args=(document.id, key),
        label_visibility=label_visibility,
        width=160,
    )


def _change_date(article_id: str, key: str) -> None:
    if day := st.session_state[key]:
        state.give_date(article_id, day)


def show_shelf() -> None:
    """Draws the list; a click on a row opens that article's details."""
    ids = [document.id for document in state.collection().documents]
    rows = [ids.index(st.session_state.article)] if st.session_state.article in ids else []
    st.session_state.shelf = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.dataframe(
        _listing(),
        key="shelf",
        hide_index=True,
        height=38 + 35 * min(len(ids), 20),
        column_config={
            "Title": {"width": 300},
            "Published": {"width": 210},
            "Events": {"width": 60},
            "Date found in": {"width": 150},
        },
        on_select=_choose_row,
        selection_mode=["single-row", "single-cell"],
        alt="Articles with their publication dates",
    )


def _listing() -> pd.DataFrame:
    documents = state.collection().documents
    return pd.DataFrame(
        {
            "Title": [document.title for document in documents],
            "Published": [spoken_day(each.dct.day) if each.dct else "not known" for each in documents],
            "Events": [state.events_in(document.id) for document in documents],
            "Date found in": [each.dct.found_in.value if each.dct else "" for each in documents],
            "Source": [document.source for document in documents],
        }
    )


def _choose_row() -> None:
    """Opens the article of the row or cell that was clicked: the one that is selected and not open yet."""
    selection, documents = st.session_state.shelf.selection, state.collection().documents
    selected = [documents[row].id for row in (*selection.rows, *(row for row, _ in selection.cells))]
    if others := [article_id for article_id in selected if article_id != st.session_state.article]:
        st.session_state.article = others[0]
