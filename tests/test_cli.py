"""Timeline from a terminal: what it prints, what it writes, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli import app
from timeline.exports import from_csv

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = "Crane falls\n\nMarch 27, 2019\n\nThe harbour of Port Selwyn lost a crane late Tuesday.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in, with one good article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crane.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def timeline(*words, stdin=None):
    """Run the command; whatever it was given, it must end by an exit code and not by a traceback."""
    result = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.output
    return result


def one_sentence(text):
    return text.strip().endswith(".") and len(text.strip().splitlines()) == 1


# tag


def test_tag_prints_expression_value_interval_and_reason():
    result = timeline("tag", "Talks began late Tuesday.", "--date", "2019-03-27")
    assert result.exit_code == 0
    for told in (
        "late Tuesday",
        "2019-03-26",
        "END",
        "26 March 2019",
        "the latest Tuesday up to publication",
    ):
        assert told in result.stdout


def test_tag_without_a_date_says_what_is_missing_and_places_what_it_can():
    result = timeline("tag", "They met on Tuesday and in 2001.")
    assert result.exit_code == 0
    assert "not placed" in result.stdout and "publication date" in result.stdout and "2001" in result.stdout


@pytest.mark.parametrize("text", ["Nothing here.", "", " ", "\u200b"])
def test_tag_of_a_text_without_time_says_so(text):
    result = timeline("tag", text)
    assert result.exit_code == 0 and one_sentence(result.stdout)


def test_tag_tells_what_else_the_words_may_mean_indented_under_the_reason():
    lines = timeline("tag", "A quiet Saturday in the port.", "-d", "2019-03-27").stdout.splitlines()
    assert lines[0].startswith("'Saturday'  DATE 2019-03-23") and len(lines) == 3
    assert lines[2].startswith("    or: 2019-03-30 — “Saturday”: the first Saturday from publication on")
    assert "or:" not in timeline("tag", "It ended on Saturday, 23 March 2019.", "-d", "2019-03-27").stdout


def test_tag_names_both_meanings_of_an_ambiguous_date_in_figures():
    told = timeline("tag", "It took effect on 3/4/2019.", "-d", "2019-06-01").stdout
    assert "not placed" in told and "or: 2019-04-03 — " in told and "or: 2019-03-04 — " in told


def test_tag_reads_standard_input():
    assert "2019-03-25" in timeline("tag", "-", "-d", "2019-03-27", stdin="They met on Monday.").stdout
    assert timeline("tag", "-", stdin=b"caf\xe9 \xff\x00").exit_code == 0


@pytest.mark.parametrize("day", ["27.3.2019", "yesterday", "2019-02-30", "", "0000-01-01", "10000-01-01"])
@pytest.mark.parametrize("command", [("tag", "On Monday."), ("build", "crane.txt")], ids=["tag", "build"])
def test_a_bad_date_gets_one_sentence_with_an_example(here, command, day):
    result = timeline(*command, "--date", day)
    assert result.exit_code == 2
    assert one_sentence(result.stderr) and "2019-03-27" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_dates_too(day):
    assert timeline("tag", "They met yesterday; they will meet tomorrow.", "--date", day).exit_code == 0


@pytest.mark.parametrize("text", ["They met earlier in 2018.", "They will meet later in 2030."])
def test_tag_of_parts_of_a_stated_year_without_a_date(text):
    assert timeline("tag", text).exit_code == 0


def test_tag_reads_a_file_with_its_own_publication_date(here):
    assert "2019-03-26" in timeline("tag", "crane.txt").stdout
    assert "2019-04-09" in timeline("tag", "crane.txt", "--date", "2019-04-10").stdout


def test_tag_of_a_file_that_is_no_one_article_says_so(here):
    (here / "empty.txt").write_bytes(b"")
    (here / "two.jsonl").write_text('{"text": "It fell on Monday."}\n{"text": "It sank on Tuesday."}')
    assert timeline("tag", "empty.txt").exit_code == 1
    two = timeline("tag", "two.jsonl")
    assert two.exit_code == 2 and "two.jsonl holds 2 articles" in two.stderr


def test_tag_does_not_read_a_mistyped_name_or_a_folder_as_words(here):
    for name, sentence in [
        ("nosuch.md", "There is no file nosuch.md: check its name."),
        (".", ". is a folder"),
    ]:
        result = timeline("tag", name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert sentence in result.stderr


def test_tag_writes_timeml_that_reads_back(here):
    from timeline.text.timeml import read_timeml

    result = timeline("tag", "crane.txt", "--timeml")
    annotated = read_timeml(result.stdout_bytes)
    assert result.exit_code == 0 and annotated.text == ARTICLE
    assert [(tag.tid, tag.value, tag.mod) for tag in annotated.timexes] == [("t1", "2019-03-26", "END")]
    (here / "crane.tml").write_bytes(result.stdout_bytes)
    assert timeline("tag", "crane.tml", "--timeml").stdout_bytes == result.stdout_bytes


def test_timeml_of_plain_words_and_of_words_without_time():
    assert b'value="2019-03-25"' in timeline("tag", "On Monday.", "-d", "2019-03-27", "--timeml").stdout_bytes
    assert (
        b"<TEXT>It fell.</TEXT>" in timeline("tag", "It fell.", "-d", "2019-03-27", "--timeml").stdout_bytes
    )


def test_timeml_without_a_publication_date_asks_for_it():
    result = timeline("tag", "On Monday.", "--timeml")
    assert result.exit_code == 2 and one_sentence(result.stderr) and "--date" in result.stderr


def test_build_reads_timeml(here):
    (here / "crane.tml").write_bytes(timeline("tag", "crane.txt", "--timeml").stdout_bytes)
    result = timeline("build", "crane.tml")
    assert result.exit_code == 0 and result.stderr == ""
    assert from_csv(result.stdout_bytes)["words"].tolist() == ["late Tuesday"]


@pytest.mark.parametrize("data", [b"<TimeML>", b"<html/>", b"", b"\0\1\2\3" * 99], ids=repr)
@pytest.mark.parametrize("command", ["tag", "build", "evaluate"])
def test_broken_timeml_gets_one_sentence(here, command, data):
    (here / "bad.tml").write_bytes(data)
    result = timeline(command, "bad.tml")
    assert result.exit_code in (1, 2) and one_sentence(result.stderr) and "bad.tml" in result.stderr


@pytest.mark.parametrize("command", [("tag", "El lunes."), ("build", "crane.txt")], ids=["tag", "build"])
def test_an_unknown_language_is_told_what_there_is(here, command):
    result = timeline(*command, "--language", "xx")
    assert result.exit_code == 2
    assert one_sentence(result.stderr) and "en" in result.stderr


def test_tag_tells_the_language_unless_it_is_set():
    told = timeline("tag", "Renunció el martes por la noche.", "-d", "2019-03-27").stdout
    assert "'el martes por la noche'" in told and "26 March 2019" in told and "“Renunció”" not in told
    assert "'Monday'" in timeline("tag", "Monday el la los", "-d", "2019-03-27", "-l", "en").stdout


def test_the_reason_quotes_the_words_of_the_article_in_english():
    told = timeline("tag", "La corte decidirá el jueves.", "-d", "2019-03-27").stdout
    assert "“el jueves” with “decidirá”: the first Thursday from publication on" in told


def test_build_reads_spanish_articles_and_a_language_that_is_set(here):
    article = "Cae una grúa\n\n27 de marzo de 2019\n\nEl puerto perdió una grúa el martes por la noche.\n"
    (here / "grúa.txt").write_text(article, "utf-8")
    assert from_csv(timeline("build", "grúa.txt").stdout_bytes)["words"].tolist() == [
        "el martes por la noche"
    ]
    set_wrongly = from_csv(timeline("build", "grúa.txt", "--language", "en").stdout_bytes)
    assert "el martes por la noche" not in set_wrongly["words"].tolist()


# the kind of text

HISTORY = "Fighting began on 1 July 1916, at dawn. On Monday the army withdrew. It was told yesterday."


def test_a_text_is_read_as_it_is_told_to_be():
    told = {
        kind: timeline("tag", HISTORY, "-d", "2019-03-27", "--as", kind).stdout
        for kind in ("news", "narrative")
    }
    assert "DATE 2019-03-25" in told["news"] and "DATE 1916-07-03" in told["narrative"]


def test_a_kind_that_is_given_goes_before_the_one_that_an_article_states(here):
    (here / "war.md").write_text(f"---\npublished: 2019-03-27\ngenre: narrative\n---\n{HISTORY}", "utf-8")
    assert "DATE 1916-07-03" in timeline("tag", "war.md").stdout
    assert "DATE 2019-03-25" in timeline("tag", "war.md", "--as", "news").stdout
    values = [
        from_csv(timeline("build", "war.md", *more).stdout_bytes)["value"].tolist()
        for more in ([], ["--as", "news"])
    ]
    assert "1916-07-03" in values[0] and "1916-07-03" not in values[1]


def test_a_kind_that_an_article_states_wrongly_is_told_and_nothing_is_lost(here):
    (here / "war.md").write_text(f"---\npublished: 2019-03-27\ngenre: poem\n---\n{HISTORY}", "utf-8")
    result = timeline("build", "war.md")
    assert result.exit_code == 0 and one_sentence(result.stderr)
    assert "“poem”" in result.stderr and "news or narrative" in result.stderr
    assert len(from_csv(result.stdout_bytes)) == 3


@pytest.mark.parametrize("kind", ["story", "", "News"])
@pytest.mark.parametrize(
    "command", [("tag", "On Monday."), ("build", "crane.txt"), ("evaluate", "crane.tml")]
)
def test_an_unknown_kind_is_told_what_there_is(here, command, kind):
    result = timeline(*command, "--as", kind)
    assert result.exit_code == 2 and result.stdout == ""
    assert one_sentence(result.stderr) and "news or narrative" in result.stderr


def test_evaluate_reads_its_articles_as_the_kind_that_is_given(here):
    start = HISTORY.index("Monday")
    timex = {"start": start, "end": start + 6, "text": "Monday", "type": "DATE", "value": "1916-07-03"}
    line = {"id": "war", "dct": "2019-03-27", "text": HISTORY, "timexes": [timex]}
    (here / "war.jsonl").write_text(json.dumps(line), "utf-8")
    told = {kind: timeline("evaluate", "war.jsonl", "--as", kind).stdout for kind in ("news", "narrative")}
    assert "found 'Monday' DATE 2019-03-25" in told["news"]
    assert "found 'Monday' DATE 2019-03-25" not in told["narrative"]


def test_evaluate_reads_each_article_in_its_language_or_in_the_one_given(here):
    text = "El ministro dijo que la reunión con los alcaldes fue el martes en la sede de la alcaldía."
    start = text.index("el martes")
    timex = {"start": start, "end": start + 9, "text": "el martes", "type": "DATE", "value": "2019-03-26"}
    line = {"id": "a", "dct": "2019-03-27", "text": text, "timexes": [timex]}
    (here / "es.jsonl").write_text(json.dumps(line), "utf-8")
    assert "value F1    100.00" in timeline("evaluate", "es.jsonl").stdout
    assert "value F1      0.00" in timeline("evaluate", "es.jsonl", "--language", "en").stdout


# build


def test_build_prints_csv_when_no_file_is_named(here):
    result = timeline("build", "crane.txt")
    assert result.exit_code == 0
    assert from_csv(result.stdout_bytes)["words"].tolist() == ["late Tuesday"]


@pytest.mark.parametrize("name", ["events.csv", "EVENTS.CSV"])
def test_build_writes_a_csv_that_reads_back(here, name):
    result = timeline("build", "crane.txt", "-o", name)
    assert result.exit_code == 0 and result.stdout == "" and name in result.stderr
    assert from_csv((here / name).read_bytes())["words"].tolist() == ["late Tuesday"]


def test_build_writes_json(here):
    assert timeline("build", "crane.txt", "--output", "events.json").exit_code == 0
    (event,) = json.loads((here / "events.json").read_text("utf-8"))
    assert (event["start"], event["published"]) == ("2019-03-26T18:00:00", "2019-03-27T00:00:00")


@pytest.mark.parametrize("name", ["events.xlsx", "events", "events.csv.gz"])
def test_an_ending_that_cannot_be_written_is_told_before_any_work(here, name):
    result = timeline("build", "crane.txt", "-o", name)
    assert result.exit_code == 2
    assert one_sentence(result.stderr) and ".csv" in result.stderr and ".json" in result.stderr
    assert not (here / name).exists()


def test_a_place_that_cannot_be_written_gets_one_sentence(here):
    result = timeline("build", "crane.txt", "-o", "no/such/folder/events.csv")
    assert result.exit_code != 0
    assert one_sentence(result.stderr) and "events.csv" in result.stderr


def test_a_missing_file_alone_is_a_failure_told_in_one_sentence(here):
    result = timeline("build", "missing.txt")
    assert result.exit_code == 1
    assert one_sentence(result.stderr) and "missing.txt" in result.stderr


def test_a_missing_file_beside_a_good_one_is_told_by_the_exit_code_and_the_rest_is_written(here):
    result = timeline("build", "missing.txt", "crane.txt", "-o", "events.csv")
    assert "missing.txt" in result.stderr
    assert len(from_csv((here / "events.csv").read_bytes())) == 1
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\xff"),
        ("bad.jsonl", b"{not json\n"),
        ("empty.html", b"<html></html>"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_written(here, name, data):
    (here / name).write_bytes(data)
    result = timeline("build", name, "crane.txt")
    assert name in result.stderr
    assert from_csv(result.stdout_bytes)["words"].tolist() == ["late Tuesday"]
    assert result.exit_code == 1


def test_an_article_without_a_date_is_kept_and_told(here):
    (here / "undated.txt").write_text(
        "Crane falls\n\nThe crane fell on Tuesday. It had come in 2001.", "utf-8"
    )
    result = timeline("build", "undated.txt")
    assert result.exit_code == 0
    assert "undated.txt" in result.stderr and "date" in result.stderr
    assert from_csv(result.stdout_bytes)["words"].tolist() == ["2001"]


def test_a_given_date_dates_an_article(here):
    (here / "undated.txt").write_text("Crane falls\n\nThe crane fell on Tuesday.", "utf-8")
    result = timeline("build", "undated.txt", "--date", "2019-04-10")
    assert from_csv(result.stdout_bytes)["value"].tolist() == ["2019-04-09"]
    assert result.stderr == ""


def test_a_folder_is_read_as_its_files(here):
    (here / "more").mkdir()
    (here / "more" / "ferry.md").write_text(ARTICLE.replace("crane", "ferry"), "utf-8")
    (here / "more" / "crane.txt").write_text(ARTICLE, "utf-8")
    result = timeline("build", "more")
    assert result.exit_code == 0
    assert len(from_csv(result.stdout_bytes)) == 2


def test_a_given_date_dates_the_undated_articles_of_a_folder_too(here):
    (here / "more").mkdir()
    (here / "more" / "undated.txt").write_text("Crane falls\n\nThe crane fell on Tuesday.", "utf-8")
    result = timeline("build", "more", "--date", "2019-04-10")
    assert from_csv(result.stdout_bytes)["value"].tolist() == ["2019-04-09"]


def test_a_folder_without_articles_makes_a_table_without_events(here):
    (here / "nothing").mkdir()
    result = timeline("build", "nothing")
    assert from_csv(result.stdout_bytes).empty


def test_an_article_named_twice_is_told_once(here):
    result = timeline("build", "crane.txt", "crane.txt", ".")
    assert len(from_csv(result.stdout_bytes)) == 1


def test_two_articles_under_one_id_are_both_kept(here):
    for name in ("crane", "ferry"):
        line = {
            "id": "same",
            "text": f"The {name} of Port Selwyn sank on Tuesday.",
            "published": "2019-03-27",
        }
        (here / f"{name}.jsonl").write_text(json.dumps(line), "utf-8")
    assert len(from_csv(timeline("build", "crane.jsonl", "ferry.jsonl").stdout_bytes)) == 2


@pytest.mark.parametrize("language", ["es", "zz"])
def test_an_article_in_another_language_is_told_and_the_rest_is_written(here, language):
    line = {"text": "La grúa cayó el martes.", "published": "2019-03-27", "language": language}
    (here / "grua.jsonl").write_text(json.dumps(line), "utf-8")
    result = timeline("build", "grua.jsonl", "crane.txt")
    assert "late Tuesday" in from_csv(result.stdout_bytes)["words"].tolist()


# help and misuse


@pytest.mark.parametrize(
    ("words", "example"),
    [
        (["--help"], "timeline build"),
        (["tag", "--help"], "timeline tag"),
        (["build", "--help"], "timeline build"),
        ([], "timeline tag"),
    ],
)
def test_help_teaches_by_an_example(words, example):
    result = timeline(*words)
    assert example in " ".join(result.output.split())


def test_help_of_build_tells_the_exit_codes():
    assert "exit code" in timeline("build", "--help").output.lower()


@pytest.mark.parametrize("words", [["tga"], ["tag"], ["build"], ["build", "crane.txt", "--no-such-option"]])
def test_what_is_not_understood_ends_with_2(here, words):
    assert timeline(*words).exit_code == 2


def test_as_a_program_it_ends_quietly_with_its_codes(here):
    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "timeline.cli", *words],
            capture_output=True,
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=120,
        )

    good, bad = run("build", "crane.txt", "-o", "events.csv"), run("build", "missing.txt")
    assert (good.returncode, bad.returncode) == (0, 1)
    assert b"Traceback" not in good.stderr + bad.stderr
    assert good.stderr.decode().strip() == "Wrote events.csv."  # no progress bar where there is no terminal
    assert b"\x1b" not in good.stderr + bad.stderr


def test_help_loads_nothing_heavy():
    code = (
        "import sys, timeline.cli; from typer.testing import CliRunner;"
        "assert CliRunner().invoke(timeline.cli.app, ['--help']).exit_code == 0;"
        "print([name for name in ('pandas', 'spacy', 'plotly', 'streamlit', 'dateparser', 'trafilatura') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr
