"""Words that are a date → the day. The one place that calls dateparser."""

import re
from datetime import date, datetime
from functools import lru_cache

LONGEST = 80
YEAR = re.compile(r"\d{4}")
YEAR_FIRST = re.compile(r"(\d{4})(?:(\d\d)(\d\d)|([-/.])(\d{1,2})\4(\d{1,2}))")
NUMBERS_ONLY = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2\d{4}")
TIME_OF_DAY = re.compile(
    r"(?:(?<=\d)T|[\s,(|–-]+(?:(?i:at|um|a las|à|kl\.?)\s+)?)"
    r"(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?\s*(?i:[ap]\.?\s?m\b\.?)?"
    r"|\d{1,2}\s*(?i:[ap]\.?m\b\.?)"
    r"|\d{4}(?=\s*(?:GMT|UTC)))"
    r"(?:\s*(?:Uhr|Z|[+-]\d\d:?\d\d|\(?[A-Z]{2,5}(?:[+-]\d{1,2})?\)?)){0,2}\s*\)?$"
)
# A fixed base: the day read never depends on the day of reading.
SETTINGS = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "PARSERS": ["absolute-time"],
    "PREFER_LOCALE_DATE_ORDER": False,
    "RELATIVE_BASE": datetime(2000, 1, 1),
    "TIMEZONE": "UTC",
}


def parse_day(words: str, language: str | None = None) -> date | None:
    """The day that `words` are, in any language; None unless day, month and a four-digit year stand there.

    Year-first dates are read first. 03/04/2019 is the 3rd of April, except with `language` "en" or
    "en-US", where it is the 4th of March; with dots the day always comes first. A time of day and its
    zone are left aside: the day is the one written.

    >>> parse_day("27 de marzo de 2019"), parse_day("2019-03-27T23:30:00-05:00")
    (datetime.date(2019, 3, 27), datetime.date(2019, 3, 27))
    >>> parse_day("yesterday") is None and parse_day("March 2019") is None
    True
    """
    words = " ".join(words[: 2 * LONGEST].split())
    if len(words) > LONGEST or not YEAR.search(words):
        return None
    words = without_time(words)
    if year_first := YEAR_FIRST.fullmatch(words):
        return _day_of(*filter(str.isdecimal, filter(None, year_first.groups())))
    return _parse_words(words, (language or "").lower())


def without_time(words: str) -> str:
    """The words without the time of day and zone that follow a date.

    >>> without_time("March 27, 2019 at 10:15 p.m. ET")
    'March 27, 2019'
    """
    return TIME_OF_DAY.sub("", words)


def is_ambiguous(words: str, language: str | None = None) -> bool:
    """Whether English readers disagree on the day: 03/04/2019.

    >>> is_ambiguous("03/04/2019", "en"), is_ambiguous("13/04/2019", "en")
    (True, False)
    """
    numbers = NUMBERS_ONLY.search(words)
    if not numbers or numbers[2] == "." or not (language or "").lower().startswith("en"):
        return False
    return numbers[1].zfill(2) != numbers[3].zfill(2) and int(numbers[1]) <= 12 and int(numbers[3]) <= 12


def say_day(day: date) -> str:
    """The day as a sentence has it.

    >>> say_day(date(2031, 5, 3))
    '3 May 2031'
    """
    return f"{day.day} {day:%B} {day.year}"


def _day_of(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _parse_words(words: str, language: str) -> date | None:
    order = "MDY" if language in ("en", "en-us") and not _is_dotted(words) else "DMY"
    hint = language.split("-")[0]
    return (hint and _parse_in([hint], words, order)) or _parse_in(None, words, order)


def _is_dotted(words: str) -> bool:
    numbers = NUMBERS_ONLY.search(words)
    return bool(numbers and numbers[2] == ".")


def _parse_in(languages: list[str] | None, words: str, order: str) -> date | None:
    from dateparser import DateDataParser  # slow to import, and most files do not need it

    try:
        parser = DateDataParser(languages=languages, settings={**SETTINGS, "DATE_ORDER": order})
        moment = parser.get_date_data(words).date_obj
    except (ValueError, OverflowError):  # a language or a year that dateparser does not know
        return None
    return moment.date() if moment else None
