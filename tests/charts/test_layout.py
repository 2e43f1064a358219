from datetime import datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import event, event_table
from tests.charts.conftest import label_boxes, many, tables
from timeline.charts import lay_out
from timeline.charts.scene import Form

MARCH = (datetime(2019, 3, 1), datetime(2019, 4, 1))
WIDTHS = st.sampled_from([380, 600, 1000, 1600])
WINDOWS = st.sampled_from(
    [None, (datetime(2019, 1, 20), datetime(2019, 2, 3)), (datetime(2018, 1, 1), datetime(2021, 1, 1))]
)


@settings(max_examples=80, deadline=None)
@given(tables(), WIDTHS, WINDOWS, st.sampled_from([None, 300, 900]))
def test_nothing_covers_a_label_and_no_label_leaves_the_plot(table, width, window, height):
    scene = lay_out(table, width=width, window=window, height=height)
    labels = label_boxes(scene)
    for (_, one), (_, other) in combinations(labels, 2):
        assert not one.overlaps(other)
    for mark in scene.marks:
        assert not any(mark.box.overlaps(box) for id_, box in labels if id_ != mark.id)
    for crowd in scene.crowds:
        assert not any(crowd.box.overlaps(box) for _, box in labels)
    for _, box in labels:
        assert box.left >= 0 and box.right <= scene.plot.width
        assert scene.plot.top <= box.top and box.bottom <= scene.plot.bottom


@settings(max_examples=60, deadline=None)
@given(tables(), WIDTHS, WINDOWS, st.sampled_from([None, 200]))
def test_every_event_in_the_window_is_marked_once_or_counted(table, width, window, height):
    scene = lay_out(table, width=width, window=window, height=height)
    start, end = scene.window
    inside = table[(table["start"] < end) & (table["end"] > start)]
    marked = [mark.id for mark in scene.marks]
    assert len(marked) == len(set(marked)) and set(marked) <= set(inside["id"])
    assert len(marked) + scene.counted == len(inside) == sum(lane.events for lane in scene.lanes)


@settings(max_examples=40, deadline=None)
@given(tables(), WIDTHS)
def test_marks_stay_inside_their_lane_and_the_plot(table, width):
    scene = lay_out(table, width=width)
    for mark in scene.marks:
        lane = scene.lanes[mark.lane]
        assert lane.top <= mark.box.top and mark.box.bottom <= lane.bottom
        assert mark.box.left >= -0.01 and mark.box.right <= scene.plot.width + 0.01


def test_a_day_is_a_point_in_its_middle(one_day):
    (mark,) = lay_out(one_day, width=1000, window=MARCH).marks
    assert not mark.is_bar
    assert abs(mark.symbol_at - datetime(2019, 3, 26, 12)) < timedelta(minutes=1)
    assert mark.form is Form.STATED


def test_a_part_of_a_day_is_a_point_although_it_is_soft():
    late = event("e", datetime(2019, 3, 26, 18), datetime(2019, 3, 27), soft_start=True)
    (mark,) = lay_out(event_table([late]), width=1000, window=MARCH).marks
    assert not mark.is_bar
    assert mark.hover[1] == "late on Tuesday 26 March 2019"


def test_a_weekend_is_a_bar_over_its_two_days():
    weekend = event("e", datetime(2019, 3, 23), datetime(2019, 3, 25), anchoring="relative")
    (mark,) = lay_out(event_table([weekend]), width=1000, window=MARCH).marks
    assert mark.is_bar and mark.form is Form.RELATIVE
    assert mark.width == pytest.approx(
        lay_out(event_table([weekend]), width=1000, window=MARCH).scale.pixels(timedelta(days=2))
    )


def test_softness_stays_at_the_end_that_has_it():
    soft = event("e", datetime(2019, 3, 5), datetime(2019, 3, 20), soft_start=True)
    (mark,) = lay_out(event_table([soft]), width=1000, window=MARCH).marks
    assert mark.soft_start and not mark.soft_end


def test_an_end_cut_by_the_window_is_marked_as_cut_and_not_as_soft():
    spring = event("e", datetime(2019, 2, 1), datetime(2019, 6, 1), soft_start=True, soft_end=True)
    scene = lay_out(event_table([spring]), width=1000, window=MARCH)
    (mark,) = scene.marks
    assert mark.cut_start and mark.cut_end and not mark.soft_start and not mark.soft_end
    assert Form.CUT in {entry.form for entry in scene.key}


def test_a_label_too_long_for_the_plot_is_shortened_at_a_word():
    long = event("e", datetime(2019, 3, 15), label="Officials said that " * 30)
    (mark,) = lay_out(event_table([long]), width=380, window=MARCH).marks
    assert mark.label.text.endswith("…") and mark.label.text[:-1] in long["label"]


def test_stated_dates_get_their_labels_before_others():
    crowd = [
        event(f"{basis}{n}", datetime(2019, 3, 10), label="A label of some length", anchoring=basis)
        for basis in ("publication", "relative", "stated")
        for n in range(40)
    ]
    scene = lay_out(event_table(crowd), width=600)
    labelled = {mark.id[:-1].rstrip("0123456789") for mark in scene.marks if mark.label}
    assert labelled <= {"stated", "relative"} and len(label_boxes(scene)) < 120
    assert len([m for m in scene.marks if m.label and m.form is Form.STATED]) == 40


def test_the_fullest_lane_comes_first_and_the_empty_name_is_said():
    table = event_table([event("a", source="Small"), event("b", source=""), event("c", source="")])
    assert [lane.name for lane in lay_out(table, width=1000).lanes] == ["No source given", "Small"]


def test_lanes_can_be_any_column():
    table = event_table([event("a", article_id="x"), event("b", article_id="y")])
    assert {lane.name for lane in lay_out(table, width=1000, lane="article_id").lanes} == {"x", "y"}


def test_too_many_lanes_share_the_last_one():
    table = event_table(event(f"e{n}", source=f"Source {n}") for n in range(30))
    scene = lay_out(table, width=1000)
    assert len(scene.lanes) == 12 and scene.lanes[-1].name == "19 others" and len(scene.marks) == 30


def test_lane_names_stand_beside_a_wide_plot_and_inside_a_narrow_one(one_day):
    assert not lay_out(one_day, width=1000).names_inside
    assert lay_out(one_day, width=699).names_inside


def test_three_thousand_events_become_marks_and_counts():
    scene = lay_out(many(3_000), width=1000)
    assert len(scene.marks) <= 1_500 and len(scene.marks) + scene.counted == 3_000
    assert Form.CROWD in {entry.form for entry in scene.key}


@pytest.mark.parametrize("height", [600, 900, 2000])
def test_a_stated_height_is_kept_where_it_can_be(height):
    assert lay_out(many(60), width=1000, height=height).height == pytest.approx(height, abs=45)


def test_the_key_tells_only_the_forms_that_are_shown(one_day):
    assert [entry.form for entry in lay_out(one_day, width=1000).key] == [Form.STATED]


def test_key_and_notes_stay_inside_the_figure():
    table = event_table(
        [event("old", datetime(2001, 5, 1)), *(event(f"e{n}", anchoring="relative") for n in range(9))]
    )
    scene = lay_out(table, width=380)
    assert scene.notes[0].text.startswith("1 earlier event (Tuesday 1 May 2001)")
    assert all(scene.plot.bottom < line.y < scene.height for line in (*scene.key, *scene.notes))


def test_an_empty_table_gets_a_sentence(one_day):
    scene = lay_out(one_day.iloc[:0], width=1000)
    assert scene.message == "No events to show yet." and not scene.marks


def test_a_window_without_events_says_so_and_where_they_are(one_day):
    scene = lay_out(one_day, width=1000, window=(datetime(2020, 1, 1), datetime(2020, 2, 1)))
    assert scene.message == "No event falls into the dates shown."
    assert [note.text for note in scene.notes] == [
        "1 earlier event (Tuesday 26 March 2019) lies outside the dates shown."
    ]


def test_a_window_that_ends_before_it_starts_is_refused(one_day):
    with pytest.raises(ValueError, match="choose a later last day"):
        lay_out(one_day, width=1000, window=MARCH[::-1])


@pytest.mark.parametrize("year", [1, 999, 9998])
def test_the_ends_of_the_calendar_can_be_shown(year):
    assert lay_out(event_table([event("e", datetime(year, 1, 1), datetime(year + 1, 1, 1))]), width=600).marks


def test_some_time_within_a_weekend_or_a_month_fades_at_both_ends_and_a_stated_span_does_not():
    weekend = event("w", datetime(2019, 3, 9), datetime(2019, 3, 11), value="2019-W10-WE")
    month = event("m", datetime(2019, 3, 1), datetime(2019, 4, 1), granularity="month", value="2019-03")
    span = event("s", datetime(2019, 3, 5), datetime(2019, 3, 12))
    marks = {
        mark.id: mark for mark in lay_out(event_table([weekend, month, span]), width=1000, window=MARCH).marks
    }
    assert marks["w"].soft_start and marks["w"].soft_end
    assert marks["m"].soft_start or marks["m"].cut_start
    assert not marks["s"].soft_start and not marks["s"].soft_end
