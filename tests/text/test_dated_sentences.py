"""The sentences that tell an event, each with its date."""

from datetime import date

import pytest

from tests.text.growth import TIMES, growth
from timeline.reading import Dct, DctSource, Document
from timeline.text.dated_sentences import find_dated_sentences
from timeline.text.tag import tag_document

LEAD = "The harbour of Port Selwyn has a new crane."


def article(text, day=date(2019, 3, 27), title="Crane falls"):
    return Document("crane", title, text, Dct(day, DctSource.GIVEN) if day else None)


def mentions(document):
    found = find_dated_sentences(document, tag_document(document))
    return [
        (document.text[each.start : each.end], each.basis, each.interval.first_day.isoformat())
        for each in found
    ]


def test_a_sentence_with_a_placed_expression_is_a_mention_and_others_are_not():
    text = f"{LEAD} It fell on Tuesday. Nobody was hurt. Owners had bought it in 2001. It had rained for two days."
    assert mentions(article(text)) == [
        (LEAD, "publication", "2019-03-27"),
        ("It fell on Tuesday.", "relative", "2019-03-26"),
        ("Owners had bought it in 2001.", "stated", "2001-01-01"),
    ]


def test_only_the_lead_sentence_is_dated_by_publication_alone():
    text = f"Crane falls\n\nBy Ana Reyes\n\n{LEAD} Nobody has paid for it yet, the mayor says."
    assert mentions(article(text)) == [(LEAD, "publication", "2019-03-27")]


def test_a_lead_sentence_with_its_own_date_has_only_that():
    assert mentions(article("The crane of Port Selwyn fell on Tuesday.")) == [
        ("The crane of Port Selwyn fell on Tuesday.", "relative", "2019-03-26")
    ]


def test_the_most_precise_date_dates_a_sentence():
    text = "In 2019, in February, on Tuesday the crane of Port Selwyn fell."
    (mention,) = find_dated_sentences(article(text), tag_document(article(text)))
    assert mention.timex.words == "Tuesday"
    assert mention.why == mention.timex.why


def test_the_first_of_equally_precise_dates_dates_a_sentence():
    text = "The crane fell on Monday and was raised on Tuesday."
    (mention,) = find_dated_sentences(article(text), tag_document(article(text)))
    assert mention.timex.words == "Monday"


def test_an_undated_article_tells_only_what_it_states_in_full():
    text = f"{LEAD} It fell on Tuesday. Owners had bought it in 2001."
    assert mentions(article(text, day=None)) == [("Owners had bought it in 2001.", "stated", "2001-01-01")]


def test_an_article_without_words_of_time_tells_its_lead():
    assert mentions(article(LEAD)) == [(LEAD, "publication", "2019-03-27")]


def test_a_date_broken_over_two_short_lines_still_tells_its_event():
    text = f"{LEAD}\n\nThe crane fell late\nTuesday in the storm."
    assert "2019-03-26" in [day for *_, day in mentions(article(text))]


@pytest.mark.parametrize("text", ["", "\n\n", "Crane", "?!", "…"])
def test_a_text_without_a_sentence_tells_nothing(text):
    assert mentions(article(text)) == []


def test_a_spanish_date_that_only_tells_which_thing_is_meant_does_not_date_a_sentence():
    text = "Los autores de la marcha del 23 de enero se entregaron el lunes 25 de marzo."
    document = Document("marcha", "Marcha", text, Dct(date(2019, 3, 27), DctSource.GIVEN), language="es")
    (mention,) = find_dated_sentences(document, tag_document(document))
    assert mention.timex.words == "el lunes 25 de marzo"


def test_the_time_to_find_mentions_grows_with_the_length_of_the_article():
    def work(sentences):
        document = article("The crane fell on Tuesday. " * sentences)
        timexes = tagged.setdefault(sentences, tag_document(document))
        assert len(find_dated_sentences(document, timexes)) == sentences

    tagged = {}
    assert growth(work, 400) < 3 * TIMES
