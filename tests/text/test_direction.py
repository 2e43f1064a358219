"""Does a bare "Tuesday" look back or ahead? The words around it tell."""

from datetime import date

import pytest

from timeline.temporal.cycle import Month, MonthDay, Stretch, Unit, Weekday
from timeline.temporal.expression import Direction
from timeline.temporal.granularity import Granularity
from timeline.text.direction import (
    Cue,
    Cues,
    Verbs,
    chance_of_future,
    features,
    find_cues,
    load_weights,
)
from timeline.text.grammar import load_grammar
from timeline.text.tag import tag

WEDNESDAY = date(2019, 3, 27)


def values(sentence, day=WEDNESDAY):
    return [each.value for each in tag(sentence, day)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They met on Monday.",
        "On Monday they met.",
        "Monday saw the largest protest.",
        "The road has been closed since Monday.",
        "He said on Monday that nothing was lost.",
        "The minister had resigned on Monday.",
        "The man arrested on Monday is in prison.",
        "They would have left on Monday.",
        "The talks, held on Monday, failed.",
    ],
)
def test_a_past_verb_looks_back(sentence):
    assert values(sentence) == ["2019-03-25"]


@pytest.mark.parametrize(
    "sentence",
    [
        "They will meet on Monday.",
        "On Monday they will meet.",
        "The vote is scheduled for Monday.",
        "The court is to rule on Monday.",
        "The ruling is due on Monday.",
        "They plan to meet on Monday.",
        "They won't meet on Monday.",
        "The ceasefire is expected to begin on Monday.",
    ],
)
def test_talk_of_the_future_looks_ahead(sentence):
    assert values(sentence) == ["2019-04-01"]


@pytest.mark.parametrize("sentence", ["Monday.", "A quiet Monday in the port.", "MONDAY"])
def test_without_a_cue_news_looks_back(sentence):
    assert values(sentence) == ["2019-03-25"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks, which ended on Monday, will resume on Friday.", ["2019-03-25", "2019-03-29"]),
        ("The envoy left on Monday and will return on Friday.", ["2019-03-25", "2019-03-29"]),
        ("They will vote on Friday because the budget failed on Monday.", ["2019-03-29", "2019-03-25"]),
        ("He said that the court will rule on Monday.", ["2019-04-01"]),
        ("The minister, who resigned on Monday, will speak.", ["2019-03-25"]),
    ],
)
def test_each_clause_has_its_own_direction(sentence, expected):
    assert values(sentence) == expected


def test_the_sentence_before_has_no_say():
    assert values("They will meet again. Rain fell on Monday.") == ["2019-03-25"]
    assert values("Rain fell. They will meet on Monday.") == ["2019-04-01"]


def test_a_date_without_a_year_is_the_nearest_unless_a_verb_says_otherwise():
    assert values("December 24") == ["2018-12-24"]
    assert values("They will meet on December 24.") == ["2019-12-24"]
    assert values("They met on April 3.") == ["2018-04-03"]


def test_the_cue_is_told_in_its_own_words():
    text = "They will meet on Monday."
    cues = find_cues(text, (0, len(text)), 18, 24, load_grammar("en").cues)
    assert cues.past is None and cues.future.words == "will meet"


def test_no_cue_is_none():
    assert find_cues("Monday", (0, 6), 0, 6, load_grammar("en").cues).nearest is None


@pytest.mark.parametrize(
    "words", ["an unprecedented Monday", "the so-called Monday club", "a hundred Monday shows"]
)
def test_words_that_only_end_like_a_past_verb_are_no_cue(words):
    start = words.index("Monday")
    assert find_cues(words, (0, len(words)), start, start + 6, load_grammar("en").cues).nearest is None


def test_every_weight_is_of_a_feature_that_can_be_asked():
    cycles = [Weekday(1), Month(5), MonthDay(5, 14), Stretch("Q1"), Stretch("SU"), Unit(Granularity.WEEK)]
    for is_parsed in (True, False):
        cues = Cues(verbs=Verbs({}) if is_parsed else None)
        asked = {name for cycle in cycles for name in features(cycle, cues, 1, 2)}
        assert set(load_weights(is_parsed)) - asked == set()


def test_a_cue_counts_for_less_the_farther_it_is():
    def chance(distance):
        return chance_of_future(
            features(Weekday(5), Cues(future=Cue(Direction.FUTURE, "will", distance)), 2, 5)
        )

    assert 1 > chance(0) > chance(10) > chance(40) > 0


def test_where_the_words_do_not_decide_the_other_date_is_kept():
    (timex,) = tag("A quiet Friday in the port.", WEDNESDAY)
    assert (timex.value, [other.value for other in timex.alternatives]) == ("2019-03-22", ["2019-03-29"])
    assert "29 March" in timex.alternatives[0].why or "first Friday" in timex.alternatives[0].why


def test_where_a_verb_decides_there_is_no_other_date():
    (timex,) = tag("They met on Friday.", WEDNESDAY)
    assert timex.alternatives == ()


# Spanish


@pytest.mark.parametrize(
    "sentence",
    [
        "Se reunieron el lunes.",
        "El lunes murió el alcalde.",
        "El puerto fue cerrado el lunes.",
        "El puente se había hundido el lunes.",
        "La ministra ha renunciado este lunes.",
        "Los vecinos esperaban el lunes en la calle.",
        "La ley que rige desde el lunes es dura.",
        "El detenido, que llegó el lunes a Irán, es médico.",
        "Pidió que se investigara lo ocurrido el lunes.",
        "RENUNCIA EL LUNES EL ALCALDE",
    ],
)
def test_a_spanish_past_looks_back(sentence):
    assert [each.value for each in tag(sentence, WEDNESDAY, "es")] == ["2019-03-25"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Se reunirán el lunes.",
        "El lunes votará el congreso.",
        "La audiencia está prevista para el lunes.",
        "El juicio comienza el lunes.",
        "El gobierno prevé anunciarlo el lunes.",
        "Los pilotos van a parar el lunes.",
        "El fiscal debe responder antes del lunes.",
        "La tregua sigue hasta el lunes.",
        "El alcalde dijo que el lunes podría llover.",
    ],
)
def test_spanish_talk_of_the_future_looks_ahead(sentence):
    assert [each.value for each in tag(sentence, WEDNESDAY, "es")] == ["2019-04-01"]


def test_where_no_verb_speaks_both_days_are_kept():
    (timex,) = tag("A vote on Tuesday; nobody knows more.", WEDNESDAY)
    assert (timex.value, [each.value for each in timex.alternatives]) == ("2019-03-26", ["2019-04-02"])


def test_the_comma_after_a_date_in_front_keeps_no_verb_away():
    (timex,) = tag("At noon on Monday, sirens sounded.", WEDNESDAY)
    assert "with “sounded”" in timex.why


def test_the_day_of_publication_needs_no_verb():
    (timex,) = tag("A vote on Wednesday; nobody knows more.", WEDNESDAY)
    assert "no verb" not in timex.why and timex.alternatives == ()
