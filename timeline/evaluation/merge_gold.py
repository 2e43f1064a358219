"""How well the gold mentions of a collection are merged, with their gold dates, statuses, actors and kinds.

`python -m timeline.evaluation.merge_gold DATA` prints it for the development part.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from timeline.evaluation.coreference import Agreement, Topic, agree
from timeline.evaluation.gold import Gold, read_collection
from timeline.evaluation.mentions import read_told as read_found
from timeline.events.actor_merging import one_name
from timeline.events.actor_names import Actor
from timeline.events.actor_words import country_code, is_term, world_name
from timeline.events.kinds import Basis, Bound, Category, Status
from timeline.events.merge_counterparts import in_english, told_in_english
from timeline.events.merge_mentions import traces_and_sources
from timeline.events.merge_reading import content_words, read_told, told_by_words
from timeline.events.merging import Source, Trace, group_traces
from timeline.events.near_copies import near_copies
from timeline.model import tokenise
from timeline.model.parsing import Parsed, parse_together
from timeline.reading.document import Document
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval
from timeline.text.sentences import find_sentences

FOUND = 0.5  # of the mentions of an event that must stand together, and together alone, for it to be found


@dataclass(frozen=True, slots=True)
class Merging:
    """Figures between 0 and 1: B³ and pairs; the share of gold events that were found, of events that are a
    gold event, and of gold events that were split into more than one."""

    agreement: Agreement
    recall: float
    precision: float
    split: float


def measure_merging(topic: Topic, groups: Sequence[tuple[str, ...]]) -> Merging:
    """The figures of groups of mentions. An event is found if some group and it share more than half of what
    either holds."""
    found = {key: group[0] for group in groups for key in group}
    both = Counter((topic.gold[key], found[key]) for key in topic.gold)
    whole, told = Counter(topic.gold.values()), Counter(found.values())
    same = {pair for pair, count in both.items() if count > FOUND * max(whole[pair[0]], told[pair[1]])}
    parts = Counter(event for event, _ in both)
    split = sum(count > 1 for count in parts.values()) / max(1, len(whole))
    return Merging(
        agree(topic.gold, found), len(same) / max(1, len(whole)), len(same) / max(1, len(told)), split
    )


def development(gold: Gold) -> Topic:
    """The gold mentions of the development part as one topic."""
    documents = [document for document in gold.documents if document.id not in gold.test]
    rows = defaultdict(list)
    for row in gold.mentions.itertuples():
        rows[row.article].append(row)
    copies = near_copies({document.id: document.text for document in documents})
    names = _one_names(name for each in rows.values() for row in each for name in _names(row.actors))
    traces = [trace for document in documents for trace in _traces(document, rows[document.id], names)]
    sources = [
        Source(
            document.id,
            copies[document.id],
            document.source,
            document.dct.day if document.dct else None,
            document.language,
            in_english(content_words(document.text, document.language), document.language),
        )
        for document in documents
    ]
    events = {f"{row.article}:{int(row.start):06}": row.event for each in rows.values() for row in each}
    return Topic(0, traces, sources, {trace.key: events[trace.key] for trace in traces})


def found_development(gold: Gold) -> Topic:
    """The mentions that the program finds in the development part; one whose predicate no annotator marked is
    an event of its own."""
    told = [(document, mention) for document, mention in read_found(gold) if document.id not in gold.test]
    traces, sources = traces_and_sources(told)
    event_of = {f"{row.article}:{int(row.start)}": row.event for row in gold.mentions.itertuples()}
    return Topic(0, traces, sources, {trace.key: event_of.get(trace.key, trace.key) for trace in traces})


def _one_names(names: Iterable[str]) -> dict[str, str]:
    """For each actor's name the one that stands for all of its names, as the program merges them."""
    one = one_name(Actor(name, _kind(name)) for name in names)
    return {actor.name: chosen.name for actor, chosen in one.items()}


def _kind(name: str) -> str:
    if country_code(name):
        return "country"
    return "organisation" if world_name(name) or any(map(is_term, name.casefold().split())) else "person"


def _traces(document: Document, rows: Sequence, names: Mapping[str, str]) -> Iterator[Trace]:
    doc = tokenise(document.text, document.language)
    sentences = find_sentences(doc, document.text)
    parsed = parse_together(doc, sentences, document.language)
    for row in rows:
        yield Trace(
            f"{row.article}:{int(row.start):06}",
            row.article,
            status=Status(row.status),
            category=Category(row.category),
            interval=_interval(row.first_day, row.last_day),
            bound=_bound(row.first_day, row.last_day),
            basis=Basis(row.basis),
            attribution=row.attribution,
            actors=frozenset(names[name] for name in _names(row.actors)),
            places=_names(row.places),
            offset=int(row.start),
            **_told(document, sentences, parsed, row),
        )


def _told(
    document: Document, sentences: Sequence[tuple[int, int]], parsed: Parsed | None, row
) -> Mapping[str, object]:
    start, end = int(row.start), int(row.end)
    top = parsed.top(start, end) if parsed is not None else None
    if top is not None:
        return asdict(read_told(top))
    sentence = next((document.text[a:b] for a, b in sentences if a <= start < b), row.clause)
    told = told_by_words(row.text, row.clause, sentence, document.language)
    return asdict(told_in_english(told, document.language))


def _names(cell: str) -> frozenset[str]:
    return frozenset(filter(None, re.split(r"\s*;\s*", cell)))


def _interval(first: str, last: str) -> Interval | None:
    if not first and not last:
        return None
    start, end = date.fromisoformat(first or last), date.fromisoformat(last or first)
    days = (end - start).days
    grain = Granularity.DAY if not days else Granularity.MONTH if days < 40 else Granularity.YEAR
    midnight = datetime.min.time()
    return Interval(
        datetime.combine(start, midnight), datetime.combine(end + timedelta(days=1), midnight), grain
    )


def _bound(first: str, last: str) -> Bound:
    if bool(first) == bool(last):
        return Bound.WITHIN
    return Bound.FROM if first else Bound.UNTIL


def main(data: str) -> None:
    topic = development(read_collection(Path(data)))
    alone = [(key,) for key in sorted(topic.gold)]
    for name, groups in {"singletons": alone, "merging": group_traces(topic.traces, topic.sources)}.items():
        each = measure_merging(topic, groups)
        print(
            f"{name:12} events: recall {each.recall:.3f} precision {each.precision:.3f} "
            f"split {each.split:.3f}  "
            f"B³ {each.agreement.precision:.3f} {each.agreement.recall:.3f} {each.agreement.f1:.3f}  "
            f"pairs {each.agreement.pair_precision:.3f} {each.agreement.pair_recall:.3f}"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
