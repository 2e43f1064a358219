"""The event table: its columns, dtypes and meanings stand here once."""

from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError, SchemaErrors

from timeline.temporal.granularity import Granularity

BASES = {
    "stated": "the text states the date itself",
    "relative": "worked out from words such as “on Monday”, counted from another date",
    "publication": "the text gives no date: only the publication date is known",
}


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """One column: its pandas dtype and what a reader of the table should know about it."""

    dtype: str
    meaning: str
    check: pa.Check | None = None
    nullable: bool = False


COLUMNS = {
    "id": ColumnMeaning("str", "stable name of the event"),
    "label": ColumnMeaning("str", "the event in the article's own words, shortened at a word"),
    "start": ColumnMeaning("datetime64[s]", "first moment of the interval"),
    "end": ColumnMeaning("datetime64[s]", "first moment after the interval (half-open)"),
    "granularity": ColumnMeaning(
        "str",
        "calendar unit to which the date is known",
        pa.Check.isin([unit.word for unit in Granularity]),
    ),
    "soft_start": ColumnMeaning("bool", "whether the start is only approximate"),
    "soft_end": ColumnMeaning("bool", "whether the end is only approximate"),
    "value": ColumnMeaning("str", "TIMEX3 value of the date"),
    "words": ColumnMeaning("str", "the words that dated the event; empty if none did"),
    "words_start": ColumnMeaning("int64", "offset of those words in the article's text"),
    "words_end": ColumnMeaning("int64", "offset after those words in the article's text"),
    "why": ColumnMeaning("str", "one sentence: why the words mean that date"),
    "alternatives": ColumnMeaning(
        "str", "other dates that the words may mean, the likeliest first, a line each with its reason"
    ),
    "basis": ColumnMeaning("str", "where the date comes from", pa.Check.isin(list(BASES))),
    "sentence": ColumnMeaning("str", "the sentence that tells the event, verbatim"),
    "sentence_start": ColumnMeaning("int64", "offset of the sentence in the article's text"),
    "sentence_end": ColumnMeaning("int64", "offset after the sentence in the article's text"),
    "article_id": ColumnMeaning("str", "name of the article"),
    "title": ColumnMeaning("str", "title of the article"),
    "source": ColumnMeaning("str", "who published the article; empty if unknown"),
    "url": ColumnMeaning("str", "address of the article; empty if unknown"),
    "published": ColumnMeaning(
        "datetime64[s]", "publication date of the article; missing if unknown", nullable=True
    ),
}

_SCHEMA = pa.DataFrameSchema(
    {
        name: pa.Column(
            column.dtype,
            checks=column.check,
            nullable=column.nullable,
            unique=name == "id",
            description=column.meaning,
        )
        for name, column in COLUMNS.items()
    },
    checks=[
        pa.Check(lambda table: table["start"] < table["end"], error="an event must end after it starts"),
        pa.Check(
            lambda table: table["sentence"].str.len() == table["sentence_end"] - table["sentence_start"],
            error="a sentence must be as long as its offsets say",
        ),
    ],
    strict=True,
    ordered=True,
)


def empty_table() -> pd.DataFrame:
    """An event table without events.

    >>> len(empty_table()), empty_table()["start"].dtype.name
    (0, 'datetime64[s]')
    """
    return pd.DataFrame({name: pd.Series(dtype=column.dtype) for name, column in COLUMNS.items()})


class NotAnEventTable(ValueError):
    """A table that is no event table; the message says what is wrong with it."""


def checked(table: pd.DataFrame) -> pd.DataFrame:
    """`table` itself, once it is known to be an event table; NotAnEventTable if it is not."""
    try:
        return _SCHEMA.validate(table)
    except (SchemaError, SchemaErrors) as error:
        raise NotAnEventTable(f"This is no event table: {error}") from error
