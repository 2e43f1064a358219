"""What rules know better than a network of names: titles and suffixes, the rest of the same article, and the
countries and capitals of the world.

A network sees one sentence. "Okafor" alone may be anyone; beside "Mr", or in an article that spoke of "Chidi
Okafor" before, it is a person. Each rule changes the sort of a name, or adds one that a title proves; none
takes a name away.
"""

import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

Name = tuple[int, int, str]  # first token, token after the last, label

_MOST_AFTER_TITLE = 3  # words of a name that only a title proves


def mend_names(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names of a doc, their sorts as the rules have them and those added that a title proves."""
    words = [token.text for token in doc]
    known = [_by_form(words, each) for each in names]
    known += _after_titles(words, known)
    known.sort()
    return [_as_place(words, each, known) for each in _by_vote(words, known)]


def _by_form(words: list[str], name: Name) -> Name:
    """A name after "Mr" is a person's, one that ends with "Corp." an organisation's."""
    start, end, label = name
    before = words[start - 1].lower() if start else ""
    if before in _known("courtesy"):
        return start, end, "PER"
    if end - start > 1 and words[end - 1].lower() in _known("firms") and label != "PER":
        return start, end, "ORG"
    return name


def _after_titles(words: list[str], names: list[Name]) -> list[Name]:
    """The persons after "Mr" and the like that are no name yet."""
    taken = {place for start, end, _ in names for place in range(start, end)}
    found = []
    for place, word in enumerate(words):
        if word.lower() not in _known("courtesy") or not word[0].isupper() or place in taken:
            continue
        end = place + 1
        while (
            end < min(len(words), place + 1 + _MOST_AFTER_TITLE) and end not in taken and _is_name(words, end)
        ):
            end += 1
        if end > place + 1 and words[end - 1][0].isupper():
            found.append((place + 1, end, "PER"))
            taken.update(range(place + 1, end))
    return found


def _is_name(words: list[str], place: int) -> bool:
    word = words[place]
    if word in _known("particles"):
        return any(each[:1].isupper() for each in words[place + 1 : place + 3])
    return word[0].isupper() and word.lower() not in _known("offices") | _known("courtesy")


def _by_vote(words: list[str], names: list[Name]) -> list[Name]:
    """One sort for all places where a doc has the same name; a surname alone goes with the whole name."""
    votes: dict[str, Counter] = {}
    for start, end, label in names:
        votes.setdefault(_spelled(words, start, end), Counter())[label] += 1
    surnames = {
        words[end - 1]
        for start, end, label in names
        if label == "PER" and end - start > 1 and _is_plain(words, end)
    }
    voted = []
    for start, end, label in names:
        of_all = votes[_spelled(words, start, end)]
        most, count = of_all.most_common(1)[0]
        if count > of_all[label]:
            label = most
        if end - start == 1 and label != "PER" and words[start] in surnames and of_all["GPE"] < 2:
            label = "PER"
        voted.append((start, end, label))
    return voted


def _is_plain(words: list[str], end: int) -> bool:
    """Whether a name ends with a surname rather than with "Jr." or a number."""
    return len(words[end - 1]) > 2 and words[end - 1].isalpha()


def _as_place(words: list[str], name: Name, names: list[Name]) -> Name:
    """Countries and capitals are no persons, unless a person of the doc is called so or a title says it."""
    start, end, label = name
    spelled = _spelled(words, start, end)
    if label != "PER" or spelled not in load_places():
        return name
    before = words[start - 1].lower() if start else ""
    is_called_so = any(
        other[2] == "PER" and other[1] - other[0] > 1 and spelled in words[other[0] : other[1]]
        for other in names
    )
    return name if before in _known("courtesy") | _known("offices") or is_called_so else (start, end, "GPE")


def _spelled(words: list[str], start: int, end: int) -> str:
    return " ".join(words[start:end])


@cache
def load_places() -> frozenset[str]:
    """The countries and the capitals, by name.

    >>> "Peru" in load_places(), "Buenos Aires" in load_places(), "Santos" in load_places()
    (True, True, False)
    """
    return _known("countries") | _known("capitals") | frozenset(_table()["of_several_words"])


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(_table()[kind].split())


@cache
def _table() -> dict:
    return tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))
