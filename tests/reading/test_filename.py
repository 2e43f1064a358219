from datetime import date

import pytest

from timeline.reading.document import DctSource
from timeline.reading.filename import find_day_in_name, title_from_name


@pytest.mark.parametrize(
    "name",
    [
        "2019-03-27-crane.txt",
        "2019_03_27.txt",
        "20190327_crane.txt",
        "crane 2019.03.27.txt",
        "crane_27-03-2019.txt",
        "crane_03-27-2019.txt",
        "20190327-crane-2019-03-27.txt",
    ],
)
def test_a_full_date_in_a_name_is_read(name):
    dct = find_day_in_name(name)
    assert (dct.day, dct.found_in, dct.span) == (date(2019, 3, 27), DctSource.FILE_NAME, None)


@pytest.mark.parametrize(
    "name",
    [
        "crane.txt",
        "crane-2019-03.txt",
        "crane_03-04-2019.txt",
        "2019-03-27_to_2019-03-29.txt",
        "20191345.txt",
        "2019-02-30.txt",
        "a20190327f3.txt",
        "555-0199-20190327123.txt",
    ],
)
def test_half_a_date_two_dates_or_an_ambiguous_one_are_not(name):
    assert find_day_in_name(name) is None


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2019-03-27_crane-falls.txt", "Crane falls"),
        ("Crane Falls.html", "Crane Falls"),
        ("2019-03-27.txt", "2019-03-27"),
    ],
)
def test_a_name_makes_a_readable_title(name, title):
    assert title_from_name(name) == title
