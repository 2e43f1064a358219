"""Gerunds and present participles."""

import pytest

GERUND, PARTICIPLE = {"VerbForm": "Ger"}, {"Tense": "Pres", "VerbForm": "Part"}


@pytest.mark.parametrize(
    ("sentence", "word", "form"),
    [
        ("Ministers gave up the idea of closing the port.", "closing", GERUND),
        ("The party stopped talking to the government.", "talking", GERUND),
        ("The envoy is leaving the city.", "leaving", PARTICIPLE),
        ("They won time by closing the port.", "closing", PARTICIPLE),
        ("Leaving the hall, the minister said nothing.", "Leaving", PARTICIPLE),
    ],
)
def test_the_place_of_a_clause_tells_its_form(nlp, sentence, word, form):
    doc = nlp(sentence)
    assert next(token for token in doc if token.text == word).morph.to_dict() == form
