import re

import pytest

from timeline.app.markup import facts, is_web_address, link, marked, plain

HOSTILE = '<script>alert(1)</script> :red[x] **b** $x$ [a](javascript:alert(1)) & "q"'


def test_marked_text_holds_no_tag_but_its_own_marks():
    html = marked(HOSTILE, [(0, 8)])
    assert html.count("<") == 2  # <mark> and </mark>
    assert "&lt;script&gt;</mark>alert(1)" in html


@pytest.mark.parametrize("spans", [[(5, 3)], [(0, 99)], [(-2, 3)], [(3, 3)]])
def test_spans_that_do_not_fit_the_text_are_left_unmarked(spans):
    assert marked("on Monday", spans) == "on Monday"


def test_of_two_spans_that_overlap_the_first_is_marked():
    html = marked("early Monday evening", [(0, 12), (6, 20)])
    assert html.count("<mark") == 1
    assert ">early Monday</mark> evening" in html


def test_markdown_characters_lose_their_meaning():
    shown = plain(HOSTILE)
    assert re.findall(r"(?<!\\)[<>:\[\]*$&]", shown) == []


def test_plain_text_stays_on_one_line():
    assert plain("# a\n\n- b") == r"\# a \- b"


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("https:", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url, is_link):
    assert is_web_address(url) is is_link
    assert ("<a " in link(url, "An article")) is is_link


def test_a_link_cannot_break_out_of_its_attribute():
    assert '"><b>' not in link('https://example.org/"><b>', "<b>An article</b>")
    assert "<b>" not in link('https://example.org/"><b>', "<b>An article</b>")


def test_facts_without_a_value_are_left_out():
    assert "Source" not in facts([("Source", ""), ("Title", "A")])
