from datetime import datetime

import pytest

from timeline.text.spoken import spoken_interval

SAID = [
    ((2019, 3, 1), (2019, 3, 6), "day", "1–5 March 2019"),
    ((2019, 2, 28), (2019, 3, 4), "day", "28 February – 3 March 2019"),
    ((2018, 12, 30), (2019, 1, 3), "day", "30 December 2018 – 2 January 2019"),
    ((2019, 3, 18), (2019, 3, 25), "week", "18–24 March 2019 (a week)"),
    ((2019, 1, 1), (2019, 4, 1), "quarter", "January–March 2019 (the first quarter)"),
    ((2019, 10, 1), (2020, 1, 1), "quarter", "October–December 2019 (the fourth quarter)"),
    ((2019, 2, 1), (2019, 4, 1), "month", "February–March 2019"),
    ((2018, 12, 1), (2019, 3, 1), "month", "December 2018 – February 2019"),
    ((1990, 1, 1), (2000, 1, 1), "decade", "the 1990s"),
    ((1900, 1, 1), (2000, 1, 1), "century", "the 20th century"),
    ((1801, 1, 1), (1901, 1, 1), "century", "the 19th century"),
    ((2001, 1, 1), (2004, 1, 1), "year", "2001–2003"),
    ((2019, 3, 7, 14), (2019, 3, 7, 15), "hour", "14:00 – 15:00 on Thursday 7 March 2019"),
    ((2019, 3, 7, 16, 50), (2019, 3, 14, 9), "hour", "16:50 on 7 March – 09:00 on 14 March 2019"),
]


@pytest.mark.parametrize("start, end, granularity, words", SAID)
def test_firm_intervals_are_said_as_a_reader_would(start, end, granularity, words):
    assert spoken_interval(datetime(*start), datetime(*end), granularity) == words


SOFT = [
    ((2019, 2, 1), (2019, 3, 1), (True, True), "about February 2019"),
    ((2019, 2, 20), (2019, 3, 1), (True, False), "from about 20 February to 28 February 2019"),
    ((2019, 3, 26), (2019, 3, 27), (True, False), "about Tuesday 26 March 2019"),
    ((2019, 3, 26, 18), (2019, 3, 27, 6), (True, False), "late on Tuesday 26 March 2019"),
    ((2019, 3, 26), (2019, 3, 26, 9), (False, True), "early on Tuesday 26 March 2019"),
    (
        (2019, 3, 26, 12),
        (2019, 3, 26, 18),
        (True, True),
        "about 12:00 – about 18:00 on Tuesday 26 March 2019",
    ),
]


@pytest.mark.parametrize("start, end, soft, words", SOFT)
def test_soft_ends_are_said(start, end, soft, words):
    assert spoken_interval(datetime(*start), datetime(*end), "day", *soft) == words


def test_the_last_day_of_the_calendar_is_said():
    assert spoken_interval(datetime(9999, 12, 1), datetime.max, "day").endswith("9999")
