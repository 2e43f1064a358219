"""Trains the English model anew: `python -m timeline.model.train --data DIR`.

DIR holds the treebanks and entity corpora as spaCy DocBins (`ewt_train.spacy`, `gum_train.spacy` …). It needs
what `timeline/model/train/requirements.txt` names, one processor core, and an hour or so.
"""

import argparse
import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from itertools import chain
from pathlib import Path

import torch

from timeline.model.evaluate import find_corpora
from timeline.model.labels import Labels
from timeline.model.marked import marked_doc, read_stories
from timeline.model.train.batches import Numbers, find_labels
from timeline.model.train.check import check
from timeline.model.train.export import write
from timeline.model.train.learn import learn
from timeline.model.train.network import Network
from timeline.model.train.sentences import (
    ENTITIES,
    JOINED,
    OWN,
    blank,
    read_docs,
    read_entities,
    read_joined,
    read_own,
    read_syntax,
)
from timeline.model.train.splitter import Text, learn_to_split
from timeline.model.trained import SHIPPED
from timeline.model.words import read_words

TRIED = ("ewt_dev", "uner_ewt_dev")  # what the figures printed on the way are of
TIMES = 3  # that each of the project's own sentences is read in a round: they are few, and nearest to the use
EPOCHS = 20
SEED = 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the model's folder (the shipped one)")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help=f"rounds over all sentences ({EPOCHS})")
    given = parser.parse_args()
    corpora = find_corpora(given.data, (*chain(*JOINED), *ENTITIES, *TRIED), parser)
    torch.set_num_threads(1)  # sums in one order, so that the same seed gives the same model
    torch.manual_seed(SEED)
    words = read_words(SHIPPED / "words.npz")
    parsed = [each for trees, names in JOINED for each in read_joined(corpora[trees], corpora[names])]
    named = [each for name in ENTITIES for each in read_entities(corpora[name])]
    labels = find_labels(parsed)
    numbers = Numbers(words, labels)
    tried = [read_syntax(corpora[TRIED[0]]), read_entities(corpora[TRIED[1]])]

    def report(network: Network, epoch: int) -> str:
        if (epoch + 1) % 4 and epoch + 1 != given.epochs:
            return ""
        figures = {name: value for each in tried for name, value in check(network, each, numbers).items()}
        return " ".join(f"{name} {value:.4f}" for name, value in figures.items())

    network = Network(labels, words.vectors.shape[1], int(words.clusters.max()) + 1)
    network = learn(network, parsed + named + TIMES * read_own(), numbers, given.epochs, SEED, report)
    splitter = learn_to_split(network, read_texts(corpora[trees] for trees, _ in JOINED), numbers, SEED)
    given.out.mkdir(parents=True, exist_ok=True)
    write(network, splitter, given.out)
    write_labels(labels, given.out)
    if given.out != SHIPPED:
        shutil.copy(SHIPPED / "words.npz", given.out)


def read_texts(treebanks: Iterable[Path]) -> list[Text]:
    """Texts with the places where their sentences begin: the treebanks', and this project's own stories."""
    docs = [doc for path in treebanks for doc in read_docs(path)]
    docs += [marked_doc(story, blank()) for story in read_stories(OWN)]
    return [
        ([token.text for token in doc], [token.i for token in doc if token.is_sent_start]) for doc in docs
    ]


def write_labels(labels: Labels, folder: Path) -> None:
    """The labels into the model's meta.json, the rest of which stays."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text("utf-8")) if path.exists() else {}
    meta["labels"] = asdict(labels)
    path.write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
