"""Foreign text made safe for plotly, which reads pseudo-HTML in every string it draws."""

import re
import textwrap

_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
)  # $…$ would be set as a formula
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """`text` on one line, without control characters and marks that turn the writing's direction.

    >>> plain("two\\nlines\\x00 and\\u202e more")
    'two lines and more'
    """
    return " ".join(_UNPRINTABLE.sub("", text).split())


def escape(text: str) -> str:
    """`text` as plotly must be given it to show these very characters.

    >>> escape('<a href="x">5 & 6</a>')
    '&lt;a href="x"&gt;5 &amp; 6&lt;/a&gt;'
    """
    return plain(text).translate(_ESCAPES)


def escape_wrapped(text: str, characters: int = 60) -> str:
    """`escape`, broken into lines of at most so many characters.

    >>> escape_wrapped("one & two", 5)
    'one &amp;<br>two'
    """
    return "<br>".join(escape(line) for line in textwrap.wrap(plain(text), characters))
