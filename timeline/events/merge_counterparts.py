"""Words of another language → English ones that say the same (`merge_counterparts.toml`).

So what is told in two languages can be compared. A word without a counterpart, a name for the most part,
stays as it is.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from timeline.events.merge_reading import Told
from timeline.events.wordwise_forms import forms_of

FILE = Path(__file__).with_name("merge_counterparts.toml")
ENDINGS = (("s", ""), ("es", ""), ("as", "o"), ("a", "o"), ("ces", "z"), ("ones", "ón"))


def in_english(words: Iterable[str], language: str) -> frozenset[str]:
    """The counterparts of words.

    >>> sorted(in_english(["puentes", "cerró", "Alba"], "es"))
    ['Alba', 'bridge', 'close']
    """
    return frozenset(counterpart(word, language) for word in words)


def told_in_english(told: Told, language: str) -> Told:
    """The words of a mention, each by its counterpart.

    >>> told_in_english(Told("cerrar", arguments=frozenset(["puente"])), "es").arguments
    frozenset({'bridge'})
    """
    if language not in _tables():
        return told
    sets = ("subjects", "objects", "arguments", "sentence")
    return replace(
        told,
        lemma=counterpart(told.lemma, language),
        helped=counterpart(told.helped, language),
        **{name: in_english(getattr(told, name), language) for name in sets},
    )


@lru_cache(maxsize=50_000)
def counterpart(word: str, language: str) -> str:
    """The English word for a word in whatever form, or the word itself."""
    table = _tables().get(language)
    if not table or not word:
        return word
    return next((table[base] for base in _bases(word, language) if base in table), word)


def _bases(word: str, language: str) -> Iterator[str]:
    """What a word may be a form of: itself, its singular, a verb."""
    yield word
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + instead
    yield from (form.lemma for form in forms_of(word, language) if form.is_sure)


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(FILE.read_text("utf-8"))
