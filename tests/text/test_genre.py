"""News or narrative: found from an article's dates, or forced."""

from datetime import date

import pytest

from timeline.temporal.cycle import Unit, Weekday
from timeline.temporal.expression import Absolute, Bare, BeforeChrist, Duration, Expression, Last, Shift, This
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.text.genre import Genre, find_genre
from timeline.text.tag import tag
from timeline.text.timex import Timex

DAY = date(2019, 3, 27)
PUBLICATION = Interval.of_day(DAY)


def genre(*expressions: Expression, publication=PUBLICATION):
    return find_genre([Timex(0, 1, "x", each, "test") for each in expressions], publication)


def in_year(year):
    from datetime import datetime

    return Absolute(datetime(year, 1, 1), Granularity.YEAR)


YESTERDAY, TUESDAY = Shift(-1, Granularity.DAY), Bare(Weekday(2))
LAST_WEEK = Last(Unit(Granularity.WEEK))


def test_a_text_without_dates_is_news():
    assert genre() is Genre.NEWS
    assert genre(Duration(3, Granularity.DAY)) is Genre.NEWS


@pytest.mark.parametrize("said", [YESTERDAY, TUESDAY, LAST_WEEK, This(Unit(Granularity.DAY))])
def test_a_text_told_from_the_day_of_writing_is_news(said):
    assert genre(said) is Genre.NEWS
    assert genre(in_year(1914), in_year(1915), in_year(1916), said) is Genre.NEWS


@pytest.mark.parametrize("count", [1, 2, 12])
def test_a_text_of_nothing_but_history_is_a_narrative(count):
    assert genre(*[in_year(1944)] * count) is Genre.NARRATIVE
    assert genre(*[BeforeChrist(44)] * count) is Genre.NARRATIVE


def test_one_yesterday_in_a_long_history_does_not_make_it_news():
    assert genre(*[in_year(1944)] * 30, YESTERDAY) is Genre.NARRATIVE


def test_dates_of_last_year_are_no_history():
    assert genre(in_year(2018), in_year(2019), in_year(2018)) is Genre.NEWS


def test_whether_a_date_is_history_depends_on_publication():
    dates = [in_year(1944)] * 3
    assert genre(*dates, publication=Interval.of_day(date(1944, 6, 7))) is Genre.NEWS
    assert genre(*dates, publication=None) is Genre.NARRATIVE


def test_decades_and_centuries_alone_do_not_make_a_narrative():
    from datetime import datetime

    assert genre(*[Absolute(datetime(1940, 1, 1), Granularity.DECADE)] * 3) is Genre.NEWS


def test_mostly_recent_dates_make_news_of_an_article_that_recalls_history():
    assert genre(in_year(1944), in_year(1945), *[in_year(2019)] * 3) is Genre.NEWS


HISTORY = (
    "On 3 August 1944 the army crossed the river. In September it stopped. On 2 May 1945 the town fell, and "
    "the next day the bridge. In June 1946 the war was forgotten."
)
REPORT = (
    "The council voted on Tuesday to close the mill, which opened in 1987. The mayor said last week that "
    "it would close in May. Workers met on Monday. The mill burnt in 1999."
)


def values(text, genre=None):
    return {each.words: each.value for each in tag(text, DAY, genre=genre)}


def test_a_history_is_read_as_a_narrative():
    assert values(HISTORY) == values(HISTORY, Genre.NARRATIVE)
    assert (values(HISTORY)["September"], values(HISTORY)["the next day"]) == ("1944-09", "1945-05-03")


def test_a_report_is_read_as_news():
    assert values(REPORT) == values(REPORT, Genre.NEWS)
    assert (values(REPORT)["Tuesday"], values(REPORT)["May"]) == ("2019-03-26", "2019-05")


def test_the_genre_can_be_forced_against_what_is_found():
    text = "He left on 3 May 1940. On Tuesday he came. They met yesterday."
    assert values(text, Genre.NEWS)["Tuesday"] == "2019-03-26"
    assert values(text, Genre.NARRATIVE)["Tuesday"] == "1940-05-07"


def test_the_genre_changes_nothing_of_dates_stated_in_full():
    text = "It fell on 3 May 1453, in 1919 and on 2019-03-01."
    assert values(text, Genre.NEWS) == values(text, Genre.NARRATIVE)


def test_the_genre_has_a_name_that_a_command_line_can_give():
    assert (Genre("news"), Genre("narrative")) == (Genre.NEWS, Genre.NARRATIVE)
    with pytest.raises(ValueError, match="novel"):
        Genre("novel")


def test_a_short_history_with_few_years_and_many_months_is_a_narrative():
    text = "In 1936 war broke out. In July the army rose; in October it reached the city. Three years later it ended. On 1 April 1939 the city fell."
    found = tag(text, date(2019, 3, 27))
    assert [each.value for each in found] == ["1936", "1936-07", "1936-10", "1939", "1939-04-01"]
