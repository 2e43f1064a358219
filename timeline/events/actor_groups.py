"""Names in an unparsed text → which of them may be the subject of a clause: those without a preposition, with
what is listed beside them."""

import re
from collections.abc import Sequence

from timeline.events.actor_runs import Found, Names
from timeline.events.actor_words import words

_ENDS = re.compile(r"[.!?…:;]\s|\n")
_LIST = re.compile(r",\s+(?:(?:el|la|los|las)\s+)?")
_AND = re.compile(r",?\s+[ye]\s+(?:(?:el|la|los|las|su)\s+(?:(?!de|a[l ]|con|en)[a-záéíóúñ]+,?\s+){0,4})?")
_MOST_BETWEEN = 3  # words between a name and a verb of the same relative clause
_LONGEST = 500  # letters of a sentence that are read back


def bare_names(names: Names, start: int, end: int) -> list[Found]:
    """The first names of `text[start:end]` that stand without a preposition."""
    groups = group_names(names, [each for each in names.found if start <= each.start and each.end <= end])
    return next((each for each in groups if is_bare(names, each[0]) and not _is_within(names, each, end)), [])


def _is_within(names: Names, group: Sequence[Found], verb: int) -> bool:
    """Whether a name stands in a relative clause before the verb: "la marcha que Ana Roca convocó reunió"."""
    before = _before(names, group[0])
    while len(before) > 1 and before[-1] not in ("que", ",") and before[-2] == "que":  # "que el empresario"
        before.pop()
    is_relative = before[-1:] == ["que"] and not words("speaking", names.language) & set(before[-2:-1])
    return is_relative and len(names.text[group[-1].end : verb].split()) > _MOST_BETWEEN


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence of an offset begins, or the part of it after a colon or a semicolon."""
    ends = [each.end() for each in _ENDS.finditer(text, max(0, offset - _LONGEST), max(0, offset))]
    return ends[-1] if ends else max(0, offset - _LONGEST)


def group_names(names: Names, found: Sequence[Found]) -> list[list[Found]]:
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


def is_bare(names: Names, found: Found) -> bool:
    """Whether a name may be a subject: without a preposition, or after "los países del"."""
    return preposition(names, found) == ""


def preposition(names: Names, found: Found) -> str:
    """The preposition before a name, and before the article and the titles that stand there; none where the
    name is an organisation's whose members are named."""
    before = _before(names, found)
    link = before[-1] if before and before[-1] in words("prepositions", names.language) else ""
    return "" if is_by_its_members(names, found) else link


def is_by_its_members(names: Names, found: Found) -> bool:
    """Whether those who act are members of the organisation that is named: "los países del Grupo"."""
    of, part = ["", "", *_before(names, found)][-1:-3:-1]
    is_named = re.match(r",\s+[^\W\d_a-z]", names.text[found.end :])  # "the envoy of the Union, Ana Roca,"
    is_part = of in ("de", "del") and part in words("parts", names.language)
    return is_part and found.actor.kind != "person" and not is_named


def _before(names: Names, found: Found) -> list[str]:
    """The words before a name, its article and titles left out."""
    before = re.findall(r"[\w.]+|[^\w\s]", names.text[max(0, found.start - 60) : found.start].lower())
    with_name = words("articles", names.language) | words("titles") | words("outlets", names.language)
    while before and before[-1] in with_name:
        before.pop()
    return before
