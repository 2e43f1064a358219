"""Mentions and events → the event table and the table of mentions."""

from datetime import date, datetime

import pandas as pd
import pytest

from timeline.pipeline import build_tables, tag_document
from timeline.reading import Dct, DctSource, Document
from timeline.table.build import told
from timeline.table.schema import MENTION_COLUMNS, empty_table

TEXT = (
    "Crane falls\n\nThe harbour of Port Selwyn lost a crane. It toppled late Tuesday. "
    "Engineers had bought it in 2001."
)
WEDNESDAY = date(2019, 3, 27)


def article(id="crane", text=TEXT, day=WEDNESDAY, **fields):
    dct = Dct(day, DctSource.GIVEN) if day else None
    given = {"source": "The Courier", "url": "https://example.org/crane", **fields}
    return Document(id, "Crane falls", text, dct, **given)


def events_of(*documents, apart=()):
    return build_tables(documents, apart=apart).events


def test_no_articles_make_empty_tables_with_all_their_columns():
    tables = build_tables([])
    pd.testing.assert_frame_equal(tables.events, empty_table(), check_index_type=False)
    assert list(tables.mentions.columns) == list(MENTION_COLUMNS)


def test_a_row_holds_all_that_is_known_of_an_event():
    row = events_of(article()).set_index("words").loc["late Tuesday"]
    assert row["sentence"] == "It toppled late Tuesday." and row["clause"] == "It toppled late Tuesday"
    assert (row["start"], row["end"]) == (pd.Timestamp(2019, 3, 26, 18), pd.Timestamp(2019, 3, 27))
    assert (row["soft_start"], row["soft_end"], row["granularity"]) == (True, False, "hour")
    assert (row["value"], row["basis"], row["anchoring"]) == ("2019-03-26", "clause", "relative")
    assert (row["status"], row["mentions"], row["articles"]) == ("happened", 1, 1)
    assert (row["title"], row["source"], row["sources"]) == ("Crane falls", "The Courier", "The Courier")
    assert (row["article_id"], row["published"]) == ("crane", pd.Timestamp(2019, 3, 27))
    assert "latest Tuesday up to publication" in row["why"]


def test_what_else_words_may_mean_is_told_on_a_line_with_its_reason():
    (timex,) = tag_document(article(text="A quiet Saturday in the port."))
    assert [told(each) for each in timex.alternatives][0].startswith(
        "Saturday 30 March 2019 — “Saturday”: the first"
    )


def test_offsets_point_at_the_words_in_the_article():
    for table in build_tables([article()]):
        for _, row in table.iterrows():
            for name in ("sentence", "clause", "words"):
                assert TEXT[row[f"{name}_start"] : row[f"{name}_end"]] == row[name]
            assert row["sentence_start"] <= row["clause_start"] < row["clause_end"] <= row["sentence_end"]


def test_events_stand_by_start():
    assert events_of(article("b"), article("a"))["start"].is_monotonic_increasing


def test_an_event_dated_by_publication_alone_has_no_words():
    row = events_of(article()).set_index("basis").loc["publication"]
    assert (row["words"], row["value"], row["start"]) == ("", "2019-03-27", pd.Timestamp(2019, 3, 27))


def test_what_the_text_does_not_date_is_kept_among_the_mentions_and_not_drawn():
    tables = build_tables([article(day=None)])
    assert tables.events["words"].tolist() == ["2001"]
    assert tables.events["published"].isna().all()
    undated = tables.mentions[tables.mentions["basis"] == "none"]
    assert len(undated) and (undated["event"] == "").all() and undated["start"].isna().all()
    assert (undated["why"] == "The text does not say when.").all()


def test_an_events_id_stays_when_the_publication_date_is_corrected():
    assert set(events_of(article())["id"]) == set(events_of(article(day=date(2019, 4, 3)))["id"])


def test_old_and_far_dates_keep_their_day():
    text = (
        "Monks founded the abbey of Port Selwyn on 3 March 1066. The city will repay the loan on 2150-12-31."
    )
    assert [start.to_pydatetime() for start in events_of(article(text=text))["start"]] == [
        datetime(1066, 3, 3), datetime(2150, 12, 31),
    ]  # fmt: skip


def test_text_beyond_the_basic_plane_keeps_its_offsets():
    text = "The crane 🏗️ of Port Selwyn fell on Tuesday 😀 in Guaidó’s harbour."
    (row,) = events_of(article(text=text)).to_dict("records")
    assert text[row["words_start"] : row["words_end"]] == "Tuesday"


OPEN_ENDS = [
    ("Port Selwyn has banned trucks since Monday.", "from", (2019, 3, 25), (2019, 3, 28)),
    ("Port Selwyn will close the bridge by Friday.", "until", (2019, 3, 27), (2019, 3, 30)),
]


@pytest.mark.parametrize(("text", "bound", "start", "end"), OPEN_ENDS)
def test_an_end_that_the_words_leave_open_reaches_to_publication_and_is_soft(text, bound, start, end):
    (row,) = events_of(article(text=text)).to_dict("records")
    assert (row["bound"], row["start"], row["end"]) == (bound, pd.Timestamp(*start), pd.Timestamp(*end))
    assert row["soft_end" if bound == "from" else "soft_start"]
    assert f"its {'begin' if bound == 'from' else 'end'} alone" in row["why"]


ARREST = "Police arrested the banker Ana Roca in Port Selwyn on Monday."
LATER = "The banker Ana Roca was arrested by police in Port Selwyn on 25 March, after months of inquiry."


def told_twice(apart=()):
    courier = article("one", ARREST, source="The Courier")
    echo = article("two", LATER, date(2019, 4, 10), source="The Echo")
    return build_tables([courier, echo], apart=apart)


def test_one_happening_told_by_two_articles_is_one_event_and_keeps_both():
    tables = told_twice()
    event = tables.events[tables.events["mentions"] == 2].iloc[0]
    assert (event["articles"], event["sources"]) == (2, "The Courier; The Echo")
    assert event["looking_back"] == 1
    told = tables.mentions[tables.mentions["event"] == event["id"]]
    assert set(told["source"]) == {"The Courier", "The Echo"}


def test_mentions_that_a_reader_parted_stay_apart():
    merged = told_twice()
    pair = frozenset(merged.mentions.loc[merged.mentions["event"].duplicated(keep=False), "id"])
    apart = told_twice(apart={pair})
    assert len(apart.events) == len(merged.events) + 1
    assert (apart.events["mentions"] == 1).all()
