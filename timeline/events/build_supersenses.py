"""WordNet's dictionary files → `supersenses.tsv.gz`: `python -m timeline.events.build_supersenses FOLDER`.

FOLDER holds WordNet 3.0's `data.verb`, `index.verb`, `data.noun`, `index.noun` and `cntlist.rev`, as Debian's
package wordnet-base lays them in /usr/share/wordnet. The result is kept in the repository; this need not be run
again.
"""

import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from timeline.events.supersenses import FILE

LEXICOGRAPHERS = {  # the numbers of WordNet's files, lexnames(5WN)
    "noun": "Tops act animal artifact attribute body cognition communication event feeling food group location motive object "
    "person phenomenon plant possession process quantity relation shape state substance time",
    "verb": "body change cognition communication competition consumption contact creation emotion motion perception "
    "possession social stative weather",
}
FIRST = {"noun": 3, "verb": 29}
NUMBER = {"noun": "1", "verb": "2"}
HAPPENING = ("act", "event", "communication", "process", "phenomenon")  # of nouns: others are left out
LEAST = 0.05  # of a share that is kept
UNSEEN = 0.5  # what the first sense of a lemma counts for beside the senses that were counted in text


def main() -> None:
    folder = Path(sys.argv[1])
    lines = sorted(line for part in NUMBER for line in _lines(folder, part))
    data = "".join(f"{line}\n" for line in lines).encode()
    with open(FILE, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(data)
    print(f"{FILE.name}: {len(lines)} lemmas")


def _lines(folder: Path, part: str) -> Iterator[str]:
    names = _names(folder, part)
    counted = _counted(folder, part)
    for row in _rows(folder / f"index.{part}"):
        lemma, count = row[0], int(row[2])
        if not lemma.isalpha():
            continue
        senses = Counter(counted.get(lemma, {}))
        for place, offset in enumerate(row[-count:], start=1):
            senses[names[offset]] += UNSEEN / place
        shares = {name: weight / senses.total() for name, weight in senses.items()}
        kept = {name: share for name, share in shares.items() if share >= LEAST}
        if part == "verb" or any(name in kept for name in HAPPENING):
            told = " ".join(
                f"{name}:{share:.2f}"
                for name, share in sorted(kept.items(), key=lambda item: (-item[1], item[0]))
            )
            yield f"{lemma}\t{part}\t{told}"


def _names(folder: Path, part: str) -> dict[str, str]:
    """By its place in the data file, the lexicographer's file of each synset."""
    names = LEXICOGRAPHERS[part].split()
    return {row[0]: names[int(row[1]) - FIRST[part]] for row in _rows(folder / f"data.{part}")}


def _counted(folder: Path, part: str) -> dict[str, Counter]:
    """How often each lemma was met in WordNet's sense-tagged texts, by lexicographer's file."""
    names, found = LEXICOGRAPHERS[part].split(), {}
    for row in _rows(folder / "cntlist.rev"):
        lemma, _, rest = row[0].partition("%")
        kind, number, *_ = rest.split(":")
        if kind == NUMBER[part]:
            found.setdefault(lemma, Counter())[names[int(number) - FIRST[part]]] += int(row[2])
    return found


def _rows(path: Path) -> Iterator[list[str]]:
    """The rows of one of WordNet's files, without its licence, which is indented."""
    with path.open(encoding="utf-8") as lines:
        yield from (line.split() for line in lines if not line.startswith(" "))


if __name__ == "__main__":
    main()
