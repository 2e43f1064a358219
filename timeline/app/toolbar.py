"""The row above the chart: which events to show, over what stretch of time, and by what lanes."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pandas as pd
import streamlit as st

from timeline.table.query import select
from timeline.table.window import extent

EARLIEST, LATEST = date(1000, 1, 1), date(2100, 12, 31)
LANES = {"Kind": "category", "Actor": "actors", "Country": "countries", "Place": "places", "Source": "source"}
HEIGHTS = ("Fits the screen", "As tall as it needs")
ZOOMS = ("Most events", "All events")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the toolbar says: a first and a last day (None: no limit), words to find, the whole stretch of
    time or that of most events, the lanes, and a chart as tall as it likes or one that fits the screen."""

    start: date | None = None
    end: date | None = None
    words: str = ""
    whole: bool = False
    lane: str = "category"
    tall: bool = False

    @property
    def is_reversed(self) -> bool:
        return self.start is not None and self.end is not None and self.start > self.end

    def select(self, table: pd.DataFrame) -> pd.DataFrame:
        return select(table, start=self.start, end=self.end, words=self.words)

    def window(self, shown: pd.DataFrame) -> tuple[datetime, datetime] | None:
        """The stretch that the chart is to show; None leaves it to the chart to show most events."""
        days = extent(shown)
        if days is None or not (self.whole or self.start or self.end):
            return None
        first, last = self.start or days[0], self.end or days[1]
        return datetime.combine(first, time.min), datetime.combine(last + timedelta(days=1), time.min)


def toolbar(narrow: bool = False) -> Choice:
    """Draws the widgets and says what they are set to; on a narrow page the chart's settings fold away."""
    with st.container(horizontal=True, vertical_alignment="top", key="toolbar"):
        words = st.text_input(
            "Find",
            key="words",
            type="search",
            placeholder="Words in an event",
            persist_state="session",
            live=True,
            width=230,
        )
        start = _day("From", "start")
        end = _day("To", "end")
        with _settings(narrow):
            zoom = _one_of("Dates shown", ZOOMS, "zoom")
            lane = _one_of("Lanes", tuple(LANES), "lane")
            height = _one_of("Height", HEIGHTS, "height")
    return Choice(start, end, words or "", zoom == ZOOMS[1], LANES[lane], height == HEIGHTS[1])


def _settings(narrow: bool):
    if narrow:
        return st.popover("Chart", icon=":material/tune:", key="settings")
    return st.container(horizontal=True, width="content", key="settings")


def _day(label: str, key: str) -> date | None:
    st.session_state.setdefault(key, None)
    return st.date_input(
        label,
        key=key,
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        persist_state="session",
        width=165,
    )


def _one_of(label: str, options: tuple[str, ...], key: str) -> str:
    st.session_state.setdefault(key, options[0])
    return st.segmented_control(label, options, key=key, required=True, persist_state="session")


def look_for(words: str) -> None:
    """Makes the timeline show the events that hold these words, of any day."""
    st.session_state.update(start=None, end=None, words=words)
