"""Labels: who did what, where, without the dates and with whose words it is."""

import pytest

from timeline.events.kinds import Status
from timeline.events.labels import MOST, label_in, label_of
from timeline.model import tokenise
from timeline.model.parsing import parse_together
from timeline.text.sentences import find_sentences


def label(text: str, verb: str, *dates: str, actors=(), by="", status=Status.HAPPENED) -> str:
    doc = tokenise(text)
    parsed = parse_together(doc, find_sentences(doc))
    start = text.index(verb)
    spans = [(text.index(date), text.index(date) + len(date)) for date in dates]
    return label_of(parsed, parsed.top(start, start + len(verb)), actors, by, status, spans)


def test_the_date_goes_with_its_preposition():
    text = "On Monday Norland broke off relations with Sudria."
    assert label(text, "broke", "Monday") == "Norland broke off relations with Sudria"


def test_a_name_stands_for_a_pronoun():
    text = "She closed the bridge."
    assert label(text, "closed", actors=["Ana Roca"]) == "Ana Roca closed the bridge"


def test_no_pronoun_begins_it_where_nobody_is_known():
    assert not label("They closed the bridge.", "closed").startswith("They")


def test_who_somebody_is_is_left_out():
    text = "Ana Roca, the head of the harbour union, called a strike."
    assert label(text, "called") == "Ana Roca called a strike"


def test_whose_words_it_is():
    text = "Engineers were flown to the island."
    assert label(text, "flown", by="Reuters") == "Reuters: engineers were flown to the island"


def test_the_speaker_is_not_named_twice():
    text = "Roca blamed the storm."
    assert label(text, "blamed", by="Ana Roca") == "Roca blamed the storm"


def test_what_somebody_calls_false_is_not_told_as_theirs():
    text = "Engineers were flown to the island."
    said = label(text, "flown", by="Harbour union", status=Status.DENIED)
    assert said.startswith("Harbour union denies: ")


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("No ship reached the island.", "reached", "No ship reached the island"),
        ("The mayor did not open the bridge.", "open", "The mayor did not open the bridge"),
    ],
)
def test_negation_is_kept(text, verb, expected):
    assert label(text, verb, status=Status.DENIED) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Ana Roca plans to return on Friday.", "return", "Ana Roca plans to return"),
        ("The mayor ordered the bridge closed.", "closed", "The mayor ordered the bridge closed"),
    ],
)
def test_what_is_still_to_come_is_told_with_its_cue(text, verb, expected):
    status = Status.PLANNED if "plans" in text else Status.ORDERED
    assert label(text, verb, "Friday" if "Friday" in text else verb[:0], status=status) == expected


def test_numbers_stay_with_their_nouns():
    text = "Seven sailors were hurt on Tuesday."
    assert label(text, "hurt", "Tuesday") == "Seven sailors were hurt"


def test_how_long_a_thing_is_belongs_to_it():
    text = "The judges began a six-year term on Monday."
    assert label(text, "began", "six-year", "Monday") == "The judges began a six-year term"


def test_a_place_in_front_comes_last():
    text = "In Port Alba the council opened a shelter."
    assert label(text, "opened") == "The council opened a shelter in Port Alba"


def test_a_particle_at_the_end_is_no_loose_end():
    text = "The strike went on until Monday."
    assert label(text, "went", "Monday") == "The strike went on"


def test_a_report_keeps_what_it_says():
    text = "The rebels said they were about ninety."
    assert label(text, "said") == "The rebels said they were about ninety"


def test_a_condition_is_told_as_one():
    text = "If the union strikes, the port will close."
    assert label(text, "strikes", status=Status.HYPOTHETICAL) == "If the union strikes"


def test_it_is_never_too_long_and_has_no_loose_end():
    text = (
        "The regional administration of the northern islands and the harbour authority of Port Alba opened a "
        "long new ferry terminal with a restaurant and a museum of the sea for the many visitors."
    )
    said = label(text, "opened")
    assert len(said) <= MOST
    assert said.rpartition(" ")[2] not in ("of", "the", "a", "and", "with", "for", "new")


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("El lunes cerraron el puente", "El lunes", "Cerraron el puente"),
        ("Cerraron el puente durante dos días", "dos días", "Cerraron el puente"),
        ("que el alcalde visitó el martes", "el martes", "El alcalde visitó"),
        ("en los que no hubo heridos", "", "No hubo heridos"),
    ],
)
def test_spanish_labels(text, date, expected):
    spans = [(text.index(date), text.index(date) + len(date))] if date else []
    assert label_in(text, 0, len(text), spans, "es") == expected


def test_a_long_spanish_subject_leaves_room_for_the_verb():
    text = "La directora del puerto, Ana Roca, y la alcaldesa, Eva Sol, cerraron el puente viejo del norte"
    said = label_in(text, 0, len(text), [], "es", text.index("cerraron"))
    assert "cerraron" in said
    assert len(said) <= MOST


def test_what_is_given_in_hours_stays():
    text = "concedió 24 horas a los marineros"
    assert label_in(text, 0, len(text), [(9, 17)], "es") == "Concedió 24 horas a los marineros"
