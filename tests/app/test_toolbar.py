from datetime import date, datetime

from tests.builders import event, event_table
from timeline.app.toolbar import Choice
from timeline.table.schema import empty_table

TABLE = event_table([event("a", datetime(2001, 5, 1)), event("b", datetime(2019, 3, 26))])


def test_without_dates_the_chart_chooses_its_window():
    assert Choice().window(TABLE) is None


def test_all_events_means_their_whole_extent():
    assert Choice(whole=True).window(TABLE) == (datetime(2001, 5, 1), datetime(2019, 3, 27))


def test_the_last_day_is_shown_whole():
    choice = Choice(date(2019, 3, 1), date(2019, 3, 31))
    assert choice.window(TABLE) == (datetime(2019, 3, 1), datetime(2019, 4, 1))


def test_a_missing_end_is_taken_from_the_events():
    assert Choice(start=date(2010, 1, 1)).window(TABLE) == (datetime(2010, 1, 1), datetime(2019, 3, 27))


def test_without_events_there_is_no_window():
    assert Choice(whole=True).window(empty_table()) is None


def test_dates_and_words_choose_events():
    assert Choice(start=date(2010, 1, 1)).select(TABLE)["id"].tolist() == ["b"]
    assert Choice(words="happened (a)").select(TABLE)["id"].tolist() == ["a"]


def test_dates_the_wrong_way_round_are_noticed():
    assert Choice(date(2019, 3, 2), date(2019, 3, 1)).is_reversed
    assert not Choice(date(2019, 3, 1), date(2019, 3, 1)).is_reversed
    assert not Choice(start=date(2019, 3, 1)).is_reversed
