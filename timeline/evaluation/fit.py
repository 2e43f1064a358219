"""Annotated articles → the weights that choose between past and future: logistic regression.

`python -m timeline.evaluation.fit GOLD…` prints a table such as stands in `timeline/text/direction.toml`; if
such a table is named among them, its weights by words alone are kept.
"""

import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from timeline.evaluation.articles import MARKED, AnnotatedArticle, BadGold, read_gold
from timeline.model import tokenise
from timeline.temporal.expression import Direction, Within, cycle_of, directed, is_open, open_part
from timeline.temporal.resolve import resolve
from timeline.text.direction import WORDS, days_between, features
from timeline.text.genre import Genre
from timeline.text.placing import place_one
from timeline.text.setting import ALL, Refinement, Setting, cues_of
from timeline.text.tag import find_in_setting
from timeline.text.timex import Timex

STEPS = 50  # of Newton's method, which needs far fewer
BALANCED = 0.5  # of an example from marked text, which tells more of the future than news does
PENALTY = 0.1  # of large weights (ridge), so that a few examples do not make a rule
SPEAKS_FOR = {  # whatever else is known: few examples, and features that go together, must not turn it round
    "its own verb: past": Direction.PAST,
    "verb in the past": Direction.PAST,
    "the governing verb is past": Direction.PAST,
    "its own verb is past and plain": Direction.PAST,
    "its own verb: future": Direction.FUTURE,
    "its own verb: present": Direction.FUTURE,
    "its own verb: meant": Direction.FUTURE,
    "verb of the future": Direction.FUTURE,
    "verb in the present": Direction.FUTURE,
    "verb of what is meant": Direction.FUTURE,
    "the governing verb is not past": Direction.FUTURE,
    WORDS: Direction.FUTURE,
}

Example = tuple[dict[str, float], bool]  # the features of a timex, and whether it looks ahead


def find_examples(
    articles: Iterable[AnnotatedArticle],
    language: str = "en",
    refinements: frozenset[Refinement] = ALL,
    words: Mapping[str, float] | None = None,
) -> Iterator[Example]:
    """Every timex whose annotated value is that of one direction and not of the other; those too that a verb
    right beside them decides, from which the rest gains. `words` are the weights by words alone, the shipped
    ones if none are given."""
    for article in articles:
        doc = tokenise(article.text, language)
        timexes, setting = find_in_setting(doc, article.day, language, article.text, Genre.NEWS, refinements)
        values = {(each.start, each.end): each.value for each in article.annotations}
        for index, timex in enumerate(timexes):
            value = values.get((timex.start, timex.end))
            if value is not None and is_open(timex.expression) and index not in setting.partners:
                yield from _example(timex, value, setting, words)


def _example(
    timex: Timex, value: str, setting: Setting, words: Mapping[str, float] | None
) -> Iterator[Example]:
    part, anchor = open_part(timex.expression), setting.publication
    sides = Direction.PAST, Direction.FUTURE
    intervals = [resolve(directed(part, side), anchor.interval) for side in sides]
    looks_ahead = [place_one(timex, anchor, direction=side).value == value for side in sides]
    if isinstance(part, Within) or None in intervals or looks_ahead[0] == looks_ahead[1]:
        return
    days = (days_between(anchor.interval, interval) for interval in intervals)
    yield features(cycle_of(timex.expression), cues_of(timex, setting), *days, words), looks_ahead[1]


def fit(
    examples: Iterable[Example],
    counts: Sequence[float] = (),
    speaks_for: Mapping[str, Direction] = {},
    penalty: float = PENALTY,
) -> dict[str, float]:
    """The weights that make the examples likeliest, large ones held back; each counts once or as often as
    `counts` says; a higher `penalty` holds them back more. A feature that `speaks_for` a direction weighs nothing if it would speak for the other.
    At least one example is needed (ValueError).

    >>> examples = [({"will": 1.0}, True), ({"was": 1.0}, False)]
    >>> weights = fit(examples)
    >>> weights["will"] > 0 > weights["was"]
    True
    >>> fit(examples, speaks_for={"was": Direction.FUTURE})["was"]
    0.0
    """
    examples, kept = list(examples), set(speaks_for)
    while True:
        weights = _likeliest(examples, counts, set(speaks_for) - kept, penalty)
        wrong = [
            name
            for name in kept & set(weights)
            if weights[name] * (1 if speaks_for[name] is Direction.FUTURE else -1) < 0
        ]
        if not wrong:
            return weights | dict.fromkeys(set(speaks_for) - kept, 0.0)
        kept.remove(max(wrong, key=lambda name: (abs(weights[name]), name)))


def _likeliest(
    examples: Iterable[Example], counts: Sequence[float], left_out: set[str], penalty: float
) -> dict[str, float]:
    rows, sides = zip(*examples, strict=True)
    names = sorted({name for row in rows for name in row} - left_out)
    x = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    y = np.array(sides, dtype=float)
    times = np.array(counts or [1.0] * len(rows))
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (times * (y - chance)) - penalty * weights
        curve = x.T @ (x * (times * chance * (1 - chance))[:, None]) + penalty * np.eye(len(names))
        weights += np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def ascend(
    weights: Sequence[np.ndarray],
    slopes: Callable[..., Sequence[np.ndarray]],
    steps: int,
    rate: float,
    memory: float = 0.999,
    falling: float = 0.0,
) -> list[np.ndarray]:
    """Weights after so many steps uphill by Adam (Kingma and Ba 2015). `slopes` takes all arrays of weights and
    gives those of their slopes; `memory` is that of squared slopes, `falling` the share by which the steps have
    shortened at the end.

    >>> [top] = ascend([np.zeros(1)], lambda x: [2 - x], steps=500, rate=0.05)
    >>> top.round(2).tolist()
    [2.0]
    """
    weights = list(weights)
    means, squares = [0.0] * len(weights), [0.0] * len(weights)
    for step in range(1, steps + 1):
        for number, slope in enumerate(slopes(*weights)):
            means[number] = 0.9 * means[number] + 0.1 * slope
            squares[number] = memory * squares[number] + (1 - memory) * slope**2
            mean, square = means[number] / (1 - 0.9**step), squares[number] / (1 - memory**step)
            stride = rate * (1 - falling * step / steps)
            weights[number] = weights[number] + stride * mean / (np.sqrt(square) + 1e-8)
    return weights


def _kept(table: Path) -> dict[str, float]:
    """The weights by words alone of a table such as the shipped one."""
    try:
        return tomllib.loads(table.read_text("utf-8"))["words"]
    except (OSError, ValueError, KeyError):
        sys.exit(f"{table} holds no table [words]: name one such as timeline/text/direction.toml.")


def main(paths: list[str]) -> None:
    tables = [path for path in paths if path.endswith(".toml")]
    paths = [path for path in paths if path not in tables]
    kept = _kept(Path(tables[0])) if tables else {}
    try:
        news = read_gold(Path(path) for path in paths if not path.endswith(MARKED))
        marked = read_gold(Path(path) for path in paths if path.endswith(MARKED))
    except BadGold as error:
        sys.exit(str(error))
    alone = list(find_examples(news or marked, refinements=ALL - {Refinement.MODEL}))
    if not alone:
        sys.exit(
            "No annotated article holds a date that may look back or ahead: name gold such as GOLD.jsonl."
        )
    print("# What each feature speaks for: positive weights for the future, negative ones for the past.")
    print("# `words` are for words alone, fitted on news; `parsed` are for a sentence with its tree, fitted")
    print("# on marked text too, which tells of the future more than news does.")
    words = kept or fit(alone)
    parsed = [(each, 1.0) for each in find_examples(news, words=words)]
    parsed += [(each, BALANCED) for each in find_examples(marked, words=words)]
    parsed = [(each, count) for each, count in parsed if WORDS in each[0]]
    print("# Fitted by `python -m timeline.evaluation.fit GOLD…`.")
    fitted = [
        ("words", "as they were" if tables else f"{len(alone)} timexes", words),
        (
            "parsed",
            f"{len(parsed)} timexes",
            fit(*zip(*parsed, strict=True), SPEAKS_FOR) if parsed else {},
        ),
    ]
    for name, of, weights in fitted:
        print(f"\n[{name}]  # {of}")
        for feature, weight in sorted(weights.items(), key=lambda pair: -abs(pair[1])):
            print(f'"{feature}" = {weight:.2f}')


if __name__ == "__main__":
    main(sys.argv[1:])
