"""A saved page gives its article as plain text, its stated date and nothing that runs."""

import socket
from datetime import date

import pytest

from timeline.reading import DctSource, read

BODY = """
<p>The port of Selwyn was closed on Tuesday after a crane fell onto two ferries, officials said.</p>
<p>Nobody was hurt, and a sign with <b>:red[danger]</b> &lt;script&gt;alert(1)&lt;/script&gt; stood there.</p>
<p>The harbour master had warned of it on Monday, in a letter to the mayor.</p>
"""


def page(head: str = "", body: str = BODY, attributes: str = "") -> bytes:
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>".encode()


def only(data: bytes, name: str = "crane.html"):
    (document,) = read(data, name).documents
    return document


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("reading went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_a_page_gives_its_article_and_what_it_says_of_it():
    head = """<title>Crane falls - The Selwyn Post</title>
    <meta property="article:published_time" content="2019-03-27T23:30:00-05:00">
    <meta property="og:site_name" content="The Selwyn Post">
    <link rel="canonical" href="https://post.example/crane">"""
    body = f"<nav><a href='/'>Home</a></nav><article><h1>Crane falls on ferries</h1>{BODY}</article>"
    document = only(page(head, body, "lang='en-GB'"))
    assert (document.title, document.source) == ("Crane falls on ferries", "The Selwyn Post")
    assert (document.url, document.language) == ("https://post.example/crane", "en")
    assert (document.dct.day, document.dct.found_in) == (date(2019, 3, 27), DctSource.METADATA)
    assert "The port of Selwyn was closed on Tuesday" in document.text
    assert "Home" not in document.text


def test_scripts_and_styles_are_gone_and_marks_are_plain_text():
    body = (
        f"<style>p {{color: red}}</style><script>alert('run')</script>{BODY}<noscript>Enable it.</noscript>"
    )
    text = only(page(body=body)).text
    assert ":red[danger] <script>alert(1)</script> stood there." in text
    assert "run" not in text and "color" not in text and "Enable it" not in text


def test_every_paragraph_stands_alone():
    assert len(only(page()).text.split("\n\n")) == 3


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="27 March 2019">',
        '<meta itemprop="datePublished" content="2019-03-27">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2019-03-27T01:00:00Z"}]}</script>',
        '<script type="application/ld+json">{broken</script><meta name="pubdate" content="20190327">',
    ],
)
def test_the_stated_date_is_found_and_not_that_of_a_change(head):
    changed = '<meta property="article:modified_time" content="2020-01-01T00:00:00Z">'
    assert only(page(changed + head)).dct.day == date(2019, 3, 27)


def test_the_time_element_of_the_article_counts_and_that_of_the_sidebar_does_not():
    sidebar = "<aside><time datetime='2011-03-03'>3 March</time></aside>"
    assert only(page(body=f"<time datetime='2019-03-27'>27 March</time>{BODY}{sidebar}")).dct.day.year == 2019
    assert only(page(body=BODY + sidebar)).dct is None


@pytest.mark.parametrize(
    "extra",
    [
        "<footer>Copyright 2024 The Selwyn Post</footer>",
        "<p>In other news, the old dock was opened on 4 May 2012 by the mayor.</p>",
        "<script>var built = '2023-01-01';</script>",
    ],
)
def test_no_stated_date_is_never_replaced_by_an_invented_one(extra):
    reading = read(page(body=BODY + extra), "crane.html")
    assert reading.documents[0].dct is None
    assert "no publication date" in reading.problems[0].message


def test_a_change_alone_is_no_publication_date():
    assert only(page('<meta property="article:modified_time" content="2020-01-01">')).dct is None


def test_a_date_line_in_the_text_is_found():
    dct = only(page(body=f"<h1>Crane falls</h1><p>March 27, 2019</p>{BODY}")).dct
    assert (dct.day, dct.found_in) == (date(2019, 3, 27), DctSource.DATELINE)


def test_the_encoding_that_a_page_declares_is_used():
    words = "<p>Кран упал на паромы во вторник, сообщили власти порта. Никто не пострадал.</p>"
    head = "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
    assert "Кран упал" in only(page(head, words).decode().encode("cp1251")).text


def test_an_xml_declaration_is_no_obstacle():
    assert "crane fell" in only(b'<?xml version="1.0" encoding="utf-8"?>' + page()).text


@pytest.mark.parametrize(
    "data",
    [
        page(body=""),
        page(body="<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><form><label>User</label></form>"),
        page(body="<div id=app></div><script>run()</script><noscript>Please enable JavaScript.</noscript>"),
        b"<!-- nothing -->",
        b"http://127.0.0.1:9/crane.html",
        b"<" * 5000,
        page(body="<div>" * 20_000),
    ],
)
def test_a_page_without_an_article_gets_one_sentence(data):
    reading = read(data, "crane.html")
    assert reading.documents == ()
    (problem,) = reading.problems
    assert problem.message.startswith("crane.html holds no article")
