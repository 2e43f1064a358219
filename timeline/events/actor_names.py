"""Actors, and which full name each name of a person is short for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from timeline.events.actor_words import acronym, words
from timeline.events.gazetteer import country_with_code, folded

Kind = Literal["person", "organisation", "country"]
Key = tuple[str, ...]  # the folded words of a person's name, without initials


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """Who does something: a name in full, and the ISO code of the country that it is or is of ("" if
    unknown)."""

    name: str
    kind: Kind
    country: str = ""


def short_name(actor: Actor) -> str:
    """How a caption calls an actor: by surname, acronym or name.

    >>> short_name(Actor("Jan van der Berg", "person")), short_name(Actor("United Nations", "organisation"))
    ('van der Berg', 'UN')
    """
    if actor.kind == "organisation":
        return acronym(actor.name) or actor.name
    if actor.kind == "country":
        return actor.name
    parts = actor.name.split()
    first = len(parts) - 1
    while first > 1 and parts[first - 1] in words("particles"):
        first -= 1
    return " ".join(parts[first:])


def of_country_with(code: str) -> Actor:
    """A country as an actor; one that is in no list has its name for a code, and none as an actor.

    >>> of_country_with("NO")
    Actor(name='Norway', kind='country', country='NO')
    """
    country = country_with_code(code)
    return Actor(country.name, "country", code) if country else Actor(code, "country")


def full_names(names: Mapping[str, int]) -> dict[str, str]:
    """Names of persons, with how often each is told → the full name that each is short for. A name that may
    be short for several stays as it is.

    >>> full_names({"Ana Roca": 2, "Roca": 5, "Ana María Roca": 1, "Pablo Rey": 1, "Eva Rey": 1, "Rey": 1})
    {'Ana Roca': 'Ana Roca', 'Roca': 'Ana Roca', 'Ana María Roca': 'Ana Roca', 'Pablo Rey': 'Pablo Rey', \
'Eva Rey': 'Eva Rey', 'Rey': 'Rey'}
    """
    keys = {name: person_key(name) for name in names}
    longest = _longest(set(keys.values()))
    spelled: dict[Key, Counter[str]] = defaultdict(Counter)
    for name, count in names.items():
        spelled[longest[keys[name]]][name] += count
    chosen = {key: _best_spelled(counted) for key, counted in spelled.items()}
    return {name: chosen[longest[keys[name]]] for name in names}


def person_key(name: str) -> Key:
    """The words of a person's name as they are compared.

    >>> person_key("Juan P. Núñez"), person_key("JUAN NUNEZ")
    (('juan', 'nunez'), ('juan', 'nunez'))
    """
    parts = folded(name).split()
    return tuple(each for each in parts if len(each) > 1) or tuple(parts)


def candidates(name: str, names: Iterable[str]) -> list[str]:
    """The full names that a name of one word may be short for.

    >>> candidates("Rey", ["Pablo Rey", "Rey Mayor", "Eva Rey", "Rey"])
    ['Pablo Rey', 'Eva Rey']
    """
    key = person_key(name)
    return [each for each in names if len(key) == 1 and key[0] in person_key(each)[1:]]


def _longest(keys: set[Key]) -> dict[Key, Key]:
    """For each name the longest that it is short for."""
    above: dict[Key, Key] = {}
    by_ends: dict[Key, list[Key]] = defaultdict(list)
    for key in keys:
        for end in {each for each in key[1:]}:
            by_ends[key[0], end].append(key)
        if len(key) > 2:
            by_ends[("", *key[1:])].append(key)
    for key in keys:
        longer = [
            each for each in by_ends[key[0], key[-1]] if len(each) > len(key) > 1 and _within(key, each)
        ]
        longer += by_ends[("", *key)] if len(key) > 1 else []
        longer.sort(key=lambda each: (len(each), each))
        if longer and all(_within(one, other) for one, other in pairwise(longer)):
            above[key] = longer[-1]
    tops = {key: _top(key, above) for key in keys}
    by_surname: dict[str, set[Key]] = defaultdict(set)
    for key in keys:
        for part in key[1:]:
            by_surname[part].add(tops[key])
    for key in keys:
        if len(key) == 1 and len(by_surname[key[0]]) == 1:
            [tops[key]] = by_surname[key[0]]
    return tops


def _top(key: Key, above: Mapping[Key, Key]) -> Key:
    while key in above:
        key = above[key]
    return key


def _within(short: Key, long: Key) -> bool:
    """Whether all words of one name stand in another, in their order."""
    rest = iter(long)
    return all(each in rest for each in short)


def _best_spelled(counted: Mapping[str, int]) -> str:
    """The commonest of the names of several words, with its accents and small letters where any has them."""
    full = [name for name in counted if len(person_key(name)) > 1] or list(counted)
    by_key: dict[Key, int] = Counter()
    for name in full:
        by_key[person_key(name)] += counted[name]
    best = max(by_key, key=lambda key: (by_key[key], len(key), key))
    same = [name for name in full if person_key(name) == best]
    return max(same, key=lambda name: (not name.isupper(), accents(name), counted[name], -len(name), name))


def accents(name: str) -> int:
    """The letters of a name that are not plain."""
    return sum(not each.isascii() for each in name)
