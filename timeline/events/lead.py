"""The lead: what an article tells first is its news, of the day of publication if nothing else dates it."""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.events.analysis import Analysis
from timeline.events.dated import Dating
from timeline.events.dating import as_told
from timeline.events.kinds import Basis
from timeline.model.syntax import Tense, is_negated
from timeline.reading.document import Document
from timeline.temporal.interval import Interval

HEAD = 8  # lines above which a headline stands
NEWS = (Tense.PAST, Tense.PERFECT, Tense.PROGRESSIVE, Tense.PRESENT)


def end_of_headline(document: Document) -> int:
    """Where the headline ends, if it stands above the text: what it tells, the article tells again.

    >>> end_of_headline(Document("one", "Crane falls", "Crane falls\\n\\nA crane fell on Monday.", None))
    11
    """
    text, title = document.text, document.title
    at = text.find(title) if title else -1
    stands_alone = at >= 0 and text[at + len(title) :].lstrip(" .")[:1] in ("", "\n")
    return at + len(title) if stands_alone and text[:at].count("\n") < HEAD else 0


def with_lead(predicates: Sequence[Token], dates: Sequence[Dating], analysis: Analysis) -> list[Dating]:
    """The dates, and the day of publication for what the lead tells first of all if nothing dates it."""
    dct = analysis.document.dct
    if dct is None or not predicates:
        return list(dates)
    lead = analysis.sentence(analysis.offset(predicates[0]))
    start, end = analysis.sentences[lead]
    if any(start <= each.start < end for each in analysis.timexes):
        return list(dates)
    news = Dating(Basis.PUBLICATION, Interval.of_day(dct.day))
    return [
        news if _is_news(token, dating, lead, analysis) else dating
        for token, dating in zip(predicates, dates, strict=True)
    ]


def _is_news(token: Token, dating: Dating, lead: int, analysis: Analysis) -> bool:
    if dating.basis is not Basis.NONE or analysis.sentence(analysis.offset(token)) != lead:
        return False
    is_plain = analysis.tense(token) in NEWS and not is_negated(token)
    return is_plain and as_told(token, dating, analysis).is_main
