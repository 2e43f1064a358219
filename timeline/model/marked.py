"""Sentences with their names marked in place, in the form of `train/GUIDE.md`, → texts and spans."""

import re

_MARK = re.compile(r"\[(PER|ORG|GPE|LOC) ([^\[\]]+)\]")


def read_marked(text: str) -> list[list[tuple[str, list[tuple[int, int, str]]]]]:
    """The stories of a file in the form of GUIDE.md: of each sentence its text and spans (offsets, label).

    >>> read_marked("[PER Mia Lund] left [GPE Oslo].")
    [[('Mia Lund left Oslo.', [(0, 8, 'PER'), (14, 18, 'GPE')])]]
    """
    stories: list[list] = [[]]
    for line in text.splitlines():
        if line.strip():
            stories[-1].append(_unmarked(line.strip()))
        elif stories[-1]:
            stories.append([])
    return [story for story in stories if story]


def _unmarked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, done = "", [], 0
    for match in _MARK.finditer(line):
        text += line[done : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        done = match.end()
    return text + line[done:], spans
