"""How well the gold mentions of a collection are merged, with their gold dates, statuses, actors and kinds.

`python -m timeline.evaluation.merge_gold DATA` prints it for the development part.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from timeline.evaluation.coreference import Agreement, Topic, agree
from timeline.evaluation.gold import Gold, read_collection
from timeline.events.kinds import Basis, Bound, Category, Status
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
    traces = [trace for document in documents for trace in _traces(document, rows[document.id])]
    sources = [
        Source(
            document.id,
            copies[document.id],
            document.source,
            document.dct.day if document.dct else None,
            document.language,
            content_words(document.text, document.language),
        )
        for document in documents
    ]
    events = {f"{row.article}:{int(row.start):06}": row.event for each in rows.values() for row in each}
    return Topic(0, traces, sources, {trace.key: events[trace.key] for trace in traces})


def _traces(document: Document, rows: Sequence) -> Iterator[Trace]:
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
            actors=_names(row.actors),
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
    return asdict(told_by_words(row.text, row.clause, sentence, document.language))


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
