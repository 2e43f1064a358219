"""Plain text, among it an article torn out of a web page."""

from datetime import date

from timeline.reading import DctSource, read

TORN = """Join our harbour channel today and get ferry news before anyone else!

Two ferries sunk by falling crane: port

Mayor Ana Reyes and harbour master Tom Weld opened the dock's new crane, August 9, 2011. (
March 27, 2019

The port of Selwyn on Tuesday confirmed that its largest crane had fallen onto two ferries.

Harbour master Tom Weld said late Tuesday that “nobody was aboard”.

Mayor Ana Reyes had warned on Monday that the crane was unsafe."""


def test_a_torn_article_gives_its_title_its_date_and_all_of_its_text():
    reading = read(TORN.encode(), "000_9a8b7c.txt", today=date(2026, 1, 1))
    (document,) = reading.documents
    assert reading.problems == ()
    assert document.title == "Two ferries sunk by falling crane: port"
    assert document.text == TORN
    assert (document.dct.day, document.dct.found_in) == (date(2019, 3, 27), DctSource.DATELINE)
    assert document.text[slice(*document.dct.span)] == "March 27, 2019"
