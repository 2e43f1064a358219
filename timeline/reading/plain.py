"""Plain text: the article is the whole file."""

from collections.abc import Iterator

from timeline.reading.decode import decode
from timeline.reading.raw import RawArticle


def read_txt(data: bytes, name: str) -> Iterator[RawArticle]:
    """The file's text, unchanged but for its encoding and line ends."""
    yield RawArticle(name, decode(data, name))
