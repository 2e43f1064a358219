"""The line in an article's head that says when it was published."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from timeline.reading.days import LONGEST, parse_day, without_time
from timeline.reading.document import Dct, DctSource
from timeline.reading.lines import head_lines

LINES = 25
LONGEST_LINE = 200

_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th|er|º|ª|\.))?"
_MONTH = r"[^\s\d,.()|/:]{3,15}\.?"
DATE = re.compile(
    rf"(?<!\d)(?:{_DAY}(?:\s+|-)(?:de\s+|d[’'])?{_MONTH},?(?:\s+|-)(?:del?\s+)?\d{{4}}"
    rf"|{_MONTH}\s+{_DAY},?\s+\d{{4}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}"
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일])(?!\d)"
)
_PUBLISHED = (
    r"(?:first\s+|date\s+)?(?:published|posted|issued|publicado|publicada|publié|veröffentlicht|pubblicato"
    r"|gepubliceerd|опубликовано|date|fecha|datum|data)"
)
_UPDATED = r"(?:last\s+)?(?:updated|modified|actualizado|mis\s+à\s+jour|aktualisiert|aggiornato|обновлено)"
LABEL = re.compile(
    rf"\s*(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))\b"
    r"(?:\s+(?:on|el|le|am|il|op)\b)?\s*[:–-]?\s*",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"\s*(?:(?:posted|published|written)\s+)?by\s+[^,|\d]{2,60}?(?:,|\s+on\s|\s[–—-]\s)", re.IGNORECASE
)
SEPARATOR = re.compile(rf"[|•·]|(?=\b(?:{_UPDATED}|published|posted)\b)", re.IGNORECASE)
BLANKS = str.maketrans("|•·", "   ")
EDGES = " \t\u00a0,;:()[]–—-*_#"

# "PORT SELWYN, March 27, 2019 (Agency) —" at the start of a paragraph.
PLACED = re.compile(
    rf"[\s*_]*(?P<city>[^\d\n]{{0,60}}?)[,.:–—-]*\s*(?P<date>{DATE.pattern})"
    r"\s*(?P<agency>[(/]\s*[A-Z][^()/\n]{1,40}[)/])?(?:\s*\.?[—–-]|(?P<alone>\s*\.?\s*$))"
)
SMALL_WORDS = {"de", "del", "la", "el", "los", "las", "of", "upon", "and", "y"}


def find_dateline(text: str, language: str | None = None) -> Dct | None:
    """The publication date that the text's head states, if it does.

    >>> find_dateline("Crane falls\\n\\nPublished March 27, 2019\\n\\nIt fell on Tuesday.").span
    (23, 37)
    """
    return next(iter(find_datelines(text, language)), None)


def find_datelines(text: str, language: str | None = None) -> tuple[Dct, ...]:
    """Every dateline among the first 25 lines, the likeliest to be the publication date first.

    Those labelled "Published" come first, those labelled "Updated" last. `words` may hold a weekday and
    a time of day along with the date, never the label.
    """
    found = [each for start, line in head_lines(text, LINES) for each in _in_line(start, line, language)]
    return tuple(dct for _, dct in sorted(found, key=lambda each: each[0]))


def _in_line(start: int, line: str, language: str | None) -> Iterator[tuple[int, Dct]]:
    """Rank and dateline of each date in one line that begins with its place, or is nothing but dates."""
    placed = PLACED.match(line[:LONGEST_LINE])
    if placed and not LABEL.match(line) and _is_place(placed, line):
        if day := parse_day(placed["date"], language):
            yield 1, _dct(day, placed["date"], start + placed.start("date"))
    elif len(line) <= LONGEST_LINE and line.count("(") == line.count(")"):
        yield from _in_parts(start, line, language)


def _in_parts(start: int, line: str, language: str | None) -> Iterator[tuple[int, Dct]]:
    cuts = [0, *(cut.start() for cut in SEPARATOR.finditer(line)), len(line)]
    for begin, end in pairwise(cuts):
        part = line[begin:end].translate(BLANKS)
        label = BYLINE.match(part) or LABEL.match(part)
        told = part[label.end() if label else 0 :].lstrip(EDGES)
        words = told.rstrip(EDGES)
        if _may_be_only_a_date(words) and (day := parse_day(words, language)):
            yield _rank(label), _dct(day, words, start + begin + len(part) - len(told))


def _may_be_only_a_date(words: str) -> bool:
    """Room for a weekday and the like around the date: spares dateparser its slow no to a sentence."""
    date_words = DATE.search(without_time(words)) if len(words) <= LONGEST else None
    if not date_words:
        return False
    before, after = words[: date_words.start()], without_time(words)[date_words.end() :]
    return len(before.split()) <= 3 and len(after.strip(EDGES + ".")) <= 3


def _rank(label: re.Match | None) -> int:
    kinds = label.groupdict() if label else {}
    return 0 if kinds.get("published") else 2 if kinds.get("updated") else 1


def _is_place(placed: re.Match, line: str) -> bool:
    """A place in capitals, or one in title case if an agency is named or if place, comma and date are the
    whole line: prose has small words."""
    words = re.findall(r"[^\W\d_]+", placed["city"])
    alone = placed["alone"] is not None
    if alone and (not 0 < len(words) <= 3 or "," not in line[placed.end("city") : placed.start("date")]):
        return False
    if not placed["agency"] and not alone:
        return bool(words) and words[0].isupper() and len(words[0]) > 1
    return all(word[0].isupper() or word in SMALL_WORDS for word in words)


def _dct(day: date, words: str, start: int) -> Dct:
    return Dct(day, DctSource.DATELINE, words, (start, start + len(words)))
