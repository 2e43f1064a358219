"""Which date wins, what is said about the odd ones, and what an article is called."""

from datetime import date

import pytest

from timeline.reading import DctSource, read
from timeline.reading.document import GENRES
from timeline.reading.raw import RawArticle
from timeline.reading.settle import settle
from timeline.text.genre import Genre

GIVEN, META, LINE, NAME = (date(2019, 3, day) for day in (24, 25, 26, 27))
TEXT = "Crane falls on ferries\n\nMarch 26, 2019\n\nIt fell on Tuesday."


def settled(text=TEXT, name="2019-03-27-crane.txt", day=None, today=None, **fields):
    return settle(RawArticle(name, text, **fields), name, today=today, day=day)


def dct_of(*args, **fields):
    return settled(*args, **fields).documents[0].dct


def test_a_given_date_beats_metadata_beats_the_dateline_beats_the_file_name():
    undated = TEXT.replace("March 26, 2019", "")
    found = [
        dct_of(day=GIVEN, published="2019-03-25"),
        dct_of(published="2019-03-25"),
        dct_of(),
        dct_of(undated),
    ]
    assert [dct.day for dct in found] == [GIVEN, META, LINE, NAME]
    sources = [DctSource.GIVEN, DctSource.METADATA, DctSource.DATELINE, DctSource.FILE_NAME]
    assert [dct.found_in for dct in found] == sources


@pytest.mark.parametrize("how", [{"day": LINE}, {"published": "26 March 2019"}])
def test_a_dateline_that_agrees_is_pointed_at_whatever_the_date_came_from(how):
    assert TEXT[slice(*dct_of(**how).span)] == "March 26, 2019"


def test_a_dateline_that_disagrees_is_not():
    assert dct_of(published="2019-03-25").span is None


def test_an_unreadable_date_falls_through_and_is_reported():
    reading = settled(published="last week")
    assert reading.documents[0].dct.day == LINE
    assert [problem.message for problem in reading.problems] == [
        "2019-03-27-crane.txt gives its publication date as “last week”, which is not a full date:"
        " 26 March 2019, from its dateline in the text, is taken instead; check it."
    ]


def test_no_date_keeps_the_article_and_asks_for_one():
    reading = settled("It fell on Tuesday.", "crane.txt")
    assert reading.documents[0].dct is None
    (problem,) = reading.problems
    assert problem.name == "crane.txt"
    assert problem.message.startswith("crane.txt has no publication date that could be found: give its date")


def test_a_date_after_today_is_kept_and_reported():
    reading = settled("Crane falls\n\nMay 3, 2031\n\nIt fell.", "crane.txt", today=date(2026, 1, 1))
    assert reading.documents[0].dct.day == date(2031, 5, 3)
    assert [problem.message for problem in reading.problems] == [
        "crane.txt is dated 3 May 2031, which is in the future: check its publication date."
    ]


def test_today_itself_is_not_the_future():
    assert settled(today=LINE).problems == ()


def test_an_ambiguous_date_is_read_and_reported():
    reading = settled(published="03/04/2019")
    assert reading.documents[0].dct.day == date(2019, 3, 4)
    assert "03/04/2019, read here as 4 March 2019" in reading.problems[0].message


def test_the_region_of_the_language_tells_the_order():
    assert dct_of(published="03/04/2019", language="en_GB").day == date(2019, 4, 3)


@pytest.mark.parametrize(
    ("given", "known"),
    [("", "en"), ("en-US", "en"), ("ES", "es"), ("pt_BR", "pt"), ("English", "en"), ("?", "en")],
)
def test_the_language_is_a_bare_code(given, known):
    assert settled(language=given).documents[0].language == known


@pytest.mark.parametrize("genre", ["news", "narrative", "Narrative"])
def test_an_article_may_say_how_it_counts_its_dates(genre):
    reading = settled(genre=genre)
    assert reading.documents[0].genre == genre.lower() and reading.problems == ()
    assert reading.documents[0].id != settled().documents[0].id


def test_a_genre_that_is_not_known_is_passed_over_and_reported():
    reading = settled(genre="poem")
    assert reading.documents[0].genre == ""
    (problem,) = reading.problems
    assert problem.kept and problem.message == (
        "2019-03-27-crane.txt gives its genre as “poem”, which was passed over:"
        " write news or narrative there."
    )


def test_the_genres_that_are_read_are_those_that_are_told_apart():
    assert set(GENRES) == set(Genre)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "crane"])
def test_only_web_addresses_become_links(url):
    assert settled(url=url).documents[0].url == ""


def test_the_same_article_keeps_its_id_and_another_gets_another():
    first, again = settled().documents[0].id, settled().documents[0].id
    assert first == again
    assert first.startswith("2019-03-27-crane-")
    assert settled(TEXT + " More.").documents[0].id != first
    assert settled(published="2019-03-25").documents[0].id != first


def test_a_name_in_another_script_still_gives_an_id():
    assert settled(name="Кран.txt").documents[0].id.startswith("article-")


def test_a_title_is_one_line_of_bounded_length():
    title = settled(title="Crane\nfalls " + "x" * 1000).documents[0].title
    assert title.startswith("Crane falls x") and len(title) == 300


def test_without_a_headline_the_file_name_is_the_title():
    assert settled("It fell on Tuesday.").documents[0].title == "Crane"


def test_characters_that_were_lost_are_reported():
    reading = read("Crane “falls” on “ferries”.\n\nMarch 27, 2019".encode() + b"\xff", "crane.txt")
    assert "could not be read (shown as \ufffd)" in reading.problems[0].message
