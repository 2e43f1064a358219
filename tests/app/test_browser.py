"""Drives the real page in a browser, on a server that this file starts for itself."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.browser import ADVICE, find_browser
from timeline.charts.palette import THEMES
from timeline.exports import from_csv

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
PAGES = ("Timeline", "Articles", "Try a sentence", "How to read it")
POSITION = re.compile(r"(\d+) of \d+")
STRIKE = """Lighthouse keepers walk out in the north

Keepers of the northern lights laid down their tools on Tuesday after talks about pay broke off.

HARBOUR CITY, March 27, 2019 (Coast Courier) - Union leaders met the owners over the weekend.
A first offer was turned down in February. <script>alert(1)</script> :red[Nobody] was **hurt** on Monday.
"""

_IDS = """() => {
  const traces = document.querySelector('.js-plotly-plot')._fullData
  return [...new Set(traces.flatMap(trace => (trace.customdata ?? []).map(data => data[0])))]
}"""
_PLACES = """() => {
  const traces = document.querySelector('.js-plotly-plot')._fullData
  const marks = traces.filter(trace => trace.type === 'scatter' && trace.customdata)
  const day = x => new Date(x).toISOString().slice(0, 10)
  return Object.fromEntries(
    marks.flatMap(trace => trace.customdata.map((data, i) => [data[0], day(trace.x[i])])))
}"""
_SETTLED = """() => {
  const running = document.querySelector('[data-test-script-state="running"], [data-stale="true"]')
  const chart = document.querySelector('.js-plotly-plot')
  const place = chart ? JSON.stringify(chart.getBoundingClientRect()) : ''
  window.stillFor = running || place !== window.placeBefore ? 0 : (window.stillFor ?? 0) + 1
  window.placeBefore = place
  return window.stillFor >= 3
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    place = find_browser()
    if place is None:
        pytest.fail(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, float]]:
    """The page's address, and when its server was started."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "timeline.app", "--port", str(port)]
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        if not any("started" in line for line in process.stdout):
            pytest.fail("The page's server did not start.")
        yield f"http://127.0.0.1:{port}", started
    finally:
        process.terminate()
        process.wait(timeout=20)


def open_page(browser: Browser, address: str, **options) -> Iterator[Page]:
    """A page that must not fetch anything from elsewhere, open a dialog or log an error while it is used."""
    context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}} | options)
    page, trouble = context.new_page(), []
    page.set_default_timeout(20_000)
    page.on("request", lambda request: trouble.extend(_from_elsewhere(request.url)))
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
    page.goto(address)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=90_000)
    settle(page)
    yield page
    context.close()
    assert trouble == []


def _from_elsewhere(url: str) -> list[str]:
    parts = urlsplit(url)
    return [] if parts.scheme in ("data", "blob") or parts.hostname == "127.0.0.1" else [url]


@pytest.fixture
def page(browser, server) -> Iterator[Page]:
    yield from open_page(browser, server[0])


def settle(page: Page) -> None:
    """Waits until the page has run and the chart stands still, three looks in a row."""
    page.evaluate("window.stillFor = 0")
    page.wait_for_function(_SETTLED, polling=200)


def go(page: Page, name: str) -> None:
    sidebar = page.get_by_test_id("stExpandSidebarButton")
    if sidebar.is_visible():
        sidebar.click()
    page.get_by_role("link", name=name).first.click()
    expect(page).to_have_title(re.compile(name))
    settle(page)


def evidence(page: Page) -> Locator:
    return page.locator(".st-key-evidence")


def rows(page: Page) -> list[str]:
    """The words of the table's rows that are in sight."""
    settle(page)
    return page.get_by_test_id("stDataFrame").locator("table tbody tr").all_text_contents()


def drawn_ids(page: Page) -> list[str]:
    settle(page)
    return page.evaluate(_IDS)


def click_middle(page: Page, box: dict) -> None:
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def find_words(page: Page, words: str) -> None:
    field = page.get_by_label("Find")
    field.fill(words)
    field.press("Enter")
    settle(page)


def upload(page: Page, name: str, text: str) -> None:
    go(page, "Articles")
    files = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()}]
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text("Added “")).to_be_visible()
    settle(page)


def type_date(page: Page, field: Locator, digits: str) -> None:
    field.get_by_role("spinbutton").first.click()
    page.keyboard.type(digits)
    page.keyboard.press("Escape")
    settle(page)


def test_the_timeline_is_drawn_soon_after_the_start(browser, server, capsys):
    page = browser.new_page()
    page.goto(server[0])
    expect(page.locator(".js-plotly-plot .textpoint text").first).to_be_visible(timeout=90_000)
    seconds = time.monotonic() - server[1]
    page.close()
    with capsys.disabled():
        print(f"\nFrom the start of the server to the drawn chart: {seconds:.1f} s")


def test_a_click_on_an_event_shows_its_evidence(page):
    find_words(page, "drones")
    page.get_by_text("All events", exact=True).click()
    settle(page)
    first = page.locator(".js-plotly-plot .textpoint text").first
    words = first.text_content().rstrip("…")
    click_middle(page, first.bounding_box())
    expect(evidence(page)).to_contain_text(words)
    expect(evidence(page).locator("blockquote mark")).not_to_be_empty()
    expect(evidence(page)).to_contain_text("Why")
    expect(evidence(page)).to_contain_text("(metadata)")


def test_a_click_on_a_mark_works_again_after_walking_on(page):
    find_words(page, "border")
    page.get_by_text("All events", exact=True).click()
    settle(page)
    first = page.locator(".js-plotly-plot .textpoint text").first
    words = first.text_content().rstrip("…")
    click_middle(page, first.bounding_box())
    expect(evidence(page)).to_contain_text(words)
    settle(page)
    page.keyboard.press("p" if evidence(page).get_by_role("button", name="Next").is_disabled() else "n")
    expect(evidence(page)).not_to_contain_text(words)
    settle(page)
    page.get_by_text("What happened when").scroll_into_view_if_needed()
    settle(page)
    click_middle(page, first.bounding_box())
    expect(evidence(page)).to_contain_text(words)


def test_a_click_on_a_row_shows_its_evidence(page):
    page.get_by_test_id("stDataFrame").scroll_into_view_if_needed()
    settle(page)
    box = page.get_by_test_id("stDataFrame").bounding_box()
    page.mouse.click(box["x"] + 300, box["y"] + 35 * 2.5)
    expect(evidence(page)).to_contain_text("2 of")
    assert evidence(page).locator("h3").inner_text() in rows(page)[1]


def test_the_keyboard_walks_through_the_events(page):
    page.keyboard.press("n")
    expect(evidence(page)).to_contain_text(POSITION)
    first = int(POSITION.search(evidence(page).inner_text())[1])
    settle(page)
    page.keyboard.press("n")
    expect(evidence(page)).to_contain_text(f"{first + 1} of")
    settle(page)
    page.keyboard.press("p")
    expect(evidence(page)).to_contain_text(f"{first} of")


def test_typing_a_word_does_not_walk(page):
    page.get_by_label("Find").click()
    page.keyboard.type("npnp")
    settle(page)
    expect(page.get_by_text("No event fits")).to_be_visible()
    find_words(page, "")
    expect(evidence(page)).to_contain_text("Click an event")


def test_an_upload_adds_its_events_at_the_right_days_and_a_corrected_date_moves_them(page):
    upload(page, "strike.txt", STRIKE)
    page.get_by_role("button", name="Show on the timeline").click()
    expect(page).to_have_title("Timeline")
    find_words(page, "keepers")
    assert "2019-03-26" in page.evaluate(_PLACES).values()
    find_words(page, "union leaders")
    assert "23–24 March 2019" in rows(page)[0]
    find_words(page, "lighthouse first offer")
    assert "February 2019" in rows(page)[0]

    go(page, "Articles")
    type_date(page, page.locator("[class*=st-key-published-]"), "20190403")
    go(page, "Timeline")
    page.get_by_label("Find").fill("laid down")
    page.get_by_label("Find").press("Enter")
    type_date(page, page.locator(".st-key-end"), "20190430")
    assert "Tuesday 2 April 2019" in rows(page)[0]
    assert set(page.evaluate(_PLACES).values()) == {"2019-04-02"}


def test_an_articles_text_never_becomes_markup(page):
    hostile = ":red[Light] <img src=x onerror=alert(2)> $a$ house"
    upload(page, "strike.txt", STRIKE.replace("Lighthouse", hostile))
    expect(page.get_by_test_id("stAlert").first).to_contain_text(hostile)
    page.get_by_text("Read it, with the dating words marked").click()
    text = page.locator(".st-key-full_text")
    expect(text).to_contain_text("<script>alert(1)</script> :red[Nobody] was **hurt** on Monday")
    assert text.locator("script, img, strong").count() == 0


def test_words_and_dates_filter_chart_and_table_alike(page):
    everything = set(drawn_ids(page))
    find_words(page, "Montevideo")
    assert 0 < len(drawn_ids(page)) < len(everything)
    assert len(drawn_ids(page)) <= len(rows(page))
    find_words(page, "")
    type_date(page, page.locator(".st-key-start"), "20190326")
    type_date(page, page.locator(".st-key-end"), "20190326")
    assert len(drawn_ids(page)) < len(everything)
    assert any("Tuesday 26 March 2019" in row for row in rows(page))


def test_the_table_downloads_and_reads_back(page, tmp_path):
    find_words(page, "Montevideo")
    count = len(rows(page))
    page.locator(".st-key-download button").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Table as CSV").click()
    assert download.value.suggested_filename == "timeline.csv"
    download.value.save_as(tmp_path / "timeline.csv")
    assert len(from_csv((tmp_path / "timeline.csv").read_bytes())) == count

    with page.expect_download() as download:
        page.get_by_role("button", name="Table as JSON").click()
    assert len(json.loads(Path(download.value.path()).read_text())) == count


@pytest.mark.parametrize(("image_format", "begins"), [("PNG", b"\x89PNG"), ("SVG", b"<svg")])
def test_the_camera_saves_the_picture(page, image_format, begins):
    page.locator(".st-key-download button").first.click()
    page.get_by_text(image_format, exact=True).click()
    page.keyboard.press("Escape")
    settle(page)
    with page.expect_download() as download:
        page.locator(".modebar-btn").first.click()
    assert download.value.suggested_filename == f"timeline.{image_format.lower()}"
    assert Path(download.value.path()).read_bytes().startswith(begins)


def test_nothing_is_lost_by_changing_pages(page):
    find_words(page, "border")
    evidence(page).get_by_role("button", name="Next").click()
    settle(page)
    before = evidence(page).inner_text()
    for name in (*PAGES[1:], PAGES[0]):
        go(page, name)
    expect(page.get_by_label("Find")).to_have_value("border")
    expect(evidence(page)).to_have_text(before, use_inner_text=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_phone_shows_every_page_without_scrolling_sideways(browser, server, theme):
    phone = {"viewport": {"width": 400, "height": 850}, "color_scheme": theme}
    for page in open_page(browser, server[0], **phone):
        paper = page.evaluate("document.querySelector('.js-plotly-plot')._fullLayout.paper_bgcolor")
        assert paper == THEMES[theme].paper
        for name in PAGES:
            go(page, name)
            width = page.evaluate(
                "Math.max(document.documentElement.scrollWidth,"
                " document.querySelector('[data-testid=stMain]').scrollWidth)"
            )
            assert width <= 400, name
