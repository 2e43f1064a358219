"""Whose date is which: of the clause, of the sentence, carried on, of the publication, or none."""

from datetime import date

import pytest

from tests.events.articles import PUBLISHED, analysed, token
from timeline.events.dated import UNDATED, Dating
from timeline.events.dating import date_predicates, find_candidates, likeliest
from timeline.events.kinds import Basis, Bound
from timeline.events.words import read_words
from timeline.temporal.interval import Interval


def dates(text: str, *words: str, published: date | None = PUBLISHED) -> list[Dating]:
    analysis = analysed(text, published)
    return date_predicates([token(analysis, word) for word in words], analysis, read_words("en"))


def day(dating: Dating) -> str:
    """The one day of a date, in March 2019 as its number alone."""
    interval = dating.interval
    assert interval.first_day == interval.last_day
    return str(interval.first_day.day) if interval.first_day.month == 3 else interval.first_day.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crowds marched in Oslo on Monday.", {"marched": "25"}),
        ("On Saturday crowds marched in Oslo.", {"marched": "23"}),
        ("The mayor resigned on Friday and her deputy left on Sunday.", {"resigned": "22", "left": "24"}),
        ("The minister, who fled on 2 March, returned on Tuesday.", {"fled": "2", "returned": "26"}),
        (
            "Police said on Tuesday that the gang had robbed the bank on 4 March.",
            {"said": "26", "robbed": "4"},
        ),
        ("Monday's arrest shook the town.", {"arrest": "25"}),
    ],
)
def test_a_timex_of_the_clause_dates_it(text, expected):
    found = dates(text, *expected)
    assert dict(zip(expected, map(day, found), strict=True)) == expected
    assert {each.basis for each in found} == {Basis.CLAUSE}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Shops were looted in Oslo on Monday and Tuesday.", 25, 26),
        ("The ferries stopped on 11 March and again on 14 March.", 11, 14),
        ("The strike lasted from 4 March to 8 March.", 4, 8),
    ],
)
def test_two_timexes_of_one_clause_date_it_by_the_whole_of_both(text, first, last):
    word = next(each for each in ("looted", "stopped", "lasted") if each in text)
    (found,) = dates(text, word)
    assert (found.interval.first_day.day, found.interval.last_day.day) == (first, last)
    assert (found.basis, found.bound) == (Basis.CLAUSE, Bound.WITHIN)


def test_two_clauses_each_keep_their_own_timex():
    found = dates("The mayor left on Monday and on Tuesday her deputy resigned.", "left", "resigned")
    assert [*map(day, found)] == ["25", "26"]


def test_what_is_due_before_a_day_ends_with_the_one_before():
    (found,) = dates("The judges will report before Monday.", "report")
    assert (found.interval.last_day, found.bound) == (date(2019, 3, 31), Bound.UNTIL)


def test_a_past_clause_below_since_happened_within_it():
    text = "Since 4 March the town has been paying with notes, which lost two zeros."
    analysis = analysed(text)
    found = [each for each, _ in find_candidates(token(analysis, "lost"), analysis, read_words("en"), ())]
    assert next(each for each in found if each.timex is not None).bound is Bound.WITHIN
    (paying,) = dates(text, "paying")
    assert paying.bound is Bound.FROM


def test_a_timex_elsewhere_in_the_sentence_holds_for_what_is_told_with_it():
    marched, burned = dates("On Saturday crowds marched in Oslo and burned tyres.", "marched", "burned")
    assert (marched.basis, burned.basis) == (Basis.CLAUSE, Basis.SENTENCE)
    assert day(marched) == day(burned) == "23"


def test_a_story_keeps_to_its_day():
    text = "On Saturday crowds marched in Oslo. Police fired tear gas. Two people died."
    _, fired, died = dates(text, "marched", "fired", "died")
    assert (fired.basis, day(fired)) == (Basis.CARRIED, "23")
    assert (died.basis, day(died)) == (Basis.CARRIED, "23")
    assert fired.timex.words == "Saturday"


@pytest.mark.parametrize(
    ("text", "word", "bound"),
    [
        ("No ship has arrived since 10 March.", "arrived", Bound.FROM),
        ("The guards stayed until Monday.", "stayed", Bound.UNTIL),
        ("The troops will leave by Friday.", "leave", Bound.UNTIL),
        ("The troops left on Monday.", "left", Bound.WITHIN),
    ],
)
def test_a_preposition_may_leave_an_end_open(text, word, bound):
    (found,) = dates(text, word)
    assert found.bound is bound


def test_what_a_clause_tells_of_the_time_itself_happened_within_it():
    (crashed,) = dates("Fear has grown since February, when a plane crashed.", "crashed")
    assert crashed.interval.first_day == date(2019, 2, 1)
    assert crashed.bound is Bound.WITHIN


def test_days_counted_from_another_event():
    text = "The town voted on 10 March. Two days after the vote, the mayor resigned."
    voted, resigned = dates(text, "voted", "resigned")
    assert (day(voted), day(resigned)) == ("10", "12")
    assert resigned.basis is Basis.CLAUSE


def test_without_any_date_nothing_is_claimed():
    (found,) = dates("The mayor had once visited Oslo.", "visited", published=None)
    assert found == UNDATED


def test_the_publication_day_is_never_silent():
    for found in dates("The mayor has resigned. She had lost the vote.", "resigned", "lost"):
        assert found.interval is None or found.basis is not Basis.NONE
        assert (
            found.interval != Interval.of_day(PUBLISHED)
            or found.basis is Basis.PUBLICATION
            or found.timex is None
        )


def test_candidates_are_each_told_with_what_speaks_for_them():
    analysis = analysed("Crowds marched in Oslo on Monday.")
    found = dict(find_candidates(token(analysis, "marched"), analysis, read_words("en"), ()))
    assert {each.basis for each in found} == {Basis.CLAUSE, Basis.PUBLICATION, Basis.NONE}
    assert all(features for features in found.values())


def test_two_ways_to_a_day_outweigh_one_to_another():
    monday, friday = (Interval.of_day(date(2019, 3, number)) for number in (25, 22))
    ways = [
        (Dating(Basis.CLAUSE, friday), {"a": 1.0}),
        (Dating(Basis.CARRIED, monday), {"b": 1.0}),
        (Dating(Basis.SENTENCE, monday), {"c": 1.0}),
    ]
    assert likeliest(ways, {"a": 1.0, "b": 0.8, "c": 0.9}) == Dating(Basis.SENTENCE, monday)
    assert likeliest(ways, {"a": 3.0, "b": 0.8, "c": 0.9}).interval == friday
