"""Annotated articles → what tells the kind of an event: `timeline/events/category_weights.toml`, and from the
cues `timeline/events/category_leanings.tsv.gz`.

`python -m timeline.evaluation.fit_categories data/ tests/corpus/events` writes both and prints how well they do
on articles that were left out. Only the development parts of the collections are learned from.
"""

import gzip
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from timeline.evaluation.articles import BadGold
from timeline.evaluation.fit import ascend
from timeline.evaluation.gold import read_collection
from timeline.events.actions import vector
from timeline.events.actors import actors_of, find_cast
from timeline.events.categories import FILE
from timeline.events.category_cues import WEIGHTS, all_cues
from timeline.events.category_features import OF_CLAUSE, features
from timeline.events.category_leanings import FILE as LEANINGS
from timeline.events.category_leanings import KINDS, SCALE, SILENT, chances
from timeline.events.category_topics import AROUND, topics_of
from timeline.events.kinds import Category
from timeline.events.nodes import node_of
from timeline.model import tokenise
from timeline.model.parsing import parse_together
from timeline.model.trained import SHIPPED
from timeline.model.words import read_words
from timeline.text.sentences import find_sentences

LANGUAGE = "en"
SHARED = (*OF_CLAUSE, *AROUND)
FOLDS = 5
OF_SHARED, OF_OWN = 1.0, 5.0  # penalties of large weights: the second are many and each has few examples
SELDOM = 8  # features of a clause met less often are left out
STEPS, RATE = 250, 0.05  # of the ascent
MEMORY, FALLING = 0.99, 0.9
ENDINGS = 12  # words that a cue with a star stands for at most
OTHERS, FROM, TO = 3000, 60, 15_000  # words that lean nowhere, and the ranks between which they are drawn


@dataclass(frozen=True)
class Examples:
    """Mentions: the article of each, its features, and its kind's number."""

    articles: np.ndarray
    shared: np.ndarray  # examples × features × kinds
    own: np.ndarray  # examples × features
    names: Sequence[str]
    kinds: np.ndarray

    def __getitem__(self, chosen: np.ndarray) -> "Examples":
        rows = (self.articles, self.shared, self.own)
        return Examples(*(each[chosen] for each in rows), self.names, self.kinds[chosen])


def find_examples(articles: Iterable[tuple[str, str, pd.DataFrame]]) -> Examples:
    """The mentions of articles, each given as its id, its text and its rows."""
    found = [(name, *each) for name, text, rows in articles for each in _of_article(text, rows)]
    met = pd.Series([feature for *_, own, _ in found for feature in own]).value_counts()
    names = sorted(met.index[met >= SELDOM])
    return Examples(
        np.array([name for name, *_ in found]),
        np.array([shared for _, shared, _, _ in found]),
        np.array([[own.get(name, 0.0) for name in names] for *_, own, _ in found]),
        names,
        np.array([kind for *_, kind in found]),
    )


def _of_article(text: str, rows: pd.DataFrame) -> Iterator[tuple[np.ndarray, dict[str, float], int]]:
    doc = tokenise(text, LANGUAGE)
    parsed = parse_together(doc, find_sentences(doc, text), LANGUAGE)
    cast = find_cast(parsed, text)
    for row in rows.itertuples():
        token = parsed.top(int(row.start), int(row.end))
        if token is not None:
            node = node_of(token)
            told, topics = (
                features(node, [actor.name for actor in actors_of(cast, token)]),
                topics_of(node.doc),
            )
            around = topics.around[topics.sentence_of[node.i]]
            yield np.concatenate([told.shared, around]), told.own, KINDS.index(Category(row.category))


def fit(examples: Examples) -> tuple[np.ndarray, np.ndarray]:
    """The weights that make the kinds of the examples likeliest, large ones held back."""
    weights = [np.zeros(len(SHARED)), np.zeros((len(examples.names), len(KINDS)))]
    right = np.eye(len(KINDS))[examples.kinds]

    def slopes(shared: np.ndarray, own: np.ndarray) -> list[np.ndarray]:
        wrong = right - _chances(examples, shared, own)
        of_shared = np.einsum("nfk,nk->f", examples.shared, wrong)
        return [of_shared - OF_SHARED * shared, examples.own.T @ wrong - OF_OWN * own]

    return tuple(ascend(weights, slopes, STEPS, RATE, memory=MEMORY, falling=FALLING))


def _chances(examples: Examples, shared: np.ndarray, own: np.ndarray) -> np.ndarray:
    scores = np.einsum("nfk,f->nk", examples.shared, shared) + examples.own @ own
    parts = np.exp(scores - scores.max(1, keepdims=True))
    return parts / parts.sum(1, keepdims=True)


def cross_validate(examples: Examples) -> float:
    """The share of mentions whose kind is told right by weights that have not seen their article."""
    names = sorted(set(examples.articles))
    right = 0
    for fold in range(FOLDS):
        left_out = np.isin(examples.articles, names[fold::FOLDS])
        chances_of = _chances(examples[left_out], *fit(examples[~left_out]))
        right += int((chances_of.argmax(1) == examples.kinds[left_out]).sum())
    return right / len(examples.kinds)


def fit_leanings() -> np.ndarray:
    """The weights by which a word's vector tells the kinds that it leans to, learned from the cues of one
    word and from words that are none."""
    wanted = _cued_words()
    generator = np.random.default_rng(0)
    ranks = read_words(SHIPPED / "words.npz").rows
    common = [word for word, rank in ranks.items() if FROM < rank < TO and word not in wanted]
    others = generator.choice(common, OTHERS, replace=False).tolist()
    target = np.zeros((len(wanted) + OTHERS, len(KINDS) + 1))
    target[: len(wanted), :-1] = [told / told.sum() for told in wanted.values()]
    target[len(wanted) :, -1] = 1
    counts = [min(1.0, told.max() / WEIGHTS["strong"]) + 0.2 for told in wanted.values()]
    counts = np.array([*counts, *[1.0] * OTHERS])[:, None]
    meanings = np.array([vector(word) for word in (*wanted, *others)], dtype=float)
    inputs = np.c_[SCALE * meanings, np.ones(len(meanings))]
    start = [np.zeros((inputs.shape[1], len(KINDS) + 1))]

    def slopes(own: np.ndarray) -> list[np.ndarray]:
        return [inputs.T @ ((target - chances(meanings, own)) * counts) - own]

    [weights] = ascend(start, slopes, 200, 0.1, memory=MEMORY, falling=FALLING)
    return weights


def _cued_words() -> dict[str, np.ndarray]:
    """The words of the vectors' table that are cues, and what they weigh for each kind."""
    table = sorted(read_words(SHIPPED / "words.npz").rows)
    told: dict[str, np.ndarray] = {}
    for cues in all_cues(LANGUAGE).values():
        for cue in (each for each in cues if len(each.words) == 1):
            for word in _spelled(cue.words[0], table):
                row = told.setdefault(word, np.zeros(len(KINDS)))
                number = KINDS.index(cue.category)
                row[number] = max(row[number], cue.weight)
    return {word: row for word, row in told.items() if word not in SILENT}


def _spelled(word: str, table: Sequence[str]) -> Sequence[str]:
    start = word.rstrip("*")
    found = [each for each in table if each.startswith(start)] if start != word else [word]
    return [each for each in found[:ENDINGS] if vector(each).any()]


def as_toml(examples: Examples, shared: np.ndarray, own: np.ndarray) -> str:
    """The weights as a table."""
    lines = [
        "# How much each feature speaks for a kind of event: `shared` ones for the kind whose cues they",
        "# are of, `own` ones for each kind, in the order of `Category`.",
        "# Fitted by `python -m timeline.evaluation.fit_categories`.",
        f"\n[shared]  # {len(examples.kinds)} examples",
    ]
    lines += [f'"{name}" = {weight:.2f}' for name, weight in zip(SHARED, shared, strict=True)]
    lines.append("\n[own]")
    lines += [
        f'"{name}" = [{", ".join(f"{weight:.2f}" for weight in row)}]'
        for name, row in zip(examples.names, own, strict=True)
    ]
    return "\n".join(lines) + "\n"


def read_articles(folders: Sequence[Path]) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """The articles to learn from with their rows: the development parts of collections."""
    for gold in map(read_collection, folders):
        for document in gold.documents:
            if document.id not in gold.test and document.language == LANGUAGE:
                yield document.id, document.text, gold.mentions[gold.mentions["article"] == document.id]


def main(paths: list[str]) -> None:
    with gzip.GzipFile(LEANINGS, "wb", mtime=0) as file:
        np.savetxt(file, fit_leanings(), fmt="%.2f", delimiter="\t")
    try:
        examples = find_examples(read_articles([Path(path) for path in paths]))
    except BadGold as error:
        sys.exit(str(error))
    print(f"{len(examples.kinds)} examples; right in articles left out: {cross_validate(examples):.3f}")
    FILE.write_text(as_toml(examples, *fit(examples)), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
