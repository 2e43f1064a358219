"""The tagger as a spaCy pipeline component: `nlp.add_pipe("timex")`.

Importing this module registers the component. `doc._.dct` is the day of publication: set it to a date or an
ISO date at any time; it is an ISO date or empty when read, and is saved with the doc.
`doc.spans["timexes"]` holds the spans, `doc._.timexes` what they mean, in the language `doc.lang_`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from timeline.text.tag import tag_doc
from timeline.text.timex import NormalizedTimex

GROUP = "timexes"
_DCT = "timex_dct"  # where a doc's user data hold its day of publication


def pipe_dated(nlp: Language, pairs: Iterable[tuple[str, date | str | None]], **options) -> Iterator[Doc]:
    """The docs of many texts, each with its day of publication; `options` are those of `nlp.pipe`.

    ValueError if a day is no date.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("timex")
    >>> pairs = [("On Monday.", "2019-03-27"), ("On Monday.", date(2019, 4, 3))]
    >>> [doc._.timexes[0].value for doc in pipe_dated(nlp, pairs)]
    ['2019-03-25', '2019-04-01']
    """
    return nlp.pipe((_dated(nlp, text, day) for text, day in pairs), **options)


def _dated(nlp: Language, text: str, day: date | str | None) -> Doc:
    doc = nlp.make_doc(text)
    _set_dct(doc, day)
    return doc


def _get_dct(doc: Doc) -> str:
    return doc.user_data.get(_DCT, "")


def _set_dct(doc: Doc, day: date | str | None) -> None:
    """ValueError unless it is a date, an ISO date or nothing."""
    try:
        known = date.fromisoformat(str(day)[:10]).isoformat() if day else ""
    except ValueError:
        raise ValueError(f"{day!r} is not a date: write it as year-month-day, such as 2019-03-27.") from None
    doc.user_data[_DCT] = known


def _timexes(doc: Doc) -> tuple[NormalizedTimex, ...]:
    known = _get_dct(doc)
    return tag_doc(doc, date.fromisoformat(known) if known else None, doc.lang_)


Doc.set_extension("dct", getter=_get_dct, setter=_set_dct, force=True)
Doc.set_extension("timexes", getter=_timexes, force=True)


@Language.component("timex", assigns=["doc.spans", "doc._.timexes"])
def timex(doc: Doc) -> Doc:
    """Mark the time expressions of a text as `doc.spans["timexes"]`, labelled by their TIMEX3 type.

    With `nlp.pipe(pairs, as_tuples=True)` a text's context may give its day: `{"dct": "2019-03-27"}`.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("timex")
    >>> doc = nlp("Talks began on Monday.")
    >>> doc._.dct = "2019-03-27"
    >>> [(each.words, each.value) for each in doc._.timexes]
    [('Monday', '2019-03-25')]
    """
    context = doc._context  # what came beside the text, when spaCy was given tuples
    if isinstance(context, dict) and "dct" in context:
        _set_dct(doc, context["dct"])
    doc.spans[GROUP] = [_span(doc, each) for each in _timexes(doc)]
    return doc


def _span(doc: Doc, timex: NormalizedTimex) -> Span:
    return doc.char_span(timex.start, timex.end, label=timex.type, alignment_mode="expand")
