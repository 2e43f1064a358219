"""The tagger in somebody's own spaCy pipeline."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import timeline.text.component  # noqa: F401  (registers the component)

TEXT = "Talks began on Monday, late in the day of March 25, 2019, and ended on Tuesday."


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("timex")
    return nlp


def spans(doc):
    return [(span.text, span.label_) for span in doc.spans["timexes"]]


def test_the_spans_are_in_the_doc_labelled_by_their_type(nlp):
    assert spans(nlp("They met on Monday for three days at 5 p.m., as they do every Tuesday.")) == [
        ("Monday", "DATE"), ("three days", "DURATION"), ("5 p.m.", "TIME"), ("every Tuesday", "SET"),
    ]  # fmt: skip


def test_a_publication_date_may_be_set_later_and_changed(nlp):
    doc = nlp("Talks began on Monday.")
    assert [each.value for each in doc._.timexes] == ["XXXX-WXX-1"]
    for day, value in [("2019-03-27", "2019-03-25"), ("2019-04-03", "2019-04-01")]:
        doc._.dct = day
        assert [each.value for each in doc._.timexes] == [value]


def test_a_publication_date_may_be_set_before(nlp):
    doc = nlp.make_doc("Talks began on Monday.")
    doc._.dct = "2019-03-27"
    assert [each.interval.first_day for each in nlp(doc)._.timexes] == [date(2019, 3, 25)]


def test_a_text_without_time_has_an_empty_group(nlp):
    assert spans(nlp("The crane fell.")) == spans(nlp("")) == []


def test_many_texts_through_the_pipe(nlp):
    docs = list(nlp.pipe(["On Monday.", "Nothing.", "In 2001, on Tuesday."]))
    assert [spans(doc) for doc in docs] == [[("Monday", "DATE")], [], [("2001", "DATE"), ("Tuesday", "DATE")]]


def test_spans_and_offsets_agree(nlp):
    doc = nlp(TEXT)
    assert [(span.start_char, span.end_char) for span in doc.spans["timexes"]] == [
        (each.start, each.end) for each in doc._.timexes
    ]


def test_spans_survive_bytes_and_doc_bins(nlp):
    doc = nlp(TEXT)
    doc._.dct = "2019-03-27"
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    (stored,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    for copy in (again, stored):
        assert spans(copy) == spans(doc) != []
        assert [each.value for each in copy._.timexes] == [each.value for each in doc._.timexes]


def test_the_pipeline_saves_and_loads(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert spans(spacy.load(tmp_path)("On Monday.")) == [("Monday", "DATE")]


def test_it_stands_beside_other_components(nlp):
    nlp.add_pipe("sentencizer")
    doc = nlp("They met on Monday. They left.")
    assert len(list(doc.sents)) == 2
    assert spans(doc) == [("Monday", "DATE")]
