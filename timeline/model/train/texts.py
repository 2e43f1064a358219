"""Texts with the places where their sentences begin → the windows that the splitter learns from."""

import random
from collections.abc import Sequence

from timeline.model.parser import WINDOW

BARE = 0.06  # share of full stops that are left out, so that sentences are known without

Text = tuple[list[str], list[int]]  # words, and the places where sentences begin


def without_stops(text: Text, chance: random.Random) -> Text:
    """A text some of whose sentences have lost their full stop, as headings and captions have none.

    >>> without_stops((["They", "left", ".", "It", "rained", "."], [0, 3]), random.Random(1))[1]
    [0, 3]
    """
    words, starts = text
    begins = set(starts)
    lost = {
        place - 1
        for place in starts
        if place > 1 and words[place - 1] == "." and chance.random() < BARE and place - 1 not in begins
    }
    kept = [place for place in range(len(words)) if place not in lost]
    at = {place: number for number, place in enumerate(kept)}
    return [words[place] for place in kept], [at[place] for place in starts]


def windows(texts: Sequence[Text], chance: random.Random) -> list[Text]:
    """Texts, joined in a random order, cut into windows at random places: sentences begin anywhere."""
    order = list(texts)
    chance.shuffle(order)
    words: list[str] = []
    starts: list[int] = []
    for text, begins in order:
        starts += [len(words) + each for each in begins]
        words += text
    found, left = [], chance.randrange(WINDOW)
    begins = set(starts)
    while left < len(words):
        right = left + WINDOW
        inside = [place - left for place in range(left, min(right, len(words))) if place in begins]
        found.append((words[left:right], inside))
        left = right
    return found
