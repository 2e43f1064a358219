"""What one visitor's page remembers from click to click and from page to page.

Plain keys of `st.session_state`, all set by `begin`; widgets keep theirs with `persist_state="session"`.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from timeline.pipeline import Tables, build_tables, remarks
from timeline.reading import Document, Reading
from timeline.store import Collection, shipped


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that was taken out, and the articles as they were before."""

    title: str
    before: Collection


def begin() -> None:
    """Sets every key that is not set yet: a new visitor starts with the shipped articles."""
    state = st.session_state
    if "collection" not in state:
        state.collection, state.tables = _shipped_collection(), _shipped_tables()
    state.setdefault("apart", frozenset())  # pairs of mentions that the reader said are not one event
    state.setdefault("event", None)  # id of the event whose evidence is open
    state.setdefault("drawn", frozenset())  # ids of the events that the chart shows as marks
    state.setdefault("clicked", None)  # id of the event that is selected inside the chart itself
    state.setdefault("article", None)  # id of the article whose details are open
    state.setdefault("reading", None)  # what came out of the last upload
    state.setdefault("new_ids", ())  # ids of the articles that it added
    state.setdefault("removed", None)
    state.setdefault("uploads", 0)
    state.setdefault("viewport", None)
    state.setdefault("image", "PNG")  # format of the picture that the camera button saves


def collection() -> Collection:
    return st.session_state.collection


def table() -> pd.DataFrame:
    """The event table of all the articles at hand."""
    return st.session_state.tables.events


def mentions() -> pd.DataFrame:
    """The table of all mentions of the articles at hand."""
    return st.session_state.tables.mentions


def events_in(article_id: str) -> int:
    """How many events with a date an article tells."""
    table = mentions()
    return table.loc[(table["article_id"] == article_id) & (table["event"] != ""), "event"].nunique()


def article(article_id: str) -> Document:
    return collection()[article_id]


def notes() -> tuple[str, ...]:
    """What the articles at hand say of themselves, each once."""
    return tuple(dict.fromkeys(document.note for document in collection().documents if document.note))


def undated() -> tuple[Document, ...]:
    return tuple(document for document in collection().documents if document.dct is None)


def keep(changed: Collection) -> None:
    """Takes over changed articles and reads their events anew."""
    tables = build_tables(changed.documents, apart=st.session_state.apart)
    st.session_state.update(collection=changed, tables=tables)  # both or, if the reading fails, neither


def part(mention_id: str, event: tuple[str, ...]) -> None:
    """Makes a mention an event of its own: it is none with any of the others of its event."""
    pairs = {frozenset((mention_id, other)) for other in event if other != mention_id}
    _merge_anew(st.session_state.apart | pairs)


def join(pairs: frozenset[frozenset[str]]) -> None:
    """Takes back that mentions were parted."""
    _merge_anew(st.session_state.apart - pairs)


def parted_from(event_id: str) -> frozenset[frozenset[str]]:
    """The pairs of mentions that were parted and of which an event holds one."""
    table = mentions()
    own = set(table.loc[table["event"] == event_id, "id"])
    return frozenset(pair for pair in st.session_state.apart if pair & own)


def _merge_anew(apart: frozenset[frozenset[str]]) -> None:
    tables = build_tables(collection().documents, apart=apart)
    st.session_state.update(apart=apart, tables=tables)


def add(reading: Reading) -> None:
    """Adds what was read, and remembers what came of it."""
    before = {document.id for document in collection().documents}
    keep(collection().added(reading.documents))
    new = [each for each in collection().documents if each.id not in before]
    new_ids = tuple(each.id for each in new)
    told = Reading(reading.documents, (*reading.problems, *remarks(new)))
    st.session_state.update(reading=told, new_ids=new_ids, removed=None)
    if new_ids:
        st.session_state.article = new_ids[-1]


def give_date(article_id: str, day: date) -> None:
    """Gives an article its publication date; its events move, and what was said of it is settled."""
    keep(collection().dated(article_id, day))
    if reading := st.session_state.reading:
        st.session_state.reading = Reading(reading.documents)


def remove(article_id: str) -> None:
    st.session_state.removed = Removed(article(article_id).title, collection())
    keep(collection().without(article_id))
    st.session_state.update(article=None, reading=None, new_ids=())


def undo() -> None:
    if removed := st.session_state.removed:
        keep(removed.before)
    st.session_state.removed = None


@st.cache_resource(show_spinner="Reading the articles …")
def _shipped_collection() -> Collection:
    return Collection().added(shipped().documents)


@st.cache_data(show_spinner="Finding the events …")
def _shipped_tables() -> Tables:
    return build_tables(_shipped_collection().documents)
