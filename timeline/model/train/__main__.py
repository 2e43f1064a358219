"""Trains the English model anew: `python -m timeline.model.train --data DIR`.

DIR holds the treebanks and entity corpora as spaCy DocBins (`ewt_train.spacy`, `gum_train.spacy` …). It needs
what `timeline/model/train/requirements.txt` names, one processor core, and an hour or so.
"""

import argparse
import json
import shutil
from pathlib import Path

import torch

from timeline.model.labels import Labels
from timeline.model.marked import read_marked
from timeline.model.train.batches import Numbers, find_labels
from timeline.model.train.check import check
from timeline.model.train.export import write
from timeline.model.train.learn import learn
from timeline.model.train.network import Network
from timeline.model.train.sentences import (
    ENTITIES,
    JOINED,
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

OWN = Path(__file__).parent
TIMES = 3  # that each of the project's own sentences is read in a round: they are few, and nearest to the use
EPOCHS = 20
SEED = 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the model's folder (the shipped one)")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help=f"rounds over all sentences ({EPOCHS})")
    given = parser.parse_args()
    torch.set_num_threads(1)  # sums in one order, so that the same seed gives the same model
    torch.manual_seed(SEED)
    words = read_words(SHIPPED / "words.npz")
    parsed = [
        each for pair in JOINED for each in read_joined(*(given.data / f"{name}.spacy" for name in pair))
    ]
    named = [each for name in ENTITIES for each in read_entities(given.data / f"{name}.spacy")]
    labels = find_labels(parsed)
    numbers = Numbers(words, labels)
    tried = [read_syntax(given.data / "ewt_dev.spacy"), read_entities(given.data / "uner_ewt_dev.spacy")]

    def report(network: Network, epoch: int) -> str:
        if (epoch + 1) % 4 and epoch + 1 != given.epochs:
            return ""
        figures = {name: value for each in tried for name, value in check(network, each, numbers).items()}
        return " ".join(f"{name} {value:.4f}" for name, value in figures.items())

    network = Network(labels, words.vectors.shape[1], int(words.clusters.max()) + 1)
    network = learn(network, parsed + named + TIMES * read_own(OWN), numbers, given.epochs, SEED, report)
    splitter = learn_to_split(network, read_texts(given.data), numbers, SEED)
    given.out.mkdir(parents=True, exist_ok=True)
    write(network, splitter, given.out)
    write_labels(labels, given.out)
    if given.out != SHIPPED:
        shutil.copy(SHIPPED / "words.npz", given.out)


def read_texts(data: Path) -> list[Text]:
    """Texts with the places where their sentences begin: the treebanks', and this project's own stories."""
    texts = [
        ([token.text for token in doc], [token.i for token in doc if token.is_sent_start])
        for name, _ in JOINED
        for doc in read_docs(data / f"{name}.spacy")
    ]
    for path in sorted(OWN.glob("*.txt")):
        for story in read_marked(path.read_text("utf-8")):
            words: list[str] = []
            starts = []
            for sentence, _ in story:
                starts.append(len(words))
                words += [token.text for token in blank().make_doc(sentence)]
            texts.append((words, starts))
    return texts


def write_labels(labels: Labels, folder: Path) -> None:
    """The labels into the model's meta.json, the rest of which stays."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text("utf-8")) if path.exists() else {}
    meta["labels"] = {kind: list(getattr(labels, kind)) for kind in ("tags", "morphs", "deps", "names")}
    path.write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
