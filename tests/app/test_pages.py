"""What the pages do, without a browser."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline.app.viewport import Viewport

ROOT = Path(__file__).parents[2]
PAGES = "timeline/app/pages"
STRIKE = b"""Lighthouse keepers walk out

The keepers of the northern lights laid down their tools on Tuesday after talks broke off.

HARBOUR CITY, March 27, 2019 - The owners met over the weekend. :red[Ships] were warned recently.
"""
UNDATED = b"A quiet day\n\nThe mayor resigned on Monday. Nothing else is known."


@pytest.fixture
def page() -> AppTest:
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    page.session_state["viewport"] = Viewport(1000, 900, "light")
    return healthy(page.run())


def healthy(page: AppTest) -> AppTest:
    assert not page.exception
    assert not page.error
    return page


def go(page: AppTest, name: str) -> AppTest:
    return healthy(page.switch_page(f"{PAGES}/{name}.py").run())


def upload(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    go(page, "articles")
    for name, data in files:
        page.file_uploader[0].upload(name, data)
    return healthy(page.run())


def events(page: AppTest):
    return page.dataframe[0].value


def shown(page: AppTest) -> str:
    return " ".join(block.value for block in page.html)


def news(page: AppTest) -> str:
    return " ".join(message.value for message in (*page.success, *page.warning, *page.info))


def test_the_timeline_is_drawn_at_once(page):
    assert len(page.get("plotly_chart")) == 1
    assert len(events(page)) > 20


def test_words_filter_the_table(page):
    everything = len(events(page))
    healthy(page.text_input(key="words").set_value("guaido").run())
    assert 0 < len(events(page)) < everything
    healthy(page.button(key="show_all").click().run())
    assert len(events(page)) == everything


def test_dates_filter_the_table(page):
    page.date_input(key="start").set_value(date(2019, 3, 26))
    healthy(page.date_input(key="end").set_value(date(2019, 3, 26)).run())
    assert "Tuesday 26 March 2019" in events(page)["Date"].tolist()
    assert not events(page)["Date"].str.contains("January 2019$").any()


def test_words_that_fit_nothing_say_so(page):
    healthy(page.text_input(key="words").set_value("zzzz").run())
    assert "No event fits" in news(page)


def test_dates_the_wrong_way_round_say_so(page):
    page.date_input(key="start").set_value(date(2019, 3, 27))
    healthy(page.date_input(key="end").set_value(date(2019, 3, 26)).run())
    assert "“From” lies after “To”" in news(page)


def test_next_and_previous_walk_through_the_evidence(page):
    first = healthy(page.button(key="next").click().run()).html[0].value
    second = healthy(page.button(key="next").click().run()).html[0].value
    assert first != second
    assert healthy(page.button(key="previous").click().run()).html[0].value == first


def test_the_walk_begins_at_the_first_event_that_the_chart_shows(page):
    healthy(page.button(key="next").click().run())
    table, drawn = page.session_state["tables"].events, page.session_state["drawn"]
    assert page.session_state["event"] == next(each for each in table["id"] if each in drawn)


def test_before_the_first_event_there_is_none(page):
    healthy(page.text_input(key="words").set_value("border").run())
    healthy(page.segmented_control(key="zoom").set_value("All events").run())
    healthy(page.button(key="next").click().run())
    assert page.button(key="previous").disabled


def test_the_open_event_and_the_filters_survive_another_page(page):
    healthy(page.text_input(key="words").set_value("border").run())
    opened = healthy(page.button(key="next").click().run()).html[0].value
    go(page, "try_it")
    go(page, "events")
    assert page.text_input(key="words").value == "border"
    assert page.html[0].value == opened


def test_an_upload_adds_its_events(page):
    upload(page, ("strike.txt", STRIKE))
    assert "Lighthouse keepers walk out" in news(page)
    go(page, "events")
    healthy(page.text_input(key="words").set_value("keepers tools").run())
    assert set(events(page)["Date"]) == {"Tuesday 26 March 2019"}


def test_new_events_can_be_looked_at(page):
    upload(page, ("strike.txt", STRIKE))
    healthy(page.button(key="show_new").click().run())
    assert page.text_input(key="words").value == "Lighthouse keepers walk out"
    assert set(events(page)["Date"]) == {"23–24 March 2019 (a weekend)", "Tuesday 26 March 2019"}


def test_a_demonstration_says_that_it_is_one(page):
    healthy(page.run())
    assert any("not a real news report" in caption.value for caption in page.caption)


def test_one_bad_file_does_not_lose_the_others(page):
    upload(page, ("empty.txt", b""), ("strike.txt", STRIKE))
    assert "empty.txt" in page.warning[0].value.replace("\\", "")
    assert "Lighthouse keepers walk out" in news(page)


def test_the_same_file_twice_is_kept_once(page):
    upload(page, ("strike.txt", STRIKE))
    count = len(events(page))
    upload(page, ("strike.txt", STRIKE))
    assert "here already" in news(page)
    assert len(events(page)) == count


def test_an_article_without_a_date_is_asked_for_it(page):
    upload(page, ("quiet.txt", UNDATED))
    article_id = page.session_state["article"]
    assert events(page).iloc[-1][["Published", "Events"]].tolist() == ["not known", 0]
    go(page, "events")
    assert "no publication date" in news(page)
    go(page, "articles")
    healthy(page.date_input(key=f"published-{article_id}").set_value(date(2019, 3, 20)).run())
    assert events(page).iloc[-1][["Date found in", "Events"]].tolist() == ["given by you", 1]


def test_a_corrected_date_moves_the_events(page):
    upload(page, ("strike.txt", STRIKE))
    article_id = page.session_state["article"]
    healthy(page.date_input(key=f"published-{article_id}").set_value(date(2019, 4, 3)).run())
    go(page, "events")
    healthy(page.text_input(key="words").set_value("keepers tools").run())
    assert set(events(page)["Date"]) == {"Tuesday 2 April 2019"}


def test_words_that_cannot_be_placed_are_listed(page):
    upload(page, ("strike.txt", STRIKE))
    assert any("“recently”" in block.value for block in page.html)


def test_an_article_taken_out_can_be_put_back(page):
    upload(page, ("strike.txt", STRIKE))
    count = len(events(page))
    healthy(page.button(key="remove").click().run())
    assert len(events(page)) == count - 1
    assert "Took out" in news(page)
    healthy(page.button(key="undo").click().run())
    assert len(events(page)) == count


def test_pasted_text_is_an_article_too(page):
    go(page, "articles")
    page.text_area(key="pasted_text").set_value("The ferry sank on Monday off the cape.")
    page.text_input(key="pasted_title").set_value("Ferry :red[sinks]")
    page.date_input(key="pasted_day").set_value(date(2019, 3, 20))
    healthy(page.button(key="paste_send").click().run())
    assert "Ferry" in news(page)
    assert ":red[" not in news(page)
    assert events(page).iloc[-1]["Title"] == "Ferry :red[sinks]"


def test_pasting_nothing_says_what_to_do(page):
    go(page, "articles")
    healthy(page.button(key="paste_send").click().run())
    assert page.warning


def test_without_articles_the_pages_say_what_to_do(page):
    go(page, "articles")
    for document in page.session_state["collection"].documents:
        page.session_state["article"] = document.id
        healthy(page.run())
        healthy(page.button(key="remove").click().run())
    assert "There are no articles" in news(page)
    go(page, "events")
    assert "There are no events yet" in news(page)


def test_a_sentence_is_explained(page):
    go(page, "try_it")
    page.date_input(key="sentence_day").set_value(date(2019, 3, 27))
    healthy(page.text_area(key="sentence").set_value("The ferry sank on Tuesday.").run())
    assert ">Tuesday</mark>" in shown(page)
    assert "Tuesday 26 March 2019" in shown(page)


def test_a_sentence_without_time_says_so(page):
    go(page, "try_it")
    healthy(page.text_area(key="sentence").set_value("The ferry sank.").run())
    assert "No words about time" in news(page)


def test_a_sentence_says_as_what_it_was_read(page):
    go(page, "try_it")
    assert any("Read as news in English." in caption.value for caption in page.caption)
    healthy(page.text_area(key="sentence").set_value("El barco se hundió el martes.").run())
    assert any("in Spanish." in caption.value for caption in page.caption)


def test_language_and_kind_of_a_sentence_can_be_chosen(page):
    go(page, "try_it")
    page.text_area(key="sentence").set_value("It began on 1 July 1916. In August it ended yesterday.")
    page.selectbox(key="sentence_genre").set_value("News")
    assert "August 2018" in shown(healthy(page.run()))
    healthy(page.selectbox(key="sentence_genre").set_value("Narrative").run())
    assert "August 1916" in shown(page) and "August 2018" not in shown(page)
    healthy(page.selectbox(key="sentence_language").set_value("Spanish").run())
    assert "August 1916" not in shown(page)


def test_the_choices_survive_another_page(page):
    go(page, "try_it")
    healthy(page.selectbox(key="sentence_genre").set_value("Narrative").run())
    go(page, "events")
    go(page, "try_it")
    assert page.selectbox(key="sentence_genre").value == "Narrative"


def test_an_alternative_is_told_with_its_event(page):
    upload(page, ("final.txt", b"Cup final\n\nMarch 27, 2019\n\nThe final on Saturday without fans."))
    go(page, "events")
    healthy(page.text_input(key="words").set_value("without fans").run())
    healthy(page.button(key="next").click().run())
    assert "Could also be" in shown(page) and "Saturday 30 March 2019" in shown(page)


def test_a_date_in_figures_that_is_not_placed_is_listed_with_both_meanings(page):
    upload(page, ("law.txt", b"The law\n\nJune 1, 2019\n\nThe law took effect on 3/4/2019."))
    assert "It could be Wednesday 3 April 2019 or Monday 4 March 2019." in shown(page)


def test_an_article_that_states_its_kind_says_so(page):
    told = (
        b"---\ntitle: A war\npublished: 2019-03-27\ngenre: %s\n---\nIt began in 1914. It ended in November."
    )
    upload(page, ("war.md", told % b"narrative"))
    assert "narrative, as the article says" in shown(page)
    upload(page, ("war.md", told % b"poem"))
    assert "news or narrative" in news(page)


def test_the_forms_are_explained_on_a_real_chart(page):
    go(page, "how_to_read")
    assert len(page.get("plotly_chart")) == 1


def test_what_nobody_foresaw_becomes_one_sentence(page, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("timeline.app.picture.lay_out", broken)
    page.run()
    assert not page.exception
    assert [message.value for message in page.error] == [
        "Something went wrong here; what you did last may not have been taken over. Reload the page."
    ]
