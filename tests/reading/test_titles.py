import pytest

from timeline.reading.titles import find_title, first_words

TITLE = "Crane falls on two ferries: port"
BODY = "The crane, which had stood since 1961, fell on Tuesday evening onto two ferries, the port said. " * 3


@pytest.mark.parametrize(
    "banner",
    [
        "",
        "Join our brand new channel and never miss a ship!",
        "Subscribe to the harbour letter",
        "ALERT: sign up for our evening letter",
        "Sign up for news",
        "Follow us on everything",
        "March 26, 2019",
        "By Ana Reyes",
        "BY ANA REYES",
        "Photo by Ana Reyes",
        "NEWS",
        "The ferries at anchor, July 2, 2013. (",
        "The ferries at anchor in the evening.",
        "© The Selwyn Post",
        "--- 12 ---",
        "Advertisement",
    ],
)
def test_the_headline_is_found_under_what_stands_above_it(banner):
    assert find_title(f"{banner}\n\n{TITLE}\n\nMarch 27, 2019\n\n{BODY}", "fallback") == TITLE


@pytest.mark.parametrize(
    "title", ["Crane falls in the U.S.", "Who let the crane fall?", "Кран упал", "Share prices"]
)
def test_unusual_headlines_are_headlines(title):
    assert find_title(f"{title}\n\n{BODY}", "fallback") == title


def test_blanks_in_a_headline_become_one():
    assert find_title("Crane \t falls\n\nIt fell.", "fallback") == "Crane falls"


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        f"{BODY}\n\nWhat happens next\n\n{BODY}",
        "The crane had stood since 1961 and fell on Tuesday evening onto\ntwo ferries, the port said.",
        "Crane (torn\n\n" + BODY,
    ],
)
def test_prose_has_no_headline(text):
    assert find_title(text, "fallback") == "fallback"


def test_first_words_end_at_a_word():
    assert first_words("A crane fell\non two ferries", 15) == "A crane fell…"
    assert first_words("A crane fell", 15) == "A crane fell"
