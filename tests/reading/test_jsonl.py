import json
from datetime import date

from timeline.reading import read

CRANE = {
    "id": "crane-1",
    "title": "Crane falls",
    "text": "The crane fell on Tuesday.\r\nNobody was hurt.",
    "published": "2019-03-27T23:30:00-05:00",
    "source": "The Selwyn Post",
    "url": "https://post.example/crane",
    "language": "en",
}


def lines(*articles) -> bytes:
    return "\n".join(each if isinstance(each, str) else json.dumps(each) for each in articles).encode()


def test_a_line_gives_every_field():
    reading = read(lines(CRANE), "news.jsonl")
    (document,) = reading.documents
    assert reading.problems == ()
    assert (document.id, document.title, document.source) == ("crane-1", "Crane falls", "The Selwyn Post")
    assert (document.url, document.dct.day) == ("https://post.example/crane", date(2019, 3, 27))
    assert document.text == "The crane fell on Tuesday.\nNobody was hurt."


def test_bad_lines_are_named_by_number_and_the_others_are_read():
    data = lines(
        CRANE, "{bad", "", "[1, 2]", {"title": "No text"}, {**CRANE, "id": "crane-2", "text": "It sank."}
    )
    reading = read(data, "news.jsonl")
    assert [document.id for document in reading.documents] == ["crane-1", "crane-2"]
    starts = [problem.message.split(" of news.jsonl ")[0] for problem in reading.problems]
    assert starts == ["Line 2", "Line 4", "Line 5"]
    assert all(problem.message.endswith(".") and ": " in problem.message for problem in reading.problems)


def test_articles_without_an_id_get_different_ones_that_stay():
    data = lines({"text": "The crane fell."}, {"text": "The ferry sank."})
    ids = [document.id for document in read(data, "news.jsonl").documents]
    assert len(set(ids)) == 2
    assert ids == [document.id for document in read(data, "news.jsonl").documents]


def test_values_of_other_types_do_no_harm():
    odd = {
        "id": 7,
        "title": ["a"],
        "text": "It fell.",
        "published": 1553644800,
        "url": {"a": 1},
        "source": None,
    }
    reading = read(lines(odd), "news.jsonl")
    (document,) = reading.documents
    assert (document.id, document.url, document.source, document.dct) == ("7", "", "", None)
    assert "“1553644800”, which is not a full date" in reading.problems[0].message


def test_half_a_surrogate_pair_can_be_written_to_a_file_afterwards():
    (document,) = read(rb'{"text": "Crane \ud83d fell.", "title": "\ud83d"}', "news.jsonl").documents
    assert document.text == "Crane \ufffd fell."
    assert (document.text + document.title + document.id).encode()


def test_separators_inside_a_text_do_not_end_its_line():
    data = '{"text": "The crane\u2028fell."}'.encode()
    assert read(data, "news.jsonl").documents[0].text == "The crane\u2028fell."


def test_deep_nesting_is_a_bad_line():
    reading = read(lines("[" * 100_000, CRANE), "news.jsonl")
    assert len(reading.documents) == 1 and reading.problems[0].message.startswith("Line 1 ")


def test_a_thousand_bad_lines_do_not_become_a_thousand_sentences():
    reading = read(lines(*["oops"] * 1000, CRANE), "news.jsonl")
    assert len(reading.documents) == 1
    assert len(reading.problems) == 21
    assert "980 more such lines" in reading.problems[-1].message
