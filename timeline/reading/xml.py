"""XML → all its words in one string, and its elements as stretches of it.

Read with the standard library's expat, which fetches nothing. A file that declares anything of its own in a
DOCTYPE is refused, so that nothing in it can expand: the safety of defusedxml without one more package.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from itertools import accumulate
from xml.parsers import expat

from timeline.reading.decode import decode
from timeline.reading.raw import Unreadable

DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.-]{2,40})")


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its name in capitals, without a namespace, and the stretch of the words inside it."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Markup:
    """The words of a file, tags removed, and its elements in the order in which they open."""

    words: str
    elements: tuple[Element, ...]

    def named(self, *names: str) -> list[Element]:
        """The elements of these names."""
        return [element for element in self.elements if element.name in names]

    def inside(self, element: Element) -> str:
        """The words of an element."""
        return self.words[element.start : element.end]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some stretches of the words taken together, none of which overlap."""

    stretches: tuple[tuple[int, int], ...]
    before: tuple[int, ...]  # how much of the excerpt stands before each stretch

    @classmethod
    def of(cls, stretches: Iterable[tuple[int, int]]) -> "Excerpt":
        kept = tuple((start, end) for start, end in stretches if start < end)
        return cls(kept, tuple(accumulate((end - start for start, end in kept), initial=0)))

    def text(self, words: str) -> str:
        return "".join(words[start:end] for start, end in self.stretches)

    def offset(self, place: int) -> int:
        """Where a place of the words stands in the excerpt; the end of what comes before if it is left out.

        >>> [Excerpt.of([(2, 4), (6, 9)]).offset(place) for place in (0, 3, 5, 7, 99)]
        [0, 1, 2, 3, 5]
        """
        number = bisect_right(self.stretches, place, key=lambda stretch: stretch[0]) - 1
        if number < 0:
            return 0
        start, end = self.stretches[number]
        return self.before[number] + min(place, end) - start


def read_xml(data: bytes, name: str) -> Markup:
    """The words and elements of an XML file; Unreadable, in one sentence, if it is none or is not safe.

    >>> markup = read_xml(b"<a>On <b>Monday</b>.</a>", "a.xml")
    >>> markup.words, [markup.inside(each) for each in markup.named("B")]
    ('On Monday.', ['Monday'])
    """
    declared = DECLARED.match(data[:200])
    text = decode(data, name, declared[1].decode() if declared else "")
    builder = _Builder(name)
    try:
        builder.parser.Parse(text.lstrip(), True)
    except expat.ExpatError as error:
        told = expat.ErrorString(error.code)
        raise Unreadable(
            f"{name} is not well-formed XML ({told}, line {error.lineno}): mend it there, or save it anew."
        ) from error
    return Markup("".join(builder.pieces), tuple(builder.elements[number] for number in range(builder.count)))


class _Builder:
    """Collects what expat finds; nothing recurses, so that no depth of tags is too deep."""

    def __init__(self, name: str):
        self.name, self.length, self.count = name, 0, 0
        self.pieces: list[str] = []
        self.open: list[tuple[int, str, dict[str, str], int]] = []
        self.elements: dict[int, Element] = {}
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.add
        parser.SkippedEntityHandler = self.entity

    def doctype(self, root: str, system: str | None, public: str | None, declares: bool) -> None:
        if declares:
            raise Unreadable(f"{self.name} declares entities of its own: take its DOCTYPE out and try again.")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.open.append((self.count, tag.rpartition(":")[2].upper(), attributes, self.length))
        self.count += 1

    def end(self, tag: str) -> None:
        number, *told = self.open.pop()
        self.elements[number] = Element(*told, self.length)

    def add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def entity(self, entity: str, is_parameter: bool) -> None:
        """One from a DTD elsewhere, which is not fetched: "&mdash;" is what it is in HTML."""
        if not is_parameter:
            self.add(unescape(f"&{entity};"))
