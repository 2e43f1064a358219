"""The table of common English words: what each is like, from text far larger than any treebank.

`words.npz` holds the words in small letters, one a line; a vector of each (int8, to be multiplied by
`scale`); and the Brown clusters of its small and of its capitalised form. Row 0 is the unknown word.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True, slots=True)
class WordTable:
    """Words with their vectors (float32, words × dimensions) and clusters (int16, words × 2)."""

    rows: dict[str, int]
    vectors: np.ndarray
    clusters: np.ndarray

    def cluster(self, row: int, capitalised: bool) -> int:
        """The Brown cluster of the word in a row, of its other form if its own has none; 0 for neither."""
        own, other = self.clusters[row, int(capitalised)], self.clusters[row, 1 - int(capitalised)]
        return int(own or other)


def read_words(path: Path) -> WordTable:
    """The table in a `words.npz`."""
    with np.load(path) as data:
        words = bytes(data["words"]).decode("utf-8").split("\n")
        vectors = data["vectors"].astype("float32") * data["scale"]
        return WordTable({word: row for row, word in enumerate(words) if word}, vectors, data["clusters"])
