"""The words about time found in a text, as a reader sees them."""

from collections.abc import Sequence
from html import escape

from timeline.app.markup import facts
from timeline.temporal.interval import Interval
from timeline.text.spoken import spoken
from timeline.text.timex import AnchorSource, NormalizedTimex, Reading

_SOURCES = {
    AnchorSource.PUBLICATION: "the day of publication",
    AnchorSource.TIMEX: "the date named before",
    AnchorSource.RANGE: "the other end of the range",
    AnchorSource.SPEECH: "the day of speaking",
}


def findings_html(timexes: Sequence[NormalizedTimex]) -> str:
    """HTML of what was found: the words, what they mean, why, what they are counted from, what else they
    may mean, and their TIMEX3 type and value."""
    words = {timex.start: timex.words for timex in timexes}
    return facts((timex.words, _meaning(timex, words)) for timex in timexes)


def _meaning(timex: NormalizedTimex, words: dict[int, str]) -> str:
    anchor = counted_from(timex, words)
    told = [
        f"<b>{escape(meaning(timex.interval))}</b>",
        escape(timex.why),
        f"Counted from {escape(anchor)}." if anchor else "",
        *(f"Could also be <b>{escape(date)}</b>: {escape(why)}" for date, why in others(timex)),
        f'<span style="opacity:.75">TIMEX3: {escape(timex3(timex))}</span>',
    ]
    return "<br>".join(filter(None, told))


def counted_from(timex: NormalizedTimex, words: dict[int, str]) -> str:
    """What a timex is counted from, in plain words; `words` are those of each timex by where it starts."""
    anchor = timex.anchor
    if anchor is None:
        return ""
    said = f", “{words[anchor.start]}”" if anchor.start in words else ""
    date = "" if anchor.is_before_christ else f", {spoken(anchor.interval)}"
    return f"{_SOURCES[anchor.source]}{said}{date}"


def others(timex: NormalizedTimex) -> list[tuple[str, str]]:
    """What else its words may mean, the likeliest first: each date in plain words, and the reason."""
    return [(_date(each), each.why) for each in timex.alternatives]


def _date(reading: Reading) -> str:
    return spoken(reading.interval) if reading.interval else reading.value


def meaning(interval: Interval | None) -> str:
    return spoken(interval) if interval else "cannot be placed"


def timex3(timex: NormalizedTimex) -> str:
    return f"{timex.type} {timex.value}" + (f", mod {timex.mod}" if timex.mod else "")
