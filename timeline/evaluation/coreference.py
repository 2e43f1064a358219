"""Which mentions tell one event, against gold: B³ (Bagga and Baldwin 1998) and pairs.

`python -m timeline.evaluation.coreference ECBPLUS.jsonl` prints the figures beside two floors: every
mention an event of its own, and mentions of one lemma in like sentences. The file holds a document a line,
`{"id", "topic", "text", "mentions": [{"start", "end", "text", "cluster"}]}`, a sentence a line of `text`;
the same cluster anywhere in a topic is the same event. Mentions are given, and topics are read each by
itself.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from timeline.evaluation.articles import BadGold
from timeline.events.actions import weight
from timeline.events.kinds import Category
from timeline.events.merge_reading import content_words, names_among, read_told
from timeline.events.merging import Source, Trace, group_traces
from timeline.events.supersenses import of_verb
from timeline.model import tokenise
from timeline.model.parsing import parse_together

LIKE = 0.1  # overlap of sentences that counts for the floor
SPEAKING = 0.6  # the share of its uses in which a verb tells of words
LONGEST = 1_500  # characters of a sentence that is parsed

Grouping = Mapping[str, Hashable]  # the group of each mention


@dataclass(frozen=True, slots=True)
class Agreement:
    """Figures between 0 and 1."""

    precision: float
    recall: float
    f1: float
    pair_precision: float
    pair_recall: float


@dataclass(frozen=True, slots=True)
class Topic:
    """Mentions that are read together, their articles, and the gold."""

    number: int
    traces: Sequence[Trace]
    sources: Sequence[Source]
    gold: Grouping


def agree(gold: Grouping, found: Grouping) -> Agreement:
    """B³ and pairs of two groupings of the same mentions.

    >>> agree({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 3}).precision
    1.0
    """
    both = Counter((gold[key], found[key]) for key in gold)
    whole, told = Counter(gold.values()), Counter(found[key] for key in gold)
    precision = sum(count * count / told[pair[1]] for pair, count in both.items()) / max(1, len(gold))
    recall = sum(count * count / whole[pair[0]] for pair, count in both.items()) / max(1, len(gold))
    right = _pairs(both)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    of_told, of_whole = _pairs(told), _pairs(whole)
    return Agreement(
        precision, recall, f1, right / of_told if of_told else 1.0, right / of_whole if of_whole else 1.0
    )


def _pairs(counts: Counter) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def alone(topic: Topic) -> Grouping:
    """Every mention an event of its own."""
    return {key: key for key in topic.gold}


def by_lemma(topic: Topic) -> Grouping:
    """Mentions of one lemma whose sentences share enough words, and those that they lead to."""
    group = {trace.key: trace.key for trace in topic.traces}
    traces = sorted(topic.traces, key=lambda trace: trace.key)
    for at, one in enumerate(traces):
        for other in traces[at + 1 :]:
            if one.lemma == other.lemma and _overlap(one.sentence, other.sentence) >= LIKE:
                old, new = group[other.key], group[one.key]
                group = {key: new if value == old else value for key, value in group.items()}
    return group


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of what is weighty in two sets of words that both hold (Dice)."""
    whole = sum(map(weight, one)) + sum(map(weight, other))
    return 2 * sum(map(weight, one & other)) / whole if whole else 0.0


def by_merging(topic: Topic) -> Grouping:
    """As the program merges."""
    return {key: keys[0] for keys in group_traces(topic.traces, topic.sources) for key in keys}


GROUPINGS: dict[str, Callable[[Topic], Grouping]] = {
    "singletons": alone,
    "lemma and overlap": by_lemma,
    "merging": by_merging,
}


def measure_coreference(path: Path) -> dict[str, dict[str, Agreement]]:
    """By how mentions are grouped, the agreement in even topics (rules and weights come from them), in odd
    ones and in all. BadGold if the file is of another form."""
    topics = read_topics(path)
    return {name: _by_part(topics, grouping) for name, grouping in GROUPINGS.items()}


def _by_part(topics: Sequence[Topic], grouping: Callable[[Topic], Grouping]) -> dict[str, Agreement]:
    found = {topic.number: grouping(topic) for topic in topics}
    parts = {"even": (0,), "odd": (1,), "all": (0, 1)}
    return {
        part: agree(
            {
                (t.number, key): (t.number, t.gold[key])
                for t in topics
                if t.number % 2 in rests
                for key in t.gold
            },
            {(t.number, key): (t.number, found[t.number][key]) for t in topics for key in t.gold},
        )
        for part, rests in parts.items()
    }


def read_topics(path: Path) -> list[Topic]:
    """The topics of a file in their order."""
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        by_topic = defaultdict(list)
        for row in rows:
            by_topic[int(row["topic"])].append(row)
        return [_topic(number, by_topic[number]) for number in sorted(by_topic)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadGold(
            f"{path} could not be read as mentions with their clusters, a document a line."
        ) from error


def _topic(number: int, rows: Sequence[dict]) -> Topic:
    traces = [trace for row in rows for trace in _traces(row)]
    told = {trace.key for trace in traces}
    gold = {_key(row, at): each["cluster"] for row in rows for at, each in enumerate(row["mentions"])}
    sources = [Source(row["id"], words=content_words(row["text"], "en")) for row in rows]
    return Topic(number, traces, sources, {key: value for key, value in gold.items() if key in told})


def _key(row: dict, at: int) -> str:
    return f"{row['id']}:{at:04}"


def _traces(row: dict) -> Iterator[Trace]:
    text, mentions = row["text"], row["mentions"]
    spans = [span for span in _lines(text) if any(span[0] <= each["start"] < span[1] for each in mentions)]
    parsed = parse_together(tokenise(text, "en"), spans, "en") if spans else None
    for at, mention in enumerate(mentions):
        top = parsed.top(mention["start"], mention["end"]) if parsed is not None else None
        if top is None:
            yield Trace(_key(row, at), row["id"], mention["text"].casefold(), offset=mention["start"])
            continue
        told = read_told(top)
        words = told.subjects | told.objects | told.arguments
        is_speech = of_verb(told.lemma).get("communication", 0.0) > SPEAKING
        yield Trace(
            _key(row, at),
            row["id"],
            category=Category.STATEMENT if is_speech else Category.OTHER,
            actors=names_among(parsed.doc, words, top),
            offset=mention["start"],
            **asdict(told),
        )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip() and len(line) < LONGEST:
            yield start, start + len(line)
        start += len(line) + 1


def _told(figures: Mapping[str, Mapping[str, Agreement]]) -> Iterable[str]:
    yield f"{'':20}{'topics':8}{'B³ P':>7}{'R':>7}{'F1':>7}{'pairs P':>9}{'R':>7}"
    for name, parts in figures.items():
        for part, each in parts.items():
            yield (
                f"{name:20}{part:8}{each.precision:7.3f}{each.recall:7.3f}{each.f1:7.3f}"
                f"{each.pair_precision:9.3f}{each.pair_recall:7.3f}"
            )


def main(paths: Sequence[str]) -> None:
    for path in paths:
        try:
            print(*_told(measure_coreference(Path(path))), sep="\n")
        except BadGold as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
