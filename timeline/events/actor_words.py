"""The words that news has for persons, organisations and governments; they stand as data in `actors.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from timeline.events.gazetteer import capital_of, country_named, country_table, folded

_Value = TypeVar("_Value")
_SHORT = 4  # letters of an abbreviation, which is always in capitals
_ARTICLES = frozenset(["the", "el", "la", "los", "las", "un", "una"])


@cache
def words(kind: str, language: str = "en") -> frozenset[str]:
    """The words of one kind, in small letters.

    >>> "minister" in words("titles"), "según" in words("prepositions", "es")
    (True, True)
    """
    section = "words" if language == "en" else f"words_{language}"
    return frozenset(_table()[section][kind].split())


@lru_cache(maxsize=20_000)
def government_of(name: str) -> str:
    """The code of the country whose government a capital, a palace or a street stands for, or "".

    >>> [government_of(name) for name in ("the Kremlin", "Oslo", "Downing Street", "Odessa")]
    ['RU', 'NO', 'GB', '']
    """
    if not without_article(name)[:1].isupper() or world_name(name):
        return ""
    capital = capital_of(without_article(name))
    return _seats().get(bare(name), "") or (capital.code if capital else "")


@lru_cache(maxsize=20_000)
def country_code(name: str) -> str:
    """The code of the country that a name is of, or "".

    >>> country_code("Norway"), country_code("Noruega"), country_code("Oslo")
    ('NO', 'NO', '')
    """
    country = country_named(name)
    return country.code if country else ""


@lru_cache(maxsize=20_000)
def world_name(name: str, language: str = "en") -> str:
    """The full name of an organisation of the world, whatever it is called here, or "".

    >>> world_name("the UN"), world_name("OEA"), world_name("OAS", "es"), world_name("Reuters")
    ('United Nations', 'Organization of American States', 'Organización de Estados Americanos', '')
    """
    entry = _world().get(bare(name)) or _world().get(_whole(name))
    if entry is None or (len(bare(name)) <= _SHORT and name.islower()):
        return ""
    return _in_language(entry, language)


def _whole(name: str) -> str:
    """What an organ is of: "United Nations" for "Secretariat of the United Nations"."""
    organ, _, whole = name.partition(" of the ")
    return bare(whole) if organ[:1].isupper() else ""


@lru_cache(maxsize=20_000)
def of_country(name: str) -> tuple[str, str]:
    """The country of an organisation that news names without it, and its usual name; ("", "") for others.

    >>> of_country("the State Department"), of_country("Pentagon")
    (('US', 'US State Department'), ('US', 'Pentagon'))
    """
    code, usual = _of_country().get(bare(name), ("", ""))
    return code, (usual or without_article(name)) if code else ""


def acronym(name: str) -> str:
    """The acronym of an organisation of the world, in the language of its name; "" if it has none.

    >>> acronym("United Nations"), acronym("Naciones Unidas"), acronym("Port Alba Group")
    ('UN', 'ONU', '')
    """
    entry = _world().get(bare(name))
    if entry is None:
        return ""
    is_spanish = bare(name) in {bare(each) for each in entry.get("spanish", ())}
    names = entry["spanish"] if is_spanish else entry.get("also", ())
    return next((each for each in names if each.isupper() and each.isalpha()), "")


def adjective_of(code: str) -> str:
    """The English adjective of a country, as it stands before the name of a ministry; "" if there is none.

    >>> adjective_of("NO"), adjective_of("US")
    ('Norwegian', 'US')
    """
    return _table()["adjectives"].get(code) or next(
        iter(country_table().get(code, {}).get("english", ())), ""
    )


def in_full(title: str) -> str:
    """A title as it is spoken.

    >>> in_full("col."), in_full("mayor")
    ('colonel', 'mayor')
    """
    return _table()["shortened"].get(title.removesuffix("."), title)


def one_term(name: str) -> str:
    """An organisation's name as it is compared: folded, and in the English term where it has one in Spanish.

    >>> one_term("the Asamblea Nacional"), one_term("Ministry of Defense"), one_term("Grupo de Roma")
    ('national assembly', 'defence ministry', 'roma group')
    """
    key = bare(name)
    group, _, town = key.partition(" de ")
    return _same().get(key) or (f"{town} group" if group == "grupo" and town else key)


@lru_cache(maxsize=20_000)
def is_well_known(name: str) -> bool:
    """Whether it is the name of an organisation of the world, a palace or a body that news names without its
    country.

    >>> is_well_known("Downing Street"), is_well_known("Acacia Street")
    (True, False)
    """
    key = bare(name)
    return key in _world() or key in _seats() or key in _of_country()


@lru_cache(maxsize=10_000)
def longest_known(first_word: str) -> int:
    """The words of the longest well-known name that begins with a word, 0 if there is none.

    >>> longest_known("Downing"), longest_known("Acacia")
    (2, 0)
    """
    return _longest().get(folded(first_word), 0)


def is_firm(name: str) -> bool:
    """Whether a name ends as those of companies do.

    >>> is_firm("Brown Industries Inc."), is_firm("Ana Roca")
    (True, False)
    """
    parts = name.lower().split()
    return len(parts) > 1 and parts[-1] in words("firms")


def is_term(name: str) -> bool:
    """Whether a folded name is one that countries share: "parliament"."""
    return name in _table()["same"] or name in _same()


@lru_cache(maxsize=50_000)
def bare(name: str) -> str:
    """A name folded, without its article.

    >>> bare("The Élysée")
    'elysee'
    """
    return folded(without_article(name))


def without_article(name: str) -> str:
    """A name without the article before it.

    >>> without_article("The Hague Group"), without_article("la OEA")
    ('Hague Group', 'OEA')
    """
    first, _, rest = name.strip().partition(" ")
    return rest if rest and first.lower() in _ARTICLES else name.strip()


def _in_language(entry: Mapping, language: str) -> str:
    spanish = entry.get("spanish", ())
    if language != "es" or not spanish:
        return entry["name"]
    return next((each for each in spanish if not each.isupper()), spanish[0])


@cache
def _table() -> Mapping:
    return tomllib.loads(Path(__file__).with_name("actors.toml").read_text("utf-8"))


@cache
def _longest() -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in (key for names in (_world(), _seats(), _of_country()) for key in names):
        first, *rest = key.split()
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest


@cache
def _seats() -> dict[str, str]:
    return _by_name((name, code) for code, names in _table()["seats"].items() for name in names)


@cache
def _world() -> dict[str, Mapping]:
    entries = _table()["world"]
    return _by_name(
        (name, entry)
        for entry in entries
        for name in (entry["name"], *entry.get("also", ()), *entry.get("spanish", ()))
    )


@cache
def _of_country() -> dict[str, tuple[str, str]]:
    rows = _table()["of_country"].items()
    return _by_name((each, (code, usual)) for name, (code, usual) in rows for each in (name, usual) if each)


@cache
def _same() -> dict[str, str]:
    return {bare(name): term for term, names in _table()["same"].items() for name in names}


def _by_name(pairs: Iterable[tuple[str, _Value]]) -> dict[str, _Value]:
    return {bare(name): value for name, value in pairs}
