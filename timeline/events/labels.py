"""One line for an event: who did what, to whom, where, in the words of the article and without its dates.

With a tree at hand a label is put together from the parts of the clause, the needed ones first and the others
as long as there is room; without one it is the clause itself, shortened.
"""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from timeline.events.kinds import Status
from timeline.events.label_parts import (
    CONDITIONS,
    LEVELS,
    SHORT,
    Piece,
    Telling,
    Tokens,
    core_words,
    dated_tokens,
    doer_words,
    in_order,
    noun_words,
    pieces_beside,
    top_of,
)
from timeline.events.label_text import MOST, capitalised, label_in, label_words, tidied
from timeline.model.parsing import LANGUAGE, Parsed
from timeline.model.syntax import auxiliaries, relation, subject

__all__ = ["MOST", "label_in", "label_of"]

_SPEAKER_MOST = 40  # characters
_FUNCTION = ("ADP", "DET", "SCONJ", "CCONJ", "AUX", "PART", "PRON")
_DATELINE = re.compile(r"^[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ .,]{2,} [–—-] (?=.)")


def label_of(
    parsed: Parsed,
    predicate: Token,
    actors: Sequence[str] = (),
    attribution: str = "",
    status: Status = Status.HAPPENED,
    timexes: Sequence[tuple[int, int]] = (),
) -> str:
    """A caption for what a predicate tells, of at most `MOST` characters.

    `timexes` are the offsets of the words that date it, which are left out with their prepositions.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "On Monday she broke off relations with Norland."
    >>> parsed = parse_together(tokenise(text), [(0, len(text))])
    >>> label_of(parsed, parsed.top(14, 19), ["Ana Roca"], timexes=[(3, 9)])
    'Ana Roca broke off relations with Norland'
    """
    telling = Telling(dated_tokens(parsed, timexes), tuple(actors), status)
    label = _written(predicate, telling, MOST)
    if not attribution or _is_named(attribution, label):
        return capitalised(label)
    name = tidied(attribution, _SPEAKER_MOST, label_words(LANGUAGE))
    speaker = name + _denies(predicate, telling) + ": "
    return capitalised(speaker + _written(predicate, telling, MOST - len(speaker)))


def _is_named(name: str, label: str) -> bool:
    last = name.split()[-1].lower()
    return name.lower() in label.lower() or label.lower().startswith(last)


def _denies(predicate: Token, telling: Telling) -> str:
    """That somebody calls it false, where the clause itself does not say so."""
    if telling.status is not Status.DENIED:
        return ""
    top = top_of(predicate, telling)
    denying = label_words(LANGUAGE)["denying"]
    is_said = any(word.lower_ in denying or word.lemma_.lower() in denying for word in top.subtree)
    return "" if is_said else " " + " ".join(label_words(LANGUAGE)["denies"])


def _written(predicate: Token, telling: Telling, room: int) -> str:
    """The fullest telling that there is room for."""
    top = top_of(predicate, telling)
    if top.lemma_ == "do" and any(child.lower_ == "so" for child in top.children):
        return f"{_listed(telling.actors) or _doer(top, telling, SHORT)} did so".strip()
    doer, words = _fullest(top, telling, room)
    if _says_nothing(top, words, telling, doer):
        words = []
    if doer:
        words = [each for each in words if each.head != top or not _is_possessor(each)]
    else:
        words = _without_helpers(words, top)
    kept = _fitted(doer, words, top, room)
    lists = label_words(LANGUAGE)
    is_whole = len(kept) == len(set(words)) and any(
        _is_particle(each, lists["dangling"]) for each in kept[-1:]
    )
    return tidied(_said(doer, kept, top), room, lists, is_whole)


def _is_particle(word: Token, prepositions: frozenset[str]) -> bool:
    """Whether what looks like a loose preposition belongs to its verb: "swore herself in"."""
    is_beside = word.dep_ == "compound:prt" or (word.dep_ == "advmod" and word.lower_ in prepositions)
    return is_beside and word.lower_ not in ("as", "so")


def _fullest(top: Token, telling: Telling, room: int) -> tuple[str, Tokens]:
    """Who does it, and the verb with its needed pieces as full as they fit, and others for which is room."""
    pieces = pieces_beside(top, telling)
    needed = [piece for piece in pieces if piece.is_needed]
    core, doer, words = core_words(top, telling), "", []
    for level in LEVELS:
        doer = _doer(top, telling, level)
        words = [*core, *(word for piece in needed for word in piece.words(telling, level))]
        if len(_said(doer, words, top)) <= room:
            break
    for piece in pieces:
        if not piece.is_needed:
            words = _with_piece(doer, words, piece, top, telling, room)
    return doer, words


def _without_helpers(words: Tokens, top: Token) -> Tokens:
    """A verb without anybody who does it: "closed the shop" for "had closed the shop"."""
    is_plain = not any(relation(each) == "advmod" and each.head == top and each.i < top.i for each in words)
    spare = [each for each in auxiliaries(top) if each.lemma_ in ("be", "have") and relation(each) == "aux"]
    return [each for each in words if each not in spare] if is_plain and top.pos_ == "VERB" else words


def _fitted(doer: str, words: Tokens, top: Token, room: int) -> Tokens:
    """As many as there is room for, and no part of a noun whose rest is left out."""
    kept = in_order(words, top)
    while len(_said(doer, kept, top)) > room and len(kept) > 1:
        kept.pop()
    is_cut = len(kept) < len(set(words))
    while is_cut and len(kept) > 1 and _is_torn(kept[-1], kept):
        kept.pop()
    return kept


def _is_torn(last: Token, kept: Tokens) -> bool:
    """Whether the noun that a word stands before is left out."""
    return last.is_punct or (last.head not in kept and last.head.i > last.i)


def _says_nothing(top: Token, words: Tokens, telling: Telling, doer: str) -> bool:
    """Whether a verb only said that something was on its date: "his answer came on Monday"."""
    is_alone = bool(doer) and len(words) == 1 and top.lemma_.lower() in label_words(LANGUAGE)["light"]
    return is_alone and any(child.i in telling.dated for child in top.subtree)


def _with_piece(doer: str, words: Tokens, piece: Piece, top: Token, telling: Telling, room: int) -> Tokens:
    """With as much of another piece as there is room for."""
    for level in LEVELS:
        more = [*words, *piece.words(telling, level)]
        if len(_said(doer, more, top)) <= room:
            return more
    return words


def _doer(top: Token, telling: Telling, level: int) -> str:
    """Who does it: in the words of the text, or by name where those are a pronoun."""
    words = doer_words(top, telling, level)
    is_noun = top.pos_ in ("NOUN", "PROPN") and not any(relation(each) == "cop" for each in top.children)
    if is_noun and len(telling.actors) == 1 and any(_is_possessor(child) for child in top.children):
        return telling.actors[0] + "'s"
    if words or is_noun:
        return _DATELINE.sub("", _joined(sorted(set(words), key=lambda each: each.i)))
    if any(child.dep_ == "obl:agent" for child in top.children):
        return ""
    return _listed((*telling.actors, *_with_pronoun(top, telling)))


def _is_possessor(token: Token) -> bool:
    return token.dep_ == "nmod:poss" and token.pos_ == "PRON"


def _listed(names: Sequence[str]) -> str:
    *others, last = names[:3] or ("",)
    return f"{', '.join(others)} and {last}" if others else last


def _with_pronoun(top: Token, telling: Telling) -> list[str]:
    """Who acts together with a pronoun: "an aide" of "she and an aide"."""
    about = subject(top)
    if about is None or about.pos_ != "PRON" or not telling.actors:
        return []
    others = (child for child in about.children if relation(child) == "conj")
    return [_joined(_in_text(noun_words(child, telling, SHORT), child)) for child in others]


def _in_text(words: Tokens, noun: Token) -> Tokens:
    """In their order, without the "and" before them."""
    links = [child for child in noun.children if relation(child) == "cc" or child.is_punct]
    return sorted(set(words) - set(links), key=lambda each: each.i)


def _said(doer: str, words: Tokens, verb: Token) -> str:
    """Who, then the verb, then the rest."""
    ordered = in_order(words, verb)
    conditions = [each for each in ordered if each.lower_ in CONDITIONS and each.head == verb]
    rest = [each for each in ordered if each not in conditions]
    return " ".join(filter(None, [_joined(conditions), doer, _joined(rest)]))


def _joined(words: Iterable[Token]) -> str:
    """Tokens as they are spelled, with a space wherever some were left out."""
    said, last = "", None
    for token in words:
        if last is not None:
            said += last.whitespace_ if token.i == last.i + 1 else " "
        said, last = said + _spelled(token), token
    return re.sub(r" (?=['’]s\b|n['’]t\b|[,%])", "", said)


def _spelled(token: Token) -> str:
    """In small letters where it has a capital only because it begins its sentence."""
    is_name = token.pos_ == "PROPN" or bool(token.ent_type_)
    is_plain = token.is_sent_start or token.pos_ in _FUNCTION
    return token.lower_ if token.is_title and is_plain and not is_name else token.text
