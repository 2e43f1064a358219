from datetime import datetime, timedelta

from tests.builders import event, event_table
from timeline.charts.items import read_items
from timeline.charts.window import bulk_window, outside_notes


def items(*stretches, **columns):
    rows = (event(f"e{n}", start, end, **columns) for n, (start, end) in enumerate(stretches))
    return read_items(event_table(rows), "source")


def day(year, month, number):
    return datetime(year, month, number), datetime(year, month, number) + timedelta(days=1)


def year(number):
    return datetime(number, 1, 1), datetime(number + 1, 1, 1)


WEEK = [day(2019, 3, number) for number in (20, 23, 24, 25, 26, 26)]


def test_a_few_events_far_away_do_not_flatten_the_others():
    start, end = bulk_window(items(year(2001), day(2013, 7, 2), *WEEK))
    assert datetime(2019, 3, 1) < start < datetime(2019, 3, 20)
    assert datetime(2019, 3, 27) <= end < datetime(2019, 4, 20)


def test_events_spread_evenly_are_all_in_the_window():
    spread = [year(number) for number in range(1950, 2019, 3)]
    start, end = bulk_window(items(*spread))
    assert start < datetime(1950, 1, 2) and end > datetime(2016, 12, 31)


def test_a_long_event_around_the_others_does_not_stretch_the_window():
    start, end = bulk_window(items((datetime(1900, 1, 1), datetime(2139, 1, 1)), *WEEK))
    assert end - start < timedelta(days=200)


def test_a_single_day_gets_a_week_around_it():
    start, end = bulk_window(items(day(2019, 3, 26)))
    assert start <= datetime(2019, 3, 24) and end >= datetime(2019, 3, 29)


def test_minutes_get_a_window_of_hours():
    moments = [(datetime(2019, 4, 30, 5, n), datetime(2019, 4, 30, 5, n + 1)) for n in (1, 20, 40)]
    start, end = bulk_window(items(*moments, granularity="minute"))
    assert timedelta(hours=5) < end - start < timedelta(hours=12)


def test_what_lies_outside_is_told():
    far = items(year(2001), year(2005), *WEEK, day(2030, 1, 1))
    assert outside_notes(far, (datetime(2019, 3, 1), datetime(2019, 4, 1))) == (
        "2 earlier events, from 2001 on, lie outside the dates shown.",
        "1 later event (Tuesday 1 January 2030) lies outside the dates shown.",
    )
