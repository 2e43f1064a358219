"""How well the program tells the events of an annotated collection: mentions, their dates and status, who, where,
which tell the same, and the days that matter.

A found mention is right if its predicate begins where an annotator's does; what is said of it is measured on those.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.evaluation.collection import PARTS, parts_of
from timeline.evaluation.fit_events import days_told
from timeline.evaluation.gold import Gold
from timeline.evaluation.scores import Marks
from timeline.events.find import find_mentions
from timeline.events.gazetteer import folded
from timeline.events.mention import Mention
from timeline.events.merge_mentions import as_compared, key_of, traces_and_sources, with_one_name
from timeline.events.merging import merge
from timeline.events.ranking import rank
from timeline.reading.document import Document
from timeline.table.build import build_tables
from timeline.table.key_dates import key_dates
from timeline.text.tag import tag_document

KEY_DATES, AMONG = 10, 12  # how many of the gold's first key dates are among so many of the program's


@dataclass(frozen=True, slots=True)
class MentionFigures:
    """One row of the table: the mentions of a part in a language, and of those found the shares with the right
    days, status, teller and kind, and how well their actors and places agree."""

    part: str
    language: str
    gold: int
    mentions: Marks
    days: float
    status: float
    attribution: float
    category: float
    actors: Marks
    places: Marks


@dataclass(frozen=True, slots=True)
class EventFigures:
    """Of the distinct events of a part: how many gold events some found event stands for; how many found events
    stand for a gold event; and how many found ones stand for one that another stands for already."""

    part: str
    gold: int
    found: int
    recall: float
    precision: float
    duplicates: float


Told = Sequence[tuple[Document, Mention]]


def read_told(gold: Gold) -> Told:
    """What the program finds in the articles of a collection, with the names that each article gives."""
    pairs = ((each, find_mentions(each, tag_document(each))) for each in gold.documents)
    return [(document, mention) for document, found in pairs for mention in found]


def measure_mentions(gold: Gold, told: Told) -> Iterator[MentionFigures]:
    """The rows of the table of mentions, by part and language."""
    for part, language, documents in parts_of(gold):
        ids = {document.id for document in documents}
        rows = [row for row in gold.mentions.itertuples() if row.article in ids]
        found = {(each.id, mention.span[0]): mention for each, mention in told if each.id in ids}
        by_place = {(row.article, int(row.start)): row for row in rows}
        pairs = [(by_place[place], mention) for place, mention in found.items() if place in by_place]
        yield MentionFigures(
            part,
            language,
            len(rows),
            Marks(len(rows), len(found), len(pairs)),
            *(_mean(is_right, pairs) for is_right in (_has_days, _has_status, _has_teller, _has_kind)),
            _agreement(
                (_names(row.actors), {folded(each.name) for each in told.actors}) for row, told in pairs
            ),
            _agreement(
                (_names(row.places), {folded(each.name) for each in told.places}) for row, told in pairs
            ),
        )


def measure_events(gold: Gold, told: Told) -> Iterator[EventFigures]:
    """The rows of the table of distinct events, by part; all articles are merged together."""
    event_of = {f"{row.article}:{row.start}": row.event for row in gold.mentions.itertuples()}
    article_of = {key_of(mention, document): document.id for document, mention in told}
    groups = merge(*traces_and_sources(told))
    for part in PARTS:
        ids = {each.id for each in gold.documents if (each.id in gold.test) == (part == PARTS[1])}
        wanted = {key: event for key, event in event_of.items() if key.rpartition(":")[0] in ids}
        inside = [[key for key in event.mentions if article_of[key] in ids] for event in groups]
        yield event_figures(part, [group for group in inside if group], wanted)


def event_figures(part: str, groups: Sequence[Sequence[str]], event_of: Mapping[str, str]) -> EventFigures:
    """The figures of groups of mentions, by their keys; a group stands for the gold event that more than half of
    its mentions tell.

    >>> figures = event_figures("test", [["a", "b"], ["c"], ["d"]], {"a": "x", "b": "x", "c": "x"})
    >>> figures.recall, round(figures.precision, 2), round(figures.duplicates, 2)
    (1.0, 0.67, 0.33)
    """
    stands = Counter(event for group in groups if (event := _stands_for(group, event_of)) is not None)
    whole = set(event_of.values())
    return EventFigures(
        part,
        len(whole),
        len(groups),
        _share(len(stands), len(whole)),
        _share(stands.total(), len(groups)),
        _share(stands.total() - len(stands), len(groups)),
    )


def _stands_for(group: Sequence[str], event_of: Mapping[str, str]) -> str | None:
    told = Counter(event_of[key] for key in group if key in event_of)
    ((event, count),) = told.most_common(1) or [(None, 0)]
    return event if 2 * count > len(group) else None


def count_key_dates(gold: Gold, told: Told) -> int:
    """How many of the gold's first key dates are among the first that the program names."""
    told = with_one_name(told)
    traces, sources = as_compared(told)
    events = merge(traces, sources)
    table = build_tables(told, events, rank(events, traces, sources)).events
    found = {day.isoformat() for day in key_dates(table, AMONG)}
    return sum(day in found for day in gold.key_dates["day"][:KEY_DATES])


def mention_report(gold: Gold, told: Told) -> str:
    """The tables in plain lines."""
    lines = [
        f"{'part':12} {'language':8} mentions  found F1 (P/R)      days  status  teller    kind  actors  places"
    ]
    for row in measure_mentions(gold, told):
        found = f"{_percent(row.mentions.f1)} ({_percent(row.mentions.precision)}/{_percent(row.mentions.recall)})"
        shares = (row.days, row.status, row.attribution, row.category, row.actors.f1, row.places.f1)
        figures = " ".join(f"{100 * share:7.1f}" for share in shares)
        lines.append(f"{row.part:12} {row.language:8} {row.gold:8}  {found:17} {figures}")
    lines.append(
        "days, status, teller, kind: right of those found; actors, places: F1 on those found; in percent"
    )
    return "\n".join([*lines, *(_event_lines(gold, told) if len(gold.events) else ())])


def _event_lines(gold: Gold, told: Told) -> Iterator[str]:
    yield f"{'part':12} events   found  recall precision duplicates"
    for each in measure_events(gold, told):
        shares = f"{100 * each.recall:7.1f} {100 * each.precision:9.1f} {100 * each.duplicates:10.1f}"
        yield f"{each.part:12} {each.gold:6} {each.found:7} {shares}"
    yield (
        "recall: gold events that a found one stands for; precision: found ones that stand for one; "
        "duplicates: for one that another stands for"
    )
    days = count_key_dates(gold, told)
    yield f"key dates: {days} of the gold's first {KEY_DATES} among the first {AMONG}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


Pair = tuple[object, Mention]


def _has_days(row, mention: Mention) -> bool:
    return days_told(mention.dating) == (row.first_day, row.last_day)


def _has_status(row, mention: Mention) -> bool:
    return mention.stance.status == row.status


def _has_teller(row, mention: Mention) -> bool:
    return folded(mention.stance.attribution) == folded(row.attribution)


def _has_kind(row, mention: Mention) -> bool:
    return mention.category == row.category


def _mean(is_right: Callable[[object, Mention], bool], pairs: Sequence[Pair]) -> float:
    return _share(sum(is_right(*pair) for pair in pairs), len(pairs))


def _agreement(pairs: Iterable[tuple[set[str], set[str]]]) -> Marks:
    counts = Counter(gold=0, found=0, both=0)
    for gold, found in pairs:
        counts.update(both=len(gold & found), gold=len(gold), found=len(found))
    return Marks(**counts)


def _names(cell: str) -> set[str]:
    return {folded(name) for name in cell.split(";") if name}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
