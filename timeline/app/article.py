"""One article in detail: its date, its text with the dating words marked, the way out."""

from html import escape

import streamlit as st

from timeline.app import state
from timeline.app.evidence import published_words
from timeline.app.markup import facts, link, marked
from timeline.app.shelf import date_field
from timeline.pipeline import tag_document
from timeline.text.spoken import spoken

LONGEST = 30_000  # characters of a text that are shown


def show_article(article_id: str | None) -> None:
    """Draws the details of one article, or says how to open one."""
    if article_id not in {document.id for document in state.collection().documents}:
        st.caption("Choose an article from the list to correct its date, read it or take it out.")
        return
    document = state.article(article_id)
    timexes = tag_document(document)
    with st.container(border=True, key="article"):
        st.html(f'<h3 style="margin:0;padding:0">{link(document.url, document.title)}</h3>')
        published = escape(published_words(document))
        kind = f"{document.genre}, as the article says" if document.genre else ""
        st.html(facts([("Source", escape(document.source)), ("Published", published), ("Kind", kind)]))
        if document.dct:  # else it is asked for at the top of the page
            date_field(document)
        _unplaced(timexes)
        with st.expander("Read it, with the dating words marked", key="full_text"):
            spans = [(timex.start, timex.end) for timex in timexes if timex.interval]
            text = marked(document.text[:LONGEST], spans)
            st.html(f'<div style="white-space:pre-wrap;overflow-wrap:anywhere">{text}</div>')
            if len(document.text) > LONGEST:
                st.caption(f"The first {LONGEST:,} of {len(document.text):,} characters.")
        st.button(
            "Take it out", key="remove", icon=":material/delete:", on_click=state.remove, args=(document.id,)
        )


def _unplaced(timexes) -> None:
    unplaced = dict.fromkeys(_reason(timex) for timex in timexes if timex.interval is None)
    if unplaced:
        st.html(
            "<p style='margin:0'>Words about time that could not be placed:</p><ul style='margin:0'>"
            + "".join(f"<li>{escape(why)}</li>" for why in unplaced)
            + "</ul>"
        )


def _reason(timex) -> str:
    """Why it has no place, and the dates that it could be."""
    could_be = " or ".join(spoken(each.interval) for each in timex.alternatives if each.interval)
    return f"{timex.why} It could be {could_be}." if could_be else timex.why
