"""The tagger as a spaCy pipeline component: `nlp.add_pipe("timex")`.

Importing this module registers the component. `doc._.dct` is the day of publication (an ISO date or
empty); it may be set at any time. `doc.spans["timexes"]` holds the spans, `doc._.timexes` what they mean.
"""

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from timeline.text.tag import tag_doc
from timeline.text.timex import NormalizedTimex


def _timexes(doc: Doc) -> tuple[NormalizedTimex, ...]:
    day = date.fromisoformat(doc._.dct) if doc._.dct else None
    return tag_doc(doc, day, doc.lang_)


Doc.set_extension("dct", default="", force=True)
Doc.set_extension("timexes", getter=_timexes, force=True)


@Language.component("timex", assigns=["doc.spans", "doc._.timexes"])
def timex(doc: Doc) -> Doc:
    """Mark the time expressions of a text as `doc.spans["timexes"]`, labelled by their TIMEX3 type.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("timex")
    >>> doc = nlp("Talks began on Monday.")
    >>> doc._.dct = "2019-03-27"
    >>> [(each.words, each.value) for each in doc._.timexes]
    [('Monday', '2019-03-25')]
    """
    spans = [_span(doc, each) for each in _timexes(doc)]
    doc.spans["timexes"] = spans
    return doc


def _span(doc: Doc, timex: NormalizedTimex) -> Span:
    return doc.char_span(timex.start, timex.end, label=timex.type, alignment_mode="expand")
