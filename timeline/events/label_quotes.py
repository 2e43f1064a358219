"""Who said what, where the words of a quotation stand before their speaker: told by the marks around them,
for trees are often wrong there."""

from itertools import takewhile

from timeline.events.label_pieces import Caption, Story
from timeline.events.label_text import label_words, tidied
from timeline.events.label_words import joined
from timeline.events.tree_nodes import Node
from timeline.model.parsing import LANGUAGE

_MARKS = ("“", "”", '"', "``", "''", "«", "»")
_FARTHEST = 14  # words from the end of a quotation to its verb of saying
_MOST = 6  # words of a speaker
_LEAST = 2
_PAST = ("VBD", "VBZ", "VBP")
_BEYOND = ("WP", "WDT", "VBG", "VBN", ",", ".", ":", "VBD")  # tags that end who says it


def quotation(predicate: Node, story: Story, room: int) -> Caption | None:
    """Who says it and the words before, for a predicate behind a quotation; None where there is none.

    >>> from timeline.events.kinds import Status
    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "“The boat was full,” said a sailor who had rowed it."
    >>> tree = tree_of(parse_together(tokenise(text), [(0, len(text))]).doc)
    >>> quotation(tree[7], Story((), (), Status.HAPPENED, "", None), 70).text
    'a sailor said: the boat was full'
    """
    sentence = list(predicate.sent)
    marks = [place for place, word in enumerate(sentence) if word.text in _MARKS]
    if len(marks) < _LEAST or sentence[marks[-1]].i > predicate.i:
        return None
    behind = sentence[marks[-1] + 1 :]
    verb = next((word for word in behind[:_FARTHEST] if _says(word)), None)
    if verb is None:
        return None
    speaker = _speaker(behind, verb, story)
    quoted = [word for word in sentence[marks[0] + 1 : marks[-1]] if word.i not in story.dated]
    if not speaker or not quoted:
        return None
    text = f"{joined(speaker, {})} {verb.text}: {joined(quoted, {})}"
    said = tidied(_to_clause(text, room), room, label_words(LANGUAGE), is_whole=len(text) <= room)
    return Caption(said, has_doer=True, is_whole=len(text) <= room, words=(*speaker, verb, *quoted))


def _says(word: Node) -> bool:
    return word.tag_ in _PAST and word.lemma_.lower() in label_words(LANGUAGE)["reporting"]


def _speaker(behind: list[Node], verb: Node, story: Story) -> list[Node]:
    """Who says it, before the verb or behind it, by no more than a noun and its place."""
    at = behind.index(verb)
    before = [word for word in behind[:at] if not word.is_punct]
    words = list(takewhile(_is_its, before or behind[at + 1 :]))
    words = [word for word in words[:_MOST] if word.i not in story.dated]
    while words and words[-1].pos_ not in ("NOUN", "PROPN"):
        words.pop()
    return words


def _is_its(word: Node) -> bool:
    return word.tag_ not in _BEYOND and not word.is_punct


def _to_clause(text: str, room: int) -> str:
    """To the last comma that there is room for, where there is one behind the colon."""
    if len(text) <= room:
        return text
    head = text[:room]
    comma = max(head.rfind(", "), head.rfind("; "))
    return head[:comma] if comma > text.find(": ") + 15 else text
