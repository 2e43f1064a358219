"""Type a sentence, see what is found in it."""

from datetime import date

import streamlit as st

from timeline.app.findings import findings_html
from timeline.app.markup import marked
from timeline.app.toolbar import EARLIEST, LATEST
from timeline.pipeline import tag
from timeline.reading import detect_language

EXAMPLE = (
    "Officials confirmed on Tuesday that the planes had landed over the weekend, "
    "weeks after a visit in February."
)

st.session_state.setdefault("sentence", EXAMPLE)
st.session_state.setdefault("sentence_day", date(2019, 3, 27))
sentence = st.text_area("Your sentence", key="sentence", height=90, persist_state="session")
day = st.date_input(
    "Published on",
    key="sentence_day",
    min_value=EARLIEST,
    max_value=LATEST,
    format="YYYY-MM-DD",
    persist_state="session",
    width=160,
)
timexes = tag(sentence or "", day, detect_language(sentence or ""))
if timexes:
    spans = [(timex.start, timex.end) for timex in timexes]
    st.html(f"<p style='font-size:1.1em'>{marked(sentence, spans)}</p>")
    st.html(findings_html(timexes))
else:
    st.info("No words about time are found here. Try “on Monday”, “in early May” or “two weeks ago”.")
if day is None:
    st.caption("Without a publication date, words such as “on Tuesday” cannot be placed.")
