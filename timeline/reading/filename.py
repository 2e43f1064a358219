"""What a file's name tells: a date, and a title when the text has none."""

import re
from pathlib import PurePath

from timeline.reading.days import parse_day
from timeline.reading.document import Dct, DctSource

_YEAR = r"(?:1[5-9]|2[01])\d\d"
_ALONE = r"(?<![0-9A-Za-z]){}(?![0-9A-Za-z])"
YEAR_FIRST = re.compile(_ALONE.format(_YEAR + r"([-_.]?)(?:0[1-9]|1[0-2])\1[0-3]\d"))
YEAR_LAST = re.compile(_ALONE.format(r"\d{1,2}([-_.])\d{1,2}\1" + _YEAR))


def find_day_in_name(name: str) -> Dct | None:
    """The one day that a file's name states; None if it states none, several, or one of two readings.

    >>> find_day_in_name("planes_27-03-2019.txt").day
    datetime.date(2019, 3, 27)
    >>> find_day_in_name("planes_03-04-2019.txt") is None
    True
    """
    stem = stem_of(name)
    words = [match[0] for match in YEAR_FIRST.finditer(stem)]
    words += [match[0] for match in YEAR_LAST.finditer(stem)]
    days = {day for each in words for day in _readings(each)}
    return Dct(days.pop(), DctSource.FILE_NAME, words[0]) if len(days) == 1 else None


def title_from_name(name: str) -> str:
    """A readable title from a file's name.

    >>> title_from_name("2019-03-27_crane-falls.txt")
    'Crane falls'
    """
    undated = YEAR_LAST.sub(" ", YEAR_FIRST.sub(" ", stem_of(name)))
    words = " ".join(re.sub(r"[-_.\s]+", " ", undated).split()) or stem_of(name) or name
    return words[:1].upper() + words[1:]


def stem_of(name: str) -> str:
    return PurePath(name).stem


def _readings(words: str) -> set:
    """The days that a numeric date can be, read day first and month first."""
    spelled = words.replace("_", "-").replace(".", "-")
    return {parse_day(spelled, language) for language in ("en", "fr")} - {None}
