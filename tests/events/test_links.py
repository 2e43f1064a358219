"""How a predicate and a timex of its sentence stand to each other."""

from tests.events.articles import analysed, token
from timeline.events.links import link_features

TEXT = "The mayor, who resigned on Monday, said on Tuesday that she would travel."


def features(word: str, number: int, text: str = TEXT):
    analysis = analysed(text)
    inside = analysis.timexes_in(0)
    others = [each for each in inside if each is not inside[number]]
    return link_features(token(analysis, word), inside[number], others, analysis)


def test_a_timex_of_the_clause_itself_hangs_right_below_the_verb():
    assert features("resigned", 0)["verb: timex below, 0"] == 1
    assert features("said", 1)["verb: timex below, 0"] == 1


def test_a_timex_of_a_clause_below_or_above_is_told_apart():
    assert features("said", 0)["verb: timex below, 1"] == 1
    assert features("travel", 1)["verb: timex above, 1"] == 1
    assert features("travel", 1)["verb: timex above by ccomp"] == 1


def test_the_nearest_timex_is_known_and_what_stands_between():
    assert features("travel", 1)["nearest"] == 1 > features("travel", 0)["nearest"]
    assert features("travel", 0)["timexes between"] == 1
    assert features("travel", 0)["predicates between"] == 1


def test_a_preposition_and_the_kind_of_time_speak_too():
    found = features("rose", 0, "Prices rose since January.")
    assert found["preposition: since"] == found["type: DATE"] == 1


def test_a_quotation_between_is_seen():
    text = "“We won,” she said on Monday."
    assert features("won", 0, text)["quote between"] == 1 > features("said", 0, text)["quote between"]
