"""The headline of an article that does not say which of its lines it is."""

import re

from timeline.reading.dateline import find_dateline
from timeline.reading.lines import head_lines

LINES = 10
LONGEST_TITLE = 160
A_PARAGRAPH = 200

CALL_TO_ACTION = re.compile(
    r"(?:[^\W\d_]+: )?(?:join (?:our|us|the|now)|subscribe|sign (?:up|in)|log ?in|follow (?:us|our|@)|click (?:here|to)"
    r"|share (?:this|on|via)|read more|skip to|advertisement|support (?:us|our)|donate (?:now|to|today)"
    r"|download (?:our|the app)|get (?:our|the latest)|we use cookies)\b",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"(?:file )?(?:photo|image|picture|caption|credit|foto|pictured)\b|.*(?:getty images|©)", re.IGNORECASE
)
BYLINE = re.compile(r"[Bb][Yy]\s+[A-Z]\S*\s+[A-Z]")
SENTENCE_END = re.compile(r"[.。;,:!…][\"'”’»)]*$")
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")


def find_title(text: str, fallback: str) -> str:
    """The first line of the head that reads as a headline, else `fallback`.

    Left out: calls to action, dates, bylines, captions (torn ones too), sentences, wrapped prose. The
    search ends at the first long paragraph: what comes after it are subheadings.

    >>> find_title("Join our channel!\\n\\nCrane falls on ferries\\n\\nMarch 27, 2019", "crane")
    'Crane falls on ferries'
    """
    for start, line in head_lines(text, LINES):
        if len(line) > A_PARAGRAPH:
            break
        following = text[start + len(line) + 1 : start + len(line) + 2]
        if _is_title(line.strip()) and not following.islower():
            return " ".join(line.split())
    return fallback


def first_words(text: str, longest: int = 60) -> str:
    """The beginning of a text, cut at a word: a title for pasted words that have none."""
    words = " ".join(text[: 4 * longest].split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + "…"


def _is_title(line: str) -> bool:
    return (
        len(line) <= LONGEST_TITLE
        and (" " in line or not line.isascii())
        and any(map(str.isalpha, line))
        and not CALL_TO_ACTION.match(line)
        and not BYLINE.match(line)
        and not _is_caption(line)
        and not _ends_a_sentence(line)
        and not find_dateline(line)
    )


def _is_caption(line: str) -> bool:
    return bool(CAPTION.match(line)) or line.count("(") != line.count(")")


def _ends_a_sentence(line: str) -> bool:
    return bool(SENTENCE_END.search(line)) and not INITIALS.search(line)
