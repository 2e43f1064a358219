"""A clause as mere text → the names of places after prepositions that say where, where to or where from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from timeline.events.gazetteer import Kind, country_named, likeliest, spots_named
from timeline.events.place_words import Words, is_no_place

_CAPITAL = r"(?:[A-Z]{1,2}(?:\.[A-Z]{1,2})+\.?|[^\W\d_a-zà-öø-ÿ][\w'’.-]*\w)"  # a word that begins with one
_NAME = rf"{_CAPITAL}(?:\s+(?:(?:de|del)\s+(?:(?:la|las|los|el)\s+)?)?{_CAPITAL})*"
_OF = r"(?:\s+(?:del?|de\s+(?:la|las|los|el)))?"
_AND = re.compile(rf"\s*(?:,|\by\b|\be\b)\s*(?P<name>{_NAME})")
_DONDE = re.compile(rf"(?P<name>{_NAME}),?\s+(?P<where>donde)\b")
_DONDE_LONG = 5
_UNMISTAKABLE = 500_000  # inhabitants of a town that is no person's name
_NEAR = 40  # letters between a word of going and its preposition


@dataclass(frozen=True)
class PhraseReader:
    """What decides in an article whether a name after a preposition is a place."""

    words: Words
    about: Mapping[str, int]

    def read(self, clause: str) -> Iterator[str]:
        """The names of places in a clause, in their order."""
        found: dict[int, str] = {}
        for match in self._phrase.finditer(clause):
            if self._leads_there(clause, match):
                found |= self._names(clause, match)
        for match in self._border.finditer(clause):
            found |= self._names(clause, match)
        for match in self._object.finditer(clause):
            if self._is_known(match["name"]) or (
                not match["of"] and not is_no_place(match["name"], self.words)
            ):
                found.setdefault(match.start("name"), match["name"])
        return (name for _, name in sorted(found.items()))

    def read_before(self, text: str, start: int, end: int) -> Iterator[str]:
        """The place that "donde" at the beginning of a clause means: the name right before it."""
        before = _DONDE.search(text, max(0, start - _NEAR), start + _DONDE_LONG)
        if before and start <= before.start("where") < min(end, start + _DONDE_LONG):
            yield before["name"]

    @cached_property
    def _phrase(self) -> re.Pattern[str]:
        prepositions = sorted(self.words.where | self.words.going, key=lambda each: (-len(each), each))
        spelled = "|".join(
            _spaced(each) + ("l?" if each.split()[-1] in ("a", "de") else "") for each in prepositions
        )
        between = "|".join(sorted(self.words.between))
        nouns = "|".join(sorted(map(re.escape, self.words.nouns), key=len, reverse=True))
        at_noun = r"(?:[a-zà-ÿ]+\s+(?:del|de\s+(?:la|los|las))\s+)?"  # "la fila del puente"
        noun = rf"(?:{at_noun}(?P<noun>{nouns})(?P<what>(?:\s+(?!de\b)[a-zà-ÿ]+)?){_OF}\s+)?"
        return re.compile(
            rf"\b(?i:(?P<preposition>{spelled}))\s+(?P<article>(?:(?:{between})\s+)*){noun}(?P<name>{_NAME})"
        )

    @cached_property
    def _object(self) -> re.Pattern[str]:
        verbs = "|".join(sorted(self.words.objects))
        return re.compile(rf"\b(?i:{verbs})\w*\s+(?P<of>a\s+)?(?P<name>{_NAME})")

    @cached_property
    def _border(self) -> re.Pattern[str]:
        """What a border parts: "la frontera con Delmar"."""
        return re.compile(
            rf"(?P<noun>frontera)\s+(?P<preposition>con|entre)\s+(?P<article>)(?P<name>{_NAME})"
        )

    @cached_property
    def _gone(self) -> re.Pattern[str]:
        """A word of going."""
        return re.compile(rf"\b(?:{'|'.join(sorted(self.words.motion))})")

    @cached_property
    def _just_gone(self) -> re.Pattern[str]:
        """One with no more than a word of time behind it: "salió ayer" before "de Delmar"."""
        times = "|".join(sorted(self.words.times))
        return re.compile(rf"\b(?:{'|'.join(sorted(self.words.motion))})\w*\s+(?:(?:{times})\s+)*$")

    def _leads_there(self, clause: str, match: re.Match[str]) -> bool:
        preposition = _bare(match["preposition"])
        if preposition in self.words.where:
            return True
        before = clause[max(match.start() - _NEAR, 0) : match.start()].lower()
        return bool((self._just_gone if preposition == "de" else self._gone).search(before))

    def _names(self, clause: str, match: re.Match[str]) -> dict[int, str]:
        """The name of a match and those that are coordinated with it, by where they begin."""
        start, name, noun = match.start("name"), match["name"], match["noun"]
        if noun and noun in self.words.named:
            found = {match.start("noun"): clause[match.start("noun") : match.end("name")]}
        elif (noun and not is_no_place(name, self.words)) or (not noun and self._is_place(name, match)):
            found = {start: name}
        else:
            return {}
        while more := _AND.match(clause, match.end("name")):
            is_sure = self._is_known(more["name"]) or match["preposition"] == "entre"
            if not is_sure or is_no_place(more["name"], self.words):
                break
            found[more.start("name")] = more["name"]
            if match["preposition"] == "entre":
                break
            match = more
        return found

    def _is_place(self, name: str, match: re.Match[str]) -> bool:
        if is_no_place(name, self.words):
            return False
        if name.split()[0].lower() in self.words.named and " " in name:  # "el Hotel Tara"
            return True
        preposition = _bare(match["preposition"])
        if name.isupper() and country_named(name) is None:
            return False
        if self._is_told(name, match, preposition):
            return True
        if preposition in self.words.where:
            return self._is_known(name) or (preposition == "en" and not match["article"])
        spot = likeliest(spots_named(name), self.about)
        return spot is not None and (
            spot.kind is not Kind.TOWN or spot.country in self.about or spot.weight >= _UNMISTAKABLE
        )

    def _is_told(self, name: str, match: re.Match[str], preposition: str) -> bool:
        """Whether an unlisted name is a place's by its first word or by a verb before it: "viajó a"."""
        if spots_named(name):
            return False
        if name.split()[0] in self.words.beginning and " " in name:
            return True
        before = match.string[max(match.start() - _NEAR, 0) : match.start()].lower()
        return preposition in ("a", "de") and bool(self._gone_oneself.search(before)) and not match["article"]

    @cached_property
    def _gone_oneself(self) -> re.Pattern[str]:
        times = "|".join(sorted(self.words.times))
        moving = "|".join(sorted(self.words.self_moving | {"sali", "salg"}))
        return re.compile(rf"\b(?:{moving})\w*\s+(?:(?:{times})\s+)*$")

    def _is_known(self, name: str) -> bool:
        """Whether it is a country, a capital or a region, or a town that the article can mean."""
        spots = spots_named(name)
        return likeliest(spots, self.about) is not None or any(each.kind is not Kind.TOWN for each in spots)


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _bare(preposition: str) -> str:
    """Without the article that has grown into it, in small letters: "a" for "al"."""
    words = preposition.lower().split()
    last = words[-1].removesuffix("l") if words[-1] in ("al", "del") else words[-1]
    return " ".join([*words[:-1], last])
