"""Words → the numbers by which the network knows them: nothing here is learned.

A word is known by itself, by how it begins and ends, by its shape, and by its row in a table of common
English words, each with the Brown cluster of its small and of its capitalised form.
"""

import re
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from zlib import crc32

import numpy as np

from timeline.model.words import WordTable

# columns of a feature row, and how many different numbers stand in each that is hashed
WORD, PREFIX, SUFFIX, SHAPE, ROW, CLUSTER = range(6)
BUCKETS = {WORD: 12_000, PREFIX: 4_000, SUFFIX: 6_000, SHAPE: 2_000}
WIDTH = 6
LONGEST_RUN = 4  # of letters of one kind in a shape: "Xxxxx" stands for all longer words too
LETTERS = 3  # of a word's beginning and end

_SAME = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‒": "-"}
)
_DOTS = re.compile(r"^(?:…|\.{2,})$")
_DASHES = re.compile(r"^-{2,}$")


def plain(word: str) -> str:
    """A word in one spelling: quotation marks and dashes of all kinds are as typewriters have them.

    >>> plain("don’t"), plain("—"), plain("…"), plain("``")
    ("don't", '-', '...', '"')
    """
    word = word.translate(_SAME)
    word = _DASHES.sub("-", _DOTS.sub("...", word))
    return '"' if word in ("``", "''") else word


def shape(word: str) -> str:
    """Capitals, small letters and figures of a word, long runs cut.

    >>> shape("Guaidó"), shape("G20"), shape("U.S."), shape("washington")
    ('Xxxxx', 'Xdd', 'X.X.', 'xxxx')
    """
    kinds = ["X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word]
    kept = [
        kind for i, kind in enumerate(kinds) if kinds[max(0, i - LONGEST_RUN) : i] != [kind] * LONGEST_RUN
    ]
    return "".join(kept[:12])


def features_of(word: str, words: WordTable) -> list[int]:
    """The feature row of a word: a number in each of WIDTH columns."""
    word = plain(word)
    lower = re.sub(r"\d", "0", word.lower())
    row = words.rows.get(word.lower(), 0)
    return [
        _bucket(WORD, lower),
        _bucket(PREFIX, lower[:LETTERS]),
        _bucket(SUFFIX, lower[-LETTERS:]),
        _bucket(SHAPE, shape(word)),
        row,
        words.cluster(row, capitalised=word[:1].isupper()),
    ]


class Remembered:
    """What `make` gives for a word, as rows of one array; each word is worked out once.

    >>> lengths = Remembered(lambda word: [len(word)], 1, "int64")
    >>> lengths(["late", "Tuesday", "late"]).tolist()
    [[4], [7], [4]]
    """

    def __init__(self, make: Callable[[str], Sequence], width: int, dtype: str, most: int = 60_000):
        self._make, self._most = make, most
        self._lock = Lock()  # pages of several readers tag at once
        self._rows: dict[Hashable, int] = {}
        self._table = np.zeros((1024, width), dtype)

    def __call__(self, keys: Sequence[Hashable], spell: Callable[[Hashable], str] = str) -> np.ndarray:
        """The rows of some words, shape (words, width). A word may be given by a key, such as its hash, if
        `spell` tells the word of it."""
        with self._lock:
            rows = self._rows
            if len(rows) > self._most:  # a long run of articles need not fill the memory
                rows.clear()
            numbers = [rows[key] if key in rows else self._add(key, spell) for key in keys]
            return self._table[numbers]  # only now: adding a word may have made a larger table

    def _add(self, key: Hashable, spell: Callable[[Hashable], str]) -> int:
        number = len(self._rows)
        if number == len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        self._rows[key] = number
        self._table[number] = self._make(spell(key))
        return number


def _bucket(column: int, text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) % BUCKETS[column]
