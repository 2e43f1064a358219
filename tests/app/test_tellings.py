"""Every telling of an event in its evidence, and parting what is not one event."""

from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import event, event_table
from timeline.app.tellings import importance_html, telling_html
from timeline.app.viewport import Viewport
from timeline.pipeline import build_tables
from timeline.reading import Dct, DctSource, Document

ROOT = Path(__file__).parents[2]
COURIER = b"---\ntitle: Arrest\noutlet: The Courier\npublished: 2019-03-27\n---\n" + (
    b"Police arrested the banker Ana Roca in Port Alba on Monday.\n"
)
ECHO = b"---\ntitle: Banker held\noutlet: The Echo\npublished: 2019-04-10\n---\n" + (
    b"The banker Ana Roca was arrested by police in Port Alba on 25 March, after months of inquiry.\n"
)


def row(**columns):
    return next(event_table([event("e", datetime(2019, 3, 26), **columns)]).itertuples(index=False))


@pytest.fixture
def page() -> AppTest:
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    page.session_state["viewport"] = Viewport(1000, 900, "light")
    page.run().switch_page("timeline/app/pages/articles.py").run()
    for name, data in (("courier.md", COURIER), ("echo.md", ECHO)):
        page.file_uploader[0].upload(name, data)
    page.run().switch_page("timeline/app/pages/events.py").run()
    page.text_input(key="words").set_value("Roca Port Alba").run()
    page.button(key="next").click().run()
    assert not page.exception
    return page


def buttons(page, label):
    return [each for each in page.button if each.label == label]


def shown(page):
    return " ".join(block.value for block in page.html)


def test_a_merged_event_lists_every_telling_with_its_words(page):
    html = shown(page)
    assert "2 articles tell it; one comes back to it a week or more later." in html
    assert "The Courier" in html and "The Echo" in html
    assert ">Monday</mark>" in html and ">25 March</mark>" in html


def test_a_wrong_merge_is_parted_and_joined_again(page):
    before = len(page.session_state["tables"].events)
    (part,) = buttons(page, "Not this event")
    part.click().run()
    assert not page.exception
    assert len(page.session_state["tables"].events) == before + 1
    (join,) = buttons(page, "Join again what was parted from it")
    join.click().run()
    assert not page.exception
    assert len(page.session_state["tables"].events) == before


def test_a_telling_is_no_markup():
    text = "The <b>crane</b> fell on Monday."
    document = Document("a", "Crane", text, Dct(date(2019, 3, 27), DctSource.GIVEN), source="<i>Echo</i>")
    (mention,) = build_tables([document]).mentions.itertuples(index=False)
    html = telling_html(mention)
    assert "<b>crane" not in html and "&lt;b&gt;crane" in html and "&lt;i&gt;Echo" in html
    assert "<b>Monday 25 March 2019</b>" in html


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({}, "One article tells it."),
        ({"articles": 3, "looking_back": 2}, "3 articles tell it; 2 come back to it a week or more later."),
        ({"articles": 2, "narrowed": True}, "2 articles tell it. Some of them date it more vaguely."),
    ],
)
def test_it_says_why_an_event_counts(columns, sentence):
    assert importance_html(row(**columns)) == sentence
