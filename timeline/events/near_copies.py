"""Which articles are copies of one another: a wire report printed by many papers is one telling, not many.

MinHash (Broder 1997) with locality-sensitive hashing (Indyk and Motwani 1998) finds the pairs worth a look in
near-linear time. Each is then checked word for word: two articles are near copies if most runs of words of
the shorter stand in the longer too, whatever lead, headline or end either was given.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from zlib import crc32

import numpy as np

RUN = 4  # words of a shingle: long enough that two desks seldom write the same one
ROWS = 3  # hashes of a band: few, so that a copy cut to a third is still met
BANDS = 85
SHARED = 0.5  # of the shorter article's shingles
LEAST = 20  # shingles shared: a quotation alone makes no copy
CHUNK = 4_096  # shingles that are hashed at a time
_WORD = re.compile(r"\w+")
_NUMBERS = np.random.Generator(np.random.PCG64(20190123))
_FACTORS, _ADDENDS, _PLACES = (
    _NUMBERS.integers(1, 2**63, size, dtype=np.uint64) | np.uint64(1)
    for size in (ROWS * BANDS, ROWS * BANDS, RUN)
)


def near_copies(texts: Mapping[str, str]) -> dict[str, str]:
    """By article, the group of near copies that it belongs to, called after the smallest id in it; an
    article without copies is a group of its own. `texts` are articles by their ids.

    >>> wire = "The bridge at Port Alba was closed on Monday after engineers found cracks in two piers, "
    >>> wire += "the harbour board said, and lorries were sent round by the coast road until further notice."
    >>> near_copies({"b": "By our own staff. " + wire, "a": wire, "c": "A ship came in on Monday."})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    shingles = {key: _shingles(text) for key, text in sorted(texts.items())}
    group = {key: key for key in shingles}
    for bucket in _buckets(shingles):
        for one, other in combinations(bucket, 2):
            first, second = sorted((_top(group, one), _top(group, other)))
            if first != second and _are_copies(shingles[one], shingles[other]):
                group[second] = first
    return {key: _top(group, key) for key in group}


def _shingles(text: str) -> np.ndarray:
    """The runs of words of a text as sorted numbers (uint64), each once."""
    words = np.array([crc32(word.encode()) for word in _WORD.findall(text.casefold())], dtype=np.uint64)
    runs = max(0, len(words) - RUN + 1)
    return np.unique(
        sum((words[at : at + runs] * _PLACES[at] for at in range(RUN)), np.zeros(runs, np.uint64))
    )


def _signature(shingles: np.ndarray) -> np.ndarray:
    """The least of the shingles under each of many hashes, which two texts share as often as their
    shingles."""
    parts = (shingles[at : at + CHUNK, None] for at in range(0, len(shingles), CHUNK))
    with np.errstate(over="ignore"):
        least = [_mixed(part * _FACTORS + _ADDENDS).min(axis=0) for part in parts]
    return np.min(least, axis=0)


def _mixed(numbers: np.ndarray) -> np.ndarray:
    """Numbers whose high bits depend on all bits, as those of a product alone do not."""
    return (numbers ^ (numbers >> np.uint64(31))) * np.uint64(0x9E3779B97F4A7C15)


def _buckets(shingles: Mapping[str, np.ndarray]) -> Iterator[list[str]]:
    """Articles that share a band of their signatures, in the order of their ids."""
    found: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    for key, each in shingles.items():
        if len(each) >= LEAST:
            signature = _signature(each)
            for band in range(BANDS):
                found[band, signature[band * ROWS : (band + 1) * ROWS].tobytes()].append(key)
    return _several(found.values())


def _several(buckets: Iterable[list[str]]) -> Iterator[list[str]]:
    return (bucket for bucket in buckets if len(bucket) > 1)


def _are_copies(one: np.ndarray, other: np.ndarray) -> bool:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= LEAST and shared >= SHARED * min(len(one), len(other))


def _top(group: dict[str, str], key: str) -> str:
    """The article that a group is called after, by the shortest way for whoever asks next."""
    top = key
    while group[top] != top:
        top = group[top]
    while group[key] != top:
        group[key], key = top, group[key]
    return top
