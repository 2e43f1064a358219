"""Names → countries and places of the earth: a compact table that ships with the program.

What it holds, where that comes from and how it was made stands in GAZETTEER.md.
"""

import gzip
import tomllib
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from math import sqrt

_ARTICLES = ("the ", "el ", "la ", "los ", "las ")
_SHORT = 3  # letters of a name that is an abbreviation, and always in capitals: US, UAE
_WELL_KNOWN = 15_000  # inhabitants of a town that is named without its country, if no other comes near
_LARGE_REGION = 50_000  # the weight of one that is known abroad
_GREATEST = 10_000_000  # above which weight tells no more
_BLOCK = 1_000  # bytes of the table between two marks
_FAMOUS = 1_000_000  # inhabitants of one that needs no more
_FEMININE_AND_PLURAL = (("as", "o"), ("os", "o"), ("a", "o"), ("es", ""), ("as", ""), ("s", ""), ("a", ""))


class Kind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    REGION = "region"  # of a country, the first below it: a state, a province
    TOWN = "town"
    AREA = "area"  # neither town nor region of one country: a sea, a river, a mountain range, a border region
    SITE = "site"  # a building, a bridge, a square, an airport, a base


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its ISO code, English name, the middle of its towns, and its capital ("" if it has none)."""

    code: str
    name: str
    latitude: float
    longitude: float
    capital: str


def countries() -> tuple[Country, ...]:
    """All countries, by code; those that are no more (the Soviet Union) too.

    >>> [each.name for each in countries() if each.capital == "Lisbon"]
    ['Portugal']
    """
    return tuple(_countries().values())


def country_with_code(code: str) -> Country | None:
    """The country with an ISO code.

    >>> country_with_code("PT").name
    'Portugal'
    """
    return _countries().get(code)


@lru_cache(maxsize=20_000)
def country_named(name: str) -> Country | None:
    """The country that a name in English or Spanish means; it has to be spelled with its capitals.

    >>> country_named("Estados Unidos").code, country_named("the U.S.").code, country_named("us")
    ('US', 'US', None)
    """
    spelled = [each for each in (name, _without_article(name)) if _is_spelled(each)]
    code = next((_country_names()[key] for key in map(folded, spelled) if key in _country_names()), None)
    return _countries()[code] if code else None


@lru_cache(maxsize=20_000)
def country_of_adjective(word: str) -> Country | None:
    """The country that an adjective or a word for its people belongs to, in any number or gender; in English
    it has to begin with a capital. What is two words ("South Korean") has to be given as two.

    >>> [country_of_adjective(word).code for word in ("Dutch", "Swedes", "chilenas", "South Korean")]
    ['NL', 'SE', 'CL', 'KR']
    >>> country_of_adjective("polish")
    """
    key = folded(word)
    english, spanish = _adjectives()
    code = None
    if word[:1].isupper():
        code = english.get(key) or english.get(key.removesuffix("s"))
    code = code or next((spanish[form] for form in _spanish_forms(key) if form in spanish), None)
    return _countries()[code] if code else None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that the table knows: what it is, the code of its country ("" where there is none or several),
    and where it lies; the weight is a town's inhabitants, and tells which of two of one name is meant."""

    kind: Kind
    country: str
    latitude: float
    longitude: float
    weight: int


def spots_named(name: str) -> list[Spot]:
    """The places of a name, in English, Spanish or their own language, the weightiest first; countries lead.

    >>> [(each.kind.value, each.country) for each in spots_named("Georgia")]
    [('country', 'GE'), ('region', 'US')]
    >>> spots_named("Nueva York")[0].country, spots_named("Blefuscu")
    ('US', [])
    """
    country = country_named(name)
    first = [Spot(Kind.COUNTRY, country.code, country.latitude, country.longitude, 0)] if country else []
    if not name[:1].isupper():
        name = _without_article(name)
    return [*first, *_spots(folded(name))] if name[:1].isupper() else first


@lru_cache(maxsize=20_000)
def capital_of(name: str) -> Country | None:
    """The country whose capital has that name, in English, Spanish or its own language.

    >>> capital_of("Moscú").code, capital_of("Moscow").code, capital_of("Odessa")
    ('RU', 'RU', None)
    """
    spots = _spots(folded(name)) if name[:1].isupper() else []
    country = country_with_code(spots[0].country) if spots and spots[0].kind is Kind.TOWN else None
    seats = _spots(folded(country.capital)) if country and country.capital else []
    seat = next((each for each in seats if each.country == country.code), None) if country else None
    return country if seat and _at(seat) == _at(spots[0]) else None


def likeliest(spots: list[Spot], about: Mapping[str, int]) -> Spot | None:
    """Of the places of one name the one that an article means: of those in countries that it names, which it
    names more often and which are larger; else the weightiest, if that is known abroad.

    >>> likeliest(spots_named("Georgia"), {"US": 3}).kind.value
    'region'
    """
    if spots and spots[0].kind is Kind.COUNTRY:  # which no town rivals
        spots = [each for each in spots if each.kind is Kind.COUNTRY or each.weight >= _LARGE_REGION]
    near = [each for each in spots if about.get(each.country)]
    over_borders = next((each for each in spots if not each.country), None)
    if over_borders or near:
        return over_borders or max(near, key=lambda each: about[each.country] * _fame(each))
    known = spots[0] if spots else None
    others = max((_fame(each) for each in spots[1:]), default=0)
    is_sure = known and (known.kind is not Kind.TOWN or _fame(known) > max(_fame_of(_WELL_KNOWN), 2 * others))
    return known if is_sure or (known and known.weight >= _FAMOUS) else None


def _fame(spot: Spot) -> float:
    return _fame_of(_GREATEST if spot.kind is Kind.COUNTRY else spot.weight)


def _fame_of(weight: int) -> float:
    """Grows slower than a town does, so that a small one at home may beat a capital abroad."""
    return sqrt(min(weight, _GREATEST))


@lru_cache(maxsize=50_000)
def folded(name: str) -> str:
    """A name as it is looked up: small letters without accents, dots and hyphens.

    >>> folded("Port-au-Prince"), folded("São Tomé"), folded("U.S.")
    ('port au prince', 'sao tome', 'us')
    """
    plain = name if name.isascii() else _without_accents(name)
    plain = plain.replace("’", "'").replace("-", " ").replace(".", "")
    return " ".join(plain.casefold().split())


def _without_accents(name: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))


def _is_spelled(name: str) -> bool:
    """Whether a name has its capitals, an abbreviation only such: "US", not "Us"."""
    return name[:1].isupper() and (len(folded(name)) > _SHORT or name.replace(".", "").isupper())


def _without_article(name: str) -> str:
    name = name.strip()
    article = next((each for each in _ARTICLES if name.lower().startswith(each)), "")
    return name[len(article) :]


def _spanish_forms(word: str) -> Iterator[str]:
    """A word itself, and what it may be the feminine or plural of."""
    yield word
    for ending, masculine in _FEMININE_AND_PLURAL:
        if word.endswith(ending):
            yield word.removesuffix(ending) + masculine


def _at(spot: Spot) -> tuple[float, float]:
    return spot.latitude, spot.longitude


@lru_cache(maxsize=10_000)
def _spots(key: str) -> tuple[Spot, ...]:
    """The weightiest first."""
    lines = _lines_of(f"{key}\t".encode())
    return tuple(sorted(map(_read_line, lines), key=lambda each: -each.weight))


def _lines_of(sought: bytes) -> Iterator[bytes]:
    """The lines of the table that begin so."""
    text, (keys, starts) = _text(), _marks()
    block = bisect_left(keys, sought)
    first, last = starts[max(block - 1, 0)], starts[block] if block < len(starts) else len(text)
    at = text.find(b"\n" + sought, first - 1, last + len(sought)) + 1
    while at and text.startswith(sought, at):
        end = text.index(b"\n", at)
        yield text[at:end]
        at = end + 1


@cache
def _marks() -> tuple[list[bytes], list[int]]:
    """Some lines of the table, and where they begin."""
    text = _text()
    starts = [text.find(b"\n", at) + 1 for at in range(0, len(text) - 1, _BLOCK)]
    starts = sorted({each for each in starts if 0 < each < len(text)})
    return [text[each : text.index(b"\n", each)] for each in starts], starts


def _read_line(line: bytes) -> Spot:
    _, kind, country, latitude, longitude, weight = line.decode().split("\t")
    return Spot(Kind(kind), country, float(latitude), float(longitude), int(weight))


@cache
def _text() -> bytes:
    """The table as it is, its lines sorted, after a line end: to read them all would take longer than an
    article."""
    return b"\n" + gzip.decompress(files(__package__).joinpath("gazetteer.tsv.gz").read_bytes())


@cache
def country_table() -> dict[str, dict]:
    """All that is written of each country, by its code."""
    return tomllib.loads(files(__package__).joinpath("countries.toml").read_text(encoding="utf-8"))


@cache
def _countries() -> dict[str, Country]:
    return {
        code: Country(code, row["name"], *row["at"], row.get("capital", ""))
        for code, row in country_table().items()
    }


@cache
def _country_names() -> dict[str, str]:
    """Code by name; where two share one, the first that has it for its own name."""
    names: dict[str, str] = {}
    for code, row in country_table().items():
        names.setdefault(folded(row["name"]), code)
    for code, row in country_table().items():
        for name in row.get("also", ()):
            names.setdefault(folded(name), code)
    return names


@cache
def _adjectives() -> tuple[dict[str, str], dict[str, str]]:
    """Codes by adjective, English and Spanish."""
    english: dict[str, str] = {}
    spanish: dict[str, str] = {}
    for code, row in country_table().items():
        for words, into in ((row.get("english", ()), english), (row.get("spanish", ()), spanish)):
            for word in words:
                into.setdefault(folded(word), code)
    return english, spanish
