"""The articles: add some, date them, take them out."""

from datetime import date

import streamlit as st

from timeline.app import state
from timeline.app.article import show_article
from timeline.app.inbox import show_inbox, show_news
from timeline.app.shelf import ask_for_dates, show_shelf

show_inbox(today=date.today())
show_news()
ask_for_dates()

if state.collection().documents:
    left, right = st.columns([3, 2], gap="medium")
    with left:
        show_shelf()
    with right:
        show_article(st.session_state.article)
else:
    st.info("There are no articles. Add some above.")
