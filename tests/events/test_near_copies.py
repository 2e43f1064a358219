"""Copies of one wire report are found, whatever was changed; two desks' own reports are not copies."""

import pytest

from timeline.events.near_copies import near_copies

PARAGRAPHS = [
    "The harbour board of Port Alba closed the swing bridge on Monday after divers found cracks in a pier.",
    "Lorries bound for the grain terminal were sent round by the coast road, forty minutes more a trip.",
    "Engineers from the capital are to examine the pier with sonar before the week is out, the chair said.",
    "Shopkeepers on the quay complained that nobody had told them; the market would lose half its stalls.",
    "The bridge was built in 1931 and last repaired nineteen years ago, when a barge ran into it.",
]
WIRE = " ".join(PARAGRAPHS)
OWN_DESK = (
    "Port Alba woke to silence from its old bridge. A crack, found by divers over the weekend, led the "
    "harbour board to shut it on Monday. Drivers took the coast road instead and cursed the queue. How long "
    "it will stay shut nobody could say; a team with sonar is expected in the coming days, and until then "
    "the board will make no promise to the merchants, who fear for their weekend trade."
)


@pytest.mark.parametrize(
    "copy",
    [
        WIRE,
        "BRIDGE SHUT\n\n" + WIRE,
        "From our correspondent: traffic in the north came to a halt this week. " + " ".join(PARAGRAPHS[1:]),
        " ".join(PARAGRAPHS[:3]),
        WIRE.upper().replace(".", ". \n"),
    ],
    ids=["whole", "other headline", "changed lead", "cut end", "other setting"],
)
def test_a_changed_copy_is_found(copy):
    assert near_copies({"wire": WIRE, "paper": copy}) == {"wire": "paper", "paper": "paper"}


def test_two_desks_on_one_event_are_no_copies():
    assert near_copies({"wire": WIRE, "own": OWN_DESK}) == {"wire": "wire", "own": "own"}


def test_a_shared_quotation_makes_no_copy():
    quoted = 'The chair said: "' + PARAGRAPHS[2] + '" '
    other = OWN_DESK + " " + quoted
    assert len(set(near_copies({"wire": WIRE, "own": other}).values())) == 2


def test_order_of_articles_does_not_matter():
    texts = {"a": WIRE, "b": " ".join(PARAGRAPHS[:4]), "c": OWN_DESK, "d": "Short."}
    backwards = dict(reversed(texts.items()))
    assert near_copies(texts) == near_copies(backwards) == {"a": "a", "b": "a", "c": "c", "d": "d"}


def test_texts_of_a_few_words_and_none():
    assert near_copies({"a": "", "b": "Two words", "c": ""}) == {"a": "a", "b": "b", "c": "c"}
    assert near_copies({}) == {}
