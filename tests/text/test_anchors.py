"""What a timex is counted from: publication, a date named before, the other end of a range, the day of
speaking; and in a narrative the date told before."""

from datetime import date, timedelta
from time import process_time

import pytest

from timeline.text.genre import Genre
from timeline.text.tag import tag
from timeline.text.timex import AnchorSource

WEDNESDAY = date(2019, 3, 27)
NARRATIVE = Genre.NARRATIVE


def placed(text, day=WEDNESDAY, genre=Genre.NEWS):
    return {each.words: each for each in tag(text, day, genre=genre)}


def values(text, day=WEDNESDAY, genre=Genre.NEWS):
    return {words: each.value for words, each in placed(text, day, genre).items()}


# publication


def test_what_is_counted_from_publication_says_so():
    timexes = placed("They met on Tuesday, two days ago.")
    assert {each.anchor.source for each in timexes.values()} == {AnchorSource.PUBLICATION}
    assert all(each.anchor.start is None for each in timexes.values())
    assert timexes["Tuesday"].anchor.interval.first_day == WEDNESDAY


def test_a_date_stated_in_full_has_no_anchor():
    assert placed("They met on 3 March 2015.")["3 March 2015"].anchor is None


# a date named before


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 3 March 2015 they met. The next day they left.", "2015-03-04"),
        ("On 3 March 2015 they met. Two days later they left.", "2015-03-05"),
        ("On 3 March 2015 they met. A day earlier they had dined.", "2015-03-02"),
        ("On 3 March 2015 they met. That week they left.", "2015-W10"),
        ("On 3 March 2015 they met. The same year they left.", "2015"),
        ("In March 2015 they met. They left that month.", "2015-03"),
        ("On 28 February 2016 they met. The next day they left.", "2016-02-29"),
        ("On 31 December 2015 they met. The next morning they left.", "2016-01-01TMO"),
        ("On 5 June 2015 they met. They left later that day.", "2015-06-05"),
        ("They met on Monday. Three days earlier they had fought.", "2019-03-22"),
    ],
)
def test_what_hangs_on_a_date_named_before(text, value):
    last = tag(text, WEDNESDAY)[-1]
    assert (last.value, last.anchor.source) == (value, AnchorSource.TIMEX)
    assert "the date named before" in last.why


def test_the_anchor_points_to_the_timex_that_gave_it():
    first, second, third = tag(
        "On 3 March 2015 they met. The next day they ate. Two days later they left.", WEDNESDAY
    )
    assert (second.anchor.start, third.anchor.start) == (first.start, second.start)
    assert (second.anchor.interval, third.anchor.interval) == (first.interval, second.interval)


@pytest.mark.parametrize(
    "text",
    [
        "They met in 2015. Two days later they left.",
        "They met recently. Two days later they left.",
        "Two days later they left.",
        "They met for three days. The next day they left.",
    ],
)
def test_days_cannot_be_counted_from_a_year_or_from_nothing(text):
    last = tag(text, WEDNESDAY)[-1]
    assert last.interval is None and last.anchor is None and "hangs on a date" in last.why


def test_years_can_be_counted_from_a_day():
    assert values("He died on 3 March 2015. Two years later she died.")["Two years later"] == "2017"


def test_a_date_far_above_is_no_anchor_in_the_news():
    text = "On 3 March 2015 they met.\n\nPeople wept.\n\nPeople sang.\n\nThe next day they left."
    assert placed(text)["The next day"].anchor is None


@pytest.mark.parametrize("genre", Genre)
def test_that_winter_after_a_year_is_the_winter_that_begins_in_it(genre):
    timex = placed("In 1944 he fled. That winter he died.", genre=genre)["That winter"]
    assert timex.value == "1944-WI" and timex.interval.first_day == date(1944, 12, 1)


def test_that_winter_after_a_day_of_january_is_the_winter_around_it():
    timex = placed("On 5 January 1945 he fled. That winter he died.")["That winter"]
    assert timex.interval.first_day == date(1944, 12, 1)


# the morning after a night


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They attacked on the night of 5 March 2015. At dawn they fled.", "2015-03-06TDW"),
        ("They sailed on the evening of 5 June 1944. At dawn they landed.", "1944-06-06TDW"),
        ("They left at 9 p.m. on 31 December 2015. At dawn they came.", "2016-01-01TDW"),
        ("They left at 3 a.m. on 5 March 2015. At dawn they came.", "2015-03-05TDW"),
        ("They left on 5 March 2015. At dawn they came.", "2015-03-05TDW"),
    ],
)
@pytest.mark.parametrize("genre", Genre)
def test_dawn_after_a_night_is_of_the_next_day(text, value, genre):
    assert values(text, genre=genre)["dawn"] == value


def test_the_anchor_of_a_dawn_after_a_night_is_the_night_that_the_text_names():
    night, dawn = tag("They attacked on the night of 5 March 2015. At dawn they fled.", WEDNESDAY)
    assert dawn.anchor.start == night.start and dawn.anchor.interval == night.interval


# the other end of a range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met from 28 February to 3 March.", "2019-02-28", "2019-03-03"),
        ("They met from Dec. 30 to Jan. 2.", "2018-12-30", "2019-01-02"),
        ("They met from March to May 2014.", "2014-03", "2014-05"),
        ("They met from November to February 2014.", "2013-11", "2014-02"),
        ("They met from December 2014 to February.", "2014-12", "2015-02"),
        ("It ran Jan.–April 2018.", "2018-01", "2018-04"),
        ("They met between March and May 2014.", "2014-03", "2014-05"),
        ("They met between Monday and Wednesday.", "2019-03-25", "2019-03-27"),
        ("They met from Thursday to Monday.", "2019-03-21", "2019-03-25"),
        ("They met from 30 March to 2 April 2015.", "2015-03-30", "2015-04-02"),
        ("They met from the 3rd to the 5th of March.", "2019-03-03", "2019-03-05"),
        ("They met from the 3rd to the 5th of January.", "2019-01-03", "2019-01-05"),
        ("The shop was open from 5 p.m. to 8 p.m. on Monday.", "2019-03-25T17:00", "2019-03-25T20:00"),
    ],
)
def test_one_end_of_a_range_tells_where_the_other_stands(text, first, last):
    timexes = tag(text, WEDNESDAY)
    assert [each.value for each in timexes] == [first, last]
    assert timexes[0].interval.start < timexes[1].interval.start


def test_the_end_that_waits_names_the_other_as_its_anchor():
    first, last = tag("They met from March to May 2014.", WEDNESDAY)
    assert (first.anchor.source, first.anchor.start) == (AnchorSource.RANGE, last.start)
    assert "the other end of the range" in first.why


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Profit rose in the quarter ended June 30.", "the quarter", "2018-Q2"),
        ("Profit rose in the quarter ended June 30, 2016.", "the quarter", "2016-Q2"),
        ("Profit rose in the quarter ended March 31.", "the quarter", "2018-Q1"),
        ("Profit rose in the quarter ended July 31.", "the quarter", "2018-Q2"),
        ("Profit rose in the quarter ended Dec. 31.", "the quarter", "2018-Q4"),
        ("Profit rose in the year ended Sept. 30, 2015.", "the year", "2015"),
        ("Profit rose in the fiscal year ended Sept. 30.", "the fiscal year", "2018"),
    ],
)
def test_a_period_of_a_report_is_told_by_its_last_day(text, words, value):
    timex = placed(text)[words]
    assert (timex.value, timex.anchor.source) == (value, AnchorSource.RANGE)


def test_a_named_quarter_keeps_its_name_beside_its_last_day():
    assert values("In the third quarter ended July 31, sales rose.")["the third quarter"].endswith("-Q3")


# the day of speaking


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("“We will vote tomorrow,” he said on Monday.", "tomorrow", "2019-03-26"),
        ('"We will vote tomorrow," he said on Monday.', "tomorrow", "2019-03-26"),
        ("«We will vote tomorrow», he said on Monday.", "tomorrow", "2019-03-26"),
        ("“We vote today,” she told reporters late Monday.", "today", "2019-03-25"),
        ("“We voted two days ago,” he told reporters on Monday.", "two days ago", "2019-03-23"),
        ("“We met last week,” he said on March 3, 2015.", "last week", "2015-W09"),
        ("“We vote today,” he wrote on 31 December 2014, “and tomorrow we rest.”", "tomorrow", "2015-01-01"),
        ("‘We will vote tomorrow,’ he said on Monday.", "tomorrow", "2019-03-26"),
        ("On Monday he said: “We will vote tomorrow.”", "tomorrow", "2019-03-26"),
        ("“We will vote tomorrow. It is time,” he said on Monday.", "tomorrow", "2019-03-26"),
    ],
)
def test_words_inside_a_quotation_are_counted_from_the_day_of_speaking(text, words, value):
    timex = placed(text)[words]
    assert (timex.value, timex.anchor.source) == (value, AnchorSource.SPEECH)
    assert "speaking" in timex.why


@pytest.mark.parametrize(
    "text",
    [
        "They will vote tomorrow, he said on Monday.",
        "“We came in peace,” he said on Monday. They will vote tomorrow.",
        "“We will vote tomorrow,” he said in 2015.",
        "“We will vote tomorrow,” he said.",
        "“On Monday he said no. We will vote tomorrow.”",
        "The mill burnt last month. “We will vote tomorrow,” he said.",
        "The mill burnt on Monday.\n\n“We will vote tomorrow,” he said.",
    ],
)
def test_without_a_day_of_speaking_beside_the_quotation_publication_counts(text):
    timex = placed(text)["tomorrow"]
    assert (timex.value, timex.anchor.source) == ("2019-03-28", AnchorSource.PUBLICATION)


def test_spanish_words_inside_a_quotation_are_counted_from_the_day_of_speaking_too():
    timex = next(
        each for each in tag("«Votaremos mañana», dijo el lunes.", WEDNESDAY, "es") if each.words == "mañana"
    )
    assert timex.value == "2019-03-26"


# a narrative goes on

STORY = (
    "On 3 August 1944 the army crossed the river. In September it stopped. On the 14th the general died. "
    "That winter the troops starved. In May they went home. The general had been born in 1890. "
    "In June 1946 the war was forgotten. In July it rained."
)


def test_a_narrative_goes_on_from_the_date_told_before():
    story = {words: value for words, value in values(STORY, genre=NARRATIVE).items()}
    assert story == {
        "3 August 1944": "1944-08-03",
        "September": "1944-09",
        "the 14th": "1944-09-14",
        "That winter": "1944-WI",
        "May": "1945-05",
        "1890": "1890",
        "June 1946": "1946-06",
        "July": "1946-07",
    }


def test_a_narrative_needs_no_publication_date():
    assert values(STORY, None, NARRATIVE) == values(STORY, WEDNESDAY, NARRATIVE)


def test_news_counts_the_same_words_from_publication():
    assert values(STORY)["May"] == "2018-05"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "The war began in August 1914. In December it stopped. In January it went on.",
            "January",
            "1915-01",
        ),
        ("On 3 May 1940 he rose. On Tuesday he fell.", "Tuesday", "1940-05-07"),
        ("He left on 5 June 1944. The next night he came. At dawn he died.", "dawn", "1944-06-07TDW"),
        ("On 10 June 1940 they left. The following month they came back.", "The following month", "1940-07"),
        ("He left in 1940. In the spring he returned.", "the spring", "1940-SP"),
    ],
)
def test_a_narrative_leads_on(text, words, value):
    timex = placed(text, genre=NARRATIVE)[words]
    assert (timex.value, timex.anchor.source) == (value, AnchorSource.TIMEX)


def test_a_year_inside_a_sentence_is_an_aside_that_a_narrative_does_not_go_on_from():
    text = "In October 1812 they left. The marshal, who was born in 1769, wept. In December they were home."
    assert values(text, genre=NARRATIVE)["December"] == "1812-12"


def test_today_is_no_day_in_a_narrative():
    timex = placed("The castle fell on 3 May 1453. Today it is a museum.", genre=NARRATIVE)["Today"]
    assert (timex.value, timex.interval) == ("PRESENT_REF", None)


def test_a_length_in_a_narrative_is_told_to_be_one():
    timex = placed("They left in June 1944 and in three days they arrived.", genre=NARRATIVE)["three days"]
    assert (timex.value, timex.interval) == ("P3D", None)
    assert "how long" in timex.why


def test_a_paragraph_break_does_not_stop_a_narrative():
    text = "On 3 May 1940 he rose.\n\nPeople wept.\n\nPeople sang.\n\nThe next day he fell."
    assert values(text, genre=NARRATIVE)["The next day"] == "1940-05-04"


# linear time


def test_a_narrative_without_a_date_to_go_on_from_takes_no_longer_than_news():
    text = "on the 14th " * 2000
    tag(text[:100], WEDNESDAY)
    news, narrative = (cost(text, genre) for genre in (Genre.NEWS, NARRATIVE))
    assert narrative < 3 * news


def test_a_narrative_of_twenty_thousand_timexes_is_told_to_its_end_in_linear_time():
    text = "In May 1949 he left. In June he came. " * 10_000
    short = cost(text[: len(text) // 10], NARRATIVE)
    start = process_time()
    timexes = tag(text, WEDNESDAY, genre=NARRATIVE)
    assert len(timexes) == 20_000 and timexes[-1].value == "1949-06"
    assert process_time() - start < 30 * short


def cost(text, genre):
    start = process_time()
    tag(text, WEDNESDAY, genre=genre)
    return process_time() - start


def test_moving_publication_does_not_move_a_narrative():
    assert values(STORY, WEDNESDAY + timedelta(days=3), NARRATIVE) == values(STORY, WEDNESDAY, NARRATIVE)


# the year that opens a sentence of the news


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2017 there were two elections, in April and in November.", ["2017", "2017-04", "2017-11"]),
        ("In 2017, the bank failed; on 3 May its owner fled.", ["2017", "2017-05-03"]),
        ("They bought it in 2001 and sold it in February.", ["2001", "2019-02"]),
        ("In 2017 there was a vote. The next will be in November.", ["2017", "2019-11"]),
    ],
)
def test_a_month_is_of_the_year_that_opens_its_sentence(text, expected):
    assert [each.value for each in tag(text, WEDNESDAY, genre=Genre.NEWS)] == expected


def test_a_month_of_the_year_that_opens_its_sentence_names_that_year():
    _, april = tag("In 2017 there was an election, in April.", WEDNESDAY, genre=Genre.NEWS)
    assert april.why == "“April”: the April of the year named before, 2017."


def test_a_narrative_goes_on_from_the_following_spring_but_not_from_a_mere_winter():
    text = "In 1807 the army crossed. The following spring, riots broke out; on 2 May the people rose."
    assert values(text, genre=NARRATIVE)["2 May"] == "1808-05-02"
