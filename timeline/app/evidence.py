"""The evidence panel: why an event stands where it stands."""

from collections.abc import Iterable
from html import escape

import pandas as pd
import streamlit as st

from timeline.app import state
from timeline.app.markup import facts, link, told
from timeline.app.tellings import show_tellings, spoken
from timeline.reading import Document
from timeline.table.schema import BASES, BOUNDS, STATUSES
from timeline.text.spoken import spoken_day


def evidence_html(event, document: Document) -> str:
    """HTML of one row of the event table with its evidence; every word of the article escaped."""
    day = spoken(event)
    return (
        f'<h3 style="margin:0;padding:0">{_sentence(day)}</h3>'
        f'<p style="margin:.2em 0 0"><b>{escape(event.label)}</b></p>'
        f'<blockquote style="margin:.6em 0;padding:.1em 0 .1em .9em;border-left:3px solid #2B86A8">'
        f"{told(event)}</blockquote>"
        + facts(
            [
                ("Why", _sentence(event.why)),
                ("Could also be", alternatives_html(event.alternatives.splitlines())),
                ("Date", _sentence(_date_basis(event))),
                ("Is it so?", _sentence(reality(event))),
                ("Who", escape(event.actors)),
                ("Where", escape(event.places)),
                ("Kind", _sentence(event.category)),
                ("Article", link(event.url, event.title)),
                ("Source", escape(event.source)),
                ("Published", escape(published_words(document))),
                ("Note", escape(document.note)),
            ]
        )
    )


def _date_basis(event) -> str:
    bound = "" if event.bound == "within" else f"; {BOUNDS[event.bound]}"
    return BASES[event.basis] + bound


def reality(event) -> str:
    """How real an event is, in a sentence: its status, whose words it is told in, and the words that show it."""
    by = f" ({event.attribution})" if event.attribution else ""
    cue = f": “{event.cue}”" if event.cue else ""
    return f"{STATUSES[event.status]}{by}{cue}"


def alternatives_html(told: Iterable[str]) -> str:
    """HTML of other meanings of the same words, a paragraph each; empty if there are none."""
    dates = (each.partition(" — ") for each in told)
    return "<br>".join(f"<b>{_sentence(day)}</b><br>{_sentence(why)}" for day, _, why in dates)


def published_words(document: Document) -> str:
    """The publication date in words, and where it was found."""
    if document.dct is None:
        return "date unknown"
    return f"{spoken_day(document.dct.day)} ({document.dct.found_in.value})"


def _sentence(words: str) -> str:
    return escape(words[:1].upper() + words[1:])


def show_evidence(shown: pd.DataFrame) -> None:
    """The panel for the selected event, with buttons to walk through the events in their order."""
    position = position_of(st.session_state.event, shown)
    with st.container(horizontal=True, vertical_alignment="center", key="walk"):
        _step("Previous", -1, position, shown, shortcut="P", icon=":material/arrow_back:")
        _step("Next", 1, position, shown, shortcut="N", icon=":material/arrow_forward:")
        if position is not None:
            st.caption(f"{position + 1} of {len(shown)}", width="content")
    if position is None:
        st.markdown("Click an event in the chart or in the table to see the words that date it.")
        return
    event = shown.iloc[position]
    st.html(evidence_html(event, state.article(event.article_id)))
    show_tellings(event)


def position_of(event_id: str | None, shown: pd.DataFrame) -> int | None:
    found = shown.index[shown["id"] == event_id]
    return int(found[0]) if len(found) else None


def _step(
    words: str, step: int, position: int | None, shown: pd.DataFrame, *, shortcut: str, icon: str
) -> None:
    target = _first_drawn(shown) if position is None else position + step
    possible = 0 <= target < len(shown)
    st.button(
        words,
        key=words.lower(),
        shortcut=shortcut,
        icon=icon,
        disabled=not possible,
        on_click=open_event,
        args=(shown["id"].iloc[target] if possible else None,),
    )


def _first_drawn(shown: pd.DataFrame) -> int:
    """Where to begin: at the first event that the chart shows."""
    drawn = shown.index[shown["id"].isin(st.session_state.drawn)]
    return int(drawn[0]) if len(drawn) else 0


def open_event(event_id: str | None) -> None:
    st.session_state.event = event_id
