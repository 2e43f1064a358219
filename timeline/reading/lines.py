"""The head of an article, line by line: where banners, titles, datelines and captions stand."""

from collections.abc import Iterator
from itertools import islice

HEAD = 20_000


def head_lines(text: str, count: int) -> list[tuple[int, str]]:
    """The first `count` lines that are not blank, each with the offset at which it starts.

    >>> head_lines("One\\n\\nTwo", 25)
    [(0, 'One'), (5, 'Two')]
    """
    return list(islice(((start, line) for start, line in _lines(text[:HEAD]) if line.strip()), count))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
