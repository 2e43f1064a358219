"""What numbers may be, by their shape alone: years, days of a month, clock times, ISO dates."""

import re
from datetime import datetime

from timeline.text.lexing import Atom

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199  # of a bare number
SHAPES = frozenset(
    f"<{name}>"
    for name in (
        *("integer", "decimal", "daynumber", "year", "ordinal", "decade"),
        *("iso", "slash", "clocktime", "clock12", "hhmm", "clock_dot", "short_clock", "days"),
    )
)
TRIGGERS = frozenset({"<year>", "<decade>", "<iso>", "<slash>", "<ordinal>", "<clocktime>", "<short_clock>", "<clock12>"})


def shape_symbols(atom: Atom, suffixes: dict[str, str]) -> list[tuple[str, object]]:
    """The readings of an atom that come from its shape; none for a word.

    >>> from timeline.text.lexing import find_atoms
    >>> shape_symbols(find_atoms("1990s")[0], {"s": "decade"})
    [('<decade>', 1990)]
    """
    reader = _READERS.get(atom.shape)
    return reader(atom.text, suffixes) if reader else []


def _digits(text: str, suffixes) -> list:
    number = int(text) if len(text) < 16 else 0
    found = [("<integer>", number)]
    if len(text) <= 2 and 1 <= number <= 31:
        found.append(("<daynumber>", number))
    if len(text) == 4 and EARLIEST_YEAR <= number <= LATEST_YEAR:
        found.append(("<year>", number))
    if len(text) == 4 and number // 100 < 24 and number % 100 < 60:
        found.append(("<hhmm>", divmod(number, 100)))
    return found


def _number(text: str, suffixes) -> list:
    plain = text.replace(",", "")
    if plain.isdigit() and len(plain) < 16:
        return [("<integer>", int(plain))]
    found = [("<decimal>", float(plain))] if re.fullmatch(r"\d{1,15}\.\d{1,15}", plain) else []
    clock = re.fullmatch(r"([01]?\d|2[0-3])\.([0-5]\d)", text)
    return found + ([("<clock_dot>", (int(clock[1]), int(clock[2])))] if clock else [])


def _mixed(text: str, suffixes) -> list:
    match = re.fullmatch(r"(\d{1,4})([^\W\d_]+)", text)
    kind = suffixes.get(match[2].lower()) if match else None
    if kind is None:
        return []
    number = int(match[1])
    if kind == "decade":
        return [("<decade>", number)] if number % 10 == 0 and (len(match[1]) == 4 or number >= 10) else []
    if kind in ("am", "pm"):
        return [("<clock12>", (number, 0, kind))] if 1 <= number <= 12 else []
    return [(f"<{kind}>", number)]


def _iso(text: str, suffixes) -> list:
    try:
        return [("<iso>", (datetime.fromisoformat(text), "T" in text))]
    except ValueError:
        return []


def _slash(text: str, suffixes) -> list:
    parts = [int(part) for part in re.split(r"[/.]", text)]
    if len(text.rpartition("/")[2]) == 2:  # a year of two digits, as POSIX reads it
        parts[2] += 2000 if parts[2] < 69 else 1900
    return [("<slash>", tuple(parts))]


def _days(text: str, suffixes) -> list:
    first, last = (int(part) for part in re.split("[-–]", text))
    return [("<days>", (first, last))] if 1 <= first < last <= 31 else []


def _clock(text: str, suffixes) -> list:
    hour, minute = (int(part) for part in text.split(":"))
    kind = "<short_clock>" if text[0] != "0" and hour <= 12 else "<clocktime>"  # of twelve hours, or of 24
    return [(kind, (hour, minute))] if hour < 24 and minute < 60 else []


_READERS = {
    "digits": _digits,
    "number": _number,
    "mixed": _mixed,
    "iso": _iso,
    "slash": _slash,
    "clock": _clock,
    "score": _days,
}
