"""The page in the browser: set-up and navigation. Start it with `make run`."""

import logging

import streamlit as st

from timeline.app import state

# Before the navigation: a page's own icon would be fetched from elsewhere as the tab's.
st.set_page_config(
    page_title="Timeline",
    page_icon="timeline/app/icon.svg",
    layout="wide",
    initial_sidebar_state="collapsed",
    menu_items={"About": "Timeline reads news articles, finds what happened when, and shows why."},
)

PAGES = "timeline/app/pages"
page = st.navigation(
    [
        st.Page(
            f"{PAGES}/events.py",
            title="Timeline",
            icon=":material/timeline:",
            default=True,
            help="All events on one timeline, with the words that date each of them.",
        ),
        st.Page(
            f"{PAGES}/articles.py",
            title="Articles",
            icon=":material/article:",
            help="Add your own articles, correct their publication dates, take articles out.",
        ),
        st.Page(
            f"{PAGES}/try_it.py",
            title="Try a sentence",
            icon=":material/edit_note:",
            help="Type a sentence and see which dates are found in it, and why.",
        ),
        st.Page(
            f"{PAGES}/how_to_read.py",
            title="How to read it",
            icon=":material/help:",
            help="What filled and hollow marks, diamonds and fading bars mean.",
        ),
    ],
    position="top",
)

if page.title != "Timeline":
    st.set_page_config(page_title=f"{page.title} – Timeline")

try:
    state.begin()
    page.run()
except Exception:
    logging.getLogger("timeline").exception("A page failed")
    st.error("Something went wrong here; what you did last may not have been taken over. Reload the page.")
