"""TimeML in the forms in which corpora come."""

from datetime import date

import pytest

from timeline.reading import DctSource, read
from timeline.reading.timeml import BadTimeml, TimexTag, day_of, read_timeml

TEMPEVAL = """<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">

<DOCID>selwyn-0042</DOCID>

<DCT><TIMEX3 tid="t0" type="DATE" value="2019-03-27"
 temporalFunction="false" functionInDocument="CREATION_TIME">March 27, 2019</TIMEX3></DCT>

<TITLE>Crane falls
 on ferries</TITLE>
<EXTRAINFO>Page <TIMEX3 tid="t9" type="DATE" value="2019">2019</TIMEX3></EXTRAINFO>

<TEXT>
The crane <EVENT eid="e1" class="OCCURRENCE">fell</EVENT> <SIGNAL sid="s1">on</SIGNAL> <TIMEX3 tid="t1"
 type="DATE" value="2019-03-26" temporalFunction="true"
 functionInDocument="NONE" anchorTimeID="t0">Tuesday</TIMEX3> &amp; sank.
It had stood for <TIMEX3 tid="t2" type="DURATION" value="P2W" beginPoint="t3"
 endPoint="t0">the past <SIGNAL sid="s2">two</SIGNAL> weeks</TIMEX3><TIMEX3 tid="t3" type="DATE"
 value="2019-03-13"/>, seen <TIMEX3 tid="t4" type="SET" value="P1D"
 quant="EVERY" freq="2X" mod="APPROX">daily</TIMEX3>.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST"/>
<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
</TimeML>
"""
TIMEBANK = """<?xml version="1.0" ?>
<TimeML>
<DOC><DOCNO> SELWYN19980213.1435 </DOCNO>
<DATE_TIME> <TIMEX3 tid="t40" type="TIME" value="1998-02-13T14:35:00"
 functionInDocument="PUBLICATION_TIME">02/13/1998 14:35:00</TIMEX3> </DATE_TIME>
<BODY><HEADLINE>Crane falls</HEADLINE>
<s>It fell <TIMEX3 tid="t41" type="DATE" value="1998-02-12" anchorTimeID="t40">yesterday</TIMEX3>.</s>
</BODY></DOC>
<TLINK lid="l1" relType="BEFORE" timeID="t41" relatedToTime="t40"/>


</TimeML>
"""


def tml(dct='<DCT><TIMEX3 tid="t0" value="2019-03-27">27 March</TIMEX3></DCT>', text="It fell."):
    return f"<TimeML>{dct}<TEXT>{text}</TEXT></TimeML>".encode()


def words(annotated):
    return {tag.tid: annotated.text[slice(*tag.span)] for tag in annotated.timexes if tag.span}


def test_a_tempeval_file_gives_its_text_without_tags_and_where_each_timex_stands():
    annotated = read_timeml(TEMPEVAL.encode())
    assert (annotated.id, annotated.title) == ("selwyn-0042", "Crane falls on ferries")
    assert annotated.text == (
        "\nThe crane fell on Tuesday & sank.\nIt had stood for the past two weeks, seen daily.\n"
    )
    assert words(annotated) == {"t1": "Tuesday", "t2": "the past two weeks", "t4": "daily"}


def test_every_attribute_is_read():
    tuesday, weeks, daily, *_ = read_timeml(TEMPEVAL.encode()).timexes
    assert tuesday == TimexTag((19, 26), "t1", "DATE", "2019-03-26", "", "true", "NONE", anchor_time_id="t0")
    assert (weeks.begin_point, weeks.end_point) == ("t3", "t0")
    assert (daily.quant, daily.freq, daily.mod) == ("EVERY", "2X", "APPROX")


def test_the_creation_time_is_apart_and_timexes_without_words_in_the_text_come_last():
    annotated = read_timeml(TEMPEVAL.encode())
    assert (annotated.dct.tid, annotated.day) == ("t0", date(2019, 3, 27))
    assert [tag.tid for tag in annotated.timexes if tag.span is None] == ["t9", "t3"]
    assert annotated.timexes[-1].value == "2019-03-13"


def test_without_a_text_element_all_but_the_head_and_the_links_is_text():
    annotated = read_timeml(TIMEBANK.encode())
    assert annotated.text.split() == ["Crane", "falls", "It", "fell", "yesterday."]
    assert annotated.text.endswith("yesterday.")
    assert (annotated.id, annotated.title) == ("SELWYN19980213.1435", "Crane falls")
    assert (annotated.dct.tid, annotated.day) == ("t40", date(1998, 2, 13))
    assert words(annotated) == {"t41": "yesterday"}


def test_a_creation_time_that_stands_in_the_text_is_no_timex_of_it():
    data = """<TimeML>
APW19980213.1310 <TIMEX3 tid="t1" value="1998-02-13T14:26:00"
 functionInDocument="CREATION_TIME">02/13/1998 14:26</TIMEX3>
It fell <TIMEX3 tid="t2" value="1998-02-12">yesterday</TIMEX3>.</TimeML>"""
    annotated = read_timeml(data.encode())
    assert words(annotated) == {"t2": "yesterday"} and "02/13/1998 14:26" in annotated.text
    assert annotated.day == date(1998, 2, 13)


@pytest.mark.parametrize(
    "dct",
    [
        "<DCT>2019-03-27</DCT>",
        "<DCT> 20190327 </DCT>",
        "<DATE_TIME>March 27, 2019 14:35</DATE_TIME>",
        '<DCT><TIMEX3 value="20190327T143500"/></DCT>',
        '<DCT><TIMEX3 value="2019-03-27TMO">that morning</TIMEX3></DCT>',
        '<x><TIMEX3 value="1998-05" functionInDocument="CREATION_TIME">May</TIMEX3></x>'
        '<x><TIMEX3 value="2019-03-27" functionInDocument="PUBLICATION_TIME">Wednesday</TIMEX3></x>',
    ],
)
def test_the_creation_time_in_other_forms(dct):
    assert read_timeml(tml(dct)).day == date(2019, 3, 27)


@pytest.mark.parametrize(
    "value", ["", "2019", "2019-03", "2019-W13", "FUTURE_REF", "2019-02-30", "2019032712"]
)
def test_what_gives_no_day(value):
    assert day_of(value) is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (tml(dct=""), "has no DCT that gives a day"),
        (tml(dct='<DCT><TIMEX3 value="2019-03">March</TIMEX3></DCT>'), "has no DCT that gives a day"),
        (b"<html><body>On Monday.</body></html>", "is not TimeML: its outermost tag must be <TimeML>"),
        (b"<TimeML><TEXT>It fell.</TimeML>", "is not well-formed XML (mismatched tag, line 1)"),
        (b"It fell.", "is not well-formed XML"),
        (b"", "is empty"),
    ],
)
def test_what_is_no_timeml_gets_one_sentence(data, told):
    with pytest.raises(ValueError) as caught:
        read_timeml(data, "crane.tml")
    assert str(caught.value).startswith(f"crane.tml {told}") and str(caught.value).endswith(".")


def test_no_day_is_told_apart_from_broken_xml():
    with pytest.raises(BadTimeml):
        read_timeml(tml(dct=""))


def test_a_tml_file_is_an_article_and_says_where_its_date_stood():
    (document,) = read(TEMPEVAL.encode(), "crane.tml").documents
    assert (document.id, document.title) == ("selwyn-0042", "Crane falls on ferries")
    assert document.text.startswith("\nThe crane fell on Tuesday & sank.")
    assert (document.dct.day, document.dct.found_in) == (date(2019, 3, 27), DctSource.TIMEML)
    assert document.dct.found_in.value == "TimeML creation time"


def test_a_tml_article_without_a_date_is_kept_and_takes_the_one_given():
    reading = read(tml(dct=""), "crane.tml")
    assert reading.documents[0].dct is None and "no publication date" in reading.problems[0].message
    assert read(tml(dct=""), "crane.tml", day=date(2019, 3, 27)).problems == ()


def test_a_long_file_of_many_timexes_and_heads_takes_time_in_proportion():
    head = "<DATE_TIME>x</DATE_TIME><TIMEX3>May</TIMEX3>" * 20_000
    data = f'<TimeML><DCT><TIMEX3 value="2019-03-27"/></DCT>{head}</TimeML>'
    assert len(read_timeml(data.encode()).timexes) == 20_000
