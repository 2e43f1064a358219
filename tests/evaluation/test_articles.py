"""Gold as TimeML and as JSON lines, one file or a folder, and what is none."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from timeline.cli import app
from timeline.evaluation.articles import (
    AnnotatedArticle,
    Annotation,
    BadGold,
    annotate,
    read_articles,
    read_gold,
    to_line,
)

TML = """<TimeML><DOCID>{id}</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2019-03-27"
functionInDocument="CREATION_TIME">March 27</TIMEX3></DCT><TEXT>They met <TIMEX3 tid="t1" type="DATE"
value="2019-03-26">late <EVENT>Tuesday</EVENT></TIMEX3> and in <TIMEX3 tid="t2" type="DATE"
value="2017-05">May</TIMEX3>.<TIMEX3 tid="t3" type="DATE" value="2017"/></TEXT></TimeML>"""
TEXT = "They met late Tuesday and in May."
TIMEXES = (
    Annotation(9, 21, "late Tuesday", "DATE", "2019-03-26"),
    Annotation(29, 32, "May", "DATE", "2017-05"),
)


def line(id="b"):
    fields = ("start", "end", "text", "type", "value")
    timexes = [{name: getattr(each, name) for name in fields} for each in TIMEXES]
    return json.dumps({"id": id, "dct": "2019-03-27T14:35", "text": TEXT, "timexes": timexes})


def figures(*paths):
    result = CliRunner().invoke(app, ["evaluate", *map(str, paths), "-n", "0"])
    assert result.exit_code == 0, result.output
    return [told for told in result.stdout.splitlines() if "second" not in told]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.tml").write_text(TML.format(id="c"))
    (tmp_path / "b.jsonl").write_text(line())
    (tmp_path / "a.tml").write_text(TML.format(id=""))
    (tmp_path / "readme.txt").write_text("No gold.")
    return tmp_path


def test_a_timeml_file_is_an_annotated_article_without_its_creation_time(folder):
    assert read_articles(folder / "a.tml") == [AnnotatedArticle("a", date(2019, 3, 27), TEXT, TIMEXES)]


def test_a_folder_is_all_its_articles_of_either_form(folder):
    assert [article.id for article in read_gold([folder])] == ["a", "b", "c"]
    assert {article.annotations for article in read_gold([folder])} == {TIMEXES}


def test_both_forms_score_the_same(folder):
    assert figures(folder / "a.tml") == figures(folder / "b.jsonl")
    assert figures(folder)[0] == "6 in the gold, 6 found, 6 matched"


def test_a_line_break_of_another_kind_in_a_text_does_not_end_its_line(tmp_path):
    path = tmp_path / "gold.jsonl"
    article = AnnotatedArticle("a", date(2019, 3, 27), "On Monday\u2028they met\x85.", ())
    path.write_text(to_line(article, annotate(article)), "utf-8")
    (again,) = read_articles(path)
    assert again.text == article.text and [each.text for each in again.annotations] == ["Monday"]


def test_a_prediction_tells_what_it_was_counted_from():
    text = "On 5 June 1944 they waited. Two days later they left. It took weeks, until Tuesday."
    article = AnnotatedArticle("a", date(2019, 3, 27), text, ())
    entries = {each["text"]: each for each in json.loads(to_line(article, annotate(article)))["timexes"]}
    assert entries["5 June 1944"]["anchor"] is None
    assert entries["Two days later"]["anchor"] == {
        "interval": ["1944-06-05", "1944-06-05"], "source": "timex", "start": 3,
    }  # fmt: skip
    assert entries["weeks"]["interval"] is None and entries["weeks"]["reason"].endswith(".")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.jsonl", b"\xff\xfe\xff", "is not UTF-8"),
        ("a.jsonl", b"[" * 100_000, "line 1, is no annotated article"),
        ("a.jsonl", b'{"id": "a", "dct": null, "text": "x", "timexes": []}', "line 1"),
        ("a.jsonl", b'{"id": "a", "dct": "2019-03-27", "text": 7, "timexes": []}', "line 1"),
        ("a.jsonl", line().replace('"start": 9', '"start": "x"').encode(), "line 1"),
        ("a.tml", b"<TimeML><TEXT>On Monday.</TEXT></TimeML>", "has no DCT"),
        ("a.tml", b"<TimeML>", "is not well-formed XML"),
        ("a.tml", b"", "is empty"),
    ],
)
def test_what_is_no_gold_gets_one_sentence_that_names_it(tmp_path, name, data, told):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadGold) as caught:
        read_articles(path)
    assert str(path) in str(caught.value) and told in str(caught.value) and str(caught.value).endswith(".")


def test_a_missing_file_and_an_empty_folder_get_one_sentence(tmp_path):
    for path, told in [
        (tmp_path / "none.tml", "could not be opened"),
        (tmp_path, "holds no .tml or .jsonl file"),
    ]:
        with pytest.raises(BadGold, match=told):
            read_gold([path])


def test_marked_text_gives_articles_with_their_days_and_dates(tmp_path):
    path = tmp_path / "gold.txt"
    path.write_text(
        "# 2019-03-27\nThey left [Monday|2019-03-25].\nIt rained.\n\n# 2019-04-01\nNo date.\n", "utf-8"
    )
    first, second = read_articles(path)
    assert first.text == "They left Monday.\nIt rained." and second.annotations == ()
    [only] = first.annotations
    assert first.text[only.start : only.end] == only.text == "Monday"
    assert (first.day.isoformat(), only.value) == ("2019-03-27", "2019-03-25")


def test_marked_text_without_a_day_gets_one_sentence(tmp_path):
    path = tmp_path / "gold.txt"
    path.write_text("# 2019-03-27\nIt rained.\n\nIt rained again.\n", "utf-8")
    with pytest.raises(BadGold, match=r"article 2, is not marked text: write a line such as # 2019-03-27"):
        read_articles(path)
