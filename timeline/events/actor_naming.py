"""Names of one article → actors: the short lead to the full, acronyms to what they stand for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from timeline.events.actor_names import Actor, candidates, full_names, of_country_with, person_key
from timeline.events.actor_spans import Named
from timeline.events.actor_words import (
    adjective_of,
    bare,
    is_firm,
    of_country,
    without_article,
    words,
    world_name,
)
from timeline.events.gazetteer import country_of_adjective, country_with_code

_SHORT = re.compile(r"\s\(([A-Z][A-Za-z]{1,7})\)")
_MOST_WORDS = 9  # of a name that has an acronym


def name_actors(
    found: Sequence[Named], text: str, lands: Mapping[str, str] = MappingProxyType({})
) -> dict[int, Actor]:
    """The actor of each token of the names of an article; those that may be short for several are left
    out. `lands` are the words for countries that are in no list (`lands_of`)."""
    firms = [bare(each.text) for each in found if is_firm(each.text)]
    found = [_as_firm(each, firms) for each in found]
    persons = _persons([each for each in found if each.kind == "person"])
    bodies = _bodies([each for each in found if each.kind == "organisation"], dict(acronyms(text)), lands)
    named: dict[int, Actor] = {}
    for each in found:
        known = {"person": persons, "organisation": bodies}.get(each.kind)
        actor = of_country_with(each.country) if known is None else known.get(each.text)
        if actor:
            named |= dict.fromkeys(range(each.first, each.last + 1), actor)
    return named


def _as_firm(named: Named, firms: Iterable[str]) -> Named:
    """A name that was taken for a person's but begins a company's: "Halden" beside "Halden Inc."."""
    is_short = named.kind == "person" and any(each.startswith(bare(named.text) + " ") for each in firms)
    return replace(named, kind="organisation", country="") if is_short else named


def acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms that a text has in brackets, each with the name before it whose initials they are.

    >>> list(acronyms("The Port Alba Union of Crews (PAUC) met."))
    [('PAUC', 'Port Alba Union of Crews')]
    """
    for found in _SHORT.finditer(text):
        before, short = text[: found.start()][-200:].split()[-_MOST_WORDS:], found[1]
        for first, word in enumerate(before):
            initials = "".join(each[0] for each in before[first:] if each[0].isupper())
            if word[0].isupper() and initials.upper() == short.upper() and len(before) - first > 1:
                yield short, " ".join(before[first:])
                break


def _persons(told: Sequence[Named]) -> dict[str, Actor]:
    names = full_names(Counter(each.text for each in told))
    country = _countries((names[each.text], each.country) for each in told)
    full = {each for each in names.values() if len(person_key(each)) > 1}
    return {
        name: Actor(each, "person", _listed(country[each]))
        for name, each in names.items()
        if name != each or len(candidates(name, full)) < 2
    }


def _bodies(told: Sequence[Named], long: Mapping[str, str], lands: Mapping[str, str]) -> dict[str, Actor]:
    texts = sorted({each.text for each in told})
    longest = {text: long.get(text) or _longer(text, texts) for text in texts}
    country = _countries((longest[each.text], each.country) for each in told)
    return {
        text: Actor(_body_name(each, country[each], lands), "organisation", _listed(country[each]))
        for text, each in longest.items()
    }


def _listed(code: str) -> str:
    """The code of a country, none of one that is in no list."""
    return code if country_with_code(code) else ""


def _countries(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each name the country that is told of it most."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for name, code in told:
        counted[name][code] += bool(code)
    return {name: max(sorted(codes), key=codes.__getitem__) for name, codes in counted.items()}


def _longer(text: str, texts: Sequence[str]) -> str:
    """The one longer name that a name is short for: "Treasury" for "US Treasury", "Brown" for "Brown
    Inc."."""
    if world_name(text):
        return text
    key = bare(text)
    longer = {bare(each): each for each in texts if bare(each).endswith(" " + key)}
    longer |= {bare(each): each for each in texts if is_firm(each) and bare(each).startswith(key + " ")}
    return next(iter(longer.values())) if len(longer) == 1 else text


def _body_name(text: str, code: str, lands: Mapping[str, str]) -> str:
    """As captions have it: of a ministry with its country, of the world's organisations in full."""
    alone = without_article(text)
    known = world_name(text) or of_country(text)[1]
    if known:
        return known
    first, _, last = alone.rpartition(" ")
    is_ministry = last.lower() in words("ministries") and code
    if is_ministry and not (_tells_country(first) or any(each in lands for each in first.split())):
        forms = [each for each, land in lands.items() if land == code != each]
        return f"{adjective_of(code) or min(forms, key=len, default='')} {alone}".strip()
    if last.endswith("smen") and last.lower() in words("members"):  # "Coast Guardsmen"
        return f"{first} {last.removesuffix('smen')}".strip()
    return alone


def _tells_country(text: str) -> bool:
    return any(country_of_adjective(each) or each in ("US", "U.S.", "UK") for each in text.split())
