from datetime import datetime, timedelta

import pytest
from hypothesis import strategies as st

from tests.builders import event, event_table
from timeline.charts.scene import Box, Scene

LENGTHS = (
    timedelta(minutes=1),
    timedelta(hours=6),
    timedelta(days=1),
    timedelta(days=2),
    timedelta(days=9),
    timedelta(days=31),
    timedelta(days=365),
)
LABELS = st.one_of(
    st.text("abcdefgh WMil,.é", min_size=1, max_size=90),
    st.sampled_from(
        ["Talks", "Power cut", "W" * 120, "停电影响全国多数地区", "🔥 fire", "<b>bold</b> & $x$", ""]
    ),
)


@st.composite
def rows(draw):
    start = datetime(2019, 1, 1) + timedelta(hours=draw(st.integers(0, 24 * 60)))
    return {
        "start": start,
        "end": start + draw(st.sampled_from(LENGTHS)),
        "label": draw(LABELS),
        "soft_start": draw(st.booleans()),
        "soft_end": draw(st.booleans()),
        "anchoring": draw(st.sampled_from(["stated", "relative", "publication"])),
        "source": draw(
            st.sampled_from(["The Courier", "Evening Post", "", "A source with a very long name indeed"])
        ),
    }


def tables(**size):
    """Random event tables of at most 40 events."""
    return st.lists(rows(), **{"min_size": 1, "max_size": 40, **size}).map(
        lambda drawn: event_table(event(f"e{number}", **row) for number, row in enumerate(drawn))
    )


def many(count: int) -> object:
    """A table of `count` events in about four months, in eight sources; the same at each call."""
    return event_table(
        event(
            f"e{number}",
            datetime(2019, 1, 1) + timedelta(days=number * 37 % 120),
            label=f"Event number {number} in some words",
            source=f"Source {number % 8}",
            anchoring=("stated", "relative", "publication")[number % 3],
        )
        for number in range(count)
    )


def label_boxes(scene: Scene) -> list[tuple[str, Box]]:
    return [(mark.id, mark.label.box) for mark in scene.marks if mark.label]


@pytest.fixture
def one_day():
    return event_table([event("day", datetime(2019, 3, 26))])
