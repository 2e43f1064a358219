import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.charts.metrics import shorten, text_width, wrap


@given(st.text(max_size=80), st.floats(0, 400))
def test_a_shortened_text_fits_and_begins_like_the_whole(text, width):
    short = shorten(text, width, 13)
    assert text_width(short, 13) <= width or not short
    assert text.startswith(short.removesuffix("…"))


@given(st.text("abc de", max_size=80), st.floats(30, 300))
def test_wrapped_lines_fit(text, width):
    assert all(text_width(line, 13) <= width for line in wrap(text, width, 13, lines=3))


@pytest.mark.parametrize(
    "text, least", [("停电", 2.0), ("🔥", 1.0), ("Москва", 3.5), ("e\u0301", 0.5), ("\u200b", 0.0)]
)
def test_other_scripts_have_sensible_widths(text, least):
    assert least <= text_width(text, 1) <= least * 1.5 + 0.2


def test_bold_is_wider():
    assert text_width("Security", 13, bold=True) > text_width("Security", 13)
