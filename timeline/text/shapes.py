"""What numbers may be, by their shape alone: years, days of a month, clock times, ISO dates."""

import re
from dataclasses import dataclass
from datetime import datetime

from timeline.text.lexing import Atom

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199  # of a bare number
SHAPES = frozenset(
    f"<{name}>"
    for name in (
        *("integer", "decimal", "daynumber", "year", "ordinal", "decade"),
        *(
            "iso",
            "slash",
            "clocktime",
            "clockdot",
            "clockdot24",
            "short_year",
            "short_clock",
            "clock12",
            "hhmm",
            "hour",
            "days",
        ),
    )
)
TRIGGERS = frozenset(
    f"<{name}>"
    for name in (
        *("year", "decade", "iso", "slash", "ordinal"),
        *("clocktime", "clockdot24", "short_year", "short_clock", "clock12", "hour"),
    )
)


@dataclass(frozen=True, slots=True)
class Digits:
    """How a language writes numbers: the kind that a suffix makes, and the marks before three more digits."""

    suffixes: dict[str, str]
    thousands: str = ","
    twelve_hours: bool = False  # whether 4:50 may be of the afternoon


def shape_symbols(atom: Atom, digits: Digits) -> list[tuple[str, object]]:
    """The readings of an atom that come from its shape; none for a word.

    >>> from timeline.text.lexing import find_atoms
    >>> shape_symbols(find_atoms("1990s")[0], Digits({"s": "decade"}))
    [('<decade>', 1990)]
    """
    reader = _READERS.get(atom.shape)
    return reader(atom.text, digits) if reader else []


def _digits(text: str, digits: Digits) -> list:
    number = int(text) if len(text) < 16 else 0
    found = [("<integer>", number)]
    if len(text) <= 2 and 1 <= number <= 31:
        found.append(("<daynumber>", number))
    if len(text) == 4 and EARLIEST_YEAR <= number <= LATEST_YEAR:
        found.append(("<year>", number))
    if len(text) == 4 and number // 100 < 24 and number % 100 < 60:
        found.append(("<hhmm>", divmod(number, 100)))
    return found


def _number(text: str, digits: Digits) -> list:
    """A number with marks in it: whole where all of them part thousands, else with a fraction. "17.30" may
    be a clock time too."""
    plain = re.sub(rf"[{re.escape(digits.thousands)}](?=\d{{3}}(?!\d))", "", text).replace(",", ".")
    if plain.isdigit() and len(plain) < 16:
        return [("<integer>", int(plain))]
    if not re.fullmatch(r"\d{1,15}\.\d{1,15}", plain):
        return []
    clock = _clock(text.replace(".", ":"), digits) if re.fullmatch(r"\d{1,2}\.\d{2}", text) else []
    found = [("<decimal>", float(plain)), *(("<clockdot>", value) for _, value in clock)]
    is_padded = len(text) == 5 and text[0] == "0"  # 08.10
    return found + [("<clockdot24>", value) for _, value in clock if value[0] > 12 or is_padded]


def _mixed(text: str, digits: Digits) -> list:
    if joined := re.fullmatch(r"(\d{1,2})[hH](\d{2})", text):
        return _clock(f"{joined[1]}:{joined[2]}", digits)
    match = re.fullmatch(r"(\d{1,4})([^\W\d_]+)", text)
    kind = digits.suffixes.get(match[2].lower()) if match else None
    if kind is None:
        return []
    number = int(match[1])
    if kind == "decade":
        return [("<decade>", number)] if number % 10 == 0 and (len(match[1]) == 4 or number >= 10) else []
    if kind in ("am", "pm"):
        return [("<clock12>", (number, 0, kind))] if 1 <= number <= 12 else []
    return [(f"<{kind}>", number)]


def _iso(text: str, digits: Digits) -> list:
    try:
        return [("<iso>", (datetime.fromisoformat(text), "T" in text))]
    except ValueError:
        return []


def _slash(text: str, digits: Digits) -> list:
    parts = [int(part) for part in re.split(r"[/.-]", text)]
    if len(text.rpartition("/")[2]) == 2:  # a year of two digits, as POSIX reads it
        parts[2] += 2000 if parts[2] < 69 else 1900
    return [("<slash>", tuple(parts))]


def _days(text: str, digits: Digits) -> list:
    first, last = (int(part) for part in re.split("[-–]", text))
    return [("<days>", (first, last))] if 1 <= first < last <= 31 else []


def _clock(text: str, digits: Digits) -> list:
    hour, minute = (int(part) for part in text.split(":"))
    kind = "<short_clock>" if digits.twelve_hours and text[0] != "0" and hour <= 12 else "<clocktime>"
    return [(kind, (hour, minute))] if hour * 60 + minute <= 24 * 60 and minute < 60 else []


def _apostrophe(text: str, digits: Digits) -> list:
    return [("<short_year>", int(text[1:]))]


_READERS = {
    "apostrophe": _apostrophe,
    "digits": _digits,
    "number": _number,
    "mixed": _mixed,
    "iso": _iso,
    "slash": _slash,
    "clock": _clock,
    "score": _days,
}
