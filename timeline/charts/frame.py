"""What stands around the lanes: margins, lane names, the key to the forms, and small print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.charts.metrics import shorten, text_width, wrap
from timeline.charts.scene import Form, KeyEntry, Note

ALL_FORMS = tuple(Form)
NARROW = 700
NAME_SIZE = 13
SMALL_PRINT_SIZE = 12
AXIS_HEIGHT = 44.0
LINE_HEIGHT = 19.0
_NAME_AIR = 14.0
_SYMBOL_ROOM = 24.0
_ENTRY_GAP = 20.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Free pixels at the sides of the plot, and whether lane names stand inside it."""

    left: float
    right: float
    names_inside: bool


def margins(names: Iterable[str], width: int) -> Margins:
    """Beside a wide plot there is room for the lanes' names; in a narrow one they stand above their lane."""
    if width < NARROW:
        return Margins(18.0, 18.0, names_inside=True)
    longest = max((text_width(name, NAME_SIZE, bold=True) for name in names), default=0.0)
    return Margins(min(max(longest + 2 * _NAME_AIR, 120.0), 190.0), 24.0, names_inside=False)


def name_lines(name: str, plot_width: float, around: Margins) -> tuple[str, ...]:
    """A lane's name as it is written: one line inside the plot, at most two beside it."""
    if around.names_inside:
        return wrap(name, plot_width - 24, NAME_SIZE, bold=True, lines=1)
    return wrap(name, around.left - 2 * _NAME_AIR + 4, NAME_SIZE, bold=True, lines=2)


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """The key and the sentences below the axis, from `left` to `right` in pixels of the figure."""

    sentences: Sequence[str]
    left: float
    right: float

    def height(self, forms: Sequence[Form]) -> float:
        """Pixels from the bottom of the plot to the end of the print."""
        return AXIS_HEIGHT + LINE_HEIGHT * (_lines(self.key(forms, 0.0)) + len(self._wrapped()))

    def key(self, forms: Sequence[Form], plot_bottom: float) -> tuple[KeyEntry, ...]:
        """The entries side by side, in as many lines as they need."""
        entries, x, y = [], self.left, plot_bottom + AXIS_HEIGHT + LINE_HEIGHT / 2
        for form in forms:
            text = shorten(form.value, self.right - self.left - _SYMBOL_ROOM, SMALL_PRINT_SIZE)
            needed = _SYMBOL_ROOM + text_width(text, SMALL_PRINT_SIZE)
            if x > self.left and x + needed > self.right:
                x, y = self.left, y + LINE_HEIGHT
            entries.append(KeyEntry(form, text, x, y))
            x += needed + _ENTRY_GAP
        return tuple(entries)

    def notes(self, forms: Sequence[Form], plot_bottom: float) -> tuple[Note, ...]:
        lines = _lines(self.key(forms, 0.0))
        return set_notes(
            self.sentences, self.left, self.right, plot_bottom + AXIS_HEIGHT + lines * LINE_HEIGHT
        )

    def _wrapped(self) -> tuple[Note, ...]:
        return set_notes(self.sentences, self.left, self.right, 0.0)


def _lines(key: Sequence[KeyEntry]) -> int:
    return len({entry.y for entry in key})


def set_notes(sentences: Iterable[str], left: float, right: float, top: float) -> tuple[Note, ...]:
    """Each sentence on as many lines as it needs."""
    lines = [line for sentence in sentences for line in wrap(sentence, right - left, SMALL_PRINT_SIZE)]
    return tuple(Note(line, left, top + (number + 0.5) * LINE_HEIGHT) for number, line in enumerate(lines))
