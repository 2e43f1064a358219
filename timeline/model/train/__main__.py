"""Trains the English model anew: `python -m timeline.model.train --data DIR --encoder MINILM`.

DIR holds the treebanks and entity corpora as spaCy DocBins (`ewt_train.spacy`, `gum_train.spacy` …), MINILM
the weights of the sentence encoder all-MiniLM-L6-v2. A teacher on top of that encoder learns the trees first;
then the network that is shipped learns them too, and how the teacher reads the sentences that have no tree.
It needs what `timeline/model/train/requirements.txt` names, two processor cores, and some three hours.
"""

import argparse
import json
import shutil
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path

import torch

from timeline.model.evaluate import find_corpora, read_docs
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
    Sentence,
    blank,
    read_entities,
    read_joined,
    read_own,
    read_syntax,
)
from timeline.model.train.splitter import learn_to_split
from timeline.model.train.teacher import Teacher, taught
from timeline.model.train.texts import Text
from timeline.model.trained import SHIPPED
from timeline.model.words import read_words

TRIED = ("ewt_dev", "uner_ewt_dev")  # what the figures printed on the way are of
CYCLES = 2  # of the teacher's learning
TEACHER_EPOCHS = 3  # in each of them
TIMES = 3  # that each of the project's own sentences is read in a round: they are few, and nearest to the use
EPOCHS = 20
SEED, THREADS = 1, 2  # with which the shipped model was trained


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the model's folder (the shipped one)")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help=f"rounds over all sentences ({EPOCHS})")
    parser.add_argument(
        "--teacher-epochs",
        type=int,
        default=TEACHER_EPOCHS,
        help=f"the teacher's rounds a cycle ({TEACHER_EPOCHS})",
    )
    parser.add_argument("--teacher", type=Path, help="keeps the teachers here, or takes them from here")
    given = parser.parse_args()
    corpora = find_corpora(given.data, (*chain(*JOINED), *ENTITIES, *TRIED), parser)
    if not (given.encoder / "config.json").is_file():
        parser.error(f"{given.encoder} holds no encoder: name the folder of all-MiniLM-L6-v2.")
    if given.teacher and not given.teacher.parent.is_dir():
        parser.error(f"{given.teacher.parent} is no folder: make it, and the teachers are kept there.")
    if given.out.resolve() != SHIPPED.resolve():  # what is not learned is as it is
        shutil.copytree(SHIPPED, given.out, dirs_exist_ok=True)
    torch.set_num_threads(THREADS)
    torch.manual_seed(SEED)
    words = read_words(SHIPPED / "words.npz")
    parsed = [each for trees, names in JOINED for each in read_joined(corpora[trees], corpora[names])]
    named = [each for name in ENTITIES for each in read_entities(corpora[name])]
    labels = find_labels(parsed)
    numbers = Numbers(words, labels)
    tried = [read_syntax(corpora[TRIED[0]]), read_entities(corpora[TRIED[1]])]
    sizes = words.vectors.shape[1], int(words.clusters.max()) + 1
    trees = [replace(each, names=()) for each in parsed]

    def study(teacher: Teacher, cycle: int) -> Teacher:
        report = reporting(tried[:1], numbers, every=1)
        return learn(teacher, trees, numbers, given.teacher_epochs, SEED + cycle, report)

    teachers = find_teachers(Teacher(labels, *sizes, given.encoder), study, given.teacher)
    lessons = taught(teachers, [*parsed, *named, *read_own()], numbers)
    torch.manual_seed(SEED)
    again = (TIMES - 1) * lessons[len(parsed) + len(named) :]
    network = learn(
        Network(labels, *sizes), lessons + again, numbers, given.epochs, SEED, reporting(tried, numbers)
    )
    splitter = learn_to_split(network, read_texts(corpora[trees] for trees, _ in JOINED), numbers, SEED)
    write(network, splitter, given.out)
    write_labels(labels, given.out)


def find_teachers(
    teacher: Teacher, study: Callable[[Teacher, int], Teacher], kept: Path | None
) -> list[Teacher]:
    """The teacher as it is after each of its cycles, in each of which it sets out to learn anew from where it
    stands; those that the file keeps are read from it. Together they know more than the last alone."""
    states = torch.load(kept) if kept and kept.exists() else []
    teachers = []
    for cycle in range(CYCLES):
        teacher = deepcopy(teacher)
        if cycle < len(states):
            teacher.load_state_dict(states[cycle])
        else:
            teacher = study(teacher, cycle)
            states.append(teacher.state_dict())
            if kept:
                torch.save(states, kept)
        teachers.append(teacher)
    return teachers


def reporting(tried: list[list[Sentence]], numbers: Numbers, every: int = 4) -> Callable[[Network, int], str]:
    """What tells, after every few rounds, how a network does on sentences that it does not learn from."""

    def report(network: Network, epoch: int) -> str:
        if (epoch + 1) % every:
            return ""
        figures = {name: value for each in tried for name, value in check(network, each, numbers).items()}
        return " ".join(f"{name} {value:.4f}" for name, value in figures.items())

    return report


def read_texts(treebanks: Iterable[Path]) -> list[Text]:
    """Texts with the places where their sentences begin: the treebanks', and this project's own stories."""
    docs = [doc for path in treebanks for doc in read_docs(path, blank().vocab)]
    docs += [marked_doc(story, blank()) for story in read_stories(OWN)]
    return [
        ([token.text for token in doc], [token.i for token in doc if token.is_sent_start]) for doc in docs
    ]


def write_labels(labels: Labels, folder: Path) -> None:
    text = json.dumps(asdict(labels), ensure_ascii=False, indent=1) + "\n"
    (folder / "labels.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
