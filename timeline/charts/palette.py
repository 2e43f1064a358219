"""Colours: a light and a dark theme whose lanes stay apart for colour-blind readers and in grey print."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "#RRGGBB". The lanes' are Okabe and Ito's hues, moved until each is readable as text on
    paper and band, and no two share a lightness."""

    paper: str
    band: str
    text: str
    muted: str
    grid: str
    volume: str
    crowd: str
    lanes: tuple[str, ...]

    def lane(self, number: int) -> str:
        """The colour of a lane; they come round again, as colour is never the only sign."""
        return self.lanes[number % len(self.lanes)]

    def ground(self, number: int) -> str:
        """The colour behind a lane: bands alternate."""
        return self.paper if number % 2 else self.band


THEMES = {
    "light": Theme(
        paper="#FFFFFF",
        band="#F3F5F8",
        text="#1F2933",
        muted="#55606C",
        grid="#DFE4E9",
        volume="#AEB6C0",
        crowd="#D5DAE0",
        lanes=("#0A6A99", "#712903", "#00673E", "#7A386E", "#461F80", "#7A6D00"),
    ),
    "dark": Theme(
        paper="#0E1117",
        band="#171C25",
        text="#EEF1F5",
        muted="#A9B3BF",
        grid="#2B323D",
        volume="#5C6775",
        crowd="#343D4A",
        lanes=("#4795FB", "#FA874E", "#65FACB", "#D857A1", "#DAAEFE", "#E7D251"),
    ),
}


def see_through(colour: str, opacity: float) -> str:
    """`colour` as plotly writes it with an opacity.

    >>> see_through("#FF8000", 0.5)
    'rgba(255,128,0,0.5)'
    """
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{opacity:g})"


def blend(colour: str, ground: str, opacity: float) -> str:
    """What `colour` looks like when it is laid see-through over `ground`.

    >>> blend("#FF8000", "#FFFFFF", 0.5)
    '#FFC080'
    """
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(opacity * one + (1 - opacity) * under):02X}" for one, under in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
