"""The tagger in somebody's own spaCy pipeline."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from timeline.text.component import pipe_dated

TEXT = "Talks began on Monday, late in the day of March 25, 2019, and ended on Tuesday."


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("timex")
    return nlp


def values(doc):
    return [each.value for each in doc._.timexes]


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


@pytest.mark.parametrize("day", ["2019-03-27", "2019-03-27T14:35:00", date(2019, 3, 27)])
def test_a_publication_date_is_a_date_or_an_iso_date(nlp, day):
    doc = nlp("Talks began on Monday.")
    doc._.dct = day
    assert doc._.dct == "2019-03-27" and values(doc) == ["2019-03-25"]


@pytest.mark.parametrize("day", ["27.3.2019", "yesterday", "2019-02-30"])
def test_what_is_no_publication_date_is_told_at_once(nlp, day):
    doc = nlp("Talks began on Monday.")
    with pytest.raises(ValueError, match="is not a date"):
        doc._.dct = day
    assert doc._.dct == ""


def test_a_text_without_time_has_an_empty_group(nlp):
    assert spans(nlp("The crane fell.")) == spans(nlp("")) == []


def test_many_texts_through_the_pipe(nlp):
    docs = list(nlp.pipe(["On Monday.", "Nothing.", "In 2001, on Tuesday."]))
    assert [spans(doc) for doc in docs] == [[("Monday", "DATE")], [], [("2001", "DATE"), ("Tuesday", "DATE")]]


PAIRS = [
    ("They met on Monday.", "2019-03-27"),
    ("It rained.", None),
    ("They met on Monday.", date(2019, 4, 3)),
]
MEANT = [["2019-03-25"], [], ["2019-04-01"]]


@pytest.mark.parametrize("processes", [1, 2])
def test_many_texts_each_with_its_publication_date(nlp, processes):
    docs = list(pipe_dated(nlp, PAIRS, n_process=processes))
    assert [values(doc) for doc in docs] == MEANT
    assert [len(doc.spans["timexes"]) for doc in docs] == [1, 0, 1]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_publication_date_in_the_context_of_a_text(nlp, processes):
    tuples = [(text, {"dct": day, "id": id}) for id, (text, day) in enumerate(PAIRS)]
    told = list(nlp.pipe(tuples, as_tuples=True, n_process=processes))
    assert [values(doc) for doc, _ in told] == MEANT
    assert [context["id"] for _, context in told] == [0, 1, 2]


@pytest.mark.parametrize("context", [None, "2019-03-27", {}, ["dct"]])
def test_another_context_is_left_alone(nlp, context):
    ((doc, told),) = nlp.pipe([("On Monday.", context)], as_tuples=True)
    assert doc._.dct == "" and told == context


def test_a_publication_date_known_before_decides_which_spans_there_are(nlp):
    text = "March 27, 2019\n\nThey met on Monday."
    (doc,) = pipe_dated(nlp, [(text, "2019-03-27")])
    assert spans(doc) == [("Monday", "DATE")]


def test_spans_and_offsets_agree(nlp):
    doc = nlp(TEXT)
    assert [(span.start_char, span.end_char) for span in doc.spans["timexes"]] == [
        (each.start, each.end) for each in doc._.timexes
    ]


def test_spans_and_meanings_survive_bytes_and_doc_bins(nlp):
    doc = nlp(TEXT)
    doc._.dct = "2019-03-27"
    bin = DocBin(docs=[doc], store_user_data=True).to_bytes()
    fresh = spacy.blank("en").vocab
    again = Doc(fresh).from_bytes(doc.to_bytes())
    (stored,) = DocBin().from_bytes(bin).get_docs(fresh)
    for copy in (again, stored):
        assert copy._.dct == "2019-03-27"
        assert spans(copy) == spans(doc) != []
        assert copy._.timexes == doc._.timexes != ()


def test_a_loaded_doc_takes_a_corrected_date(nlp):
    again = Doc(nlp.vocab).from_bytes(nlp("Talks began on Monday.").to_bytes())
    again._.dct = "2019-04-03"
    assert values(again) == ["2019-04-01"]


def test_an_own_tokeniser_and_language_are_respected(nlp):
    doc = Doc(nlp.vocab, words=["They", "met", "Monday"], spaces=[True, True, False])
    assert (doc.lang_, spans(nlp(doc))) == ("en", [("Monday", "DATE")])
    other = spacy.blank("xx")
    other.add_pipe("timex")
    with pytest.raises(ValueError, match="no language file for 'xx'"):
        other("On Monday.")


def test_the_pipeline_saves_and_loads(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert spans(spacy.load(tmp_path)("On Monday.")) == [("Monday", "DATE")]


def test_it_stands_beside_other_components(nlp):
    nlp.add_pipe("sentencizer")
    doc = nlp("They met on Monday. They left.")
    assert len(list(doc.sents)) == 2
    assert spans(doc) == [("Monday", "DATE")]
