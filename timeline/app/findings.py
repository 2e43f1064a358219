"""The words about time found in a text, as a reader sees them."""

from collections.abc import Iterable
from html import escape

from timeline.app.markup import facts
from timeline.temporal.interval import Interval
from timeline.text.spoken import spoken


def findings_html(timexes: Iterable) -> str:
    """HTML of what was found: the words, what they mean, why, and their TIMEX3 type and value."""
    return facts((timex.words, _meaning(timex)) for timex in timexes)


def _meaning(timex) -> str:
    return (
        f"<b>{escape(meaning(timex.interval))}</b><br>{escape(timex.why)}<br>"
        f'<span style="opacity:.75">TIMEX3: {escape(timex3(timex))}</span>'
    )


def meaning(interval: Interval | None) -> str:
    return spoken(interval) if interval else "cannot be placed"


def timex3(timex) -> str:
    return f"{timex.type} {timex.value}" + (f", mod {timex.mod}" if timex.mod else "")
