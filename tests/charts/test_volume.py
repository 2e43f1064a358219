from datetime import datetime, timedelta

import pandas as pd
import pytest

from tests.builders import event, event_table
from timeline.charts.scale import TimeScale
from timeline.charts.volume import bin_unit, count_articles

MARCH = TimeScale(datetime(2019, 3, 1), datetime(2019, 4, 1), 800.0)


def test_an_article_of_several_events_counts_once():
    rows = [event(f"e{n}", article_id="one", published=datetime(2019, 3, 5)) for n in range(3)]
    rows.append(event("other", article_id="two", published=datetime(2019, 3, 5)))
    (only,) = count_articles(event_table(rows), MARCH, 0, 40).bins
    assert (only.start, only.articles) == (datetime(2019, 3, 5), 2)


@pytest.mark.parametrize(
    "days, unit",
    [(31, "day"), (190, "day"), (365, "week"), (3_000, "month"), (30_000, "year"), (700_000, "year")],
)
def test_the_bin_grows_with_the_window(days, unit):
    start = datetime(1, 1, 1) if days > 100_000 else datetime(1930, 1, 1)
    assert bin_unit(TimeScale(start, start + timedelta(days=days), 800.0)) == unit


def test_weeks_begin_on_monday():
    scale = TimeScale(datetime(2019, 1, 1), datetime(2020, 1, 1), 800.0)
    table = event_table([event("e", published=datetime(2019, 3, 27))])
    (only,) = count_articles(table, scale, 0, 40).bins
    assert (only.start, only.end) == (datetime(2019, 3, 25), datetime(2019, 4, 1))


def test_without_publication_dates_there_is_no_strip():
    assert count_articles(event_table([event("e", published=pd.NaT)]), MARCH, 0, 40) is None
