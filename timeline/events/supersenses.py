"""What a verb or a noun is about, in one of WordNet's few dozen supersenses: motion, communication, stative …

`supersenses.tsv.gz` is derived from WordNet 3.0 (`timeline/model/en/LICENSE-WordNet.txt`) by
`timeline.events.build_supersenses`: verbs, and those nouns that name something which happens. A share tells how
often a word is met in that sense.
"""

import gzip
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("supersenses.tsv.gz")


def of_verb(lemma: str) -> Mapping[str, float]:
    """The shares of a verb's supersenses; empty if it is unknown.

    >>> max(of_verb("march"), key=of_verb("march").get)
    'motion'
    """
    return _read("verb").get(lemma, {})


def of_noun(lemma: str) -> Mapping[str, float]:
    """The shares of a noun's supersenses, if some of them are of what happens; else empty.

    >>> of_noun("arrest")["act"] > 0.5, of_noun("table") == {}
    (True, True)
    """
    return _read("noun").get(lemma, {})


@cache
def _read(part: str) -> dict[str, dict[str, float]]:
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {lemma: _shares(told) for lemma, kind, told in rows if kind == part}


def _shares(told: str) -> dict[str, float]:
    pairs = (each.split(":") for each in told.split())
    return {name: float(share) for name, share in pairs}
