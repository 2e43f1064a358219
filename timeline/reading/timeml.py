"""TimeML (Pustejovsky et al. 2005): articles with TIMEX3 tags, as TimeBank and TempEval-3 have them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from timeline.reading.days import parse_day
from timeline.reading.document import DctSource
from timeline.reading.raw import RawArticle, Unreadable
from timeline.reading.xml import Element, Excerpt, Markup, read_xml

# TIMEX3's attributes, and the fields of a `TimexTag` that hold them.
ATTRIBUTES = {
    "tid": "tid",
    "type": "type",
    "value": "value",
    "mod": "mod",
    "temporalFunction": "temporal_function",
    "functionInDocument": "function_in_document",
    "anchorTimeID": "anchor_time_id",
    "beginPoint": "begin_point",
    "endPoint": "end_point",
    "quant": "quant",
    "freq": "freq",
}
CREATION = ("CREATION_TIME", "PUBLICATION_TIME")
DCT = ("DCT", "DATE_TIME", "DATE", "DD")
NAMES = ("DOCID", "DOCNO")
TITLES = ("TITLE", "HEADLINE", "HL")
# What is no part of the text where no TEXT element says which part is.
HEAD = (*DCT, *NAMES, "TITLE", "DOCTYPE", "EXTRAINFO", "SLUG")
MOST_PLACES = 20
DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d(?!\d{3}(?:\d\d)?$))")


class BadTimeml(Unreadable):
    """What cannot be TimeML; the message is one sentence for the person who gave it."""


@dataclass(frozen=True, slots=True)
class TimexTag:
    """A TIMEX3 tag as written; `span` is in code points of the text, None if no words of it are tagged.
    An attribute that is not there is empty."""

    span: tuple[int, int] | None = None
    tid: str = ""
    type: str = ""
    value: str = ""
    mod: str = ""
    temporal_function: str = ""
    function_in_document: str = ""
    anchor_time_id: str = ""
    begin_point: str = ""
    end_point: str = ""
    quant: str = ""
    freq: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """An article of a TimeML file. `dct` is the tag of its creation time, which `timexes` leaves out; those
    without words, which only others refer to, stand last."""

    id: str
    title: str
    text: str
    dct: TimexTag
    timexes: tuple[TimexTag, ...]

    @property
    def day(self) -> date:
        return day_of(self.dct.value)


def read_timeml(data: bytes, name: str = "The TimeML") -> AnnotatedText:
    """The text of a TimeML file, all tags removed, and its TIMEX3 tags; `name` is the file's.

    With no TEXT element the text is everything but the head (its name, date and title). Events and links are
    left out. BadTimeml or its base Unreadable if the file is no TimeML or tells no day of creation.

    >>> article = b'<TimeML><DCT>2019-03-27</DCT><TEXT>On <TIMEX3 tid="t1">Monday</TIMEX3>.</TEXT></TimeML>'
    >>> read_timeml(article).text, read_timeml(article).timexes[0].span
    ('On Monday.', (3, 9))
    """
    markup = _parse(data, name)
    dct = _find_dct(markup)
    if dct is None:
        raise BadTimeml(f"{name} has no DCT that gives a day: add the day on which its text was published.")
    body = _body(markup)
    tags = [_tag(element, body) for element in markup.named("TIMEX3") if element is not dct[0]]
    tags.sort(key=lambda tag: tag.span is None)
    return AnnotatedText(
        _first(markup, NAMES), _first(markup, TITLES), body.text(markup.words), dct[1], tuple(tags)
    )


def read_tml(data: bytes, name: str) -> Iterator[RawArticle]:
    """The article of a TimeML file, for those who want its words only."""
    markup = _parse(data, name)
    dct = _find_dct(markup)
    yield RawArticle(
        place=name,
        text=_body(markup).text(markup.words),
        title=_first(markup, TITLES),
        published=day_of(dct[1].value).isoformat() if dct else "",
        id=_first(markup, NAMES),
        found_in=DctSource.TIMEML,
    )


def day_of(value: str) -> date | None:
    """The day of a TIMEX3 value; None if it gives none.

    >>> day_of("1998-02-13T14:35:00") == day_of("19980213") == date(1998, 2, 13)
    True
    >>> day_of("1998-02") is None
    True
    """
    found = DAY.match(value)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _parse(data: bytes, name: str) -> Markup:
    markup = read_xml(data, name)
    if markup.elements[0].name != "TIMEML":
        raise BadTimeml(f"{name} is not TimeML: its outermost tag must be <TimeML>.")
    return markup


def _find_dct(markup: Markup) -> tuple[Element, TimexTag] | None:
    """The element that gives the day of creation, and its tag: marked so, else in the DCT, else its words."""
    timexes, places = markup.named("TIMEX3"), markup.named(*DCT)[:MOST_PLACES]
    marked = [
        each for role in CREATION for each in timexes if each.attributes.get("functionInDocument") == role
    ]
    inside = [
        each for place in places for each in timexes if place.start <= each.start <= each.end <= place.end
    ]
    for element in (*marked, *inside):
        if day_of(element.attributes.get("value", "")):
            return element, _tag(element, Excerpt.of([]))
    for element in places:
        if day := day_of(markup.inside(element).strip()) or parse_day(markup.inside(element), "en"):
            return element, TimexTag(None, "t0", "DATE", day.isoformat(), function_in_document=CREATION[0])
    return None


def _tag(element: Element, body: Excerpt) -> TimexTag:
    told = {field: element.attributes.get(name, "") for name, field in ATTRIBUTES.items()}
    start, end = body.offset(element.start), body.offset(element.end)
    return TimexTag((start, end) if start < end else None, **told)


def _body(markup: Markup) -> Excerpt:
    """The part of the words that is the article's text."""
    if texts := markup.named("TEXT"):
        return Excerpt.of(_apart(texts))
    head = _apart(markup.named(*HEAD))
    starts = [0, *(end for _, end in head)]
    ends = [*(start for start, _ in head), len(markup.words.rstrip())]  # no blank lines between the links
    return Excerpt.of(zip(starts, ends, strict=True))


def _apart(elements: list[Element]) -> list[tuple[int, int]]:
    """Where the elements stand, but for those inside another."""
    kept: list[tuple[int, int]] = []
    for each in elements:
        if not kept or each.start >= kept[-1][1]:
            kept.append((each.start, each.end))
    return kept


def _first(markup: Markup, names: tuple[str, ...]) -> str:
    """The words of the first such element that has any, on one line."""
    found = (" ".join(markup.inside(each).split()) for name in names for each in markup.named(name))
    return next(filter(None, found), "")
