"""Clauses of a language without a parser → who acts in them, by light rules over their words.

Spanish marks persons that suffer with "a", and what is not subject mostly with a preposition: the first name
of a clause before its verb that stands bare is the subject. What these rules do not see is left blank.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.actor_names import Actor, Kind, candidates, full_names, of_country_with, person_key
from timeline.events.actor_naming import acronyms
from timeline.events.actor_words import country_code, government_of, words, world_name
from timeline.events.gazetteer import Kind as PlaceKind
from timeline.events.gazetteer import spots_named

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?(?:\.(?=[A-Z]\.))?")
_ENDS = re.compile(r"[.!?…:;]\s|\n")
_ADJOINING = re.compile(r"\s+")
_LIST = re.compile(r",\s+(?:(?:el|la|los|las)\s+)?")
_AND = re.compile(r",?\s+[ye]\s+(?:(?:el|la|los|las|su)\s+(?:(?!de|a[l ]|con|en)[a-záéíóúñ]+,?\s+){0,4})?")
_INFINITIVE = re.compile(r"[aeií]r(?:se|me|te|nos|l[aeo]s?|sel[aeo]s?)?$")
_AFTER_VERB = re.compile(r"\s+(?:(?:el|la|los|las)\s+)?(?:[^\W\d_A-ZÁÉÍÓÚÑ][\w]*\s+){0,3}?")
_BY = re.compile(r"\s+(?:\w+\s+)?por\s+(?:(?:el|la|los|las)\s+)?")
_PARTICIPLE = re.compile(r"(?:[ai]d|t|ch|st)[oa]s?$")


_ASKED = re.compile(r"\ba(?:l|\s+los|\s+las|\s+la)\s+\w+\s+a\s+$")
_DATELINE = re.compile(r"^[^\W\d_a-z]{3,}[^\na-záéíóúñ]*[–—-]\s", re.MULTILINE)
_NEAR = 3  # words between a name and the infinitive that it is asked to do
_LONGEST = 500  # letters of a sentence that are read back


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
    kinds = {written: _kind(written, text[:start], language) for start, _, written in reversed(spans)}
    surnames = {each.split()[-1] for each, kind in kinds.items() if kind == "person" and " " in each}
    kinds |= {each: "person" for each in kinds if each in surnames and kinds[each] != "country"}
    persons = Counter(written for *_, written in spans if kinds[written] == "person")
    actors = _actors(kinds, persons, dict(acronyms(text)), language)
    datelines = {place for line in _DATELINE.finditer(text) for place in range(*line.span())}
    spans = [each for each in spans if each[0] not in datelines and each[2] in actors]
    found = [Found(start, end, actors[written]) for start, end, written in spans]
    return Names(text, language, found)


def actors_in(names: Names, start: int, end: int, verb: int) -> tuple[Actor, ...]:
    """Who acts in the clause `text[start:end]` whose verb begins at `verb`: the first name before the verb
    without a preposition, with those listed beside it; else a person right behind the verb, or an agent after
    "por".

    >>> text = "El lunes, Ana Roca y Noruega pidieron ayuda. La ley fue rechazada por la ONU. Él irá."
    >>> names = find_names(text)
    >>> clauses = (0, 43, 29), (45, 76, 56), (78, 85, 81)
    >>> [[each.name for each in actors_in(names, *clause)] for clause in clauses]
    [['Ana Roca', 'Norway'], ['Naciones Unidas'], []]
    """
    word = _WORD.match(names.text, verb)
    infinitive = word is not None and _INFINITIVE.search(word[0])
    group = (infinitive and _asked(names, verb)) or _subject(names, start, verb) or _behind(names, verb, end)
    return tuple(dict.fromkeys(each.actor for each in group or _shared(names, start, verb)))


def _subject(names: Names, start: int, verb: int) -> list[Found]:
    """The first names of `text[start:verb]` that stand without a preposition."""
    groups = _groups(names, [each for each in names.found if start <= each.start and each.end <= verb])
    return next((each for each in groups if _is_bare(names, each[0])), [])


def _asked(names: Names, verb: int) -> list[Found]:
    """Whom the words before an infinitive name after "a": "pidió a Ana Roca salir"."""
    start = _sentence(names.text, verb)
    before = [each for each in names.found if start <= each.start and each.end <= verb]
    near = [each for each in before[-1:] if len(names.text[each.end : verb].split()) < _NEAR]
    return [each for each in near if _preposition(names, each) in ("a", "al")]


def _shared(names: Names, start: int, verb: int) -> list[Found]:
    """The subject told before, for a clause that goes on with it: of the words before in its sentence after
    "and" or for an infinitive, or of the sentence before, where a sentence begins with its verb."""
    text, first = names.text, _sentence(names.text, start)
    word = _WORD.match(text, verb)
    if word is None or word[0].lower() in words("impersonal", names.language) or _PARTICIPLE.search(word[0]):
        return []
    before = text[first:verb].lower().split()
    while before and before[-1] in words("clitics", names.language):
        before.pop()
    is_infinitive = _INFINITIVE.search(word[0]) and not _ASKED.search(text, first, verb)
    if before and (before[-1] in words("coordinating", names.language) or is_infinitive):
        return _subject(names, first, verb)
    group = _subject(names, _sentence(text, first - 1), first) if first and not before else []
    return group if (len(group) > 1) == word[0].endswith("n") else []


def _sentence(text: str, offset: int) -> int:
    """Where the sentence of an offset begins."""
    ends = [each.end() for each in _ENDS.finditer(text, max(0, offset - _LONGEST), max(0, offset))]
    return ends[-1] if ends else max(0, offset - _LONGEST)


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
    if country_code(name) or government_of(name):
        return "country"
    first = name.split()[0].lower()
    previous = before.split()[-1].lower() if before.split() else ""
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
            actors[name] = of_country_with(country_code(name) or government_of(name))
        elif kind == "organisation":
            actors[name] = Actor(world_name(name, language) or long.get(name, name), "organisation", "")
        elif kind == "person" and full[name] in several and len(candidates(name, several)) < 2:
            actors[name] = Actor(full[name], "person")
    return actors


def _groups(names: Names, found: Sequence[Found]) -> list[list[Found]]:
    """Names listed side by side: "Chile, Perú y Brasil"."""
    groups: list[list[Found]] = []
    for each in found:
        last = groups[-1][-1] if groups else None
        between = names.text[last.end : each.start] if last else ""
        is_same = last is not None and last.actor.kind == each.actor.kind
        if _AND.fullmatch(between) or (is_same and _LIST.fullmatch(between)):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _is_bare(names: Names, found: Found) -> bool:
    """Whether a name may be a subject: without a preposition, or after "los países del"."""
    return _preposition(names, found) == ""


def _preposition(names: Names, found: Found) -> str:
    """The preposition before a name, and before the article and the titles that stand there; none where the
    name is an organisation's whose members are named."""
    before = re.findall(r"[\w.]+|[^\w\s]", names.text[max(0, found.start - 60) : found.start].lower())
    articles = words("articles", names.language)
    while before and before[-1] in articles | words("titles") | words("outlets", names.language):
        before.pop()
    link = before[-1] if before and before[-1] in words("prepositions", names.language) else ""
    is_part = link in ("de", "del") and before[-2:-1] and before[-2] in words("parts", names.language)
    is_named = re.match(r",\s+[^\W\d_a-z]", names.text[found.end :])  # "the envoy of the Union, Ana Roca,"
    is_whole = found.actor.kind != "person" and not is_named
    return "" if is_part and is_whole else link


def _behind(names: Names, verb: int, end: int) -> list[Found]:
    word = _WORD.match(names.text, verb)
    if word is None:
        return []
    after = [each for each in names.found if word.end() < each.start < end]
    for group in _groups(names, after)[:1]:
        between = names.text[word.end() : group[0].start]
        is_subject = _AFTER_VERB.fullmatch(between) and _is_bare(names, group[0])
        may_be = group[0].actor.kind == "person" or word[0].lower() in words("speaking", names.language)
        if (is_subject and may_be) or (_BY.fullmatch(between) and _PARTICIPLE.search(word[0])):
            return group
    return []
