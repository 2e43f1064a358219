"""Words from articles made safe to show: nothing in them is ever markup."""

import re
from collections.abc import Iterable
from html import escape
from itertools import pairwise
from urllib.parse import urlsplit

_LIVE = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=:])")
_GRID = "display:grid;grid-template-columns:fit-content(40%) minmax(0,1fr);gap:.3em 1em;font-size:.95em"
_MARK = "background:rgba(43,134,168,.28);color:inherit;border-radius:3px;padding:0 .15em"


def plain(text: str) -> str:
    """Markdown that shows `text` as it stands, for widgets that read their text as markdown.

    >>> print(plain(":red[x] $y$"))
    \\:red\\[x\\] \\$y\\$
    """
    return _LIVE.sub(r"\\\1", " ".join(text.split()))


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """HTML that shows `text` as it stands, with the `spans` (offsets into it) marked.

    Spans that are empty, overlap an earlier one or reach out of the text are left unmarked.

    >>> marked("on <Tuesday>", [(3, 12)]).endswith("&lt;Tuesday&gt;</mark>")
    True
    """
    pieces, position = [], 0
    for start, end in sorted(spans):
        if position <= start < end <= len(text):
            words = escape(text[start:end])
            pieces += [escape(text[position:start]), f'<mark style="{_MARK}">{words}</mark>']
            position = end
    return "".join([*pieces, escape(text[position:])])


def told(row) -> str:
    """HTML of the sentence of an event or a mention, a row of their tables: its clause set off, the dating words
    marked in it and the words that show how real it is underlined. Spans that reach out of it are left alone."""
    sentence, clause, words = row.sentence, _inside(row, "clause"), _inside(row, "words")
    at = sentence.find(row.cue, clause[0]) if row.cue else -1
    styles = [
        (words, _MARK),
        ((at, at + len(row.cue)) if at >= 0 else (0, 0), "border-bottom:2px dotted currentcolor"),
    ]
    edges = {0, len(sentence), *clause, *(edge for span, _ in styles for edge in span)}
    ends = sorted(edge for edge in edges if 0 <= edge <= len(sentence))
    return "".join(
        _styled(
            sentence[start:end], _faint(start, clause) + [css for span, css in styles if _within(start, span)]
        )
        for start, end in pairwise(ends)
    )


def _inside(row, name: str) -> tuple[int, int]:
    """A span of the article as offsets in the row's sentence."""
    return tuple(getattr(row, f"{name}_{end}") - row.sentence_start for end in ("start", "end"))


def _within(offset: int, span: tuple[int, int]) -> bool:
    return span[0] <= offset < span[1]


def _faint(offset: int, clause: tuple[int, int]) -> list[str]:
    return [] if _within(offset, clause) else ["opacity:.72"]


def _styled(text: str, styles: list[str]) -> str:
    words = escape(text)
    if not styles:
        return words
    tag = "mark" if _MARK in styles else "span"
    return f'<{tag} style="{";".join(styles)}">{words}</{tag}>'


def link(url: str, words: str) -> str:
    """HTML of a link that opens in a new tab if `url` is a web address; else of the words alone.

    >>> link("javascript:alert(1)", "An article")
    'An article'
    """
    if not is_web_address(url):
        return escape(words)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'


def is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """HTML of a list of names (plain text) and values (HTML already); empty values are left out."""
    rows = "".join(
        f'<div style="opacity:.75">{escape(name)}</div><div style="overflow-wrap:anywhere">{value}</div>'
        for name, value in pairs
        if value
    )
    return f'<div style="{_GRID}">{rows}</div>'
