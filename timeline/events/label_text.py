"""A label's words as they are written: shortened at a word, with no loose ends; and, where a sentence has no
tree, taken from the clause as it stands.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from timeline.model.parsing import LANGUAGE

MOST = 70  # characters of a label
_SUBJECT_MOST = 42  # characters before the verb of a clause without a tree
_REST = 25  # and so many from the verb on
_NEAR_END = 20  # characters after a comma that a cut leaves out with it
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_EDGES = " ,;:-–—"
_ASIDE = re.compile(r",[^,]*,(?= |$)")
_INFINITIVE = re.compile(r"\w+[aei]r(?:se|lo|la|los|las|le)?\b")
_IN_WHICH = re.compile(r"^(?:en|con|de|por|a|para|del|al) (?:(?:el|la|los|las|lo) )?(?:que|cual|cuales) ")

Words = Mapping[str, frozenset[str]]


@cache
def label_words(language: str) -> Words:
    """The lists of a language; of one without any, empty ones."""
    tables = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))
    table = tables.get(language) or dict.fromkeys(tables[LANGUAGE], "")
    return {name: frozenset(told.split() if isinstance(told, str) else told) for name, told in table.items()}


def label_in(
    text: str,
    clause_start: int,
    clause_end: int,
    timexes: Sequence[tuple[int, int]] = (),
    language: str = LANGUAGE,
    verb_start: int | None = None,
) -> str:
    """A caption from a clause without a tree: its words without the dates, shortened at a word, and before
    the verb if that is far in.

    >>> label_in("El lunes cerraron el puente de Norte.", 0, 36, [(0, 8)], "es")
    'Cerraron el puente de Norte'
    """
    words = label_words(language)
    inside = [span for span in timexes if clause_start <= span[0] and span[1] <= clause_end]
    cut = clause_start if verb_start is None else max(clause_start, verb_start)
    after = _without_dates(text, cut, clause_end, inside, words)
    before = _without_dates(text, clause_start, cut, inside, words)
    before = _without_rest_of_date(before, text[clause_start:cut], words)
    before = _with_room_for(after, _without_first(before, words["opening"]), words)
    said = _IN_WHICH.sub("", _without_first(f"{before} {after}", words["opening"]))
    return capitalised(tidied(said, MOST, words))


def _without_dates(text: str, start: int, end: int, timexes: Iterable[tuple[int, int]], words: Words) -> str:
    said, before = "", words["before_date"]
    for begin, stop in sorted(timexes):
        if start <= begin < end and not _is_object(text[start:begin], text[begin:stop], before):
            said += _without_last(text[start:begin], before) + " "
            start = stop
    return " ".join((said + text[start:end]).split()).replace(" ,", ",")


def _is_object(before: str, words: str, prepositions: frozenset[str]) -> bool:
    """Whether words of time are what a verb takes: "gave 24 hours"."""
    last = before.rstrip().rpartition(" ")[2].lower()
    return words[:1].isdigit() and last[-1:].isalpha() and last not in prepositions


def _without_rest_of_date(said: str, whole: str, words: Words) -> str:
    """Without what a date at the front counted from: "minutes after the vote, …"."""
    said = said.lstrip(_EDGES)
    rest, comma, main = said.partition(", ")
    is_cut = not whole.lstrip().startswith(said[:12])
    is_rest = is_cut and bool(comma) and rest.partition(" ")[0].lower() in words["fronts"] | words["links"]
    return main if is_rest else said


def _with_room_for(after: str, before: str, words: Words) -> str:
    """What stands before the verb, shortened as far as the rest needs it."""
    if len(before) + len(after) < MOST:
        return before
    front, comma, main = before.partition(", ")
    if comma and front.partition(" ")[0].lower() in words["fronts"]:
        before = main
    before = _without_asides(before, words)
    is_too_long = len(before) > _SUBJECT_MOST and len(before) + min(len(after), _REST) > MOST
    return _shortened(before, words) if is_too_long and not _INFINITIVE.match(after) else before


def _without_asides(before: str, words: Words) -> str:
    """Without what stands between commas before the verb."""
    main, helpers = _parted(before, words)
    is_listed = ", y " in main or ", and " in main
    if main.endswith(",") and not is_listed:
        main = main.partition(",")[0]
    elif main.count(",") == 2 or is_listed:
        main = _ASIDE.sub("", main)
    return f"{main} {helpers}".rstrip()


def _shortened(before: str, words: Words) -> str:
    """A long subject to its first comma, or to its first linking word."""
    main, helpers = _parted(before, words)
    main = main.partition(",")[0]
    if len(main) > _SUBJECT_MOST:
        main = re.split(rf" (?:{'|'.join(sorted(words['links']))}) ", main)[0]
    return f"{main} {helpers}".rstrip()


def _parted(before: str, words: Words) -> tuple[str, str]:
    """What stands before a verb, and apart from it what belongs to the verb ("no se ha")."""
    main = _without_last(before, words["helpers"], "")
    return main.rstrip(), before[len(main) :].strip()


def tidied(said: str, room: int, words: Words, is_whole: bool = False) -> str:
    """Cut at a word where it is too long, with no loose end and no half of a pair of marks; `is_whole` says
    that a preposition at its end is no loose one ("went on").

    >>> tidied("Norland broke off relations with", 70, label_words("en"))
    'Norland broke off relations'
    """
    said, dangling = _balanced(" ".join(said.split()).strip(_EDGES)), words["dangling"]
    if len(said) > room:
        said = said[: room + 1].rpartition(" ")[0]
        main, comma, rest = said.rpartition(",")
        said = main if comma and len(rest) < _NEAR_END and len(main) > room / 2 else said
        dangling, is_whole = dangling | words["after_cut"], False
    return (said if is_whole else _without_loose_end(_balanced(said), dangling, words)).rstrip(_EDGES + ".")


def _without_loose_end(said: str, dangling: frozenset[str], words: Words) -> str:
    while True:
        said = said.rstrip(_EDGES)
        loose = max((end for end in words["loose_ends"] if said.endswith(f" {end}")), key=len, default="")
        before, _, last = said.rpartition(" ")
        if not before or not (loose or last.lower() in dangling):
            return said
        said = said.removesuffix(loose) if loose else before


def _balanced(said: str) -> str:
    """Without the marks whose other half is missing."""
    for opening, closing in _PAIRS:
        if said.count(opening) != said.count(closing):
            said = said.replace(opening, "").replace(closing, "")
    return said.replace('"', "") if said.count('"') % 2 else said


def capitalised(said: str) -> str:
    """With a capital at its front, and the others as they are."""
    return said[:1].upper() + said[1:]


def _without_last(said: str, words: frozenset[str], marks: str = " ,") -> str:
    """Without those of some words that end it."""
    while (parts := said.rstrip(" " + marks).rpartition(" "))[2].lower() in words and said.strip():
        said = parts[0]
    return said


def _without_first(said: str, words: frozenset[str]) -> str:
    """Without those of some words that begin it."""
    said = said.lstrip(_EDGES)
    while (parts := said.partition(" "))[0].strip(",").lower() in words and parts[2]:
        said = parts[2].lstrip(_EDGES)
    return said
