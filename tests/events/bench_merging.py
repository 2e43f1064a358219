"""How long it takes to merge 1,000, 3,000 and 10,000 made-up articles: `python
tests/events/bench_merging.py [N…]`."""

import sys
from datetime import date, timedelta
from random import Random
from time import process_time

from timeline.events.kinds import Basis, Category
from timeline.events.merging import Source, Trace, group_traces
from timeline.model.trained import SHIPPED
from timeline.model.words import read_words
from timeline.temporal.interval import Interval

MENTIONS = 12  # of an article
TELLERS = 8  # articles that tell one happening, about
BEGIN = date(2019, 1, 1)
VERBS = "close open arrest meet march sign strike call hold block vote attack warn resign".split()  # noqa: SIM905
KINDS = [kind for kind in Category if kind is not Category.STATEMENT]


def made_up(articles: int, seed: int = 7) -> tuple[list[Trace], list[Source]]:
    """Articles of a few stories a day, each told by some outlets over some days."""
    random = Random(seed)
    words = sorted(
        word for word, row in read_words(SHIPPED / "words.npz").rows.items() if 3_000 < row < 30_000
    )
    names = [f"{random.choice(words).title()} {random.choice(words).title()}" for _ in range(200)]
    happenings = [_happening(random, words, names, articles) for _ in range(articles * MENTIONS // TELLERS)]
    happenings.sort(key=lambda each: each["interval"].start)
    traces, sources = [], []
    for number in range(articles):
        at = number * len(happenings) // articles
        near = happenings[max(0, at - 40) : at + 40]
        told = random.sample(near, MENTIONS)
        key = f"{number:06}"
        day = max(each["interval"].first_day for each in told)
        text = frozenset(random.sample(words, 150)).union(*(each["sentence"] for each in told))
        sources.append(Source(key, key, f"outlet {number % 30}", day, "en", text))
        traces += [_telling(random, key, place, each) for place, each in enumerate(told)]
    return traces, sources


def _happening(random: Random, words: list[str], names: list[str], articles: int) -> dict:
    day = BEGIN + timedelta(days=random.randrange(max(1, articles // 30)))
    inside = random.sample(words, 8)
    return {
        "lemma": random.choice(VERBS),
        "interval": Interval.of_day(day),
        "category": random.choice(KINDS),
        "actors": frozenset(random.sample(names[:20] if random.random() < 0.5 else names, 1)),
        "objects": frozenset(inside[:2]),
        "arguments": frozenset(inside[2:4]),
        "sentence": frozenset(inside),
    }


def _telling(random: Random, article: str, place: int, happening: dict) -> Trace:
    dated = random.random()
    interval = happening["interval"] if dated < 0.7 else None
    told = happening | {"interval": interval}
    key = f"{article}:{place:03}"
    return Trace(key, article, basis=Basis.CLAUSE if interval else Basis.NONE, offset=place * 200, **told)


def merging_time(articles: int) -> float:
    """CPU seconds to merge so many made-up articles."""
    traces, sources = made_up(articles)
    start = process_time()
    group_traces(traces, sources)
    return process_time() - start


if __name__ == "__main__":
    for size in [int(each) for each in sys.argv[1:]] or [1_000, 3_000, 10_000]:
        print(f"{size:6} articles: {1_000 * merging_time(size) / size:.1f} ms each")
