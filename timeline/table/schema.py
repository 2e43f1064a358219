"""The event table and the table of its mentions: their columns, dtypes and meanings stand here once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError, SchemaErrors

from timeline.events.kinds import Category
from timeline.temporal.granularity import Granularity

ANCHORINGS = {
    "stated": "the text states the date itself",
    "relative": "worked out from words such as “on Monday”, counted from another date",
    "publication": "the text gives no date: only the publication date is known",
}
BASES = {
    "clause": "words in its own clause date it",
    "sentence": "words elsewhere in its sentence date it",
    "carried": "it goes on from the date told before it",
    "publication": "nothing dates it; it is told as the news of the day of publication",
    "none": "the text does not say when",
}
STATUSES = {
    "happened": "it happened, the article says",
    "planned": "planned or announced for later",
    "threatened": "threatened or warned of",
    "ordered": "ordered, demanded or asked for",
    "denied": "denied, or said not to have happened",
    "alleged": "told as somebody’s words",
    "hypothetical": "supposed: if it comes to that",
}
BOUNDS = {
    "within": "the words give both ends",
    "from": "the words give its begin alone",
    "until": "the words give its end alone",
}


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """One column: its pandas dtype and what a reader of the table should know about it."""

    dtype: str
    meaning: str
    check: pa.Check | None = None
    nullable: bool = False


_TOLD = {
    "label": ColumnMeaning("str", "the event in a line of the article's own words"),
    "start": ColumnMeaning("datetime64[s]", "first moment of the interval"),
    "end": ColumnMeaning("datetime64[s]", "first moment after the interval (half-open)"),
    "granularity": ColumnMeaning(
        "str",
        "calendar unit to which the date is known",
        pa.Check.isin([unit.word for unit in Granularity]),
    ),
    "soft_start": ColumnMeaning("bool", "whether the start is only approximate"),
    "soft_end": ColumnMeaning("bool", "whether the end is only approximate"),
    "bound": ColumnMeaning("str", "which ends of the interval the words give", pa.Check.isin(list(BOUNDS))),
    "value": ColumnMeaning("str", "TIMEX3 value of the date"),
    "words": ColumnMeaning("str", "the words that dated the event; empty if none did"),
    "words_start": ColumnMeaning("int64", "offset of those words in the article's text"),
    "words_end": ColumnMeaning("int64", "offset after those words in the article's text"),
    "why": ColumnMeaning("str", "in a sentence or two: why the event has that date"),
    "alternatives": ColumnMeaning(
        "str", "other dates that the words may mean, the likeliest first, a line each with its reason"
    ),
    "basis": ColumnMeaning("str", "what ties the date to the event", pa.Check.isin(list(BASES))),
    "anchoring": ColumnMeaning("str", "how the words tell the date", pa.Check.isin(list(ANCHORINGS))),
    "status": ColumnMeaning("str", "how real the event is", pa.Check.isin(list(STATUSES))),
    "cue": ColumnMeaning("str", "the words that show the status; empty where it is told plainly"),
    "attribution": ColumnMeaning("str", "in whose words it is told; empty if in the article's own"),
    "actors": ColumnMeaning("str", "who acts: named persons, organisations and countries, “; ” between"),
    "countries": ColumnMeaning("str", "the countries that act or that those who act belong to"),
    "places": ColumnMeaning("str", "where it happened or where it led, “; ” between"),
    "latitude": ColumnMeaning("float64", "of the first place that is known, degrees north", nullable=True),
    "longitude": ColumnMeaning("float64", "of the first place that is known, degrees east", nullable=True),
    "category": ColumnMeaning(
        "str", "what kind of event it is", pa.Check.isin([each.value for each in Category])
    ),
    "clause": ColumnMeaning("str", "the clause that tells the event, verbatim"),
    "clause_start": ColumnMeaning("int64", "offset of the clause in the article's text"),
    "clause_end": ColumnMeaning("int64", "offset after the clause in the article's text"),
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
_MERGED = {
    "mentions": ColumnMeaning("int64", "how many clauses tell the event"),
    "articles": ColumnMeaning("int64", "how many articles tell it, near copies counted once"),
    "sources": ColumnMeaning("str", "who published them, “; ” between"),
    "titles": ColumnMeaning("str", "their titles, “; ” between"),
    "disagree": ColumnMeaning("bool", "whether they give it days that cannot both be true"),
    "narrowed": ColumnMeaning("bool", "whether some date it more vaguely than the interval says"),
    "looking_back": ColumnMeaning("int64", "how many articles come back to it a week later or more"),
    "prominence": ColumnMeaning("float64", "how early in its articles it stands, from 0 to 1"),
    "importance": ColumnMeaning("float64", "how much it matters, from the columns before"),
    "links": ColumnMeaning(
        "str", "events that it came of or that came of it, a line each: how, then the other's id"
    ),
}
COLUMNS = {"id": ColumnMeaning("str", "stable name of the event"), **_TOLD, **_MERGED}
MENTION_COLUMNS = {
    "id": ColumnMeaning("str", "stable name of the mention"),
    "event": ColumnMeaning("str", "the id of the event that it tells; empty if it is on no calendar"),
    **_TOLD,
    "start": replace(_TOLD["start"], nullable=True),
    "end": replace(_TOLD["end"], nullable=True),
}


def _schema(columns: dict[str, ColumnMeaning]) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {
            name: pa.Column(
                column.dtype,
                checks=column.check,
                nullable=column.nullable,
                unique=name == "id",
                description=column.meaning,
            )
            for name, column in columns.items()
        },
        checks=[
            pa.Check(
                lambda table: ~(table["start"] >= table["end"]), error="an event must end after it starts"
            ),
            pa.Check(
                lambda table: table["sentence"].str.len() == table["sentence_end"] - table["sentence_start"],
                error="a sentence must be as long as its offsets say",
            ),
        ],
        strict=True,
        ordered=True,
    )


_SCHEMA, _MENTION_SCHEMA = _schema(COLUMNS), _schema(MENTION_COLUMNS)


def as_table(
    rows: Sequence[Mapping[str, object]], columns: Mapping[str, ColumnMeaning] = COLUMNS
) -> pd.DataFrame:
    """Rows as a table with these columns, in their order and with their dtypes; not checked."""
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=column.dtype) for name, column in columns.items()}
    )


def empty_table() -> pd.DataFrame:
    """An event table without events.

    >>> len(empty_table()), empty_table()["start"].dtype.name
    (0, 'datetime64[s]')
    """
    return as_table([])


class NotAnEventTable(ValueError):
    """A table that is no event table; the message says what is wrong with it."""


def checked(table: pd.DataFrame) -> pd.DataFrame:
    """`table` itself, once it is known to be an event table; NotAnEventTable if it is not."""
    return _checked(table, _SCHEMA, "event table")


def checked_mentions(table: pd.DataFrame) -> pd.DataFrame:
    """The same of a table of mentions."""
    return _checked(table, _MENTION_SCHEMA, "table of mentions")


def _checked(table: pd.DataFrame, schema: pa.DataFrameSchema, name: str) -> pd.DataFrame:
    try:
        return schema.validate(table)
    except (SchemaError, SchemaErrors) as error:
        raise NotAnEventTable(f"This is no {name}: {error}") from error
