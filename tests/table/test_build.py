"""Mentions → the event table."""

from datetime import date, datetime

import pandas as pd

from timeline.reading import Dct, DctSource, Document
from timeline.table.build import event_table
from timeline.table.schema import empty_table
from timeline.text.mention import find_mentions
from timeline.text.tag import tag_document

TEXT = "Crane falls\n\nThe harbour of Port Selwyn lost a crane. It fell late Tuesday. It had been bought in 2001."


def article(id="crane", text=TEXT, day=date(2019, 3, 27)):
    dct = Dct(day, DctSource.GIVEN) if day else None
    return Document(id, "Crane falls", text, dct, source="The Courier", url="https://example.org/crane")


def table_of(*documents):
    return event_table(
        (document, mention)
        for document in documents
        for mention in find_mentions(document, tag_document(document))
    )


def test_no_mentions_make_an_empty_table_with_all_its_columns():
    pd.testing.assert_frame_equal(event_table([]), empty_table(), check_index_type=False)


def test_a_row_holds_all_that_is_known_of_an_event():
    row = table_of(article()).set_index("words").loc["late Tuesday"]
    assert row["label"] == row["sentence"] == "It fell late Tuesday."
    assert (row["start"], row["end"]) == (pd.Timestamp(2019, 3, 26, 18), pd.Timestamp(2019, 3, 27))
    assert (row["soft_start"], row["soft_end"], row["granularity"]) == (True, False, "hour")
    assert (row["value"], row["basis"]) == ("2019-03-26", "relative")
    assert (row["title"], row["source"], row["url"]) == (
        "Crane falls",
        "The Courier",
        "https://example.org/crane",
    )
    assert (row["article_id"], row["published"]) == ("crane", pd.Timestamp(2019, 3, 27))
    assert "latest Tuesday up to publication" in row["why"]


def test_what_else_the_words_may_mean_stands_beside_the_date():
    table = table_of(article(text="A quiet Saturday in the port. It began on 3 March 2019.")).set_index("value")
    assert table.loc["2019-03-23", "alternatives"].startswith(
        "Saturday 30 March 2019 — “Saturday”: the first"
    )
    assert table.loc["2019-03-03", "alternatives"] == ""


def test_offsets_point_at_the_words_in_the_article():
    for _, row in table_of(article()).iterrows():
        assert TEXT[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
        assert TEXT[row["words_start"] : row["words_end"]] == row["words"]
        assert row["sentence_start"] <= row["words_start"] <= row["words_end"] <= row["sentence_end"]


def test_events_stand_by_start_and_then_in_the_order_they_came():
    table = table_of(article("b"), article("a"))
    assert table["start"].is_monotonic_increasing
    assert table["article_id"].tolist() == ["b", "a"] * 3


def test_an_event_dated_by_publication_alone_has_no_words():
    row = table_of(article()).set_index("basis").loc["publication"]
    assert (row["words"], row["value"], row["start"]) == ("", "2019-03-27", pd.Timestamp(2019, 3, 27))


def test_an_undated_article_has_no_publication_date_in_its_rows():
    table = table_of(article(day=None))
    assert table["words"].tolist() == ["2001"]
    assert table["published"].isna().all()


def test_an_events_id_stays_when_the_publication_date_is_corrected():
    assert set(table_of(article())["id"]) == set(table_of(article(day=date(2019, 4, 3)))["id"])


def test_old_and_far_dates_keep_their_day():
    text = "The abbey of Port Selwyn was founded on 3 March 1066. The loan ends on 2150-12-31."
    assert [start.to_pydatetime() for start in table_of(article(text=text))["start"]] == [
        datetime(1066, 3, 3), datetime(2150, 12, 31),
    ]  # fmt: skip


def test_text_beyond_the_basic_plane_keeps_its_offsets():
    text = "The crane 🏗️ of Port Selwyn fell on Tuesday 😀 in Guaidó’s harbour."
    (row,) = table_of(article(text=text)).to_dict("records")
    assert text[row["words_start"] : row["words_end"]] == "Tuesday"
