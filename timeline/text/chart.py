"""A bottom-up chart over a few atoms: every reading of every stretch that the grammar knows.

Atoms are read from the last to the first, so all that can follow a stretch is known when it is built.
"""

from dataclasses import dataclass

from timeline.temporal.cycle import Holiday
from timeline.temporal.expression import Expression, layers
from timeline.text.grammar import Grammar
from timeline.text.lexing import Atom
from timeline.text.productions import PRODUCTIONS, NoMeaning
from timeline.text.rules import CAPITAL, NAME, NUMBER, START, Node, Rule

AROUND = 3  # atoms beside a stretch that tell whether its capitals are a title's
PARAGRAPH = 2  # characters between two paragraphs: what ends one says nothing of what begins the next
SMALL = 3  # letters of a word that headlines do not capitalise
MOST_EDGES = 400  # of one atom: a text made to be ambiguous must not take more than linear time


@dataclass(frozen=True, slots=True)
class Edge:
    """A reading of atoms up to `end`; `rule` is None for a single atom's own symbol."""

    symbol: str
    end: int
    value: object
    rule: Rule | None


def find_edges(atoms: list[Atom], grammar: Grammar) -> list[list[Edge]]:
    """For each atom, every reading that starts there."""
    chart: list[list[Edge]] = [[] for _ in atoms]
    for start in range(len(atoms) - 1, -1, -1):
        agenda = [Edge(symbol, start + 1, value, None) for symbol, value in grammar.symbols(atoms[start])]
        while agenda and len(chart[start]) < MOST_EDGES:
            edge = agenda.pop(0)
            chart[start].append(edge)
            node = grammar.root.children.get(edge.symbol)
            if node is not None:
                agenda.extend(_completed(node, edge.end, (edge.value,), chart))
    return chart


def _completed(node: Node, end: int, values: tuple, chart: list[list[Edge]]) -> list[Edge]:
    """The readings that a started pattern comes to, here or further on."""
    found = []
    for rule, value in node.rules:
        try:
            found.append(Edge(rule.yields, end, _meaning(rule, value, values), rule))
        except NoMeaning:
            continue
    if end < len(chart):
        for edge in chart[end]:
            child = node.children.get(edge.symbol)
            if child is not None:
                found.extend(_completed(child, edge.end, (*values, edge.value), chart))
    return found


def _meaning(rule: Rule, value: object, values: tuple) -> object:
    if not rule.make:
        return value
    return PRODUCTIONS[rule.make](
        **{slot: each for slot, each in zip(rule.slots, values, strict=True) if slot}
    )


@dataclass(frozen=True, slots=True)
class Match:
    """A final reading: atoms `first` to `last` (exclusive) mean `expression`."""

    first: int
    last: int
    expression: Expression
    rule: Rule


def find_matches(atoms: list[Atom], grammar: Grammar, first: int = 0, last: int | None = None) -> list[Match]:
    """The longest final readings that do not overlap; of equals, the rule that stands first in the file.

    Atoms before `first` and from `last` on are context only.
    """
    last = len(atoms) if last is None else last
    chart = [[]] * first + find_edges(atoms[first:last], grammar)
    candidates = [
        Match(start, edge.end + first, _meant(edge, atoms, start, edge.end + first, grammar), edge.rule)
        for start, edges in enumerate(chart)
        for edge in edges
        if edge.rule is not None
        and edge.rule.final
        and _context_allows(edge.rule, atoms, start, edge.end + first, grammar)
        and not _ends_a_name(atoms, start, grammar)
        and not _crosses_a_stop(atoms, start, edge.end + first, grammar)
        and not (edge.end + first - start == 1 and _is_named_so(atoms, start, grammar))
    ]
    candidates.sort(key=lambda match: (match.first - match.last, match.rule.priority, match.first))
    taken, chosen = set(), []
    for match in candidates:
        places = range(match.first, match.last)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(match)
    chosen = [match for match in chosen if match.expression is not None]
    return sorted(chosen, key=lambda match: match.first)


def _context_allows(rule: Rule, atoms: list[Atom], first: int, last: int, grammar: Grammar) -> bool:
    left = atoms[first - 1] if first and atoms[first].start - atoms[first - 1].end < PARAGRAPH else None
    right = atoms[last] if last < len(atoms) else None
    shouted = " ".join(atom.text for atom in atoms[first:last]).isupper()
    return (
        (not rule.after or _stands(left, rule.after, grammar, shouted))
        and not _stands(left, rule.not_after, grammar, shouted)
        and (not rule.before or _stands(right, rule.before, grammar, shouted))
        and not _stands(right, rule.not_before, grammar, shouted)
        and not (NAME in rule.not_before and not shouted and _is_capital(right, grammar))
    )


def _stands(atom: Atom | None, words: frozenset[str], grammar: Grammar, shouted: bool) -> bool:
    """Whether one of the words stands there; capitals among capitals, as in a headline, make no name."""
    if START in words and (atom is None or atom.text in ".!?"):
        return True
    if atom is None or not words:
        return False
    if NUMBER in words and atom.text[0].isdigit():
        return True
    if CAPITAL in words and atom.text[0].isupper():
        return True
    if atom.lower in words:
        return True
    return NAME in words and not (shouted and atom.text.isupper()) and _is_name(atom, grammar)


def _crosses_a_stop(atoms: list[Atom], first: int, last: int, grammar: Grammar) -> bool:
    """ "By 8 a.m. On Tuesday": a common word in a capital after a full stop begins a sentence."""
    return any(
        atoms[index - 1].text == "."
        and atoms[index].text.istitle()
        and atoms[index].lower not in grammar.capitals
        for index in range(first + 1, last)
    )


def _ends_a_name(atoms: list[Atom], first: int, grammar: Grammar) -> bool:
    """ "Democracy Now", "Ukraine Today": a common word in a capital after a name belongs to the name."""
    atom = atoms[first]
    common = atom.text.istitle() and atom.lower not in grammar.capitals
    return common and first > 0 and atom.shape == "word" and _is_name(atoms[first - 1], grammar)


def _meant(edge: Edge, atoms: list[Atom], first: int, last: int, grammar: Grammar) -> Expression | None:
    """What a final reading says; nothing if it is the title of a work, which hides the readings inside too."""
    return None if _is_title(atoms, first, last, edge.value, grammar) else edge.value


def _is_title(atoms: list[Atom], first: int, last: int, meaning: object, grammar: Grammar) -> bool:
    """ "60 Minutes", "the Today show": common words in capitals, among others in small letters."""
    inside = [index for index in range(first, last) if _is_capital(atoms[index], grammar)]
    if not inside or (inside == [first] and not _hides_no_start(atoms, first, last, grammar)):
        return False
    if isinstance(meaning, Expression) and any(isinstance(each, Holiday) for each in _cycles(meaning)):
        return False
    return any(
        _is_running([atom]) for atom in atoms[max(0, first - AROUND) : first] + atoms[last : last + AROUND]
    )


def _hides_no_start(atoms: list[Atom], first: int, last: int, grammar: Grammar) -> bool:
    """Whether the first word's capital is no sentence's: after a small word, or in "The Tonight Show"."""
    if _is_running(atoms[first - 1 : first]):
        return True
    opens = first > 0 and atoms[first - 1].text.istitle() and atoms[first - 1].lower in grammar.context
    return opens and last < len(atoms) and _is_capital(atoms[last], grammar)


def _cycles(meaning: Expression) -> list[object]:
    return [getattr(layer, "cycle", None) for layer in layers(meaning)]


def _is_running(atoms: list[Atom]) -> bool:
    """Whether an atom is a word as running text writes it: in small letters, and no little word, which a
    headline writes small too."""
    return bool(atoms) and atoms[0].shape == "word" and atoms[0].text.islower()


def _is_capital(atom: Atom | None, grammar: Grammar) -> bool:
    """Whether a common word, longer than those that a headline writes small, has a capital."""
    if atom is None or atom.shape != "word" or len(atom.text) <= SMALL or not atom.text.istitle():
        return False
    return atom.lower not in grammar.capitals


def _is_named_so(atoms: list[Atom], first: int, grammar: Grammar) -> bool:
    """ "Plaza de Mayo": where months have small letters, a capital inside a sentence makes a name."""
    inside = first > 0 and atoms[first - 1].text.islower()
    always = atoms[first].lower in grammar.capitals  # "en Navidad"
    return grammar.small_letters and inside and atoms[first].text.istitle() and not always


def _is_name(atom: Atom, grammar: Grammar) -> bool:
    if len(atom.text) == 1 or not atom.text[0].isupper():  # "I" is no name
        return False
    if atom.shape != "word":
        return atom.shape == "other"
    return atom.lower not in grammar.context and not grammar.symbols(atom)
