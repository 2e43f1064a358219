"""Invented articles for the tests of events, with their trees and their placed timexes."""

from datetime import date

from timeline.events.analysis import Analysis, analyse
from timeline.reading import Dct, DctSource, Document
from timeline.text.tag import tag_document

PUBLISHED = date(2019, 3, 27)  # a Wednesday


def analysed(text: str, published: date | None = PUBLISHED) -> Analysis:
    """An article as its events are told from it."""
    dct = Dct(published, DctSource.GIVEN, published.isoformat()) if published else None
    document = Document(id="a", title="", text=text, dct=dct, language="en")
    return analyse(document, tag_document(document))


def token(analysis: Analysis, word: str, nth: int = 0):
    """The nth token of an article with these letters."""
    return [each for each in analysis.parsed.doc if each.text == word][nth]
