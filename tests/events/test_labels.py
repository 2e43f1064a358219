"""Labels: who did what, where, without the dates and with whose words it is."""

import pytest

from timeline.events.actors import find_cast
from timeline.events.kinds import Status
from timeline.events.labels import MOST, best_label, label_in, label_of
from timeline.model import tokenise
from timeline.model.parsing import parse_together
from timeline.text.sentences import find_sentences


def label(text: str, verb: str, *dates: str, actors=(), by="", status=Status.HAPPENED) -> str:
    doc = tokenise(text)
    parsed = parse_together(doc, find_sentences(doc))
    start = text.index(verb)
    spans = [(text.index(date), text.index(date) + len(date)) for date in dates]
    cast = find_cast(parsed, text)
    return label_of(parsed, parsed.top(start, start + len(verb)), actors, by, status, spans, cast)


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
    assert label(text, "strikes", status=Status.HYPOTHETICAL) == "The port will close if the union strikes"


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The union, which blocked the port, went home.", "blocked", "The union blocked the port"),
        ("The port that the union blocked is empty.", "blocked", "The union blocked the port"),
        (
            "Ana Roca, whom the council had dismissed, left.",
            "dismissed",
            "The council had dismissed Ana Roca",
        ),
        ("A ship stopped by the navy was empty.", "stopped", "A ship was stopped by the navy"),
    ],
)
def test_a_relative_clause_is_told_of_its_noun(text, verb, expected):
    assert label(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The mayor met the crews and praised the captain.", "praised", "The mayor praised the captain"),
        ("The crews left because they feared the storm.", "feared", "The crews feared the storm"),
        ("The council gave him a medal.", "gave", "The council gave him a medal"),
    ],
)
def test_who_does_it_is_found_in_the_clause_before(text, verb, expected):
    assert label(text, verb) == expected


def test_whom_a_pronoun_means_is_named():
    text = "Pablo Rey resigned. On Monday the council thanked him."
    assert label(text, "thanked", "Monday") == "The council thanked Rey"


def test_whom_a_pronoun_means_stands_in_front_of_it():
    text = "Shopkeepers say they have sold a lot of bread."
    said = label(text, "sold", by="shopkeepers", status=Status.ALLEGED)
    assert said == "Shopkeepers say they have sold a lot of bread"


def test_what_is_said_follows_who_says_it():
    text = "“The boat was loaded,” said a sailor."
    assert label(text, "said") == "A sailor said: the boat was loaded"


def test_a_condition_stays_with_what_it_decides():
    text = "If the ban stands, Roca will leave."
    assert label(text, "leave", status=Status.HYPOTHETICAL) == "Roca will leave if the ban stands"


def test_the_place_of_a_dateline_does_nothing():
    text = "PORT ALBA – Norland and Sudria sided with Ana Roca."
    assert label(text, "sided") == "Norland and Sudria sided with Ana Roca"


def test_what_came_before_in_the_sentence_is_left_out():
    text = "On 3 May, five days after the vote, the winner, a lawyer, took his oath at the old town hall."
    assert label(text, "took", "3 May", "five days") == "The winner took his oath at the old town hall"


def test_a_purpose_is_told_with_who_has_it():
    text = "The union called a meeting to elect a leader."
    assert label(text, "elect") == "The union called a meeting to elect a leader"


def test_the_best_label_is_plain_and_tells_what_the_others_do():
    labels = ["Roca left", "Union: Ana Roca left the council", "Ana Roca left the harbour council"]
    assert best_label(labels) == best_label(labels[::-1]) == "Ana Roca left the harbour council"


@pytest.mark.parametrize("worse", ["They closed the bridge", "Closing the bridge", "Who closed the bridge?"])
def test_the_best_label_names_who_does_it(worse):
    assert best_label([worse, "Norland closed it"]) == "Norland closed it"


def test_there_is_no_best_of_none():
    assert best_label([]) == ""


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


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Cerró el puente y salió", "Cerró", "Ana Roca cerró el puente y salió"),
        ("Cerraron el puente", "Cerraron", "Cerraron el puente"),
        ("Roca cerró el puente", "cerró", "Roca cerró el puente"),
    ],
)
def test_a_spanish_verb_alone_gets_its_actor(text, verb, expected):
    assert label_in(text, 0, len(text), [], "es", text.index(verb), ["Ana Roca"]) == expected


def test_a_spanish_label_says_whose_words_it_is():
    text = "Los barcos no llegaron"
    said = label_in(text, 0, len(text), [], "es", text.index("llegaron"), attribution="sindicato")
    assert said == "Sindicato: los barcos no llegaron"


def test_a_spanish_report_goes_on_behind_its_clause():
    text = "La alcaldesa dijo que el puente sigue cerrado. Nadie pasa."
    assert label_in(text, 0, 17, [], "es", 13) == "La alcaldesa dijo que el puente sigue cerrado"


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Who lit the fire is not known.", "lit", "Who lit the fire is not known"),
        ("What the mayor offered was a new bridge.", "offered", "What the mayor offered was a new bridge"),
        (
            "The court barred Roca from leaving the island.",
            "leaving",
            "The court barred Roca from leaving the island",
        ),
        (
            "The mayor told crews that anyone who stayed would be fined.",
            "stayed",
            "Anyone who stayed would be fined",
        ),
    ],
)
def test_what_is_half_told_by_itself_is_told_with_the_clause_above(text, verb, expected):
    assert label(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Ships carrying flour sank near the coast.", "carrying", "Ships were carrying flour"),
        (
            "Speaking in Port Alba, Ana Roca praised the crews.",
            "Speaking",
            "Ana Roca was speaking in Port Alba",
        ),
        ("The guards opened fire, killing nine.", "killing", "The guards opened fire, killing nine"),
    ],
)
def test_a_participle_is_told_as_a_clause(text, verb, expected):
    assert label(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The boat was full,” said a sailor who had rowed it.", "A sailor said: the boat was full"),
        ('"We close the bridge," a guard there said on Monday.', "A guard said: we close the bridge"),
    ],
)
def test_a_quotation_is_told_with_its_speaker(text, expected):
    assert label(text, "said", "Monday" if "Monday" in text else text[:0]) == expected


def test_a_name_between_commas_keeps_both():
    text = "The mayor, Ana Roca, opened the bridge."
    assert label(text, "opened") == "The mayor, Ana Roca, opened the bridge"


def test_what_is_denied_is_told_with_who_denies_it():
    text = "The spokeswoman of the port rejected a report that engineers had been flown to the island."
    said = label(text, "flown", status=Status.DENIED)
    assert said == "The spokeswoman rejected a report that engineers had been flown"


def test_a_thing_is_named_for_it():
    text = "The council struck two zeros from the crown and devalued it."
    assert label(text, "devalued") == "The council devalued the crown"


@pytest.mark.parametrize("date", ["Monday", "Tuesday"])
def test_a_verb_that_only_says_when_keeps_its_date(date):
    text = f"Most reports put the vote on {date}."
    assert label(text, "put", date) == f"Most reports put the vote on {date}"


def test_what_comes_after_another_event_says_so_where_it_tells_nothing_else():
    text = "The answer came two days after the mayor had closed the bridge."
    assert label(text, "came", "two days") == "The answer came after the mayor had closed the bridge"


@pytest.mark.parametrize(
    ("text", "verb", "date", "expected"),
    [
        ("PUERTO ALBA – El alcalde cerró el puente", "cerró", "", "El alcalde cerró el puente"),
        ("El gremio lo llama fraude; sus rivales, una fiesta", "llama", "", "El gremio lo llama fraude"),
        ("La ley le concede treinta días", "concede", "treinta días", "La ley le concede treinta días"),
        ("La marcha, prevista para el lunes, se aplazó", "aplazó", "para el lunes", "La marcha se aplazó"),
    ],
)
def test_spanish_clauses(text, verb, date, expected):
    spans = [(text.index(date), text.index(date) + len(date))] if date else []
    assert label_in(text, 0, len(text), spans, "es", text.index(verb)) == expected


@pytest.mark.parametrize(
    ("text", "clause", "verb", "expected"),
    [
        (
            "Pararon los barcos que llevaban harina.",
            "que llevaban harina",
            "llevaban",
            "Los barcos llevaban harina",
        ),
        (
            "Los jefes confían en que la tropa cambiara.",
            "que la tropa cambiara",
            "cambiara",
            "Los jefes confían en que la tropa cambiara",
        ),
        (
            "Todo sigue. Si no pagan, el puerto cerrará.",
            "Si no pagan",
            "pagan",
            "Si no pagan, el puerto cerrará",
        ),
    ],
)
def test_a_spanish_clause_is_told_with_what_it_hangs_on(text, clause, verb, expected):
    start = text.index(clause)
    assert label_in(text, start, start + len(clause), [], "es", text.index(verb)) == expected


def test_who_speaks_of_himself_says_i_behind_the_colon():
    text = "“I closed the bridge.”"
    assert label(text, "closed", actors=["Ana Roca"], by="Roca") == "Roca: I closed the bridge"
