"""Patterns of words as an automaton: rules, the nodes they hang on, and how a pattern is written.

In a pattern, `<class>` or `<name:class>` is a slot handed to the production under that name, `[x]` may be
missing, `(a|b)` is a choice, anything else is the word itself.
"""

import re
from dataclasses import dataclass, field

# in a context list: a capitalised word that no pattern knows; any capitalised word; a number; the start of a
# sentence, or the end of the one before
NAME, CAPITAL, NUMBER, START = "<Name>", "<Capital>", "<Number>", "<Start>"

Item = tuple[str, str]  # slot name, empty for a word itself; symbol


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern's meaning. Contexts are the words beside the span that a final reading asks for
    (`after`, `before`) or forbids (`not_after`, `not_before`); empty sets ask nothing."""

    name: str
    yields: str
    make: str
    slots: tuple[str, ...]
    final: bool
    priority: int
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()


@dataclass(slots=True)
class Node:
    """A state of the automaton: where each symbol leads, and the rules that end here (for a spelling of
    several words, with its meaning)."""

    children: dict[str, "Node"] = field(default_factory=dict)
    rules: list[tuple[Rule, object]] = field(default_factory=list)

    def add(self, rule: Rule, items: list[Item], value: object = None) -> None:
        """Hang a rule on the node that its symbols lead to."""
        node = self
        for _, symbol in items:
            node = node.children.setdefault(symbol, Node())
        node.rules.append((rule, value))


_ITEM = re.compile(r"\[(?P<optional>[^\]]+)\]|\((?P<choice>[^)]+)\)|<[^>]+>|\S+")


def expand_pattern(pattern: str) -> list[list[Item]]:
    """All plain sequences of items that a pattern stands for.

    >>> expand_pattern("[the] <cycle:season>")
    [[('', 'the'), ('cycle', '<season>')], [('cycle', '<season>')]]
    """
    sequences: list[list[Item]] = [[]]
    for match in _ITEM.finditer(pattern):
        choices = _choices(match["optional"] or match["choice"] or match.group())
        choices += [[]] if match["optional"] else []
        sequences = [sequence + choice for sequence in sequences for choice in choices]
    return sequences


def _choices(text: str) -> list[list[Item]]:
    return [[_item(word) for word in choice.split()] for choice in text.split("|")]


def _item(word: str) -> Item:
    if not word.startswith("<"):
        return "", word
    slot, _, name = word[1:-1].rpartition(":")
    return slot or name, f"<{name}>"
