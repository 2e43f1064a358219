"""How well each step from timexes to events does on annotated events, beside the floor that a simpler rule reaches.

Of a file's documents those with an even place, by their ids, were learned from and the others are for testing; both
are told. A file of clusters holds whole topics, which are halved in the same way.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from timeline.evaluation.articles import BadGold
from timeline.evaluation.coreference import measure_coreference
from timeline.evaluation.event_dates import Rate, measure_days, measure_links
from timeline.evaluation.event_gold import AnnotatedDocument, halves, read_events
from timeline.evaluation.status_gold import measure_future, measure_negation

HALVES = ("learned from", "test half")
TOPICS = {"even": HALVES[0], "odd": HALVES[1]}
WIDTH = 46


def event_report(paths: Iterable[Path]) -> str:
    """The figures of some files in plain lines; BadGold if one is of no known form."""
    return "\n".join(line for path in paths for line in _lines(path))


def _lines(path: Path) -> Iterator[str]:
    yield f"{path.name}  (figure, and the floor beside it, in percent)"
    if _is_clustered(path):
        yield from _coreference(path)
        return
    for name, documents in zip(HALVES, halves(read_events(path)), strict=True):
        yield f"  {name}: {len(documents)} documents"
        yield from _dates(documents)
        yield from _statuses(documents)


def _is_clustered(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as lines:
            return "topic" in json.loads(next(lines, "{}"))
    except (OSError, ValueError) as error:
        raise BadGold(f"{path} could not be read: name a JSONL file of annotated events.") from error


def _dates(documents: Sequence[AnnotatedDocument]) -> Iterator[str]:
    if any(each.links for each in documents):
        found, nearest = measure_links(documents)
        yield _line("event and timex, of several in the sentence", found, nearest, "nearest")
    if any(event.day for each in documents for event in each.events):
        days = measure_days(documents)
        yield _line("day of event", days.all, days.published, "publication", days.nearest, "nearest")
        yield _line(
            "… that is not publication's", days.hard, Rate(0, 1), "publication", days.nearest_hard, "nearest"
        )
        yield _line("… right when another is claimed", days.claims)


def _statuses(documents: Sequence[AnnotatedDocument]) -> Iterator[str]:
    """Negation and future, as F1, where the file tells polarities and tenses."""
    events = [event for each in documents for event in each.events]
    measures = (
        ("negated (F1)", measure_negation, any(event.polarity for event in events), "“not” before it"),
        ("in the future (F1)", measure_future, any(event.tense for event in events), "“will” before it"),
    )
    for name, measure, is_told, floor in measures:
        if is_told:
            found, by_words = measure(documents)
            beside = f"({_percent(by_words.f1)} {floor})"
            yield f"    {name:{WIDTH}} {_percent(found.f1)} of {found.gold:,}   {beside}"


def _line(name: str, rate: Rate, *floors: Rate | str) -> str:
    pairs = zip(floors[::2], floors[1::2], strict=True)
    beside = ", ".join(f"{_percent(floor.share)} {what}" for floor, what in pairs)
    return f"    {name:{WIDTH}} {_percent(rate.share)} of {rate.all:,}" + (f"   ({beside})" if beside else "")


def _coreference(path: Path) -> Iterator[str]:
    figures = measure_coreference(path)
    for topics, name in TOPICS.items():
        yield f"  {name}: {topics} topics"
        for kind, parts in figures.items():
            one = parts[topics]
            yield f"    {kind:{WIDTH}} B³ {_percent(one.f1)}   pairs P {_percent(one.pair_precision)}"


def _percent(share: float) -> str:
    return f"{100 * share:5.1f}"
