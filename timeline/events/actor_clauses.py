"""Clauses of a language without a parser → who acts in them, by light rules over their words.

Spanish marks persons that suffer with "a", and what is not subject mostly with a preposition: the first name
of a clause before its verb that stands bare is the subject. A clause without one may go on with the subject
told before (`actor_ellipsis`). What these rules do not see is left blank.
"""

import re

from timeline.events.actor_ellipsis import INFINITIVE, PARTICIPLE, carried_subject, is_asked_of_pronoun
from timeline.events.actor_groups import bare_names, group_names, is_bare, preposition, sentence_start
from timeline.events.actor_names import Actor
from timeline.events.actor_runs import Found, Names, find_names
from timeline.events.actor_words import words

__all__ = ["Names", "actors_in", "find_names"]

_WORD = re.compile(r"[^\W\d_]+")
_AFTER_VERB = re.compile(r"\s+(?:(?:el|la|los|las)\s+)?(?:[^\W\d_A-ZÁÉÍÓÚÑ][\w]*\s+){0,3}?")
_BY = re.compile(r"\s+(?:\w+\s+)?por\s+(?:(?:el|la|los|las)\s+(?:[a-záéíóúñ]+\s+){0,3}?)?")
_APPOSED = re.compile(r"\s+(?:el|la)\s+(?:[a-záéíóúñ]+\s+){0,4}?[a-záéíóúñ]+,\s+(?:[a-záéíóúñ]+\s+)?")
_TIMED = ("por", "de", "del", "en", "a", "al", "este", "esta")  # in a time: "este martes por la noche"
_FIRST_PERSON = re.compile(r"(?:[éí]|[aei]mos|oy|go)$")
_QUOTE_ENDS = re.compile(r"[»”]")
_SAID = re.compile(r"[»”],?\s+(?=([^\W\d_]+))")
_LONGEST_QUOTE = 400  # letters from a verb to the end of the quotation around it
_NEAR = 3  # words between a name and the infinitive that it is asked to do


def actors_in(names: Names, start: int, end: int, verb: int) -> tuple[Actor, ...]:
    """Who acts in the clause `text[start:end]` whose verb begins at `verb`: the first name before the verb
    without a preposition, with those listed beside it; else a person right behind the verb, or an agent after
    "por"; else who acted before, where the clause goes on with it.

    >>> text = "El lunes, Ana Roca y Noruega pidieron ayuda. La ley fue rechazada por la ONU. Él irá."
    >>> names = find_names(text)
    >>> clauses = (0, 43, 29), (45, 76, 56), (78, 85, 81)
    >>> [[each.name for each in actors_in(names, *clause)] for clause in clauses]
    [['Ana Roca', 'Norway'], ['Naciones Unidas'], []]
    """
    word = _WORD.match(names.text, verb)
    infinitive = word is not None and INFINITIVE.search(word[0])
    if infinitive and is_asked_of_pronoun(names, verb):
        return ()
    if word and _FIRST_PERSON.search(word[0]) and (said := _saying(names, verb)):
        return tuple(dict.fromkeys(each.actor for each in _behind(names, said, said + _LONGEST_QUOTE)))
    group = (
        (infinitive and _asked(names, verb)) or bare_names(names, start, verb) or _behind(names, verb, end)
    )
    return tuple(dict.fromkeys(each.actor for each in group or carried_subject(names, start, verb)))


def _saying(names: Names, verb: int) -> int:
    """Where the verb of saying behind the quotation around a verb begins, 0 if it stands in none."""
    end = _QUOTE_ENDS.search(names.text, verb, verb + _LONGEST_QUOTE)
    opened = re.search("[«“]", names.text[verb : end.start()]) if end else None
    said = _SAID.match(names.text, end.start()) if end and not opened else None
    return said.start(1) if said and said[1].lower() in words("speaking", names.language) else 0


def _asked(names: Names, verb: int) -> list[Found]:
    """Whom the words before an infinitive name after "a": "pidió a Ana Roca salir"."""
    start = sentence_start(names.text, verb)
    before = [each for each in names.found if start <= each.start and each.end <= verb]
    near = [each for each in before[-1:] if len(names.text[each.end : verb].split()) < _NEAR]
    return [each for each in near if preposition(names, each) in ("a", "al")]


def _behind(names: Names, verb: int, end: int) -> list[Found]:
    word = _WORD.match(names.text, verb)
    if word is None:
        return []
    after = [each for each in names.found if word.end() < each.start < end]
    for group in group_names(names, after)[:1]:
        between = _without_time(names.text[word.end() : group[0].start], names.language)
        is_near = _AFTER_VERB.fullmatch(between) or _APPOSED.fullmatch(between)
        is_subject = is_near and is_bare(names, group[0])
        may_be = group[0].actor.kind == "person" or word[0].lower() in words("speaking", names.language)
        if (is_subject and may_be) or (_BY.fullmatch(between) and PARTICIPLE.search(word[0])):
            return group
    return []


def _without_time(between: str, language: str) -> str:
    """What stands between a verb and a name, without the time behind the verb: "el martes por la noche"."""
    parts = re.findall(r"\s+\S*", between)
    may_be = words("times", language) | set(_TIMED)
    size = 0
    while size < len(parts) and (parts[size].strip() in may_be or parts[size].strip().isdigit()):
        size += 1
    while size and parts[size - 1].strip() not in words("times", language) - {"el", "la"}:
        size -= 1
    return "".join(parts[size:])
