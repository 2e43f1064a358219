"""The timeline with its table and its evidence."""

import streamlit as st

from timeline.app import state, toolbar
from timeline.app.evidence import show_evidence
from timeline.app.listing import show_listing
from timeline.app.markup import plain
from timeline.app.picture import FILE_NAME, hold_place, show_picture
from timeline.app.viewport import bring_into_view, viewport
from timeline.exports import EXPORTS

table = state.table()
articles = len(state.collection().documents)
with st.container(gap=None, key="intro"):
    st.markdown(f"**What happened when**, read from {articles} article{'' if articles == 1 else 's'}.")
    seen = viewport()
    for note in state.notes():
        st.caption(plain(note))
if seen is not None and seen.is_narrow:  # the navigation at the top is folded away there
    with st.container(horizontal=True, key="ways"):
        st.page_link("timeline/app/pages/articles.py", label="Articles", icon=":material/article:")
        st.page_link("timeline/app/pages/try_it.py", label="Try a sentence", icon=":material/edit_note:")
choice = toolbar.toolbar(narrow=seen is not None and seen.is_narrow)
shown = choice.select(table)

if count := len(state.undated()):
    with st.container(horizontal=True, vertical_alignment="center", key="undated_hint"):
        st.warning(
            f"{count} article{'s have' if count > 1 else ' has'} no publication date, so words there such as "
            "“on Monday” cannot be placed. Give the date under Articles."
        )

if choice.is_reversed:
    st.warning("“From” lies after “To”: change one of the two to see events.")
elif table.empty:
    st.info("There are no events yet: add articles under Articles.")
elif shown.empty:
    st.info("No event fits these words and dates.")
elif seen is None:
    hold_place()
else:
    show_picture(shown, choice, seen)

with st.container(horizontal=True, vertical_alignment="center", key="below_chart"):
    st.caption(f"{len(shown)} of {len(table)} events", width="content")
    if len(shown) < len(table):
        st.button("Show all", key="show_all", on_click=toolbar.look_for, args=("",), type="tertiary")
    with st.popover("Download", icon=":material/download:", key="download"):
        for suffix, export in EXPORTS.items():
            st.download_button(
                f"Table as {suffix[1:].upper()}",
                data=lambda export=export: export(shown),
                file_name=FILE_NAME + suffix,
                key=f"download{suffix}",
                on_click="ignore",
                width="stretch",
            )
        st.segmented_control(
            "Picture as", ["PNG", "SVG"], required=True, key="image", persist_state="session"
        )
        st.caption("The camera button at the chart's top right saves the picture.")

if not shown.empty:
    beside, below = st.columns([2, 3], gap="medium")
    with beside, st.container(border=True, key="evidence"):
        show_evidence(shown)
        bring_into_view(st.session_state.event)
    with below:
        show_listing(shown)
