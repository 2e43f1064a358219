"""An article with its trees and its placed timexes."""

from datetime import date

import pytest

from tests.events.articles import analysed, token
from timeline.events.analysis import LONGEST, analyse
from timeline.reading import Document

TWO = "Crowds marched in Oslo on Monday.\n\nThe mayor said on Tuesday that she would resign."


def test_every_word_knows_where_it_stands_in_the_article():
    analysis = analysed(TWO)
    assert {TWO[analysis.offset(each) :][: len(each)] == each.text for each in analysis.parsed.doc} == {True}
    assert [analysis.sentence(TWO.index(word)) for word in ("Crowds", "Monday", "resign")] == [0, 0, 1]


def test_predicates_come_in_the_order_of_the_text():
    assert [each.text for each in analysed(TWO).predicates] == ["marched", "said", "resign"]


def test_the_chain_leads_from_a_word_to_the_clauses_above_it():
    analysis = analysed(TWO)
    assert [each.text for each in analysis.chain(token(analysis, "she"))] == ["resign", "said"]
    assert [each.text for each in analysis.chain(token(analysis, "said"))] == ["said"]


def test_timexes_belong_to_their_sentence_and_hang_in_its_tree():
    analysis = analysed(TWO)
    (first,), (second,) = analysis.timexes_in(0), analysis.timexes_in(1)
    assert (first.timex.words, second.timex.words) == ("Monday", "Tuesday")
    assert (first.top.text, second.top.head.text) == ("Monday", "said")


def test_the_last_date_before_a_sentence_is_known():
    analysis = analysed(TWO)
    assert analysis.last_before(0) is None
    assert analysis.last_before(1).interval.first_day == date(2019, 3, 25)


def test_a_blank_line_parts_two_paragraphs():
    analysis = analysed(TWO)
    assert analysis.is_one_paragraph(0, TWO.index("Monday"))
    assert not analysis.is_one_paragraph(0, TWO.index("Tuesday"))


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The strike lasted from 4 to 9 March.", "4 to 9 March", date(2019, 3, 4), date(2019, 3, 9)),
        ("They met between Monday and Tuesday.", "Monday and Tuesday", date(2019, 3, 25), date(2019, 3, 26)),
        (
            "The order was signed on 4 March or on 5 March.",
            "4 March or on 5 March",
            date(2019, 3, 4),
            date(2019, 3, 5),
        ),
    ],
)
def test_the_ends_of_a_range_are_one_time(text, words, first, last):
    (placed,) = analysed(text).timexes_in(0)
    assert placed.timex.words == words
    assert (placed.timex.interval.first_day, placed.timex.interval.last_day) == (first, last)


def test_two_dates_of_one_verb_are_the_whole_of_both():
    (placed,) = analysed("They met on 4 March and again on 9 March.").timexes_in(0)
    assert (placed.timex.interval.first_day, placed.timex.interval.last_day) == (
        date(2019, 3, 4),
        date(2019, 3, 9),
    )


def test_the_dates_of_two_clauses_stay_two():
    analysis = analysed("They met on 4 March and on 9 March they married.")
    assert [each.timex.interval.first_day.day for each in analysis.timexes_in(0)] == [4, 9]


def test_a_length_of_time_ties_two_happenings():
    analysis = analysed("Two days after the election, the mayor resigned.")
    (count,) = analysis.counts[token(analysis, "resigned").i]
    assert (count.counted.text, count.start.text, count.days) == ("resigned", "election", 2)


def test_a_list_without_an_end_is_not_parsed():
    text = "They left. " + "One, " * LONGEST + "and so on."
    assert [text[start:end] for start, end in analysed(text).sentences] == ["They left."]


def test_without_a_parser_there_is_no_analysis(monkeypatch):
    monkeypatch.delenv("TIMELINE_MODEL", raising=False)
    document = Document(id="a", title="", text="Llegaron el lunes.", dct=None, language="es")
    assert analyse(document, ()) is None
