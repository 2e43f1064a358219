"""Mentions → events: those that tell one happening, in however many articles, are one event.

Pairs worth a look are weighed (`merge_likeness`), the likeliest first; two groups become one if their
mentions are, on average, likely enough to tell the same, and nothing forbids it: another status, dates that
cannot both be true, or a person who parted them. Neither the order of the articles nor articles that have
nothing in common with an event change it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.events.kinds import Bound, Status
from timeline.events.merge_candidates import Places, neighbours
from timeline.events.merge_chances import chances, likely_across
from timeline.events.merge_contrast import are_contrasted
from timeline.events.merge_groups import group
from timeline.events.merge_stories import Stories
from timeline.events.merge_table import SOFT, Table, read_table
from timeline.events.merge_trace import Source, Trace
from timeline.temporal.interval import Interval

__all__ = ["Event", "Link", "LinkKind", "Source", "Telling", "Trace", "group_traces", "merge"]

AVERAGE = 0.45  # how likely the pairs of two groups must be, on average, for these to be one


class LinkKind(StrEnum):
    """How one event came of another, or stands against it."""

    PLANNED = "planned"  # first planned, then happened
    ORDERED = "ordered"
    THREATENED = "threatened"
    SUPPOSED = "supposed"
    DENIED = "denied"  # told by some, denied by others


LINKS = {
    Status.PLANNED: LinkKind.PLANNED,
    Status.ORDERED: LinkKind.ORDERED,
    Status.THREATENED: LinkKind.THREATENED,
    Status.HYPOTHETICAL: LinkKind.SUPPOSED,
    Status.DENIED: LinkKind.DENIED,
}


@dataclass(frozen=True, slots=True)
class Link:
    """From an event of another status to the one that happened, or is said to have; both by their keys."""

    source: str
    target: str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Telling:
    """One date that mentions give an event, their keys, and how many articles, copies counted once, do. It is
    firm if the words of one of them give it, rather than those before or the day of publication."""

    interval: Interval
    bound: Bound
    mentions: tuple[str, ...]
    articles: int
    is_firm: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """One happening.

    `key` is the least of its mentions' keys. `tellings` are the dates it is given, the most told first; the
    interval is what they support, and `is_narrowed` says that a vaguer one is told too. `disagrees`: not
    all of them can be true.
    """

    key: str
    mentions: tuple[str, ...]
    status: Status
    interval: Interval | None
    bound: Bound
    tellings: tuple[Telling, ...] = ()
    is_narrowed: bool = False
    disagrees: bool = False
    links: tuple[Link, ...] = ()


def merge(
    traces: Sequence[Trace], sources: Iterable[Source] = (), apart: Collection[frozenset[str]] = ()
) -> tuple[Event, ...]:
    """The events that mentions tell, in the order of their keys. `sources` are the articles; `apart` pairs of
    mentions, by their keys, that somebody said are not one event.

    >>> said = dict(lemma="erupt", subjects=frozenset(["Etna"]), sentence=frozenset(["erupt", "Etna", "ash"]))
    >>> articles = [Source(key, words=frozenset(["Etna", "ash", "lava"])) for key in ("one", "two")]
    >>> [event.mentions for event in merge([Trace("1", "one", **said), Trace("2", "two", **said)], articles)]
    [('1', '2')]
    """
    stories = _stories(traces, sources)
    table = read_table(traces, stories.sources)
    near = neighbours(table)
    groups = _grouped(table, stories, near, apart)
    by_key = {trace.key: trace for trace in traces}
    links = _links(groups, table, stories, near)
    return tuple(_event([by_key[key] for key in keys], stories, links) for keys in groups)


def group_traces(
    traces: Sequence[Trace], sources: Iterable[Source] = (), apart: Collection[frozenset[str]] = ()
) -> list[tuple[str, ...]]:
    """The keys of the mentions of each event, sorted."""
    stories = _stories(traces, sources)
    table = read_table(traces, stories.sources)
    return _grouped(table, stories, neighbours(table), apart)


def _stories(traces: Iterable[Trace], sources: Iterable[Source]) -> Stories:
    known = {source.article: source for source in sources}
    missing = {trace.article for trace in traces} - known.keys()
    return Stories(known | {article: Source(article) for article in missing})


def _grouped(
    table: Table, stories: Stories, near: Places, apart: Collection[frozenset[str]]
) -> list[tuple[str, ...]]:
    pairs, chance = chances(table, stories, near)
    likely = chance >= AVERAGE
    told = (
        (table.traces[a], table.traces[b])
        for a, b in zip(pairs.one[likely], pairs.other[likely], strict=True)
    )
    contrasted = {frozenset((a.key, b.key)) for a, b in told if are_contrasted(a, b)}
    groups = group(table, pairs.one, pairs.other, chance, AVERAGE, contrasted.union(apart))
    return sorted(tuple(table.traces[at].key for at in each) for each in groups)


def _event(traces: Sequence[Trace], stories: Stories, links: dict[str, list[Link]]) -> Event:
    told = _tellings(traces, stories)
    best = told[0] if told else None
    statuses = [trace.status for trace in traces]
    return Event(
        traces[0].key,
        tuple(trace.key for trace in traces),
        Status.HAPPENED if Status.HAPPENED in statuses else statuses[0],
        _meeting(told),
        best.bound if best else Bound.WITHIN,
        told,
        is_narrowed=any(each.interval != best.interval and not _is_sharp(each) for each in told),
        disagrees=_disagree(told),
        links=tuple(sorted(links.get(traces[0].key, ()), key=lambda link: (link.source, link.target))),
    )


def _tellings(traces: Sequence[Trace], stories: Stories) -> tuple[Telling, ...]:
    """The dates told, those of a day first, then the firm ones, then the most told, then the shortest."""
    by_date: dict[tuple[Interval, Bound], list[Trace]] = defaultdict(list)
    for trace in traces:
        if trace.interval is not None:
            by_date[trace.interval, trace.bound].append(trace)
    found = [
        Telling(
            interval,
            bound,
            tuple(sorted(each.key for each in group)),
            len(_tellers(group, stories)),
            any(each.basis not in SOFT for each in group),
        )
        for (interval, bound), group in by_date.items()
    ]
    return tuple(sorted(found, key=_order))


def _order(telling: Telling) -> tuple:
    interval = telling.interval
    return (
        not _is_sharp(telling),
        not telling.is_firm,
        -telling.articles,
        interval.end - interval.start,
        interval.start,
        telling.bound,
    )


def _is_sharp(telling: Telling) -> bool:
    """Whether it names the day: "over the weekend" does not."""
    return telling.bound is Bound.WITHIN and telling.interval.first_day == telling.interval.last_day


def _tellers(traces: Iterable[Trace], stories: Stories) -> set[str]:
    """The articles that tell, each group of near copies once."""
    return {stories.sources[trace.article].group or trace.article for trace in traces}


def _meeting(told: Sequence[Telling]) -> Interval | None:
    """What the dates support: the one most told, narrowed by others that lie within it or meet it."""
    if not told:
        return None
    interval = told[0].interval
    for each in told[1:]:
        if each.bound is Bound.WITHIN and told[0].bound is Bound.WITHIN and not _is_sharp(told[0]):
            start, end = max(interval.start, each.interval.start), min(interval.end, each.interval.end)
            if start < end and (start, end) == (each.interval.start, each.interval.end):
                interval = each.interval
    return interval


def _disagree(told: Sequence[Telling]) -> bool:
    sharp = [each.interval for each in told if _is_sharp(each) and each.is_firm]
    return any(a.end <= b.start or b.end <= a.start for at, a in enumerate(sharp) for b in sharp[at + 1 :])


def _links(
    groups: Sequence[tuple[str, ...]], table: Table, stories: Stories, near: Places
) -> dict[str, list[Link]]:
    """By event, its links: between events of other statuses whose mentions would else be likely to be one."""
    event_of = {key: keys[0] for keys in groups for key in keys}
    found: dict[str, set[Link]] = defaultdict(set)
    for one, other in likely_across(table, stories, near):
        said, real = (one, other) if one.status in LINKS else (other, one)
        link = Link(event_of[said.key], event_of[real.key], LINKS[said.status])
        found[link.source].add(link)
        found[link.target].add(link)
    return {key: list(links) for key, links in found.items()}
