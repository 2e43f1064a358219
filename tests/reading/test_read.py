"""The door of the reading floor: whatever comes in, articles and sentences come out."""

import subprocess
import sys
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.reading import READERS, DctSource, Reading, read, read_file, read_pasted

ARTICLE = b"Crane falls on ferries\n\nMarch 27, 2019\n\nIt fell on Tuesday."


@pytest.mark.parametrize(
    "name", ["crane.txt", "crane.md", "CRANE.TXT", "crane", "crane.story", "my folder/crane.txt"]
)
def test_text_is_read_whatever_its_name(name):
    (document,) = read(ARTICLE, name).documents
    assert (document.title, document.dct.day) == ("Crane falls on ferries", date(2019, 3, 27))


def test_a_page_with_an_unknown_ending_is_read_as_a_page():
    page = b"<html><body><p>The crane fell on Tuesday onto two ferries, the port said.</p></body></html>"
    assert read(page, "crane.php").documents[0].text.startswith("The crane fell")


def test_binary_data_with_an_unknown_ending_is_told_what_can_be_read():
    reading = read(bytes(range(256)) * 10, "crane.bin")
    assert reading.documents == ()
    assert all(ending in reading.problems[0].message for ending in (".txt", ".md", ".html", ".jsonl"))


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize(
    "data", [b"", b" \n ", b"%PDF-1.7", b"\0\1\2\3" * 99], ids=["empty", "blank", "PDF", "binary"]
)
def test_what_cannot_be_read_gets_one_sentence_from_every_reader(ending, data):
    reading = read(data, "crane" + ending)
    assert reading.documents == ()
    (problem,) = reading.problems
    assert problem.name == "crane" + ending
    assert problem.message.startswith(problem.name) and problem.message.endswith(".")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda words: words.encode(errors="replace")))
@settings(max_examples=60, deadline=None)
def test_no_bytes_at_all_raise(data):
    for ending in READERS:
        reading = read(data, "crane" + ending)
        assert reading.documents or reading.problems or ending == ".jsonl"


def test_names_with_odd_characters_make_one_line():
    assert read(b"", "crane\n# falls.txt").problems[0].message.startswith("crane # falls.txt is empty")


def test_one_bad_file_takes_nothing_from_the_others():
    names = {"a.txt": ARTICLE, "b.txt": b"", "c.md": b"# Ferry sinks\n\nMarch 28, 2019\n\nIt sank."}
    reading = sum((read(data, name) for name, data in names.items()), Reading())
    assert [document.title for document in reading.documents] == ["Crane falls on ferries", "Ferry sinks"]
    assert [problem.name for problem in reading.problems] == ["b.txt"]


def _seconds(data: bytes) -> float:
    start = perf_counter()
    read(data, "long.txt")
    return perf_counter() - start


@pytest.mark.parametrize(
    "pattern", [b"The crane fell on March 26, 2019.\n\n", b" ", b"(", b"1", b"March 27, "], ids=repr
)
def test_five_megabytes_take_time_in_proportion(pattern):
    small, large = (pattern * (size // len(pattern)) + b"end" for size in (500_000, 5_000_000))
    read(large, "long.txt")
    assert min(_seconds(large) for _ in range(3)) < 40 * min(_seconds(small) for _ in range(3)) + 0.05
    assert len(read(large, "long.txt").documents[0].text) == len(large)


def test_a_file_is_read_and_a_missing_one_gets_a_sentence(tmp_path):
    path = tmp_path / "my crane.txt"
    path.write_bytes(ARTICLE)
    assert read_file(path, day=date(2019, 3, 28)).documents[0].dct.found_in is DctSource.GIVEN
    for missing in (tmp_path / "none.txt", tmp_path):
        (problem,) = read_file(missing).problems
        assert problem.message.startswith(f"{missing} could not be opened (") and "check" in problem.message


def test_pasted_words_are_an_article():
    (document,) = read_pasted("\ufeff" + ARTICLE.decode().replace("\n", "\r\n")).documents
    assert (document.title, document.dct.day) == ("Crane falls on ferries", date(2019, 3, 27))
    assert document.text == ARTICLE.decode()


def test_pasted_words_take_the_title_and_the_day_that_are_given():
    (document,) = read_pasted("It fell on Tuesday.", title=" Crane\nfalls ", day=date(2019, 3, 28)).documents
    assert (document.title, document.dct.day) == ("Crane falls", date(2019, 3, 28))


def test_pasted_words_without_a_title_are_called_by_their_beginning():
    words = "It fell on Tuesday, the port said."
    assert read_pasted(words).documents[0].title == words


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_nothing_pasted_gets_one_sentence(text):
    reading = read_pasted(text)
    assert reading.documents == () and len(reading.problems) == 1
    assert reading.problems[0].message.startswith("The pasted text ")


def test_importing_reading_loads_no_heavy_library():
    heavy = "{'dateparser', 'trafilatura', 'lxml', 'yaml', 'pandas', 'spacy', 'streamlit', 'plotly'}"
    code = f"import sys, timeline.reading; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
