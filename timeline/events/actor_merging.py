"""One actor for all the names that a person, an organisation or a country has across articles and
languages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.events.actor_names import Actor, accents, full_names, of_country_with
from timeline.events.actor_words import bare, country_code, is_term, one_term, words, world_name
from timeline.events.gazetteer import country_of_adjective


def one_name(actors: Iterable[Actor]) -> dict[Actor, Actor]:
    """For each actor of a collection of articles the one that stands for all its names, whatever the order:
    of a person the commonest full name, of countries and organisations of the world the English one.

    >>> actors = [Actor("Ana Roca", "person"), Actor("Roca", "person"), Actor("ONU", "organisation")]
    >>> [each.name for each in one_name(actors).values()]
    ['Ana Roca', 'Ana Roca', 'United Nations']
    """
    counted = Counter(actors)
    persons = {each: count for each, count in counted.items() if each.kind == "person"}
    bodies = {each: count for each, count in counted.items() if each.kind == "organisation"}
    countries = {each: _one_country(each) for each in counted if each.kind == "country"}
    return {**countries, **_one_person(persons), **_one_body(bodies)}


def _one_country(actor: Actor) -> Actor:
    code = actor.country or country_code(actor.name)
    return of_country_with(code) if code else actor


def _one_person(counted: Mapping[Actor, int]) -> dict[Actor, Actor]:
    by_name: Counter[str] = Counter()
    for actor, count in counted.items():
        by_name[actor.name] += count
    full = full_names(by_name)
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for actor, count in counted.items():
        countries[full[actor.name]][actor.country] += count
    return {
        each: Actor(full[each.name], "person", _commonest(countries[full[each.name]])) for each in counted
    }


def _one_body(counted: Mapping[Actor, int]) -> dict[Actor, Actor]:
    """Of organisations. A name that bodies of several countries share keeps its country."""
    by_term: dict[str, list[Actor]] = defaultdict(list)
    for actor in counted:
        by_term[_body_term(actor)].append(actor)
    one: dict[Actor, Actor] = {}
    for same in by_term.values():
        codes = sorted({each.country for each in same if each.country})
        only = codes[0] if len(codes) == 1 else ""
        for code in {each.country or only for each in same}:
            of_it = {each: counted[each] for each in same if (each.country or only) == code}
            name = _best_body(of_it)
            one |= {each: Actor(name, "organisation", code) for each in of_it}
    return one


def _best_body(counted: Mapping[Actor, int]) -> str:
    """The English name of an organisation of the world, else the commonest, an English one first."""
    by_name: Counter[str] = Counter()
    for actor, count in counted.items():
        by_name[actor.name] += count
    world = next((found for name in by_name if (found := world_name(name))), "")
    rank = [
        (without_country(each) == body_term(each), by_name[each], accents(each), each) for each in by_name
    ]
    return world or max(rank)[-1]


def _body_term(actor: Actor) -> str:
    return body_term(actor.name)


def body_term(name: str) -> str:
    """An organisation's name as it is compared: without its country, in one term for English and Spanish.

    >>> body_term("Norwegian Ministry of Defence"), body_term("Cancillería de Noruega"), body_term("la OTAN")
    ('defence ministry', 'foreign ministry', 'nato')
    """
    world = world_name(name)
    return bare(world) if world else one_term(without_country(name))


def without_country(name: str) -> str:
    """An organisation's name folded, without the country that it begins or ends with.

    >>> [without_country(name) for name in ("US Treasury", "Central Bank of Norway", "Air China")]
    ['treasury', 'central bank', 'air china']
    """
    parts = name.split()
    for size in (2, 1):
        first = " ".join(parts[:size]).removesuffix("'s").removesuffix("’s")
        if country_code(first) or country_of_adjective(first):
            return _unless_bare(parts[size:], name)
        if parts[-size - 1 : -size] in (["of"], ["de"]) and country_code(" ".join(parts[-size:])):
            return _unless_bare(parts[: -size - 1], name)
    return bare(name)


def _unless_bare(rest: Sequence[str], name: str) -> str:
    """What is left of a name without its country, unless it says too little: "Airlines"."""
    alone = bare(" ".join(rest))
    return alone if len(rest) > 1 or alone in words("ministries") or is_term(alone) else bare(name)


def _commonest(counted: Mapping[str, int]) -> str:
    """The commonest that is not empty."""
    return max(((count, each) for each, count in counted.items() if each), default=(0, ""))[1]
