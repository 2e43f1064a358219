"""Every telling of an event: who says what of it, with which date; and the way to part what is not one event."""

from html import escape

import pandas as pd
import streamlit as st

from timeline.app import state
from timeline.app.markup import link, told
from timeline.table.schema import BASES
from timeline.text.spoken import spoken_interval


def show_tellings(event) -> None:
    """Draws all mentions of an event, a row of the event table, and what came of it or before it."""
    mentions = tellings_of(event.id)
    st.html(f'<p style="margin:.2em 0">{importance_html(event)}</p>')
    if len(mentions) > 1:
        with st.expander(
            f"Told {len(mentions)} times: compare", key="tellings", expanded=bool(event.disagree)
        ):
            if event.disagree:
                st.html("<p style='margin:0'><b>The sources do not agree on the day.</b></p>")
            for mention in mentions.itertuples(index=False):
                st.html(telling_html(mention))
                if mention.id != event.id:
                    st.button(
                        "Not this event",
                        key=f"part {mention.id}",
                        icon=":material/call_split:",
                        type="tertiary",
                        on_click=state.part,
                        args=(mention.id, tuple(mentions["id"])),
                    )
    if parted := state.parted_from(event.id):
        st.button(
            "Join again what was parted from it",
            key="join",
            icon=":material/merge:",
            on_click=state.join,
            args=(parted,),
        )


def tellings_of(event_id: str) -> pd.DataFrame:
    """The mentions of an event, the earliest published first."""
    table = state.mentions()
    return table[table["event"] == event_id].sort_values(["published", "id"], kind="stable")


def telling_html(mention) -> str:
    """HTML of one mention: its source, the date that it gives and how, and its words."""
    who = link(mention.url, mention.source or mention.title)
    published = (
        f", {mention.published.day} {mention.published:%B %Y}" if not pd.isna(mention.published) else ""
    )
    return (
        f'<div style="margin:.5em 0 0"><b>{escape(spoken(mention))}</b> '
        f'<span style="opacity:.75">— {who}{published}; {escape(BASES[mention.basis])}</span></div>'
        f"<div>{told(mention)}</div>"
    )


def spoken(row) -> str:
    """When an event or a mention, a row of their tables, happened, in plain words."""
    if pd.isna(row.start):
        return "no date"
    return spoken_interval(row.start, row.end, row.granularity, row.soft_start, row.soft_end)


def importance_html(event) -> str:
    """HTML of a sentence that says why an event counts as it does."""
    articles = "one article tells it" if event.articles == 1 else f"{event.articles} articles tell it"
    parts = [articles]
    if event.looking_back:
        back = "one comes" if event.looking_back == 1 else f"{event.looking_back} come"
        parts.append(f"{back} back to it a week or more later")
    narrowed = " Some of them date it more vaguely." if event.narrowed else ""
    words = "; ".join(parts)
    return escape(f"{words[:1].upper()}{words[1:]}.{narrowed}")
