"""Where articles come in: files or pasted text, and what came of them."""

from datetime import date

import streamlit as st

from timeline.app import state, toolbar
from timeline.app.markup import plain
from timeline.reading import READERS, Reading, read, read_pasted

_TIMELINE = "timeline/app/pages/events.py"


def show_inbox(today: date) -> None:
    """Draws the two ways in, and takes over what arrives."""
    files_tab, paste_tab = st.tabs(["Open files", "Paste text"], key="ways_in")
    with files_tab:
        _files(today)
    with paste_tab:
        _pasted(today)


def _files(today: date) -> None:
    files = st.file_uploader(
        "Your articles (they stay on this computer)",
        type=[suffix.lstrip(".") for suffix in READERS],
        accept_multiple_files=True,
        key=f"files{st.session_state.uploads}",
    )
    if not files:
        return
    st.session_state.uploads += 1  # an uploader under a new key is empty again
    with st.spinner("Reading …"):
        state.add(sum((read(file.getvalue(), file.name, today=today) for file in files), Reading()))
    st.rerun()


def _pasted(today: date) -> None:
    with st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area("Text of the article", key="pasted_text", height=160)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            title = st.text_input("Title (if you like)", key="pasted_title", width=320)
            day = st.date_input(
                "Publication date (if the text does not say)",
                value=None,
                min_value=toolbar.EARLIEST,
                max_value=toolbar.LATEST,
                format="YYYY-MM-DD",
                key="pasted_day",
                width=320,
            )
            sent = st.form_submit_button("Add article", key="paste_send", type="primary")
    if sent:
        with st.spinner("Reading …"):
            state.add(read_pasted(text, title=title, day=day, today=today))
        st.rerun()


def show_news() -> None:
    """What came of the last upload or removal, one sentence a matter."""
    if removed := st.session_state.removed:
        st.info(f"Took out “{plain(removed.title)}”.")
        st.button("Undo", key="undo", icon=":material/undo:", on_click=state.undo)
    reading = st.session_state.reading
    if reading is None:
        return
    for problem in reading.problems:
        st.warning(plain(problem.message))
    _added(reading)


def _added(reading: Reading) -> None:
    new_ids = st.session_state.new_ids
    if not new_ids:
        if reading.documents:
            st.info("Nothing new: these articles are here already.")
        return
    events = sum(state.events_in(each) for each in new_ids)
    titles = ", ".join(f"“{plain(state.article(each).title)}”" for each in new_ids)
    st.success(f"Added {titles}: {events} dated event{'' if events == 1 else 's'}.")
    if events and st.button("Show on the timeline", key="show_new", icon=":material/timeline:"):
        toolbar.look_for(state.article(new_ids[-1]).title)
        st.switch_page(_TIMELINE)
