"""Rules over the names that a network found."""

import pytest
import spacy

from timeline.model.name_rules import mend_names

NLP = spacy.blank("en")


def mended(text, names):
    """Names given and told as "words/LABEL"; each is found once, after the one before."""
    doc, given, place = NLP.make_doc(text), [], 0
    for name in names:
        words, label = name.rsplit("/", 1)
        place = text.index(words, place)
        span = doc.char_span(place, place + len(words))
        given.append((span.start, span.end, label))
        place += len(words)
    return [f"{doc[start:end].text}/{label}" for start, end, label in mend_names(doc, given)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Mrs May left.", ["May/GPE"], ["May/PER"]),
        ("Mrs May left.", [], ["May/PER"]),
        ("They met Mr. Bo Lund in Oslo.", ["Oslo/GPE"], ["Bo Lund/PER", "Oslo/GPE"]),
        ("Dr van der Berg spoke.", [], ["van der Berg/PER"]),
        ("They rose in May.", [], []),
        ("Mr Mrs Ms Dr", [], []),
        ("Mr. Dr. Lee spoke.", [], ["Lee/PER"]),
        ("Mr. Dr. Lee spoke.", ["Lee/PER"], ["Lee/PER"]),
        ("Lincoln Motors rose.", ["Lincoln Motors/GPE"], ["Lincoln Motors/ORG"]),
        ("Anna Bank left.", ["Anna Bank/PER"], ["Anna Bank/PER"]),
    ],
)
def test_titles_prove_persons_and_suffixes_organisations(text, names, expected):
    assert mended(text, names) == expected


def test_the_same_name_is_of_one_sort_in_an_article():
    text = "Ford cut jobs. Ford rose. Ford fell."
    assert mended(text, ["Ford/ORG", "Ford/PER", "Ford/ORG"]) == ["Ford/ORG"] * 3


def test_a_surname_goes_with_the_whole_name():
    text = "Chidi Okafor won. Okafor thanked voters."
    assert mended(text, ["Chidi Okafor/PER", "Okafor/ORG"]) == ["Chidi Okafor/PER", "Okafor/PER"]


def test_a_town_that_is_named_often_stays_a_town_beside_a_namesake():
    text = "Jack London wrote. London slept. London woke."
    assert mended(text, ["Jack London/PER", "London/GPE", "London/GPE"])[1:] == ["London/GPE"] * 2


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Caracas waited.", ["Caracas/PER"], ["Caracas/GPE"]),
        ("Buenos Aires waited.", ["Buenos Aires/PER"], ["Buenos Aires/GPE"]),
        ("Judge Jordan waited.", ["Jordan/PER"], ["Jordan/PER"]),
        (
            "Michael Chad waited. Chad left.",
            ["Michael Chad/PER", "Chad/PER"],
            ["Michael Chad/PER", "Chad/PER"],
        ),
        ("France won the cup.", ["France/ORG"], ["France/ORG"]),
    ],
)
def test_countries_and_capitals_are_no_persons(text, names, expected):
    assert mended(text, names) == expected
