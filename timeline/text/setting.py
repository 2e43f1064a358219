"""What decides, beside its own words, where an article's timex stands."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from spacy.tokens import Doc

from timeline.model.parsing import parse
from timeline.temporal.cycle import DayOfMonth, MonthDay
from timeline.temporal.expression import (
    Anaphoric,
    Expression,
    In,
    Within,
    cycle_of,
    find_anaphor,
    is_open,
    is_relative,
    open_part,
)
from timeline.temporal.interval import Interval
from timeline.text.direction import Cues, CueWords, Verbs, find_cues
from timeline.text.discourse import DiscourseWords, find_endings, find_quotations, find_ranges, find_sequences
from timeline.text.genre import Genre, find_genre, is_historical
from timeline.text.timex import Anchor, Timex
from timeline.text.verbs import find_verbs

MOST_BEFORE = 500  # characters of a sentence that are looked back over for a verb
MOST_PARSED = 1_500  # characters of a sentence; a longer one is a list or a table


class Refinement(StrEnum):
    """What makes placing better than counting everything from publication; each can be left out, to measure
    what it gains."""

    TENSE = "tense"
    BEFORE = "dates named before"
    RANGES = "ends of ranges"
    QUOTATIONS = "days of speaking"
    GENRE = "narratives"
    MODEL = "the English model"


ALL = frozenset(Refinement)


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides, beside its own words, where an article's timex stands."""

    text: str
    sentences: list[tuple[int, int]]
    publication: Anchor | None
    cues: CueWords
    discourse: DiscourseWords
    genre: Genre
    quotations: list[tuple[int, int]]
    partners: dict[int, int]  # of the two ends of a range: which timex waits for which
    follows: dict[int, int]  # weekdays that are named after another: "Tuesday and Wednesday"
    endings: dict[int, int]  # periods of which the next timex tells the last day
    verbs: Mapping[int, Verbs] = field(default_factory=dict)  # what the parse tells, by a timex's offset
    refinements: frozenset[Refinement] = ALL
    is_historical: bool = False  # whether a good share of its dates are stated and of years gone by

    def sentence(self, start: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        return self.sentences[max(0, bisect_right(self.sentences, (start, len(self.text) + 1)) - 1)]

    def before(self, start: int) -> str:
        """What stands before an offset in its sentence; of a very long one, the end."""
        return self.text[max(self.sentence(start)[0], start - MOST_BEFORE) : start]

    def sentence_before(self, start: int) -> int:
        """Where the sentence before the one that begins at an offset begins."""
        return self.sentence(max(0, start - 2))[0]

    def is_one_paragraph(self, start: int, end: int) -> bool:
        """Whether no blank line parts two offsets."""
        return "\n\n" not in self.text[start:end]


def find_setting(
    timexes: Sequence[Timex],
    text: str,
    sentences: list[tuple[int, int]],
    publication: Interval | None,
    words: tuple[CueWords, DiscourseWords],
    genre: Genre | None = None,
    refinements: frozenset[Refinement] = ALL,
) -> Setting:
    """The setting of an article's timexes; its genre is found unless it is given."""
    cues, discourse = words
    has_ranges = Refinement.RANGES in refinements
    if Refinement.GENRE not in refinements:
        genre = Genre.NEWS
    return Setting(
        text=text,
        sentences=sentences,
        publication=Anchor(publication) if publication else None,
        cues=cues,
        discourse=discourse,
        genre=genre or find_genre(timexes, publication),
        quotations=find_quotations(text),
        partners=_partners(timexes, find_ranges(timexes, text, discourse)) if has_ranges else {},
        follows={last: first for first, last in find_sequences(timexes, text, discourse)}
        if has_ranges
        else {},
        endings=dict(find_endings(timexes, text, discourse)) if has_ranges else {},
        refinements=refinements,
        is_historical=is_historical(timexes, publication),
    )


def _partners(timexes: Sequence[Timex], ranges: list[tuple[int, int]]) -> dict[int, int]:
    """In "March to May 2019" and "5 p.m. to 8 p.m. on Monday" the first end waits for the second, in "Monday to
    Friday" the second for the first."""
    waits = {}
    for first, last in ranges:
        one, other = timexes[first].expression, timexes[last].expression
        waiting = (
            is_open(one) and (not is_relative(other) or find_anaphor(other) is not None)
        ) or _is_mere_day(one, other)
        if waiting or (_has_no_day(one) and not _has_no_day(other)):
            waits[first] = last
        elif is_open(other):
            waits[last] = first
    return waits


def _is_mere_day(one: Expression, other: Expression) -> bool:
    """ "From the 3rd" before "to the 5th of May"."""
    return isinstance(cycle_of(one), DayOfMonth) and isinstance(cycle_of(other), MonthDay)


def _has_no_day(expression: Expression) -> bool:
    """Whether it is a time of day of which the words do not say the day."""
    return isinstance(expression, In) and isinstance(expression.base, Anaphoric)


def words_around(timex: Timex, setting: Setting) -> Cues:
    """The words around any timex in its sentence that speak of the past or the future."""
    return find_cues(setting.text, setting.sentence(timex.start), timex.start, timex.end, setting.cues)


def cues_of(timex: Timex, setting: Setting) -> Cues:
    """The words around an open timex that tell its direction, and the verbs that it hangs on."""
    if not is_open(timex.expression) or Refinement.TENSE not in setting.refinements:
        return Cues()
    cues = words_around(timex, setting)
    if isinstance(open_part(timex.expression), Within):
        before = setting.cues.length.search(setting.before(timex.start))
        cues = replace(cues, beginning=before.group() if before else cues.beginning)
    return replace(cues, verbs=setting.verbs.get(timex.start))


def has_sides(expression: Expression) -> bool:
    """Whether only the sentence can tell if a timex looks back or ahead."""
    is_settled = isinstance(open_part(expression), Within) or getattr(cycle_of(expression), "weekday", 0)
    return is_open(expression) and not is_settled


def with_verbs(setting: Setting, timexes: Sequence[Timex], doc: Doc, language: str) -> Setting:
    """The setting, with the verbs that its open timexes hang on: only their sentences are parsed."""
    waiting: dict[str, list[Timex]] = {}  # by their sentences; one that stands twice is parsed once
    for each in timexes:
        start, end = setting.sentence(each.start)
        if has_sides(each.expression) and end - start <= MOST_PARSED:
            waiting.setdefault(setting.text[start:end], []).append(each)
    firsts = [setting.sentence(each[0].start) for each in waiting.values()]
    parses = parse(doc, firsts, language) if firsts else None
    if parses is None:
        return setting
    verbs = {}
    for parsed, first, inside in zip(parses, firsts, waiting.values(), strict=True):
        for each in inside:
            place = each.start - setting.sentence(each.start)[0] + first[0]
            found = find_verbs(parsed, place, place + each.end - each.start, setting.cues)
            if found:
                verbs[each.start] = found
    return replace(setting, verbs=verbs)
