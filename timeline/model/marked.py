"""Sentences with their names marked in place, in the form of `train/stories/GUIDE.md`, → texts and spans."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

_MARK = re.compile(r"\[(PER|ORG|GPE|LOC) ([^\[\]]+)\]")


Marked = tuple[str, list[tuple[int, int, str]]]  # a sentence, and of each name its offsets and its label


def read_marked(text: str) -> list[list[Marked]]:
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


def read_stories(folder: Path) -> Iterator[list[Marked]]:
    """The stories of all files of a folder, in the order of their names."""
    for path in sorted(folder.glob("*.txt")):
        yield from read_marked(path.read_text("utf-8"))


def marked_doc(sentences: Iterable[Marked], nlp: Language) -> Doc:
    """Marked sentences as one doc, a space between them, with its names and the starts of its sentences.

    >>> import spacy
    >>> doc = marked_doc([("Mia Lund left.", [(0, 8, "PER")]), ("Oslo waits.", [])], spacy.blank("en"))
    >>> doc.ents, [sentence.text for sentence in doc.sents]
    ((Mia Lund,), ['Mia Lund left.', 'Oslo waits.'])
    """
    text, starts, spans = "", [], []
    for sentence, marks in sentences:
        starts.append(len(text))
        spans += [(len(text) + start, len(text) + end, label) for start, end, label in marks]
        text += sentence + " "
    doc = nlp.make_doc(text.rstrip())
    for token in doc:
        token.is_sent_start = token.idx in starts
    doc.set_ents([doc.char_span(*each, alignment_mode="expand") for each in spans])
    return doc


def _unmarked(line: str) -> Marked:
    text, spans, done = "", [], 0
    for match in _MARK.finditer(line):
        text += line[done : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        done = match.end()
    return text + line[done:], spans
