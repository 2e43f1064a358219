"""The words about time found in a text, as a reader sees them."""

from collections.abc import Sequence
from html import escape

from timeline.app.markup import facts
from timeline.table.build import told
from timeline.temporal.interval import Interval
from timeline.text.spoken import spoken
from timeline.text.timex import NormalizedTimex, Reading


def findings_html(timexes: Sequence[NormalizedTimex]) -> str:
    """HTML of what was found: the words, what they mean, why, what they are counted from, what else they
    may mean, and their TIMEX3 type and value."""
    words = {timex.start: timex.words for timex in timexes}
    return facts((timex.words, _meaning(timex, words)) for timex in timexes)


def _meaning(timex: NormalizedTimex, words: dict[int, str]) -> str:
    anchor = counted_from(timex, words)
    lines = [
        f"<b>{escape(meaning(timex.interval))}</b>",
        escape(timex.why),
        f"Counted from “{escape(anchor)}”." if anchor else "",
        *(_other(each, "Could also be" if timex.interval else "Could be") for each in timex.alternatives),
        f'<span style="opacity:.75">TIMEX3: {escape(timex3(timex))}</span>',
    ]
    return "<br>".join(filter(None, lines))


def counted_from(timex: NormalizedTimex, words: dict[int, str]) -> str:
    """The words that a timex is counted from; empty if it is the day of publication, which the reason names.
    `words` are those of each timex by where it starts."""
    return words.get(timex.anchor.start, "") if timex.anchor else ""


def _other(reading: Reading, could: str) -> str:
    date, _, why = told(reading).partition(" — ")
    return f"{could} <b>{escape(date)}</b> — {escape(why)}"


def meaning(interval: Interval | None) -> str:
    return spoken(interval) if interval else "cannot be placed"


def timex3(timex: NormalizedTimex) -> str:
    return f"{timex.type} {timex.value}" + (f", mod {timex.mod}" if timex.mod else "")
