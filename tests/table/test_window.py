from datetime import date, datetime

from tests.builders import event, event_table
from timeline.table.schema import empty_table
from timeline.table.window import extent


def test_the_extent_runs_from_the_first_to_the_last_day_touched():
    table = event_table(
        [
            event("a", datetime(2001, 1, 1), datetime(2002, 1, 1)),
            event("b", datetime(2019, 3, 26, 18), datetime(2019, 3, 27)),
        ]
    )
    assert extent(table) == (date(2001, 1, 1), date(2019, 3, 26))


def test_without_events_there_is_no_extent():
    assert extent(empty_table()) is None
