"""The whole chain, from articles to the event table."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.pipeline import build_table, build_tables, tag, tag_document
from timeline.reading import Dct, DctSource, Document, read
from timeline.store import shipped
from timeline.table.schema import checked, empty_table

TEXT = (
    "Crane falls\n\nMarch 27, 2019\n\nThe harbour of Port Selwyn lost a crane on Tuesday. "
    "Engineers had bought it in 2001."
)


def article(id="crane", text=TEXT, language="en", day=date(2019, 3, 27)):
    return Document(id, "Crane falls", text, Dct(day, DctSource.GIVEN) if day else None, language)


def days(table):
    return table["start"].dt.strftime("%Y-%m-%d").tolist()


def test_an_article_becomes_a_table_of_its_events():
    table = build_table(read(TEXT.encode(), "crane.txt").documents)
    assert list(zip(days(table), table["words"], strict=True)) == [
        ("2001-01-01", "2001"),
        ("2019-03-26", "Tuesday"),
    ]


def test_a_corrected_publication_date_moves_the_events_that_hang_on_it():
    (document,) = read(TEXT.encode(), "crane.txt").documents
    assert days(build_table([document.dated(date(2019, 4, 10))])) == ["2001-01-01", "2019-04-09"]


def test_no_articles_and_articles_without_events_make_an_empty_table():
    for documents in ([], [article(text="", day=None)], [article(text="It rained.", day=None)]):
        pd.testing.assert_frame_equal(build_table(documents), empty_table(), check_index_type=False)


def test_progress_is_told_article_by_article():
    counts = []
    build_table([article("a"), article("b"), article("c")], counts.append)
    assert counts == [1, 2, 3]


def test_the_same_happening_told_twice_is_one_event():
    text = TEXT + " The port stays open, the harbour board said, and lorries go round by the coast road."
    table = build_table([article("a", text), article("b", text)]).set_index("words")
    assert table.loc["Tuesday", "mentions"] == 2
    assert table.loc["Tuesday", "articles"] == 1  # the one is a copy of the other


def test_an_article_read_before_is_not_read_again(monkeypatch):
    known = build_table([article("known", TEXT + " Nobody was hurt on Monday.")])
    monkeypatch.setattr("timeline.pipeline.find_mentions", None)
    pd.testing.assert_frame_equal(
        build_table([article("known", TEXT + " Nobody was hurt on Monday.")]), known
    )


def test_all_shipped_articles_together_are_an_event_table():
    documents = shipped().documents
    tables = build_tables(documents)
    checked(tables.events)
    dated = tables.mentions[tables.mentions["event"] != ""]
    assert set(dated["article_id"]) == {document.id for document in documents}
    assert set(dated["event"]) == set(tables.events["id"])


FEW = shipped().documents[:12]


@settings(max_examples=10, deadline=None)
@given(st.permutations(FEW))
def test_the_order_of_the_articles_never_changes_the_result(documents):
    given, found = build_tables(FEW), build_tables(documents)
    pd.testing.assert_frame_equal(found.events, given.events)
    by_id = [table.sort_values("id", ignore_index=True) for table in (found.mentions, given.mentions)]
    pd.testing.assert_frame_equal(*by_id)


@pytest.mark.parametrize("place", range(0, len(FEW), 3))
def test_an_article_about_something_else_leaves_every_event_as_it_was(place):
    text = "Owners of the Zubrow colliery drained shaft 14 on Monday. Miners had flooded it in August 1987."
    alien = article("colliery", text, day=FEW[place].dct.day)
    before, after = build_table(FEW), build_table([*FEW[:place], alien, *FEW[place:]])
    kept = after[after["article_id"] != "colliery"].reset_index(drop=True)
    assert len(after) == len(before) + 2
    pd.testing.assert_frame_equal(kept, before)


def test_every_timex_of_the_shipped_articles_lies_in_its_text():
    for document in shipped().documents:
        for timex in tag_document(document):
            assert document.text[timex.start : timex.end] == timex.words


@pytest.mark.parametrize("language", ["es", "zz", "zxx"])
def test_an_article_in_a_language_without_a_file_does_not_stop_the_others(language):
    table = build_table([article("en"), article("other", "El puerto perdió su grúa el lunes 25.", language)])
    assert "en" in set(table["article_id"])


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "\ufeff",
        "\u202eyadseuT no",
        "=1+1 on Tuesday.",
        "<script>alert(1)</script> on Tuesday.",
        ":red[Tuesday]",
    ],
)
def test_odd_text_is_read_like_any_other(text):
    checked(build_table([article(text=text)]))
    assert tag(text, date(2019, 3, 27)) == tag(text, date(2019, 3, 27))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_an_article_at_the_end_of_the_calendar_is_read(day):
    checked(build_table([article(day=day)]))
