"""How much an event matters: from who tells it, where, and how long after.

A timeline that people write by hand keeps what later articles come back to (Tran et al. 2015, Binh Tran and
others 2013): a mention weeks after the day weighs more than an announcement before it. Near copies count
once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import exp, log1p

from timeline.events.kinds import Status
from timeline.events.merge_trace import Source, Trace
from timeline.events.merging import Event

LATER = 7  # days after which to tell it is to look back
LOOKED_BACK = 1.0  # what each article adds that looks back, beside the 1 of each that tells it at all
EARLY = 600  # characters: what stands far behind matters less
REAL = {Status.HAPPENED: 1.0, Status.ALLEGED: 0.6, Status.DENIED: 0.4, Status.ORDERED: 0.4}
UNREAL = 0.25  # of what was only planned, threatened or supposed


@dataclass(frozen=True, slots=True)
class Importance:
    """The parts of an event's score: the articles that tell it and, among them, that look back on it, both
    without near copies; outlets; how early in its articles it stands (0 to 1); how real it is."""

    articles: int
    looking_back: int
    outlets: int
    prominence: float
    reality: float

    @property
    def score(self) -> float:
        """The parts together: it grows ever more slowly with the number of articles.

        >>> Importance(3, 1, 2, 0.5, 1.0).score > Importance(3, 0, 2, 0.5, 1.0).score
        True
        """
        told = log1p(self.articles + LOOKED_BACK * self.looking_back)
        return round(self.reality * told * (1 + 0.25 * log1p(self.outlets) + 0.5 * self.prominence), 6)


def rank(
    events: Iterable[Event], traces: Iterable[Trace], sources: Iterable[Source]
) -> dict[str, Importance]:
    """The importance of each event, by its key, the most important first."""
    of_key = {trace.key: trace for trace in traces}
    of_article = {source.article: source for source in sources}
    found = {
        event.key: _importance(event, [of_key[key] for key in event.mentions], of_article) for event in events
    }
    return dict(sorted(found.items(), key=lambda item: (-item[1].score, item[0])))


def _importance(event: Event, traces: Sequence[Trace], sources: Mapping[str, Source]) -> Importance:
    known = {trace.article: sources.get(trace.article, Source(trace.article)) for trace in traces}
    back = {_group(source) for source in known.values() if _looks_back(event, source)}
    first = {article: min(t.offset for t in traces if t.article == article) for article in sorted(known)}
    prominence = sum(exp(-offset / EARLY) for offset in first.values()) / len(first)
    return Importance(
        len({_group(source) for source in known.values()}),
        len(back),
        len({source.outlet for source in known.values() if source.outlet}),
        round(prominence, 6),
        REAL.get(event.status, UNREAL),
    )


def _group(source: Source) -> str:
    return source.group or source.article


def _looks_back(event: Event, source: Source) -> bool:
    if event.interval is None or source.day is None:
        return False
    return source.day - event.interval.last_day >= timedelta(days=LATER)
