"""Why do these words mean that date? One sentence, for people."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from timeline.text.tag import tag

WEDNESDAY = date(2019, 3, 27)
PUBLISHED = "published on Wednesday 27 March 2019."
CORPUS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "en.toml").read_text("utf-8"))
PHRASES = [re.sub(r"[\[\]]", "", phrase) for group in CORPUS["group"] for phrase in group["phrases"]]


def why(text, day=WEDNESDAY):
    (timex,) = tag(text, day)
    return timex.why


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("They met on Tuesday.", f"“Tuesday” with “met”: the latest Tuesday up to publication; {PUBLISHED}"),
        (
            "They will meet on Tuesday.",
            f"“Tuesday” with “will meet”: the first Tuesday from publication on; {PUBLISHED}",
        ),
        ("In 2001 they met.", "“2001” names the year itself."),
        ("They met in early 2001.", "“early 2001” names the year itself and means the early part of it."),
        ("They met three days ago.", f"“three days ago”: 3 days before publication; {PUBLISHED}"),
        ("They met a day ago.", f"“a day ago”: the day before publication; {PUBLISHED}"),
        ("They met last year.", f"“last year”: the last year before publication; {PUBLISHED}"),
        ("They met recently.", "“recently” means some time in the past; the text does not say when."),
        ("They met for three days.", "“three days” says how long, not when."),
        ("It took them about three days.", "“about three days” says how long, not when."),
        ("They did it in about three days.", "“about three days” says how long, not when."),
        ("They meet every Tuesday.", "“every Tuesday” says how often, not when."),
    ],
)
def test_the_sentence_for_some_words(text, sentence):
    assert why(text) == sentence


def test_without_a_publication_date_it_says_what_is_missing():
    assert why("They met on Tuesday.", None) == (
        "“Tuesday” cannot be placed until the article's publication date is known."
    )


def test_late_on_a_day_names_the_part_and_the_day():
    assert "the late part of the latest Tuesday" in why("They met late Tuesday.")


def test_this_thursday_after_a_wednesday_is_not_called_the_thursday_of_publication():
    assert "Thursday of publication;" not in why("They will meet this Thursday.")


def test_words_over_a_line_break_are_shown_on_one_line():
    assert why("They met late\nTuesday.").startswith("“late Tuesday”")


def test_large_numbers_are_written_out():
    assert "e+" not in why("It rained for the past 1,234,567 seconds.")


@pytest.mark.parametrize("day", [WEDNESDAY, None], ids=["dated", "undated"])
def test_every_phrase_of_the_corpus_gets_one_good_sentence(day):
    for phrase in PHRASES:
        for timex in tag(phrase, day):
            assert re.fullmatch(r"“[^“”]+”[^“”]*(“[^“”]+”)?[^“”]+\.", timex.why), timex.why
            assert " ".join(timex.words.split()) in timex.why
            assert not re.search(r"  |None|[A-Z_]{4,}|\bdays? number\b|<|>|\{", timex.why.split("”", 1)[1]), (
                timex.why
            )
            if timex.is_relative and timex.interval is not None:
                assert timex.why.endswith(PUBLISHED) or day is None, timex.why
