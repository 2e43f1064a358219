"""History inside news: dates that count from the date told before, and those that still count from publication."""

from datetime import date

import pytest

from timeline.text.genre import Genre
from timeline.text.tag import tag

DAY = date(2019, 3, 27)  # a Wednesday


def placed(text, language="en"):
    return {each.words: each for each in tag(text, DAY, language, Genre.NEWS)}


def value(text, words, language="en"):
    return placed(text, language)[words].value


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In May 2016 they met. On 4 July the mill burnt.", "4 July", "2016-07-04"),
        ("They met on 3 May 2016. In September the mill burnt.", "September", "2016-09"),
        ("In the autumn of 2016 they met. On 4 December the mill burnt.", "4 December", "2016-12-04"),
        ("They lost the case of 2016. It burnt on 4 July.", "4 July", "2016-07-04"),
        ("They met in March 2015. Two years later they lost, and on 3 May they left.", "3 May", "2017-05-03"),
        ("They met on 3 May 2016.\n\nTwo days later they left.", "Two days later", "2016-05-05"),
        ("In May 2016 they met. By Christmas all was lost.", "Christmas", "2016-12-25"),
        ("It began on 4 June 2016. By the end of the month it was over.", "the end of the month", "2016-06"),
        ("It began on 4 January. On the 23rd it was over.", "the 23rd", "2019-01-23"),
        ("It ran from April to August of 2016, and on 30 July it fell.", "30 July", "2016-07-30"),
    ],
)
def test_a_history_goes_on_from_the_date_told_before(text, words, expected):
    assert value(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("They met on 3 May 2016. In February the mill burnt.", "February", "2019-02"),  # near publication
        ("They met on 3 May 2016. The mill will close on 4 July.", "4 July", "2019-07-04"),
        ("They met on 3 May 2016. Now they are back. On 4 July they lost.", "4 July", "2018-07-04"),
        ("The firm sold 4 mills in 2017, in the year ended March 31.", "March 31", "2018-03-31"),
        ("They met on 3 May 2016. On Tuesday they left.", "Tuesday", "2019-03-26"),
        ("They met on 3 May 2016. It fell early this month.", "early this month", "2019-03"),
        ("They met in 2013. The mill burnt on Wednesday, 6 March.", "Wednesday, 6 March", "2019-03-06"),
    ],
)
def test_what_is_near_or_of_the_present_counts_from_publication(text, words, expected):
    assert value(text, words) == expected


def test_a_history_names_what_else_its_dates_may_mean():
    july = placed("In May 2016 they met. On 4 July the mill burnt.")["4 July"]
    assert [each.value for each in july.alternatives] == ["2018-07-04"]
    assert "from the date named before" in july.why or "of the month named before" in july.why


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Two weeks ago, on Sunday evening, it rained.", "Sunday evening", "2019-03-17TEV"),
        ("It was over last month, on the 4th.", "the 4th", "2019-02-04"),
        ("In late July 2017 a vote was near and went ahead on the 30th.", "the 30th", "2017-07-30"),
    ],
)
def test_a_day_lies_in_the_wider_date_beside_it(text, words, expected):
    assert value(text, words) == expected


def test_a_week_told_from_another_date_holds_the_weekdays_after_it():
    text = "They left on 4 March. The following week was the worst. On Tuesday two men died."
    assert value(text, "Tuesday") == "2019-03-12"
    assert value("They left on 4 March. On Tuesday two men died.", "Tuesday") == "2019-03-26"


def test_the_saturday_is_that_after_the_date_told():
    text = "The lights went out on 14 March and again on the Saturday, for a day."
    assert value(text, "the Saturday") == "2019-03-16"


def test_a_midnight_gone_by_is_that_of_the_day_before():
    assert value("The truce ended at midnight.", "midnight") == "2019-03-26T24:00"
    assert value("The truce will end at midnight.", "midnight") == "2019-03-27T24:00"


def test_an_entry_of_a_live_blog_has_its_time_from_publication():
    text = "09:10 – It began on 4 March.\n\n10:40 – Crowds gather.\n\n1.20pm The vote is open."
    assert [each.value for each in tag(text, DAY)] == [
        "2019-03-27T09:10",
        "2019-03-04",
        "2019-03-27T10:40",
        "2019-03-27T13:20",
    ]


def test_a_quotation_goes_on_after_the_day_on_which_it_was_spoken():
    text = "“We lost,” he said on Monday. “We march tomorrow.”"
    assert value(text, "tomorrow") == "2019-03-26"


def test_a_quotation_without_a_day_was_spoken_on_the_day_just_told():
    text = "The mill burnt on Monday. “We will vote tomorrow,” a worker said."
    tomorrow = placed(text)["tomorrow"]
    assert (tomorrow.value, tomorrow.anchor.source.value) == ("2019-03-26", "speech")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("On Thursday he promised to return over the weekend.", "Thursday", "2019-03-21"),
        ("On Thursday he promised to return over the weekend.", "the weekend", "2019-W12-WE"),
        ("On Monday he said that the talks would begin on Friday.", "Friday", "2019-03-29"),
        ("On 4 March he said that the talks would begin on Friday.", "Friday", "2019-03-08"),
        ("He has called a march for Saturday.", "Saturday", "2019-03-30"),
        (
            "They met on 4 March. It would open on 9 April. Two days later he left.",
            "Two days later",
            "2019-03-06",
        ),
    ],
)
def test_a_plan_is_seen_from_the_day_on_which_it_was_told(text, words, expected):
    assert value(text, words) == expected


def test_since_the_weekday_of_publication_means_a_week():
    assert value("He has been ill since Wednesday.", "Wednesday") == "2019-03-20"
    assert value("He fell ill on Wednesday.", "Wednesday") == "2019-03-27"


def test_a_day_to_come_gives_no_day_to_an_hour_of_another_sentence():
    text = "They left on Monday. The vote is on Sunday. At noon they had been alone."
    assert value(text, "noon") == "2019-03-25T12:00"


def test_spanish_history():
    text = "El 3 de mayo de 2016 se vieron. El 4 de julio ardió el molino. Dos días después lloraron."
    assert value(text, "El 4 de julio", "es") == "2016-07-04"
    assert value(text, "Dos días después", "es") == "2016-07-06"
