"""Table → table: the part of an event table that someone asked for."""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time

import pandas as pd

SEARCHED = ("label", "sentence", "actors", "countries", "places", "category", "titles", "sources")


def select(
    table: pd.DataFrame,
    *,
    start: date | None = None,
    end: date | None = None,
    words: str = "",
    sources: Iterable[str] | None = None,
) -> pd.DataFrame:
    """The events that touch the days from `start` to `end` (inclusive) and hold every word of `words`.

    None for a day, or for `sources`, means no limit. Case and accents do not matter.
    """
    chosen = pd.Series(True, index=table.index)
    if start is not None:
        chosen &= table["end"] > pd.Timestamp(start)
    if end is not None:
        chosen &= table["start"] <= pd.Timestamp(datetime.combine(end, time.max))
    if start is not None and end is not None and end < start:
        chosen &= False
    if sources is not None:
        wanted = set(sources)
        told = [not wanted.isdisjoint(cell.split("; ")) for cell in table["sources"]]
        chosen &= pd.Series(told, index=table.index, dtype=bool)
    if words.strip():
        haystack = table[list(SEARCHED)].agg(" ".join, axis=1).map(_plain) if len(table) else table["label"]
        for word in _plain(words).split():
            chosen &= haystack.str.contains(word, regex=False)
    return table[chosen].reset_index(drop=True)


def _plain(text: str) -> str:
    """Lower case without accents.

    >>> _plain("Guaidó")
    'guaido'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
