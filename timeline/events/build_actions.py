"""WordNet's dictionary files → `actions.tsv.gz`: `python -m timeline.events.build_actions FOLDER`.

FOLDER holds WordNet 3.0's `data.verb`, `index.verb`, `data.noun` and `index.noun`, as Debian's package
wordnet-base lays them in /usr/share/wordnet. The result is kept in the repository; this need not be run
again.
"""

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from timeline.events.actions import FILE

PARTS = ("verb", "noun")
SENSES = {"verb": 3, "noun": 2}  # the first ones of a lemma: later ones are rare and lead astray
HAPPENING = {
    "04",
    "10",
    "11",
    "19",
    "22",
    "26",
}  # nouns: acts, communication, events, phenomena, processes, states
DERIVED = "+"
LETTERS = {"v": "verb", "n": "noun"}


def main() -> None:
    folder = Path(sys.argv[1])
    alike: dict[str, set[str]] = defaultdict(set)
    for part in PARTS:
        for one, other in _pairs(folder, part):
            alike[one].add(other)
            alike[other].add(one)
    data = "".join(
        f"{lemma}\t{' '.join(sorted(alike[lemma] - {lemma}))}\n" for lemma in sorted(alike)
    ).encode()
    with open(FILE, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(data)
    print(f"{len(alike)} lemmas")


def _pairs(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    """Lemmas that share one of their first senses, and those of which one is derived from the other."""
    synsets = {row[0]: row for other in PARTS for row in _rows(folder / f"data.{other}", other)}
    early = defaultdict(set)
    for _, lemma, *rest in _rows(folder / f"index.{part}", part):
        count = int(rest[1])
        for sense in rest[-count:][: SENSES[part]]:
            early[f"{part} {sense}"].add(lemma)
    for sense, lemmas in early.items():
        row = synsets[sense]
        if part == "noun" and row[1] not in HAPPENING:
            continue
        words = _words(row)
        for lemma in sorted(lemmas):
            yield from ((lemma, other) for other in words if other in lemmas and other != lemma)
            yield from ((lemma, other) for other in _derived(row, words, lemma, synsets))


def _derived(row: list[str], words: list[str], lemma: str, synsets: dict[str, list[str]]) -> Iterator[str]:
    """The verbs and the nouns of what happens that a word of a synset was derived from, or they from it."""
    first = 5 + 2 * len(words)
    for at in range(first, first + 4 * int(row[first - 1]), 4):
        kind, sense, part, ends = row[at : at + 4]
        target = synsets.get(f"{LETTERS.get(part)} {sense}") if kind == DERIVED else None
        if target is None or (part == "n" and target[1] not in HAPPENING):
            continue
        source, other = int(ends[:2], 16), int(ends[2:], 16)
        if words[source - 1] == lemma and (found := _words(target)[other - 1]).isalpha():
            yield found


def _words(row: list[str]) -> list[str]:
    count = int(row[3], 16)
    return [row[4 + 2 * place].lower() for place in range(count)]


def _rows(path: Path, part: str) -> Iterator[list[str]]:
    """The rows of one of WordNet's files, without its licence, which is indented; of single words alone."""
    is_data = path.name.startswith("data")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = line.split()
            if line.startswith(" ") or not (is_data or row[0].isalpha()):
                continue
            yield [f"{part} {row[0]}", *row[1:]] if is_data else [part, *row]


if __name__ == "__main__":
    main()
