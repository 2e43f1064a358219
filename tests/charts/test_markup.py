from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from timeline.charts.markup import escape, escape_wrapped, plain


@given(st.text(max_size=60))
def test_what_is_escaped_reads_as_the_plain_text(text):
    escaped = escape(text)
    assert "<" not in escaped and ">" not in escaped and "$" not in escaped and "\n" not in escaped
    assert unescape(escaped) == plain(text)


@given(st.text("ab <&", max_size=300))
def test_wrapping_never_breaks_an_escape(text):
    assert all(len(unescape(line)) <= 60 for line in escape_wrapped(text).split("<br>"))
