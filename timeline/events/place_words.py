"""What tells a place's name from other names, and which of the places of one name is meant."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from timeline.events.gazetteer import (
    Kind,
    Spot,
    capital_of,
    country_named,
    country_of_adjective,
    likeliest,
    spots_named,
)

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b")
_LARGE = 50_000  # the weight of a region that is named without its country
_SIDES = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "norte",
        "sur",
    ]
)
_REGIONS = frozenset(
    ["state", "province", "region", "county", "estado", "provincia", "departamento", "department"]
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as its article spells it; where it lies and the code of its country, where the gazetteer knows
    it ("" and None where it does not)."""

    name: str
    latitude: float | None
    longitude: float | None
    country: str
    kind: Kind


@dataclass(frozen=True)
class Words:
    """The words of a language that tell a place; places.toml says which is which."""

    where: frozenset[str]
    going: frozenset[str]
    motion: frozenset[str]
    objects: frozenset[str]
    noun: frozenset[str]
    named: frozenset[str]
    never: frozenset[str]
    upon: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    self_moving: frozenset[str] = frozenset()
    beginning: frozenset[str] = frozenset()

    @cached_property
    def nouns(self) -> frozenset[str]:
        """All common nouns of places."""
        return self.noun | self.named


def has_words(language: str) -> bool:
    """Whether the words of a language are known."""
    return language != "regions" and language in _table()


@cache
def load_words(language: str) -> Words:
    """Those of a language; KeyError if it has none."""
    return Words(**{kind: frozenset(words) for kind, words in _table()[language].items()})


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("places.toml").read_text(encoding="utf-8"))


def countries_in(text: str) -> Counter[str]:
    """How often a text names each country, by its name, its adjective, its people or its capital.

    >>> sorted(countries_in("Portuguese ships left Lisbon for South Korea.").items())
    [('KR', 1), ('PT', 2)]
    """
    words, counted, at = _WORD.findall(_POSSESSIVE.sub("", text)), Counter[str](), 0
    while at < len(words):
        for length in (3, 2, 1) if words[at][0].isupper() else (1,):
            country = _country_meant(" ".join(words[at : at + length]))
            if country:
                counted[country] += 1
                break
        at += length
    return counted


@lru_cache(maxsize=20_000)
def _country_meant(words: str) -> str:
    if not words[:1].isupper():
        country = None if " " in words else country_of_adjective(words)
        return country.code if country else ""
    if words.rstrip(".") in _short_regions():
        return _short_regions()[words.rstrip(".")]
    country = country_named(words) or country_of_adjective(words) or capital_of(words)
    regions = [each for each in spots_named(words) if each.kind is Kind.REGION and each.weight >= _LARGE]
    if country and country_named(words) and any(each.country != country.code for each in regions):
        return ""  # "Georgia" alone does not tell which it is
    return country.code if country else next((each.country for each in regions), "")


@cache
def _short_regions() -> dict[str, str]:
    """The country of each region that newspapers shorten: "Calif."."""
    table = _table()
    return {name.rstrip("."): country for country, names in table["regions"].items() for name in names}


def place_named(name: str, about: Mapping[str, int]) -> Place:
    """The place of a name, where the gazetteer knows it in an article about certain countries."""
    spot = likeliest(spots_named(name), about) or _without_its_noun(name, about)
    if spot is None:
        return Place(name, None, None, "", Kind.SITE)
    return Place(name, spot.latitude, spot.longitude, spot.country, spot.kind)


def _without_its_noun(name: str, about: Mapping[str, int]) -> Spot | None:
    """The region of "Delmar state" or "South Delmar", which the gazetteer lists as "Delmar" alone."""
    bare = [each for each in name.split() if each.lower() not in _REGIONS | _SIDES]
    if len(bare) == len(name.split()):
        return None
    return likeliest(
        [each for each in spots_named(" ".join(bare)) if each.kind in (Kind.REGION, Kind.COUNTRY)], about
    )


def is_no_place(name: str, words: Words) -> bool:
    """Whether a capitalised name is surely none of a place: a month, a language, a people, "Parliament", a
    short region that only follows its town ("Ala.") or a pair of countries ("the Peru-Chile border")."""
    first, *more = name.split()
    is_never = name in words.never or (
        first.rstrip(".") in words.never and not (more and more[-1].lower() in words.nouns)
    )
    return is_never or is_given(name) or _is_pair(name) or name.rstrip(".") in _short_regions()


def is_given(name: str) -> bool:
    """Whether a word is an adjective or a people, and no country: "Spanish", but not "Argentina"."""
    return country_of_adjective(name) is not None and country_named(name) is None


def _is_pair(name: str) -> bool:
    """Whether a name is of two countries that share something: the "Peru-Chile" border."""
    first, hyphen, second = name.partition("-")
    return (
        bool(hyphen)
        and country_named(first.strip()) is not None
        and country_named(second.strip()) is not None
    )
