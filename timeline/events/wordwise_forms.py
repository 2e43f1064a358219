"""The forms of verbs, by rules that a language's file gives (`lang/xx.toml`): from a word in a text to the
verb
that it may be a form of.

Endings stand by tense and by the ending of the infinitive; stems change by spelling ("saqué", "exija") or by
their vowel ("pide", "muere"); what no rule covers is listed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.events.words import language_table

STRESSED = ("1s", "3s", "3p")  # persons whose present has the stress on the stem
PRESENT = ("present", "subjunctive")
WHOLE = ("future", "conditional")  # built on the whole infinitive
_ROOT_ENDING = 2  # letters of an infinitive's ending


@dataclass(frozen=True, slots=True)
class Form:
    """What a word is a form of: the base form of a verb, its tense, and its person and number ("3s"), ""
    where
    it has none; `is_sure` unless the verb is only guessed from the ending."""

    lemma: str
    tense: str
    person: str = ""
    is_sure: bool = True


@lru_cache(maxsize=50_000)
def forms_of(word: str, language: str = "es") -> tuple[Form, ...]:
    """The verbs that a word may be a form of.

    >>> [(each.lemma, each.tense, each.person) for each in forms_of("pidieron")]
    [('pedir', 'preterite', '3p')]
    >>> [(each.lemma, each.tense) for each in forms_of("detenerlo")], forms_of("puente")
    ([('detener', 'infinitive')], ())
    >>> forms_of("googleó")
    (Form(lemma='googlear', tense='preterite', person='3s', is_sure=False),)
    """
    word = word.lower()
    known = _known(language)
    found = known.get(word) or known.get(_without_clitics(word, language))
    return tuple(Form(*each) for each in dict.fromkeys(found)) if found else _guessed(word, language)


def _without_clitics(word: str, language: str) -> str:
    """An infinitive or gerund without the pronouns behind it: "detener" of "detenerlo"; else nothing."""
    match = _attached(language).fullmatch(word)
    return "" if match is None else match[1].translate(_PLAIN)


_PLAIN = str.maketrans("áéí", "aei")


@cache
def _attached(language: str) -> re.Pattern:
    pronouns = "|".join(language_table(language)["morphology"]["attached"].split())
    return re.compile(rf"(.*(?:[aeiáéí]r|[aá]ndo|[ié]ndo))(?:{pronouns}){{1,2}}")


def _guessed(word: str, language: str) -> tuple[Form, ...]:
    for tense, person, ending, infinitive in language_table(language)["morphology"]["telling"]:
        if word.endswith(ending) and len(word) > len(ending) + _ROOT_ENDING:
            return (Form(word.removesuffix(ending) + infinitive, tense, person, False),)
    return ()


@cache
def _known(language: str) -> Mapping[str, list[tuple[str, str, str]]]:
    """The forms of all listed verbs: base form, tense and person."""
    rules = _rules(language)
    known: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for infinitive in rules.infinitives:
        for word, tense, person in conjugate(infinitive, rules):
            known[word].append((infinitive, tense, person))
    return dict(known)


@dataclass(frozen=True, slots=True)
class Rules:
    """How the verbs of a language are formed, as its file tells it."""

    infinitives: Sequence[str]
    endings: Mapping[str, Mapping[str, Mapping[str, str]]]  # by tense, person, and ending of the infinitive
    strong_endings: Mapping[str, Mapping[str, str]]
    stems: Mapping[str, Mapping[str, str]]
    vowels: Mapping[str, Sequence[Sequence[str]]]  # by verb: the vowel, under stress, in the weak forms
    weak: frozenset[str]
    spelling: Sequence[Sequence[str]]
    joining: Sequence[tuple[re.Pattern, str]]
    irregular: Mapping[str, Mapping[str, Mapping[str, str]]]


@cache
def _rules(language: str) -> Rules:
    read = language_table(language)["morphology"]
    return Rules(
        read["infinitives"].split(),
        {tense: _by_kind(persons) for tense, persons in read["endings"].items()},
        read["strong_endings"],
        read["stems"],
        _by_verb(read["vowels"]),
        frozenset(read["weak"]),
        read["spelling"],
        [(re.compile(wrong), right) for wrong, right in read["joining"]],
        read["irregular"],
    )


def _by_kind(persons: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {
        person: {kind: told for kinds, told in said.items() for kind in kinds.split("_")}
        for person, said in persons.items()
    }


def _by_verb(changes: Mapping[str, str]) -> dict[str, list[list[str]]]:
    by_verb: dict[str, list[list[str]]] = defaultdict(list)
    for change, verbs in changes.items():
        for verb in verbs.split():
            by_verb[verb].append(change.split("_"))
    return by_verb


def conjugate(infinitive: str, rules: Rules) -> Iterator[tuple[str, str, str]]:
    """The forms of a verb that news has: word, tense and person."""
    yield infinitive, "infinitive", ""
    own = rules.irregular.get(infinitive, {})
    for tense, persons in rules.endings.items():
        if tense in own:
            told = ((word, person) for person, words in own[tense].items() for word in words.split())
            yield from ((word, tense, person) for word, person in told)
        else:
            yield from _of_tense(infinitive, tense, persons, rules)


def _of_tense(
    infinitive: str, tense: str, persons: Mapping[str, Mapping[str, str]], rules: Rules
) -> Iterator[tuple[str, str, str]]:
    kind = infinitive[-_ROOT_ENDING:].replace("í", "i")
    part = next((each for each in rules.stems.get(tense, ()) if _is_built_on(infinitive, each)), None)
    spelling = [each for each in rules.spelling if infinitive.endswith(each[0])]
    for person, by_kind in persons.items():
        endings = by_kind[kind]
        if part is None:
            stem = _stem(infinitive, tense, person, rules)
        else:
            stem = infinitive.removesuffix(part.lstrip("-")) + rules.stems[tense][part]
            endings = rules.strong_endings.get(tense, {}).get(person, endings)
        for ending in endings.split():
            yield _join(stem, ending, spelling, rules.joining), tense, person


def _is_built_on(infinitive: str, part: str) -> bool:
    """Whether a verb is built on another: "detener" on "tener"; a part with a hyphen is the whole verb."""
    return infinitive == part[1:] if part.startswith("-") else infinitive.endswith(part)


def _stem(infinitive: str, tense: str, person: str, rules: Rules) -> str:
    """The stem before the endings of a tense, with its vowel: under stress ("muere"), or weak ("murió")."""
    root = infinitive.replace("í", "i") if tense in WHOLE else infinitive[:-_ROOT_ENDING]
    is_stressed = tense in PRESENT and person in STRESSED
    is_weak = tense in rules.weak or f"{tense} {person}" in rules.weak
    for old, stressed, weak in rules.vowels.get(infinitive, ()):
        new = stressed if is_stressed else weak if is_weak else ""
        head, _, tail = root.rpartition(old)
        if new:
            return head + new + tail
    return root


def _join(
    stem: str, ending: str, spelling: Sequence[Sequence[str]], joining: Sequence[tuple[re.Pattern, str]]
) -> str:
    """A stem and an ending as they are spelled together: "saqué", "cayó"."""
    for _, old, new, before in spelling:
        if stem.endswith(old) and ending[0] in before:
            stem = stem.removesuffix(old) + new
            break
    said = stem + ending
    if ending[0] == "i" or ending[0] == "í":
        for wrong, right in joining:
            said = wrong.sub(right, said)
    return said
