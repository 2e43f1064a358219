"""Type a sentence, see what is found in it."""

from datetime import date

import streamlit as st

from timeline.app.findings import findings_html
from timeline.app.markup import marked
from timeline.app.toolbar import EARLIEST, LATEST
from timeline.pipeline import genre_of, tag
from timeline.reading import detect_language, language_names
from timeline.text.genre import Genre

EXAMPLE = (
    "Officials confirmed on Tuesday that the planes had landed over the weekend, "
    "weeks after a visit in February. The crews left on 25 March; the next day the airport was closed. "
    "The final is on Saturday."
)
DETECT = "Detect"
LANGUAGES = {DETECT: "", **{name: code for code, name in language_names().items()}}
GENRES = {DETECT: None, **{genre.value.title(): genre for genre in Genre}}


def _choose(label: str, options: dict, key: str, explanation: str):
    st.session_state.setdefault(key, DETECT)
    chosen = st.selectbox(label, list(options), key=key, help=explanation, persist_state="session", width=160)
    return options[chosen]


st.session_state.setdefault("sentence", EXAMPLE)
st.session_state.setdefault("sentence_day", date(2019, 3, 27))
sentence = st.text_area("Your sentence", key="sentence", height="content", persist_state="session") or ""
with st.container(horizontal=True, key="sentence_choices"):
    day = st.date_input(
        "Published on",
        key="sentence_day",
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        persist_state="session",
        width=160,
    )
    language = _choose(
        "Language", LANGUAGES, "sentence_language", "Detect: its most frequent small words tell."
    )
    genre = _choose(
        "Kind of text",
        GENRES,
        "sentence_genre",
        "News counts “in August” from its day of publication, a narrative from the date told before. "
        "Detect: its dates tell.",
    )

language = language or detect_language(sentence)
genre = genre or genre_of(sentence, day, language)
timexes = tag(sentence, day, language, genre)
st.caption(f"Read as {genre} in {language_names()[language]}.")
if timexes:
    spans = [(timex.start, timex.end) for timex in timexes]
    st.html(f"<p style='font-size:1.1em'>{marked(sentence, spans)}</p>")
    st.html(findings_html(timexes))
else:
    st.info("No words about time are found here. Try “on Monday”, “in early May” or “two weeks ago”.")
if day is None:
    st.caption("Without a publication date, words such as “on Tuesday” cannot be placed.")
