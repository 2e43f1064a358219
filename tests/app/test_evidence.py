from datetime import date, datetime

from tests.builders import event, event_table
from timeline.app.evidence import evidence_html, position_of
from timeline.app.listing import listing
from timeline.reading import Dct, DctSource, Document

DOCUMENT = Document("a", "Ferry late", "", Dct(date(2019, 3, 27), DctSource.DATELINE), source="The Courier")
SENTENCE = "The <b>ferry</b> sank on Tuesday."


def row(**columns):
    words = SENTENCE.index("on Tuesday") + 3
    given = {
        "sentence": SENTENCE,
        "sentence_start": 100,
        "sentence_end": 100 + len(SENTENCE),
        "words": "Tuesday",
        "words_start": 100 + words,
        "words_end": 100 + words + len("Tuesday"),
        "anchoring": "relative",
        "clause": SENTENCE[:-1],
        "clause_start": 100,
        "clause_end": 99 + len(SENTENCE),
        "title": "Ferry late",
        **columns,
    }
    return next(event_table([event("e", datetime(2019, 3, 26), **given)]).itertuples(index=False))


def test_the_dating_words_are_marked_and_the_rest_is_no_markup():
    html = evidence_html(row(), DOCUMENT)
    assert ">Tuesday</mark>" in html
    assert "The &lt;b&gt;ferry&lt;/b&gt; sank" in html


def test_the_evidence_says_when_why_and_where():
    html = evidence_html(row(why="because the verb is past"), DOCUMENT)
    for words in ("Tuesday 26 March 2019", "Because the verb is past", "Ferry late"):
        assert words in html
    assert "Wednesday 27 March 2019 (dateline in the text)" in html


def test_the_evidence_says_what_else_the_words_may_mean():
    html = evidence_html(
        row(alternatives="Tuesday 2 April 2019 — the <first> one.\nApril 2019 — vague."), DOCUMENT
    )
    assert "Could also be" in html
    assert "<b>Tuesday 2 April 2019</b><br>The &lt;first&gt; one.<br><b>April 2019</b>" in html
    assert "Could also be" not in evidence_html(row(), DOCUMENT)


def test_an_event_without_dating_words_has_no_mark():
    html = evidence_html(row(words="", words_start=100, words_end=100, basis="publication"), DOCUMENT)
    assert "<mark" not in html
    assert "told as the news of the day of publication" in html


def test_only_a_web_address_becomes_a_link():
    assert "href" not in evidence_html(row(url="javascript:alert(1)"), DOCUMENT)
    assert 'href="https://example.org/"' in evidence_html(row(url="https://example.org/"), DOCUMENT)


def test_an_article_without_a_date_says_so():
    assert "date unknown" in evidence_html(row(), Document("a", "Ferry late", "", None))


def test_the_listing_speaks_plainly():
    table = event_table([event("e", datetime(2019, 3, 26), words="", source="", title="Ferry late")])
    shown = listing(table).iloc[0]
    assert shown["Date"] == "Tuesday 26 March 2019"
    assert shown["Dated by"] == "the publication date"
    assert shown["Source"] == "Ferry late"


def test_the_place_of_an_event_that_is_not_shown_is_none():
    table = event_table([event("e"), event("f")])
    assert position_of("f", table) == 1
    assert position_of("gone", table) is None
    assert position_of(None, table) is None
