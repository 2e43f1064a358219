"""The tagger in one call, and the article's own dateline."""

from datetime import date

from timeline.reading import Dct, DctSource, Document
from timeline.text.tag import tag, tag_document

DAY = date(2019, 3, 27)
TEXT = "Ferries stop\n\nMarch 27, 2019\n\nThe ferries stopped on Tuesday."


def test_a_text_is_tagged_in_order():
    assert [each.value for each in tag("On Monday they met; in May they will return.", DAY)] == [
        "2019-03-25",
        "2019-05",
    ]


def test_the_dateline_of_an_article_is_no_event_of_it():
    start = TEXT.index("March")
    dct = Dct(DAY, DctSource.DATELINE, "March 27, 2019", (start, start + 14))
    assert [each.words for each in tag_document(Document("a", "Ferries stop", TEXT, dct))] == ["Tuesday"]
    assert [each.words for each in tag(TEXT, DAY)] == ["Tuesday"]
    given = Document("a", "Ferries stop", TEXT, Dct(date(2019, 3, 28), DctSource.GIVEN))
    assert [each.words for each in tag_document(given)] == ["March 27, 2019", "Tuesday"]


def test_the_publication_date_inside_a_sentence_or_as_the_whole_text_is_a_date_as_any_other():
    assert [each.words for each in tag("It closed on March 27, 2019, for good.", DAY)] == ["March 27, 2019"]
    assert [each.words for each in tag("March 27, 2019", DAY)] == ["March 27, 2019"]


def test_an_article_in_a_language_without_a_file_has_no_timexes():
    assert tag_document(Document("a", "A", "El martes.", Dct(DAY, DctSource.GIVEN), language="zz")) == ()
