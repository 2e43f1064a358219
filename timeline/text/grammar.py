"""A language's words and patterns, read from its TOML file and made ready for the chart.

A file holds `[words.CLASS]` (meaning = spellings), `[lists]` (words used as context) and `[rules.NAME]`:
what the rule yields, its patterns, the production that gives them meaning. In a pattern, `<class>` or
`<name:class>` is a slot handed to the production under that name, `[x]` may be missing, `(a|b)` is a
choice, anything else is the word itself. A spelling with a capital must be capitalised in the text.
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from timeline.text.direction import CueWords, load_cues
from timeline.text.lexing import Atom, find_atoms
from timeline.text.productions import CLASSES, PRODUCTIONS
from timeline.text.shapes import shape_symbols

LANGUAGES = Path(__file__).with_name("lang")
# in a context list: a capitalised word that no pattern knows; the start of a sentence
NAME, START = "<Name>", "<Start>"


class GrammarError(ValueError):
    """A language file that cannot be used; the message names the rule."""


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
    """A state of the pattern automaton: where each symbol leads, and the rules that end here (for a
    spelling of several words, with its meaning)."""

    children: dict[str, "Node"] = field(default_factory=dict)
    rules: list[tuple[Rule, object]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the tagger knows of a language."""

    language: str
    root: Node
    lexicon: dict[str, tuple]
    literals: frozenset[str]
    triggers: frozenset[str]
    suffixes: dict[str, str]
    lists: dict[str, frozenset[str]]
    cues: CueWords

    def symbols(self, atom: Atom) -> list[tuple[str, object]]:
        """Every reading of one atom: (symbol, value)."""
        lower = atom.lower
        found = [(lower, None)] if lower in self.literals else []
        for symbol, value, capital in self.lexicon.get(lower, ()):
            if not capital or atom.text[0].isupper():
                found.append((symbol, value))
        return found + shape_symbols(atom, self.suffixes)

    def kind(self, text: str) -> int:
        """0 for a token that means nothing here, 1 for one that patterns use, 2 for one that starts a search.

        >>> grammar = load_grammar("en")
        >>> grammar.kind("Tuesday"), grammar.kind("the"), grammar.kind("bread")
        (2, 1, 0)
        """
        atoms = find_atoms(text)
        readings = [self.symbols(atom) for atom in atoms]
        if any(self._triggers(atom, symbols) for atom, symbols in zip(atoms, readings)):
            return 2
        return 1 if atoms and all(readings) else 0

    def _triggers(self, atom: Atom, symbols: list[tuple[str, object]]) -> bool:
        return bool(symbols) and (
            atom.lower in self.triggers or any(symbol in SHAPE_TRIGGERS for symbol, _ in symbols)
        )


SHAPE_TRIGGERS = frozenset({"<year>", "<decade>", "<iso>", "<slash>", "<ordinal>", "<clocktime>", "<clock12>"})


def available_languages() -> list[str]:
    """Codes of the languages that have a file."""
    return sorted(path.stem for path in LANGUAGES.glob("*.toml"))


@lru_cache(maxsize=None)
def load_grammar(language: str) -> Grammar:
    """The grammar of a language by its code; GrammarError if there is none or its file is wrong."""
    path = LANGUAGES / f"{language}.toml"
    if not path.is_file():
        raise GrammarError(f"no language file for {language!r}; there are {', '.join(available_languages())}")
    return read_grammar(tomllib.loads(path.read_text("utf-8")))


def read_grammar(data: dict) -> Grammar:
    """A grammar from the content of a language file; GrammarError if it names what does not exist."""
    lists = {name: frozenset(words) for name, words in data.get("lists", {}).items()}
    root, literals, lexicon, triggers = Node(), set(), {}, set()
    glue = set(data["language"].get("glue", []))
    for name, meanings in data["words"].items():
        for meaning, spellings in meanings.items():
            for spelling in spellings:
                atoms = [atom.text for atom in find_atoms(spelling)]
                if name not in glue:
                    triggers.add(max(atoms, key=len).lower())
                _add_spelling(root, lexicon, literals, f"<{name}>", CLASSES[name](meaning), atoms)
    for priority, (name, entry) in enumerate(data["rules"].items()):
        for pattern in entry["patterns"]:
            for items in _expand(pattern):
                _add_rule(root, literals, _rule(name, entry, items, priority, lists), items)
    return Grammar(
        language=data["language"]["code"],
        root=root,
        lexicon={word: tuple(entries) for word, entries in lexicon.items()},
        literals=frozenset(literals),
        triggers=frozenset(triggers),
        suffixes={suffix: kind for kind, all_ in data.get("suffixes", {}).items() for suffix in all_},
        lists=lists,
        cues=load_cues(**{key: tuple(words) for key, words in data["direction"].items()}),
    )


def _add_spelling(root, lexicon, literals, symbol, value, atoms: list[str]) -> None:
    """One atom goes to the lexicon; several become a pattern of literals."""
    if len(atoms) == 1:
        word = atoms[0]
        lexicon.setdefault(word.lower(), []).append((symbol, value, word[0].isupper()))
        return
    rule = Rule(f"word {' '.join(atoms)}", symbol, "", (), False, -1)
    _add_rule(root, literals, rule, [("", atom.lower()) for atom in atoms], value)


def _rule(name, entry, items, priority, lists) -> Rule:
    make = entry.get("make", name)
    if make not in PRODUCTIONS:
        raise GrammarError(f"rule {name}: there is no production {make!r}")
    if entry["yields"] in CLASSES:
        raise GrammarError(f"rule {name}: it may not yield {entry['yields']!r}, which is a class of words")
    contexts = {key: _context(entry.get(key, []), lists) for key in ("after", "not_after", "before", "not_before")}
    slots = tuple(slot for slot, _ in items)
    return Rule(name, f"<{entry['yields']}>", make, slots, entry.get("final", True), priority, **contexts)


def _context(words: list[str], lists: dict[str, frozenset[str]]) -> frozenset[str]:
    """Words as they stand; `@name` stands for a whole list."""
    named = [lists[word[1:]] for word in words if word.startswith("@")]
    return frozenset(word for word in words if not word.startswith("@")).union(*named)


def _add_rule(root: Node, literals: set[str], rule: Rule, items: list[tuple[str, str]], value=None) -> None:
    node = root
    for slot, symbol in items:
        if not slot:
            literals.add(symbol)
        node = node.children.setdefault(symbol, Node())
    node.rules.append((rule, value))


_ITEM = re.compile(r"\[(?P<optional>[^\]]+)\]|\((?P<choice>[^)]+)\)|<(?P<slot>[^>]+)>|(?P<literal>\S+)")


def _expand(pattern: str) -> list[list[tuple[str, str]]]:
    """All plain sequences of (slot name or "", symbol) that a pattern stands for.

    >>> _expand("[the] <cycle:season>")
    [[('', 'the'), ('cycle', '<season>')], [('cycle', '<season>')]]
    """
    sequences = [[]]
    for match in _ITEM.finditer(pattern):
        if match["optional"]:
            choices = [*_choices(match["optional"]), []]
        elif match["choice"]:
            choices = _choices(match["choice"])
        else:
            choices = [[_symbol(match.group())]]
        sequences = [sequence + choice for sequence in sequences for choice in choices]
    return sequences


def _choices(text: str) -> list[list[tuple[str, str]]]:
    return [[_symbol(item) for item in choice.split()] for choice in text.split("|")]


def _symbol(item: str) -> tuple[str, str]:
    if not item.startswith("<") or len(item) == 1:
        return "", item
    slot, _, name = item[1:-1].rpartition(":")
    return slot or name, f"<{name}>"
