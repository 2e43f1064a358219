"""A language's words and patterns, read from its TOML file and made ready for the chart.

A file holds `[language]` (its code, and what the rest of the house must know of it, each said there beside
it), `[words.CLASS]` (meaning = spellings), `[lists]` (words used as context), `[rules.NAME]` (what a rule
yields, its patterns as `timeline/text/rules.py` explains them, the production that gives them meaning),
`[direction]` (cues of the past and the future) and `[discourse]` (what ties one timex to another). A spelling
with a capital must have one in the text.
"""

import inspect
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from timeline.text.direction import CueWords, load_cues
from timeline.text.discourse import DiscourseWords, load_discourse
from timeline.text.lexing import Atom, find_atoms
from timeline.text.productions import CLASSES, PRODUCTIONS
from timeline.text.rules import Item, Node, Rule, expand_pattern
from timeline.text.shapes import SHAPES, TRIGGERS, Digits, shape_symbols

LANGUAGES = Path(__file__).with_name("lang")
_CONTEXTS = ("after", "not_after", "before", "not_before")


class GrammarError(ValueError):
    """A language file that cannot be used; the message names the rule or the class of words."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the tagger knows of a language. `kinds` remembers what was asked of single tokens."""

    language: str
    root: Node
    lexicon: dict[str, tuple[tuple[str, object, bool], ...]]
    literals: frozenset[str]
    triggers: dict[str, bool]  # words that a search starts from, and whether they need a capital
    digits: Digits
    cues: CueWords
    discourse: DiscourseWords
    capitals: frozenset[str] = frozenset()  # words that some spelling writes with a capital
    context: frozenset[str] = frozenset()  # common words that stand beside expressions; no names
    genitives: tuple[str, ...] = ()
    may_end: frozenset[str] = frozenset()
    never_end: frozenset[str] = frozenset()
    small_letters: bool = False
    number_triggers: frozenset[str] = (
        frozenset()
    )  # shapes of numbers that a search starts from, beside TRIGGERS
    figures: str = ""  # what a date in figures has first wherever the language is written: day or month
    kinds: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def symbols(self, atom: Atom) -> list[tuple[str, object]]:
        """Every reading of one atom: (symbol, value)."""
        lower = atom.lower
        found = [(lower, None)] if lower in self.literals else []
        for symbol, value, capital in self.lexicon.get(lower, ()):
            if not capital or atom.text[0].isupper():
                found.append((symbol, value))
        return found + shape_symbols(atom, self.digits)

    def kind(self, text: str) -> int:
        """0 for a token that means nothing here, 1 for one that patterns use, 2 for one that starts a search.

        >>> grammar = load_grammar("en")
        >>> grammar.kind("Tuesday"), grammar.kind("the"), grammar.kind("bread")
        (2, 1, 0)
        """
        atoms = find_atoms(text)
        readings = [self.symbols(atom) for atom in atoms]
        if any(self._triggers(atom, symbols) for atom, symbols in zip(atoms, readings, strict=True)):
            return 2
        return 1 if atoms and all(readings) else 0

    def _triggers(self, atom: Atom, symbols: list[tuple[str, object]]) -> bool:
        if atom.shape == "digits" and len(atom.text) == 4:  # the tokeniser cuts 2999-12-31 at its dashes
            return True
        capital = self.triggers.get(atom.lower)
        is_word = capital is not None and (atom.text[0].isupper() or not capital)
        return bool(symbols) and (
            is_word or any(symbol in TRIGGERS or symbol in self.number_triggers for symbol, _ in symbols)
        )


def available_languages() -> list[str]:
    """Codes of the languages that have a file."""
    return sorted(path.stem for path in LANGUAGES.glob("*.toml"))


@cache
def load_grammar(language: str) -> Grammar:
    """The grammar of a language by its code; GrammarError if there is none or its file is wrong."""
    if language not in available_languages():
        raise GrammarError(f"no language file for {language!r}; there are {', '.join(available_languages())}")
    return read_grammar(tomllib.loads((LANGUAGES / f"{language}.toml").read_text("utf-8")))


def grammar_if_any(language: str) -> Grammar | None:
    """The grammar of a language, or None if it has no file."""
    return load_grammar(language) if language in available_languages() else None


def read_grammar(data: dict) -> Grammar:
    """A grammar from the content of a language file; GrammarError if it names what does not exist."""
    spellings = list(_spellings(data))
    rules = list(_rules(data))
    _check_symbols(rules, {symbol for symbol, *_ in spellings})
    root, lexicon = Node(), {}
    for symbol, value, atoms in spellings:
        if len(atoms) == 1:
            lexicon.setdefault(atoms[0].lower(), []).append((symbol, value, atoms[0][0].isupper()))
        else:
            rule = Rule(f"word {' '.join(atoms)}", symbol, "", (), False, -1)
            root.add(rule, [("", atom.lower()) for atom in atoms], value)
    for rule, items in rules:
        root.add(rule, items)
    language = data["language"]
    glue = {f"<{name}>" for name in language.get("glue", [])}
    suffixes = {suffix: kind for kind, all_ in data.get("suffixes", {}).items() for suffix in all_}
    words = [atom.lower() for _, _, atoms in spellings if len(atoms) > 1 for atom in atoms]
    return Grammar(
        language=language["code"],
        root=root,
        lexicon={word: tuple(entries) for word, entries in lexicon.items()},
        literals=frozenset(words) | {symbol for _, items in rules for slot, symbol in items if not slot},
        triggers=_triggers(atoms for symbol, _, atoms in spellings if symbol not in glue),
        digits=Digits(suffixes, language.get("thousands", ","), language.get("twelve_hours", False)),
        cues=_cues(**data["direction"]),
        discourse=load_discourse(**{key: tuple(words) for key, words in data.get("discourse", {}).items()}),
        capitals=frozenset(atom.lower() for *_, atoms in spellings for atom in atoms if atom[0].isupper()),
        context=frozenset(language.get("function_words", [])).union(*_context_words(data)),
        genitives=tuple(f" {word}" for word in language.get("genitives", [])),
        number_triggers=frozenset({"<daynumber>", "<clockdot>"} if language.get("day_numbers") else ()),
        may_end=frozenset(language.get("may_end", [])),
        never_end=frozenset(language.get("never_end", [])),
        small_letters=language.get("small_letters", False),
        figures=language.get("figures", ""),
    )


def _cues(opens: bool = False, **words: list[str]) -> CueWords:
    return load_cues(opens=opens, **{kind: tuple(patterns) for kind, patterns in words.items()})


def _triggers(spellings: Iterable[list[str]]) -> dict[str, bool]:
    """The word by which each spelling is looked for, and whether all that have it need a capital."""
    triggers: dict[str, bool] = {}
    for atoms in spellings:
        word = _telling(atoms)
        triggers[word.lower()] = triggers.get(word.lower(), True) and word[0].isupper()
    return triggers


def _telling(atoms: list[str]) -> str:
    """The atom by which a spelling is looked for: its longest, the last of equals ("m" of "a.m.")."""
    return max(reversed(atoms), key=len)


def _spellings(data: dict):
    """(symbol, value, atoms) of every spelling of every word."""
    for name, meanings in data["words"].items():
        for meaning, words in meanings.items():
            try:
                value = CLASSES[name](meaning)
            except (KeyError, ValueError) as error:
                raise GrammarError(
                    f"words.{name}: there is no such class, or no {meaning!r} in it"
                ) from error
            for word in words:
                yield f"<{name}>", value, [atom.text for atom in find_atoms(word)]


def _rules(data: dict):
    """Every rule with each plain sequence of its items."""
    lists = {name: frozenset(words) for name, words in data.get("lists", {}).items()}
    for priority, (name, entry) in enumerate(data["rules"].items()):
        for pattern in entry.get("patterns", []):
            for items in expand_pattern(pattern):
                yield _rule(name, entry, items, priority, lists), items


def _rule(name: str, entry: dict, items: list[Item], priority: int, lists: dict[str, frozenset[str]]) -> Rule:
    make, yields = entry.get("make", name), entry.get("yields")
    if make not in PRODUCTIONS:
        raise GrammarError(f"rule {name}: there is no production {make!r}")
    if not yields or yields in CLASSES:
        raise GrammarError(f"rule {name}: it may not yield {yields!r}, which is nothing or a class of words")
    slots = tuple(slot for slot, _ in items)
    try:
        inspect.signature(PRODUCTIONS[make]).bind(**{slot: None for slot in slots if slot})
        contexts = {key: _context(entry.get(key, []), lists) for key in _CONTEXTS}
    except (TypeError, KeyError) as error:
        raise GrammarError(f"rule {name}: {error}") from error
    return Rule(name, f"<{yields}>", make, slots, entry.get("final", True), priority, **contexts)


def _context(words: list[str], lists: dict[str, frozenset[str]]) -> frozenset[str]:
    """Words as they stand; `@name` stands for a whole list."""
    named = [lists[word[1:]] for word in words if word.startswith("@")]
    return frozenset(word for word in words if not word.startswith("@")).union(*named)


def _context_words(data: dict) -> Iterable[list[str]]:
    """The words of every list, and those that rules ask for beside them."""
    yield from data.get("lists", {}).values()
    for entry in data["rules"].values():
        yield from (entry.get(key, []) for key in ("after", "before"))


def _check_symbols(rules: list[tuple[Rule, list[Item]]], words: set[str]) -> None:
    known = words | SHAPES | {rule.yields for rule, _ in rules}
    for rule, items in rules:
        for slot, symbol in items:
            if slot and symbol not in known:
                raise GrammarError(f"rule {rule.name}: nothing is ever a {symbol}")
