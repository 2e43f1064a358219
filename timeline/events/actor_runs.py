"""The names in an article of a language without a parser, and the common nouns that stand for one of them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.events.actor_names import Actor, Kind, candidates, full_names, of_country_with, person_key
from timeline.events.actor_naming import acronyms
from timeline.events.actor_words import country_code, government_of, words, world_name
from timeline.events.gazetteer import Kind as PlaceKind
from timeline.events.gazetteer import country_of_adjective, likeliest, spots_named
from timeline.events.place_words import countries_in, load_words

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?(?:\.(?=[A-Z]\.))?")
_ADJOINING = re.compile(r"\s+")
_DATELINE = re.compile(r"^[^\W\d_a-z]{3,}[^\na-záéíóúñ]*[–—-]\s", re.MULTILINE)
_CAPITAL = r"[A-ZÁÉÍÓÚÑ][\w’'-]+"
_GOVERNMENT = re.compile(
    rf"\b(?P<word>[Gg]obierno)\b(?:\s+del?\s+(?P<of>{_CAPITAL}(?:\s+{_CAPITAL})*)|\s+(?P<next>[a-záéíóúñ]+))?"
)
_EPITHET = re.compile(r"\b(?:[Ee]l|[Ll]a)\s+(?P<role>[a-záéíóúñ]+)\b(?!\s+del?\b)")
_BESIDE = re.compile(r"(?:\s+[a-záéíóúñ]+){0,3},?\s+")  # between what a person is and the name
_NEAR = 500  # letters before an epithet in which its person is named
_LONGEST_WORD = 40  # letters
_HERE = 150  # letters before "el gobierno" in which a place tells whose it is


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text, `text[start:end]`, and the actor that it means."""

    start: int
    end: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article, in their order, with its text and language."""

    text: str
    language: str
    found: Sequence[Found]


def find_names(text: str, language: str = "es") -> Names:
    """The names in an article of a language without a parser.

    >>> names = find_names("Ana Roca habló en Noruega. Roca volverá, dijo la ONU.")
    >>> [each.actor.name for each in names.found]
    ['Ana Roca', 'Norway', 'Ana Roca', 'Naciones Unidas']
    """
    spans = [(start, end, text[start:end]) for start, end in _spans(text, language)]
    kinds = {
        written: _kind(written, text[max(0, start - _LONGEST_WORD) : start], language)
        for start, _, written in reversed(spans)
    }
    kinds |= dict.fromkeys(_lands(text, kinds), "country")
    surnames = {each.split()[-1] for each, kind in kinds.items() if kind == "person" and " " in each}
    kinds |= {each: "person" for each in kinds if each in surnames and kinds[each] != "country"}
    persons = Counter(written for *_, written in spans if kinds[written] == "person")
    actors = _actors(kinds, persons, dict(acronyms(text)), language)
    datelines = {place for line in _DATELINE.finditer(text) for place in range(*line.span())}
    spans = [each for each in spans if each[0] not in datelines and each[2] in actors]
    found = [Found(start, end, actors[written]) for start, end, written in spans]
    governments = list(_governments(text, found, _places(text, language)))
    found = [each for each in found if not any(one.start <= each.start < one.end for one in governments)]
    found += [*governments, *_epithets(text, found, language)]
    return Names(text, language, sorted(found, key=lambda each: each.start))


def _lands(text: str, kinds: Mapping[str, Kind | None]) -> Iterator[str]:
    """The names of one word, in no list, that an article uses as a country's: it has a word made from one
    ("norlandeses"), or speaks of its president."""
    said = set(re.findall(r"\b[a-záéíóúñ]+\b", text))
    persons = {
        part for each, kind in kinds.items() if kind == "person" and " " in each for part in each.split()
    }
    for name in [each for each, kind in kinds.items() if kind == "person" and " " not in each]:
        stem = re.sub(r"i?[aeo]s?$", "", name.lower().replace("á", "a").replace("é", "e").replace("í", "i"))
        forms = {stem + end for end in words("made_of_countries", "es")}
        is_led = re.search(rf"\b(?:{'|'.join(sorted(words('led', 'es')))}) de {name}\b", text)
        is_there = re.search(rf"\b(?:con|en|a|entre|hacia|hasta|desde) {name}\b", text)
        is_inside = re.search(rf"[a-záéíóúñ,]\s+{name}\b", text)
        if name not in persons and is_inside and ((len(stem) > 2 and forms & said) or is_led or is_there):
            yield name


def _places(text: str, language: str) -> dict[int, str]:
    """The countries of the places that a text names after prepositions, by where they begin."""
    about, there = countries_in(text), words("locating", language)
    places: dict[int, str] = {}
    for start, end in _spans(text, language):
        before = text[max(0, start - _LONGEST_WORD) : start].lower().split()[-1:]
        spot = likeliest(spots_named(text[start:end]), about) if not there.isdisjoint(before) else None
        places |= {start: spot.country} if spot and spot.country else {}
    return places


def _most_named(text: str) -> str:
    """The country that a text names more often than any other, "" if none."""
    [(first, most), (_, second)] = (countries_in(text).most_common(2) + [("", 0)] * 2)[:2]
    return first if most > second else ""


def _governments(text: str, found: Sequence[Found], places: Mapping[int, str]) -> Iterator[Found]:
    """The governments that a text speaks of, each as its country: "el gobierno noruego"; "el gobierno" alone
    is that of the country of the places just before, else of most places."""
    persons = {each.start for each in found if each.actor.kind == "person"}
    told = {each.start: each.actor.country for each in found if each.actor.kind == "country"}
    counted = Counter(places.values()).most_common(2)
    [(home, most), (_, second)] = (counted + [("", 0)] * 2)[:2]
    home = home if most > max(second, 1) else _most_named(text) or _main_land(found)
    for government in _GOVERNMENT.finditer(text):
        here = range(government.start() - _HERE, government.start())
        near = [code for start, code in sorted((told | places).items()) if start in here]
        code, end = near[-1] if near else home, government.end("word")
        if government["of"]:
            end = government.end("of")
            code = country_code(government["of"]) or (code if government.start("of") in persons else "")
        elif government["next"] and (country := country_of_adjective(government["next"])):
            code, end = country.code, government.end("next")
        if code:
            yield Found(government.start("word"), end, of_country_with(code))


def _main_land(found: Sequence[Found]) -> str:
    """The country in no list that is named most, "" if there is none."""
    unlisted = (each.actor for each in found if each.actor.kind == "country")
    counted = Counter(each.name for each in unlisted if not each.country)
    return max(sorted(counted), key=counted.__getitem__, default="")


def _epithets(text: str, found: Sequence[Found], language: str) -> Iterator[Found]:
    """The common nouns that stand for a person named before: "el alcalde"."""
    persons = [each for each in found if each.actor.kind == "person"]
    called = {each.start: _called(text, each, language) for each in persons}
    starts = {each.start for each in persons}
    for epithet in _EPITHET.finditer(text):
        role = epithet["role"].lower()
        beside = _BESIDE.match(text, epithet.end())
        if role not in words("roles", language) or (beside and beside.end() in starts):
            continue
        before = [each for each in persons if each.start < epithet.start()]
        fitting = {each.actor for each in before if role in called[each.start]}
        near = [each.actor for each in before[-1:] if each.end > epithet.start() - _NEAR and not fitting]
        for actor in fitting if len(fitting) == 1 else near if role in words("epithets", language) else ():
            yield Found(epithet.start("role"), epithet.end("role"), actor)


def _called(text: str, person: Found, language: str) -> set[str]:
    """The words for what a person is, before the name and after it."""
    before = re.split(r"[.;:!?]", text[max(0, person.start - 50) : person.start])[-1]
    after = re.match(r",\s+(?!y\b)([^,.;:]+)[,.]", text[person.end :])
    said = f"{before} {after[1] if after else ''}".lower()
    return set(_WORD.findall(said)) & words("roles", language)


def _spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Runs of words in capitals, with the small words that names have inside."""
    run: list[re.Match] = []
    for word in _WORD.finditer(text):
        if run and not _ADJOINING.fullmatch(text[run[-1].end() : word.start()]):
            yield from _cut(text, run, language)
            run = []
        if word[0][0].isupper() or (run and word[0] in words("particles", language)):
            run.append(word)
        elif run:
            yield from _cut(text, run, language)
            run = []
    yield from _cut(text, run, language)


def _cut(text: str, run: Sequence[re.Match], language: str) -> Iterator[tuple[int, int]]:
    """The names of a run: as a whole where it is one, else its parts between small words."""
    while run and (not run[0][0][0].isupper() or _is_opening(text, run[0], language)):
        run = run[1:]
    if not run:
        return
    for size in range(len(run), 0, -1):
        start, end = run[0].start(), run[size - 1].end()
        if run[size - 1][0][0].isupper() and _is_one(text[start:end], language):
            yield start, end
            yield from _cut(text, run[size:], language)
            return


def _is_opening(text: str, word: re.Match, language: str) -> bool:
    """Whether a word is in a capital only since a sentence begins with it."""
    return word[0].lower() in words("no_names", language)


def _is_one(name: str, language: str) -> bool:
    parts = name.split()
    is_plain = not any(part in words("particles", language) for part in parts)
    is_body = parts[0].lower() in words("bodies", language) and parts[0][0].isupper() and "y" not in parts
    is_known = bool(world_name(name) or country_code(name) or government_of(name))
    return is_plain or is_body or is_known


def _kind(name: str, before: str, language: str) -> Kind | None:
    """What a name is of: None for a place or what is not known."""
    first = name.split()[0].lower()
    previous = before.split()[-1].lower() if before.split() else ""
    if previous in load_words(language).nouns:  # "the avenue"
        return None
    if country_code(name) or government_of(name):
        return "country"
    is_acronym = len(name) > 2 and name.isupper() and name.isalpha()
    if (
        world_name(name)
        or first in words("bodies", language)
        or is_acronym
        or previous in words("outlets", language)
    ):
        return "organisation"
    return None if _is_place(name) else "person"


def _is_place(name: str) -> bool:
    return any(each.kind is not PlaceKind.TOWN or each.weight > 1_000 for each in spots_named(name)[:1])


def _actors(
    kinds: dict[str, Kind | None], persons: Counter[str], long: dict[str, str], language: str
) -> dict[str, Actor]:
    full = full_names(persons)
    several = {each for each in full.values() if len(person_key(each)) > 1}
    actors: dict[str, Actor] = {}
    for name, kind in kinds.items():
        if kind == "country":
            actors[name] = of_country_with(country_code(name) or government_of(name) or name)
        elif kind == "organisation":
            actors[name] = Actor(world_name(name, language) or long.get(name, name), "organisation", "")
        elif kind == "person" and full[name] in several and len(candidates(name, several)) < 2:
            actors[name] = Actor(full[name], "person")
    return actors
