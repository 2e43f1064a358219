"""Text → atoms: words, numbers and marks, cut finely enough for the grammar of dates."""

import re
from dataclasses import dataclass

_ATOM = re.compile(
    r"""
      (?P<junk>    (?:https?://|www\.)\S+ | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w[\w.]* | [@\#]\w+ )
    | (?P<money>   [$£€¥]\s?\d[\d.,]*(?<![.,]) )
    | (?P<apostrophe> (?<!\w)['’‘]\d{2}(?![\w'’]) )
    | (?P<iso>     (?<![\d-])\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?(?![\d-]) )
    | (?P<slash>   (?<![\d/.])(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})(?![\d/])
                   | (?<![\d/.-])\d{1,2}-\d{1,2}-\d{4}(?![\d/-]) )
    | (?P<score>   (?<![\d-])\d{1,3}[-–]\d{1,3}(?![\w-]) )
    | (?P<clock>   (?<![\d:.])\d{1,2}:\d{2}(?![\d:]) )
    | (?P<number>  \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d) | \d+\.\d+(?:\.\d+)*
                   | (?<![\d,])\d{1,3},\d{1,2}(?![\w,]) )
    | (?P<mixed>   \d+[^\W\d_]+\w* )
    | (?P<digits>  \d+(?!\w) )
    | (?P<word>    [^\W\d_]+(?![\w]) )
    | (?P<other>   \w+ | [^\w\s] )
    """,
    re.VERBOSE,
)


_HYPHENS = ("\u2010", "\u2011")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, number or mark: its offsets in the text, its spelling and its shape."""

    start: int
    end: int
    text: str
    shape: str

    @property
    def lower(self) -> str:
        """Its spelling in small letters; the hyphen that does not break a line is a hyphen."""
        return self.text.lower() if self.text not in _HYPHENS else "-"


def find_atoms(text: str, start: int = 0, end: int | None = None) -> list[Atom]:
    """The atoms of `text[start:end]`, in order.

    >>> [(atom.text, atom.shape) for atom in find_atoms("late Tuesday, 5:30")]
    [('late', 'word'), ('Tuesday', 'word'), (',', 'other'), ('5:30', 'clock')]
    """
    stop = len(text) if end is None else end
    return [
        Atom(match.start(), match.end(), match.group(), match.lastgroup)
        for match in _ATOM.finditer(text, start, stop)
    ]
