from datetime import date

import pytest

from timeline.reading import DctSource, read
from timeline.reading.document import Document, Reading

FRONT = """---
id: 007
title: "Crane falls: two ferries sunk"
published: 2019-03-27 23:30:00 -05:00
source: The Selwyn Post
url: https://post.example/crane
language: en-GB
---

The crane fell on Tuesday.
"""


def read_md(text: str) -> Reading:
    return read(text.encode(), "crane.md")


def only(reading: Reading) -> Document:
    (document,) = reading.documents
    return document


def test_front_matter_gives_every_field_as_written():
    reading = read_md(FRONT)
    document = only(reading)
    assert reading.problems == ()
    assert (document.id, document.title) == ("007", "Crane falls: two ferries sunk")
    assert (document.source, document.url) == ("The Selwyn Post", "https://post.example/crane")
    assert document.language == "en"
    assert document.text == "The crane fell on Tuesday.\n"


def test_a_date_with_a_time_and_zone_is_the_calendar_day_written():
    dct = only(read_md(FRONT)).dct
    assert (dct.day, dct.found_in) == (date(2019, 3, 27), DctSource.METADATA)


def test_the_other_names_of_keys_are_known():
    document = only(read_md("---\nDate: 27 March 2019\nOutlet: The Post\n---\nIt fell."))
    assert (document.dct.day, document.source) == (date(2019, 3, 27), "The Post")


def test_windows_lines_and_a_byte_order_mark_change_nothing():
    data = b"\xef\xbb\xbf" + FRONT.replace("\n", "\r\n").encode()
    assert read(data, "crane.md").documents[0].text == only(read_md(FRONT)).text


def test_a_heading_gives_the_title_and_leaves_the_text():
    document = only(read_md("# Crane falls #\n\nMarch 27, 2019\n\nIt fell on Tuesday."))
    assert document.title == "Crane falls"
    assert document.text == "March 27, 2019\n\nIt fell on Tuesday."


def test_a_heading_beside_another_title_stays_in_the_text():
    document = only(read_md("---\ntitle: Crane falls\n---\n# Harbour\n\nIt fell."))
    assert (document.title, document.text) == ("Crane falls", "# Harbour\n\nIt fell.")


def test_broken_front_matter_is_kept_as_text_and_reported():
    text = "---\ntitle: [Crane\npublished: 2019-03-27\n---\n\nThe crane fell."
    reading = read_md(text)
    assert only(reading).text == text
    assert only(reading).dct.day == date(2019, 3, 27)
    (problem,) = reading.problems
    assert problem.message.startswith("crane.md ") and "not valid YAML" in problem.message


def test_python_tags_in_front_matter_never_run(tmp_path):
    trap = tmp_path / "sprung"
    front = f"---\ntitle: !!python/object/apply:os.mkdir ['{trap}']\nid: crane\n---\nThe crane fell."
    assert only(read_md(front)).id == "crane"
    assert not trap.exists()


@pytest.mark.parametrize("front", ["title: " + "[" * 5000, "a: &a [x, x]\nb: *b", "title: \x01"])
def test_hostile_front_matter_is_text(front):
    assert only(read_md(f"---\n{front}\n---\nThe crane fell.")).text.endswith("The crane fell.")


@pytest.mark.parametrize("text", ["---\nA rule above.\n\n---\nA rule.", "---\nNo end at all."])
def test_rules_are_no_front_matter(text):
    assert only(read_md(text)).text == text


def test_front_matter_without_text_is_a_problem():
    reading = read_md("---\ntitle: Crane\n---\n")
    assert reading.documents == ()
    assert reading.problems[0].message == "crane.md has no text: add the article's words to it."
