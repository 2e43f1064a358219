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
_FEW = 4  # words of a label that tells little
_BRIM = 64  # characters of one that may have been cut
_SPEAKER_MOST = 40  # characters of whose words it is
_SUBJECT_MOST = 42  # characters before the verb of a clause without a tree
_REST = 25  # and so many from the verb on
_NEAR_END = 20  # characters after a comma that a cut leaves out with it
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_EDGES = " ,;:-–—"
_PAIRED = re.compile(r"[][()“”«»\"]")
_CLAUSE_END = re.compile(r"[.,;:]")
_ASIDE = re.compile(r",[^,]*,(?= |$)")
_SENTENCE_END = re.compile(r"[.;!?]\s|\n")
_SUBJUNCTIVE = re.compile(r"(?:ara|iera|ase|iese)[ns]?$")
_HOLLOW = re.compile(
    r", (?:que \w+|\w+(?:[aei]d|st|rt|ch)[oa]s?), "
)  # what is left of an aside without its date
_PLACE_OF_SAYING = re.compile(r" en [A-ZÁÉÍÓÚ]\w+(?= que )")
_HALF_PHRASE = re.compile(r",? (?:con|en|para|por|a|al|sobre|desde|tras|contra|ante)(?: [a-záéíóú]+){1,2}$")
_HOPED_MOST = 85  # characters, dates included, of a sentence told with what somebody hopes
_BARE_VERB = re.compile(r"[A-Z][a-z]+(?:ed|ing) (?:a|an|the|in|on|at|of|to|for|with|by|from)\b")
_BARE = 2  # words that are less than a clause
_DATELINE = re.compile(r"[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ ]+(?:, [\w ]+)? [–—-] ")
_PARTICIPLE = re.compile(r"[aeiu]d[oa]s?$")
_BETWEEN = re.compile(r"\b(?:entre|between) (?:y|and)\b,? *", re.IGNORECASE)
_INFINITIVE = re.compile(r"\w+[aei]r(?:se|lo|la|los|las|le)?\b")
_NOUN_BEFORE = re.compile(
    r".*\b((?:el|la|los|las|un|una|unos|unas) [a-záéíóúüñ]+(?: de [a-záéíóúüñ]+| [a-záéíóúüñ]+)?)$", re.DOTALL
)
_FARTHEST = 60  # characters from a noun to its relative clause
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
    actors: Sequence[str] = (),
    attribution: str = "",
) -> str:
    """A caption from a clause without a tree: its words without the dates, shortened at a word, and before
    the verb if that is far in; who does it by name where the clause leaves it to the verb, and whose words
    it is.

    >>> label_in("El lunes cerraron el puente de Norte.", 0, 36, [(0, 8)], "es")
    'Cerraron el puente de Norte'
    >>> label_in("El lunes cerró el puente.", 0, 24, [(0, 8)], "es", 9, ["Ana Roca"])
    'Ana Roca cerró el puente'
    """
    words = label_words(language)
    clause_end = _with_content(text, clause_end, words)
    bounds = _widened(text, clause_start, clause_end, timexes, words, verb_start)
    verb_start = verb_start if bounds[0] == clause_start else None
    clause_start, clause_end = bounds
    inside = [span for span in timexes if clause_start <= span[0] and span[1] <= clause_end]
    clause_start += _dateline(text[clause_start:clause_end])
    cut = clause_start if verb_start is None else max(clause_start, verb_start)
    if _is_bare_participle(text[:cut], text[cut:clause_end], words):
        cut = clause_start
    after = _without_dates(text, cut, clause_end, inside, words)
    noun = _noun_before(text, clause_start, cut, words) if verb_start is not None else ""
    before = _without_first(_without_dates(text, clause_start, cut, inside, words), words["opening"])
    before = _without_rest_of_date(before, text[clause_start:cut], words)
    before = f"{noun} {before}".strip()
    doer = _unsaid(before, after, actors, words) if verb_start is not None else ""
    lead = _speaker(attribution, f"{doer} {before} {after}".strip()[:MOST], words) + doer
    before = _with_room_for(after, before, words, MOST - len(lead) - 1)
    said = _IN_WHICH.sub("", _without_first(f"{before} {after}", words["opening"]))
    said = _whole(_HOLLOW.sub(" ", said), MOST - len(lead) - 1, words)
    return capitalised(f"{lead.rstrip()} {_continued(said, doer, words)}" if lead else said)


def _noun_before(text: str, start: int, verb: int, words: Words) -> str:
    """The noun that a relative clause without another subject tells of: "ships" of "ships that sank"."""
    between = text[start:verb].split()
    links = words["content_links"]
    is_relative = (
        bool(between)
        and between[0].lower() in links
        and all(each.lower() in words["helpers"] for each in between[1:])
    )
    noun = _NOUN_BEFORE.search(text[max(start - _FARTHEST, 0) : start].rstrip()) if is_relative else None
    return noun.group(1) if noun else ""


def _dateline(clause: str) -> int:
    """How many characters stand before what a clause with a dateline tells."""
    found = _DATELINE.match(clause)
    return found.end() if found else 0


def _is_bare_participle(before: str, after: str, words: Words) -> bool:
    """Whether a verb is a participle beside a noun, which has no subject: "a meeting held in Oslo"."""
    verb, last = after.partition(" ")[0].strip(_EDGES), before.rstrip().rpartition(" ")[2].lower()
    return bool(_PARTICIPLE.search(verb)) and last not in words["helpers"]


def _widened(
    text: str, start: int, end: int, timexes: Iterable[tuple[int, int]], words: Words, verb_start: int | None
) -> tuple[int, int]:
    """The bounds of a clause, those of its sentence where it tells too little by itself: a condition, what
    somebody hopes, or a verb and no more."""
    clause, before = text[start:end].lstrip(_EDGES), text[:start].rstrip()
    if verb_start is None or not before:
        return start, end
    first, link = clause.partition(" ")[0].lower(), before.rpartition(" ")[2].lower()
    if first in words["conditions"]:
        stop = _SENTENCE_END.search(text, end)
        return start, stop.start() if stop else len(text)
    verb = text[verb_start:end].partition(" ")[0].strip(_EDGES).lower()
    is_hoped = bool(_SUBJUNCTIVE.search(verb)) and ({first, link} & words["content_links"])
    told = _without_dates(
        text, start, end, [each for each in timexes if start <= each[0] < end], words
    ).split()
    small = words["helpers"] | words["opening"] | words["dangling"]
    is_bare = sum(each.strip(_EDGES).lower() not in small for each in told) < _BARE
    if not (is_hoped or is_bare):
        return start, end
    opening = max((stop.end() for stop in _SENTENCE_END.finditer(text, 0, start)), default=0)
    is_too_long = is_hoped and not is_bare and end - opening > _HOPED_MOST
    return (start, end) if is_too_long else (opening, end)


def _whole(said: str, room: int, words: Words) -> str:
    """Cut where it is too long: behind a semicolon, without where something was said or half a phrase."""
    said = said.partition(";")[0] if len(said.partition(";")[0].split()) >= _FEW else said
    said = _PLACE_OF_SAYING.sub("", said) if len(said) > room else said
    cut = tidied(said, room, words)
    rest = " ".join(said.split()).strip(_EDGES)[len(cut) :].split()
    if rest and rest[0].lower() in words["links"]:
        shorter = _HALF_PHRASE.sub("", cut)
        return tidied(shorter, room, words) if len(shorter.split()) >= _FEW else cut
    return cut


def _with_content(text: str, clause_end: int, words: Words) -> int:
    """The end of a clause with what it reports, if that goes on behind it: "the mayor said", "that …"."""
    rest = text[clause_end:]
    if not rest.startswith(tuple(f" {link} " for link in words["content"])):
        return clause_end
    end = _CLAUSE_END.search(rest)
    return clause_end + (end.start() if end else len(rest))


def _unsaid(before: str, after: str, actors: Sequence[str], words: Words) -> str:
    """Who does it, where the clause leaves it to a verb in the singular."""
    verb, name = after.partition(" ")[0].lower(), actors[0] if len(actors) == 1 else ""
    is_bare = all(word.lower() in words["helpers"] - words["reflexive"] for word in before.split())
    is_singular = not (verb.endswith("n") or _INFINITIVE.fullmatch(verb) or before.endswith("n"))
    is_named = not name or name.split()[-1].lower() in after.lower()
    return name if words["reflexive"] and is_bare and is_singular and not is_named else ""


def _speaker(attribution: str, said: str, words: Words) -> str:
    """Whose words it is, if they are not those of whom it tells."""
    names = attribution.split(";") if attribution else []
    if not names or any(name.split()[-1].lower() in said.lower() for name in names):
        return ""
    return tidied(", ".join(names), _SPEAKER_MOST, words) + ": "


def _continued(said: str, doer: str, words: Words) -> str:
    """In small letters where what stands before it now begins the label."""
    is_small = bool(doer) or said.partition(" ")[0].lower() in words["dangling"]
    return said[:1].lower() + said[1:] if is_small else said


def _without_dates(text: str, start: int, end: int, timexes: Iterable[tuple[int, int]], words: Words) -> str:
    said, before = "", words["before_date"]
    for begin, stop in sorted(timexes):
        if start <= begin < end and not _is_object(text[start:begin], text[begin:stop], words):
            said += _without_last(text[start:begin], before) + " "
            start = stop
    return _BETWEEN.sub("", " ".join((said + text[start:end]).split())).replace(" ,", ",").replace(",,", ",")


def _is_object(before: str, date: str, words: Words) -> bool:
    """Whether words of time are what a verb takes: "gave 24 hours"."""
    last = before.rstrip().rpartition(" ")[2].lower()
    is_counted = date[:1].isdigit() or date.partition(" ")[0].lower() in words["numerals"]
    return is_counted and last[-1:].isalpha() and last not in words["before_date"]


def _without_rest_of_date(said: str, whole: str, words: Words) -> str:
    """Without what a date at the front counted from: "minutes after the vote, …"."""
    said = said.lstrip(_EDGES)
    rest, comma, main = said.partition(", ")
    is_cut = not whole.lstrip().startswith(said[:12])
    is_rest = is_cut and bool(comma) and rest.partition(" ")[0].lower() in words["fronts"] | words["links"]
    return main if is_rest else said


def _with_room_for(after: str, before: str, words: Words, room: int) -> str:
    """What stands before the verb, shortened as far as the rest needs it."""
    if len(before) + len(after) < room:
        return before
    front, comma, main = before.partition(", ")
    if comma and front.partition(" ")[0].lower() in words["fronts"]:
        before = main
    before = _without_asides(before, words)
    for link in words["content_links"]:
        main, _, rest = before.rpartition(f" {link} ")
        is_long = len(before) > _SUBJECT_MOST and not main.endswith(" sin")
        before = rest if is_long else before
    is_too_long = len(before) > _SUBJECT_MOST and len(before) + min(len(after), _REST) > room
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
    said, dangling = _balanced(" ".join(said.split()).strip(_EDGES)).strip(), words["dangling"]
    if len(said) > room:
        said = said[: room + 1].rpartition(" ")[0]
        main, comma, rest = said.rpartition(",")
        said = main if comma and len(rest) < _NEAR_END and len(main) > room / 2 else said
        dangling, is_whole = dangling | words["after_cut"], False
    dangling = frozenset() if is_whole else dangling
    return _without_loose_end(_balanced(said), dangling, words).rstrip(_EDGES + ".")


def _without_loose_end(said: str, dangling: frozenset[str], words: Words) -> str:
    ends = _loose_ends(words["loose_ends"])
    while True:
        said = said.rstrip(_EDGES)
        before, _, last = said.rpartition(" ")
        if before and said.endswith(ends):
            said = said[: -max(len(end) for end in ends if said.endswith(end))]
        elif before and last.lower() in dangling:
            said = before
        else:
            return said


@cache
def _loose_ends(ends: frozenset[str]) -> tuple[str, ...]:
    return tuple(f" {end}" for end in sorted(ends))


def _balanced(said: str) -> str:
    """Without the marks whose other half is missing."""
    if not _PAIRED.search(said):
        return said
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
    pair = " ".join(said.split()[:2]).strip(",").lower()
    said = said[len(pair) :].lstrip(_EDGES) if "+".join(pair.split()) in words else said
    while (parts := said.partition(" "))[0].strip(",").lower() in words and parts[2]:
        said = parts[2].lstrip(_EDGES)
    return said


def best_label(labels: Sequence[str]) -> str:
    """Of the labels of an event's mentions the one that tells it best: not as somebody's words, in as many of
    the words that the others share, with somebody who does it, neither short nor full to the brim; of equals
    the first in the alphabet.

    >>> best_label(["Roca left", "Ana Roca left the harbour council", "Union: Ana Roca left the council"])
    'Ana Roca left the harbour council'
    """
    return min(labels, key=lambda label: (-_goodness(label, labels), label), default="")


def _goodness(label: str, labels: Sequence[str]) -> float:
    words = label.split()
    own = {word.lower() for word in words}
    shared = sum(len(own & {word.lower() for word in other.split()}) for other in labels) / (len(own) or 1)
    is_short = len(words) < _FEW
    is_brim = len(label) > _BRIM
    is_weak = words[:1] and words[0].lower() in label_words(LANGUAGE)["weak_openings"]
    is_weak = is_weak or label.endswith("?") or bool(_BARE_VERB.match(label))
    return shared / len(labels) - (": " in label) - is_short - bool(is_weak) - 0.3 * is_brim
