"""In which language is a text? Its function words tell."""

import re
import tomllib
from functools import cache
from pathlib import Path

# Where each language has its one file; of it only the function words are read here.
LANGUAGES = Path(__file__).resolve().parents[1] / "text" / "lang"
OTHERWISE = "en"
SAMPLE = 10_000  # characters that are looked at
LEAST_SHARE = 0.1  # of a text's words: one in Italian or French shares fewer with Spanish
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str:
    """The code of the language whose function words are most frequent; "en" when that is not clear.

    Only languages that have a file can be told.

    >>> detect_language("El ministro renunció el martes por la noche."), detect_language("1234")
    ('es', 'en')
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    counts = {code: sum(word in known for word in words) for code, known in _function_words().items()}
    best = max(counts, key=counts.get, default=OTHERWISE)
    alone = sum(count == counts[best] for count in counts.values()) == 1
    return best if alone and counts[best] >= LEAST_SHARE * len(words) else OTHERWISE


@cache
def language_names() -> dict[str, str]:
    """The languages that have a file: English name by code, in the order of the codes.

    >>> language_names()["es"]
    'Spanish'
    """
    return {path.stem: _read_language(path)["name"] for path in sorted(LANGUAGES.glob("*.toml"))}


@cache
def _function_words() -> dict[str, frozenset[str]]:
    """By the language's code, without the words that two languages have."""
    words = {path.stem: _read_function_words(path) for path in sorted(LANGUAGES.glob("*.toml"))}
    return {code: own.difference(*_others(words, code)) for code, own in words.items()}


def _others(words: dict[str, frozenset[str]], code: str) -> list[frozenset[str]]:
    return [each for other, each in words.items() if other != code]


def _read_function_words(path: Path) -> frozenset[str]:
    return frozenset(_read_language(path).get("function_words", []))


def _read_language(path: Path) -> dict:
    return tomllib.loads(path.read_text("utf-8"))["language"]
