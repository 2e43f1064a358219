"""Articles and their timexes → TimeML, and back: see `timeline.reading.timeml` for what is read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from xml.sax.saxutils import escape

from timeline.reading.document import Document
from timeline.reading.timeml import ATTRIBUTES, CREATION, AnnotatedText, BadTimeml, TimexTag, read_timeml
from timeline.temporal.expression import Absolute, Direction, Span, layers
from timeline.temporal.granularity import Granularity
from timeline.temporal.timex3 import timex3
from timeline.text.timex import Anchor, NormalizedTimex

__all__ = ["anchor_id", "annotated", "read_timeml", "to_timeml", "write_timeml"]

DCT_ID = "t0"
ROOT = (
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">'
)
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Written as they are, these would be read as something else: a line end, or binary data.
REFERENCES = {"\r": "&#13;", "\x7f": "&#127;"}
IN_ATTRIBUTES = {**REFERENCES, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def to_timeml(document: Document, timexes: Iterable[NormalizedTimex]) -> bytes:
    """An article with its timexes as TimeML (UTF-8): DOCID, DCT, TITLE, and TEXT with TIMEX3 tags t1, t2 …

    Characters that XML cannot hold (most control characters) become U+FFFD. BadTimeml without a
    publication date, which TimeML needs.
    """
    return write_timeml(annotated(document, timexes))


def annotated(document: Document, timexes: Iterable[NormalizedTimex]) -> AnnotatedText:
    """An article's timexes as TIMEX3 tags that refer to each other. BadTimeml without a publication date."""
    if document.dct is None:
        raise BadTimeml("TimeML needs the day on which a text was published: give the article its date.")
    timexes, day = tuple(timexes), document.dct.day.isoformat()
    ids = {each.start: f"t{number}" for number, each in enumerate(timexes, start=1)}
    if document.dct.span:  # the dateline is no timex of the article, but others may hang on it
        ids.setdefault(document.dct.span[0], DCT_ID)
    tags: list[TimexTag] = []
    far_ends: list[TimexTag] = []
    for timex in timexes:
        far_end = _far_end(timex, f"t{len(timexes) + len(far_ends) + 1}")
        far_ends += [far_end] if far_end else []
        tags.append(_tag(timex, ids, far_end.tid if far_end else ""))
    dct = TimexTag(None, DCT_ID, "DATE", day, temporal_function="false", function_in_document=CREATION[0])
    return AnnotatedText(document.id, document.title, document.text, dct, (*tags, *far_ends))


def anchor_id(anchor: Anchor | None, ids: Mapping[int, str]) -> str:
    """The tid of what a timex is counted from, by the offsets of the tagged ones; empty if there is none.

    >>> from timeline.temporal.interval import Interval
    >>> from datetime import date
    >>> anchor_id(Anchor(Interval.of_day(date(2019, 3, 27))), {})
    't0'
    """
    if anchor is None:
        return ""
    return DCT_ID if anchor.start is None else ids.get(anchor.start, "")


def write_timeml(annotated: AnnotatedText) -> bytes:
    """TimeML of tags as they are: `read_timeml` gives the same text and tags again.

    Tags may stand in each other, but not cross. Those without words follow the text, without a tag's words.
    """
    inside = [tag for tag in annotated.timexes if tag.span]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        ROOT,
        f"<DOCID>{_escaped(annotated.id)}</DOCID>",
        f"<DCT>{_opening(annotated.dct)}{_escaped(annotated.dct.value)}</TIMEX3></DCT>",
        f"<TITLE>{_escaped(annotated.title)}</TITLE>",
        f"<TEXT>{_inline(annotated.text, inside)}</TEXT>",
        *(f"{_opening(tag)}</TIMEX3>" for tag in annotated.timexes if not tag.span),
        "</TimeML>\n",
    ]
    return "\n".join(lines).encode()


def _tag(timex: NormalizedTimex, ids: Mapping[int, str], far_end: str) -> TimexTag:
    near_end = anchor_id(timex.anchor, ids) if timex.is_relative else ""
    span = _span(timex)
    begin, end = (near_end, far_end) if _is_coming(span) else (far_end, near_end)
    return TimexTag(
        span=(timex.start, timex.end),
        tid=ids[timex.start],
        type=timex.type,
        value=timex.value,
        mod=timex.mod,
        temporal_function="true" if timex.is_relative else "false",
        anchor_time_id=near_end,
        begin_point=begin if span else "",
        end_point=end if span else "",
    )


def _far_end(timex: NormalizedTimex, tid: str) -> TimexTag | None:
    """Where a length up to its anchor begins, or one from it ends, to its unit: a tag without words."""
    span = _span(timex)
    if span is None or timex.interval is None:
        return None
    interval, unit = timex.interval, max(span.unit, Granularity.DAY)
    moment = interval.end - timedelta(microseconds=1) if _is_coming(span) else interval.start
    told = timex3(Absolute(moment, unit), None)
    return TimexTag(None, tid, told.type, told.value, temporal_function="false")


def _span(timex: NormalizedTimex) -> Span | None:
    """What is said, if it is a length up to or from its anchor: "the past two weeks"."""
    spans = (layer for layer in layers(timex.expression) if isinstance(layer, Span))
    return next(spans, None) if timex.type == "DURATION" else None


def _is_coming(span: Span | None) -> bool:
    return span is not None and span.direction is Direction.FUTURE


def _inline(text: str, tags: Sequence[TimexTag]) -> str:
    """The text with its tags; at one place the inner ones close first, and all before the next opens."""
    marks = []
    for number, tag in enumerate(tags):
        start, end = tag.span
        marks += [(start, 1, -end, number, _opening(tag)), (end, 0, -start, -number, "</TIMEX3>")]
    pieces, done = [], 0
    for place, *_, mark in sorted(marks):
        pieces += [_escaped(text[done:place]), mark]
        done = place
    return "".join([*pieces, _escaped(text[done:])])


def _opening(tag: TimexTag) -> str:
    told = [(name, getattr(tag, field)) for name, field in ATTRIBUTES.items()]
    return "".join(
        ["<TIMEX3", *(f' {name}="{_escaped(value, IN_ATTRIBUTES)}"' for name, value in told if value), ">"]
    )


def _escaped(words: str, references: dict[str, str] = REFERENCES) -> str:
    return escape(NOT_IN_XML.sub("\ufffd", words), references)
