"""What the parse of a sentence tells of a date in it, on the project's own gold and on chosen sentences."""

from datetime import date
from pathlib import Path

import pytest

from timeline.evaluation.ablation import wrong_sides
from timeline.evaluation.articles import read_articles
from timeline.model import parsing
from timeline.text.setting import ALL, Refinement
from timeline.text.tag import tag

WEDNESDAY = date(2019, 3, 27)
GOLD = Path(__file__).parents[1] / "corpus" / "direction" / "test.txt"


def values(sentence):
    return [each.value for each in tag(sentence, WEDNESDAY)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministers meet on Thursday in Accra.", ["2019-03-28"]),
        ("The shops are closed on Friday.", ["2019-03-29"]),
        (
            "The general who was arrested on Monday will appear in court on Thursday.",
            ["2019-03-25", "2019-03-28"],
        ),
        ("The mayor, elected in October, takes office in April.", ["2018-10", "2019-04"]),
        ("Owners whose boats sank in February learn on Friday who pays.", ["2019-02", "2019-03-29"]),
    ],
)
def test_the_verb_that_governs_a_date_decides(sentence, expected):
    assert values(sentence) == expected


def test_the_reason_quotes_the_verb_that_governs():
    [timex] = tag("The ministers, who fell out in public, meet on Thursday in Accra.", WEDNESDAY)
    assert "with “meet”" in timex.why


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bank will close forty branches by year-end.", "2020-12-31"),
        ("The games may open in December.", "2020-12"),
        ("Visitors can see the ship on Wednesday.", "2020-01-08"),
    ],
)
def test_what_will_be_is_still_to_come_however_near_the_day_just_gone(sentence, expected):
    [timex] = tag(sentence, date(2020, 1, 2))
    assert timex.value == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It will be their first match since Saturday.",
        "Schools closed since Saturday won't open.",
    ],
)
def test_what_began_since_then_has_begun_though_the_talk_is_of_the_future(sentence):
    assert values(sentence) == ["2019-03-23"]


def test_a_verb_is_quoted_as_it_is_written():
    [timex] = tag("The schools won't open on Monday.", WEDNESDAY)
    assert "“won't open”" in timex.why


def test_the_reason_names_a_verb_that_speaks_against_the_date():
    [timex] = tag("The firm could move to Spain in April.", date(2020, 5, 6))
    other = timex.alternatives[0].value
    assert {timex.value, other} == {"2020-04", "2021-04"}
    assert ("although “could move” looks ahead" in timex.why) == (timex.value == "2020-04")


def test_on_gold_of_its_own_the_model_leaves_fewer_dates_on_the_wrong_side():
    articles = read_articles(GOLD)
    with_model, words = (
        {name: wrong for name, (wrong, _) in wrong_sides(articles, refinements).items()}
        for refinements in (ALL, ALL - {Refinement.MODEL})
    )
    number = sum(each for _, each in wrong_sides(articles).values())
    assert sum(with_model.values()) < 0.75 * sum(words.values())
    assert sum(with_model.values()) < 0.1 * number


def test_only_sentences_that_words_leave_open_are_parsed(monkeypatch):
    given = []
    monkeypatch.setattr(
        "timeline.text.setting.parse", lambda doc, sentences, language: given.extend(sentences)
    )
    text = "They met on 3 March 2015. They met yesterday. It rained. The court sits on Friday."
    tag(text, WEDNESDAY)
    assert [text[start:end] for start, end in given] == ["The court sits on Friday."]


def test_without_a_parser_words_alone_decide(monkeypatch):
    monkeypatch.setenv(parsing.VARIABLE, "no-such-pipeline")
    assert values("They met on Monday. They will meet on Friday.") == ["2019-03-25", "2019-03-29"]


def test_a_sentence_that_stands_twice_is_parsed_once_and_read_twice(monkeypatch):
    given = []
    parse = parsing.parse
    monkeypatch.setattr(
        "timeline.text.setting.parse",
        lambda doc, spans, language: given.extend(spans) or parse(doc, spans, language),
    )
    assert values("The court sits on Friday. It rained. The court sits on Friday.") == ["2019-03-29"] * 2
    assert len(given) == 1
