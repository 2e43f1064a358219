"""Does a bare "Tuesday" look back or ahead? The words around it tell, mostly the nearest verb."""

import re
from dataclasses import dataclass
from functools import cache

from timeline.temporal.expression import Direction

REACH = 160  # characters on each side in which a cue is looked for
FOLLOWING = 1.5  # a cue after the timex is farther away than one before it
BARRIER = 4  # words that a comma or a "that" counts for


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that decided a direction, and how far they are, in words and barriers between; whether they
    tell of what was over before the story's own time ("had fled")."""

    direction: Direction
    words: str
    distance: float = 0
    is_pluperfect: bool = False


@dataclass(frozen=True, slots=True)
class CueWords:
    """A language's cues, compiled. `deadline` is a word right before the timex that looks ahead."""

    cue: re.Pattern
    pluperfect: re.Pattern
    barrier: re.Pattern
    deadline: re.Pattern


@cache
def load_cues(
    future: tuple[str, ...],
    past: tuple[str, ...],
    not_past: tuple[str, ...],
    before_future: tuple[str, ...],
    barriers: tuple[str, ...],
    pluperfect: tuple[str, ...] = (),
) -> CueWords:
    """The patterns of a language file's `[direction]`."""
    either = f"(?P<future>{'|'.join(future)})|(?P<past>{'|'.join(past)})"
    cue = rf"(?<![\w-])(?!(?:{'|'.join(not_past)})\b)(?:{either})\b"
    marks = [rf"\b{word}\b" if word.isalpha() else re.escape(word) for word in barriers]
    deadline = rf"\b(?:{'|'.join(before_future)})\s+$"
    over = re.compile("|".join(pluperfect) or r"(?!)")
    return CueWords(re.compile(cue), over, re.compile("|".join(marks)), re.compile(deadline))


def find_cue(text: str, sentence: tuple[int, int], start: int, end: int, words: CueWords) -> Cue | None:
    """The cue nearest to the timex at `text[start:end]` in its sentence; None if there is none."""
    before = text[max(sentence[0], start - REACH) : start]
    after = text[end : min(sentence[1], end + REACH)]
    cues = [(_distance(before[match.end() :], words), match) for match in words.cue.finditer(before)]
    cues += [
        (FOLLOWING * _distance(after[: match.start()], words) + 1, match)
        for match in words.cue.finditer(after)
    ]
    if deadline := words.deadline.search(before):
        return Cue(Direction.FUTURE, deadline.group().strip())
    if not cues:
        return None
    distance, match = min(cues, key=lambda each: each[0])
    direction = Direction.FUTURE if match["future"] else Direction.PAST
    return Cue(direction, match.group(), distance, words.pluperfect.match(match.group()) is not None)


def _distance(between: str, words: CueWords) -> float:
    return len(between.split()) + BARRIER * len(words.barrier.findall(between))
