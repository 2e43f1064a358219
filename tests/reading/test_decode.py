"""Every encoding that people's files come in is read; what is no text is refused in one sentence."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.decode import decode
from timeline.reading.raw import Unreadable

WORDS = "The café’s “naïve” owner – Señor Núñez – left on Tuesday.\nNobody knows why.\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("utf-8"),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("utf-32"),
        WORDS.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 BOM", "utf-16", "utf-16 BE", "bare LE", "bare BE", "utf-32", "cp1252"],
)
def test_every_common_encoding_gives_the_same_words(data):
    assert decode(data, "a.txt") == WORDS


def test_latin_1_is_read():
    assert decode("Señor Núñez llegó.".encode("latin-1"), "a.txt") == "Señor Núñez llegó."


def test_utf_16_with_its_mark_is_read_in_any_script():
    assert decode("Кран упал во вторник".encode("utf-16"), "a.txt") == "Кран упал во вторник"


def test_one_stray_control_character_is_no_reason_to_refuse_an_article():
    assert decode(b"The crane\x01 fell.", "a.txt") == "The crane\x01 fell."


def test_one_broken_byte_does_not_turn_the_rest_of_utf_8_into_gibberish():
    assert decode(WORDS.encode() + b"\xff", "a.txt") == WORDS + "\ufffd"


def test_line_ends_become_one_kind_and_nothing_else_changes():
    assert decode(b"one\r\ntwo\rthree\n\n\tfour  ", "a.txt") == "one\ntwo\nthree\n\n\tfour  "


def test_the_declared_encoding_is_used_where_utf_8_fails():
    assert decode("Кран упал".encode("cp1251"), "a.html", "windows-1251") == "Кран упал"


def test_an_unknown_declared_encoding_is_passed_over():
    assert decode("Núñez".encode("latin-1"), "a.html", "x-klingon") == "Núñez"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "nothing but blanks"),
        (codecs.BOM_UTF8, "nothing but blanks"),
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"PK\x03\x04and so on", "office document"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"{\\rtf1 Words}", "rich-text"),
        (bytes(range(256)) * 20, "binary"),
        (b"Words\0" * 40, "binary"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0", "binary"),
    ],
)
def test_what_is_no_text_gets_one_sentence_with_its_name_and_a_way_out(data, what):
    with pytest.raises(Unreadable) as refusal:
        decode(data, "crane.txt")
    sentence = str(refusal.value)
    assert sentence.startswith("crane.txt ") and what in sentence and sentence.endswith(".")
    assert ": " in sentence


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_sentence(data):
    try:
        assert decode(data, "a.txt").strip()
    except Unreadable as refusal:
        assert str(refusal).startswith("a.txt ")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), min_size=1))
def test_utf_8_comes_back_verbatim(words):
    assert decode(("Crane: " + words).encode(), "a.txt") == "Crane: " + words
