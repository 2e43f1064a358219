"""Plotly picks the step between ticks; the steps it knows (`autoTicks` in its source) are listed here."""

from datetime import datetime, timedelta

import pytest

from timeline.charts.metrics import text_width
from timeline.charts.ticks import FORMATS, LEAST_SPACING, TICK_FONT_SIZE, tick_count, tick_format_stops

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
STEPS = [1000, 5000, 10_000, 30_000]
STEPS += [n * MINUTE for n in (1, 2, 5, 10, 15, 30)] + [n * HOUR for n in (1, 2, 3, 6, 12)]
STEPS += [n * DAY for n in (1, 2, 3, 7, 14)]
STEPS += [f"M{n}" for n in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12_000)]


def size(step):
    return float(step[1:]) * 28 * DAY if isinstance(step, str) else step


def formats_for(step):
    """The stops that plotly would choose from: same rule as its own, the first one counts."""
    stops = [(stop["dtickrange"], stop["value"]) for stop in tick_format_stops()]
    return [
        value
        for (low, high), value in stops
        if (low is None or size(low) <= size(step)) and (high is None or size(step) <= size(high))
    ]


def ticks(step):
    """Thirty ticks a step apart; months and years from 1900 on."""
    if not isinstance(step, str):
        return [datetime(2019, 1, 1) + timedelta(milliseconds=step * n) for n in range(30)]
    months = [int(step[1:]) * n for n in range(30)]
    return [datetime(1000 + m // 12, m % 12 + 1, 1) for m in months if m // 12 < 8_000]


def written(moment, form):
    return moment.strftime(form.replace("%-d", "%d"))


@pytest.mark.parametrize("step", STEPS)
def test_each_step_has_one_format_that_tells_its_ticks_apart(step):
    (form,) = formats_for(step)
    labels = [written(moment, form) for moment in ticks(step)]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("step", STEPS)
def test_labels_are_narrower_than_the_room_between_ticks(step):
    (form,) = formats_for(step)
    lines = {line for moment in ticks(step) for line in written(moment, form).split("\n")}
    assert max(text_width(line, TICK_FONT_SIZE) for line in lines) <= LEAST_SPACING


def test_every_format_is_in_use():
    assert {form for step in STEPS for form in formats_for(step)} == {one.format for one in FORMATS}


@pytest.mark.parametrize("width", [300, 380, 600, 1000, 1600])
def test_ticks_never_get_more_than_there_is_room_for(width):
    assert 2 <= tick_count(width) <= width / LEAST_SPACING
