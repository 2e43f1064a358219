"""Timexes as TimeML, and what comes back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading import Dct, DctSource, Document, read
from timeline.reading.timeml import AnnotatedText, BadTimeml, TimexTag
from timeline.temporal.interval import Interval
from timeline.text.tag import tag_document
from timeline.text.timeml import anchor_id, annotated, read_timeml, to_timeml, write_timeml
from timeline.text.timex import Anchor, AnchorSource

DAY = date(2019, 3, 27)


def article(text, day=DAY, title="Crane falls"):
    return Document("crane", title, text, Dct(day, DctSource.GIVEN) if day else None)


def tags(text):
    """The tags of an article, by their words; those without words by their tid."""
    document = article(text)
    written = read_timeml(to_timeml(document, tag_document(document)))
    assert written.text == text
    return {text[slice(*tag.span)] if tag.span else tag.tid: tag for tag in written.timexes}


def test_an_article_is_written_as_tempeval_writes_it():
    document = article("It fell late Tuesday & sank.", title="Crane <falls>")
    assert to_timeml(document, tag_document(document)).decode().split("\n")[2:] == [
        "<DOCID>crane</DOCID>",
        '<DCT><TIMEX3 tid="t0" type="DATE" value="2019-03-27" temporalFunction="false"'
        ' functionInDocument="CREATION_TIME">2019-03-27</TIMEX3></DCT>',
        "<TITLE>Crane &lt;falls&gt;</TITLE>",
        '<TEXT>It fell <TIMEX3 tid="t1" type="DATE" value="2019-03-26" mod="END" temporalFunction="true"'
        ' anchorTimeID="t0">late Tuesday</TIMEX3> &amp; sank.</TEXT>',
        "</TimeML>",
        "",
    ]


def test_tags_refer_to_what_they_are_counted_from():
    found = tags("On 5 June 1944 they waited. Two days later they left. Tuesday was calm.")
    assert [found[words].anchor_time_id for words in ("5 June 1944", "Two days later", "Tuesday")] == [
        "", "t1", "t0",
    ]  # fmt: skip
    assert [tag.temporal_function for tag in found.values()] == ["false", "true", "true"]


def test_a_length_up_to_publication_ends_there_and_begins_at_a_tag_without_words():
    found = tags("It rained for the past two weeks. It will be dry for the next three days.")
    past, coming = found["the past two weeks"], found["the next three days"]
    assert (past.value, past.begin_point, past.end_point) == ("P2W", "t3", "t0")
    assert (coming.value, coming.begin_point, coming.end_point) == ("P3D", "t0", "t4")
    assert (found["t3"].value, found["t4"].value) == ("2019-W11", "2019-03-30")


def test_other_lengths_have_no_ends():
    found = tags("It rained for three days.")["three days"]
    assert (found.type, found.begin_point, found.end_point, found.anchor_time_id) == ("DURATION", "", "", "")


def test_what_hangs_on_the_dateline_hangs_on_the_creation_time():
    text = "Crane falls\n\nMarch 27, 2019\n\nIt fell the next day."
    (document,) = read(text.encode(), "crane.txt").documents
    (timex,) = tag_document(document)
    start = document.dct.span[0]
    hanging = replace(timex, anchor=Anchor(Interval.of_day(DAY), AnchorSource.TIMEX, start))
    assert annotated(document, [hanging]).timexes[0].anchor_time_id == "t0"


@pytest.mark.parametrize(
    ("anchor", "tid"),
    [
        (None, ""),
        (Anchor(Interval.of_day(DAY)), "t0"),
        (Anchor(Interval.of_day(DAY), AnchorSource.TIMEX, 7), "t1"),
        (Anchor(Interval.of_day(DAY), AnchorSource.RANGE, 40), "t2"),
        (Anchor(Interval.of_day(DAY), AnchorSource.SPEECH, 99), ""),
    ],
)
def test_an_anchor_is_found_by_the_offset_of_its_timex(anchor, tid):
    assert anchor_id(anchor, {7: "t1", 40: "t2"}) == tid


def test_without_a_publication_date_there_is_no_timeml():
    with pytest.raises(BadTimeml, match="give the article its date"):
        to_timeml(article("In 2001.", day=None), [])


def test_characters_that_xml_cannot_hold_are_replaced_one_for_one():
    document = article("\x00On\ufffe \x1bMonday\ud83d.", title="\x07")
    again = read_timeml(to_timeml(document, []))
    assert again.text == "\ufffdOn\ufffd \ufffdMonday\ufffd." and again.title == "\ufffd"


def test_tags_inside_tags_and_side_by_side_are_closed_in_order():
    spans = [(0, 9), (0, 4), (0, 4), (4, 9), (9, 10)]
    tags = tuple(TimexTag(span, f"t{number}") for number, span in enumerate(spans, start=1))
    written = AnnotatedText("a", "", "July 2019.", TimexTag(None, "t0", "DATE", "2019-03-27"), tags)
    assert read_timeml(write_timeml(written)).timexes == tags


held = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
texts = st.text(held | st.sampled_from("&<>\"'\n\r\t]\x7f\x85\u2028 "), max_size=60)
attributes = st.text(held | st.sampled_from("&<>\"'\n\r\t "), max_size=10)


@st.composite
def annotated_texts(draw):
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), unique=True, max_size=8)))
    spans = [*zip(cuts[::2], cuts[1::2], strict=False), *draw(st.lists(st.none(), max_size=2))]
    dct = TimexTag(None, "t0", "DATE", "2019-03-27T14:35", function_in_document="CREATION_TIME")
    tagged = (
        TimexTag(span, f"t{n}", *(draw(attributes) for _ in range(9))) for n, span in enumerate(spans, 1)
    )
    timexes = [replace(tag, function_in_document="NONE") for tag in tagged]
    return AnnotatedText("an id", " ".join(draw(texts).split()), text, dct, tuple(timexes))


@given(annotated_texts())
def test_what_is_written_reads_back_the_same(annotated):
    assert read_timeml(write_timeml(annotated)) == annotated


@given(st.text())
def test_any_text_is_written_and_keeps_its_offsets(text):
    again = read_timeml(to_timeml(article(text, title=text), []))
    assert len(again.text) == len(text)
    assert read_timeml(write_timeml(again)) == again


def test_a_corpus_file_reads_writes_and_reads_the_same():
    data = b"""<TimeML><DATE_TIME><TIMEX3 tid="t40" value="1998-02-13T14:35" type="TIME"
functionInDocument="PUBLICATION_TIME">2/13/98</TIMEX3></DATE_TIME>
He &amp; she left <TIMEX3 tid="t41" value="P2W" beginPoint="t42">two <EVENT>we</EVENT>eks</TIMEX3>
<TIMEX3 tid="t42" value="1998"/> ago.</TimeML>"""
    once = read_timeml(data)
    assert read_timeml(write_timeml(once)) == once and len(once.timexes) == 2
