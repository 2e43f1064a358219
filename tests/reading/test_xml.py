"""XML that is read, and XML that is refused."""

import pytest

from timeline.reading.raw import Unreadable
from timeline.reading.xml import read_xml


def read(text: str):
    return read_xml(text.encode(), "a.xml")


def test_words_come_without_tags_and_elements_know_where_they_stand():
    markup = read('<doc>On <d id="1">Mon<i/>day</d> &amp; <x:d xmlns:x="y">Friday</x:d>.</doc>')
    assert markup.words == "On Monday & Friday."
    assert [(each.name, each.start, each.end) for each in markup.elements] == [
        ("DOC", 0, 19), ("D", 3, 9), ("I", 6, 6), ("D", 12, 18),
    ]  # fmt: skip
    assert [each.attributes.get("id") for each in markup.named("D")] == ["1", None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_declared_encoding_is_read(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?><a>le 3 août</a>'.encode(encoding)
    assert read_xml(data, "a.xml").words == "le 3 août"


def test_an_entity_of_a_dtd_elsewhere_is_read_as_in_html_and_an_unknown_one_kept():
    assert read('<!DOCTYPE a SYSTEM "a.dtd"><a>1 &mdash; 2 &what;</a>').words == "1 — 2 &what;"


BOMB = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "declared",
    [
        f'<!ENTITY x0 "ha">{BOMB}',
        '<!ENTITY x9 SYSTEM "file:///etc/hostname">',
        '<!ENTITY % x SYSTEM "http://localhost/a.dtd"> %x;',
        '<!ATTLIST a x CDATA "long">',
    ],
    ids=["bomb", "file", "address", "default"],
)
def test_a_file_that_declares_anything_of_its_own_is_refused(declared):
    with pytest.raises(Unreadable, match=r"^a.xml declares entities of its own: .*\.$"):
        read(f"<!DOCTYPE a [{declared}]><a>&x9;</a>")


@pytest.mark.parametrize(
    "text", ["<a>", "<a></b>", "words", "<a/><b/>", "<a>&nothing;</a>", "<a>\x01</a>", "<a>&#0;</a>"]
)
def test_broken_xml_gets_one_sentence_with_its_line(text):
    with pytest.raises(Unreadable, match=r"^a.xml is not well-formed XML \(.*, line 1\): .*\.$"):
        read(text)


def test_no_depth_of_tags_is_too_deep():
    assert read("<a>" * 100_000 + "deep" + "</a>" * 100_000).words == "deep"
