"""Nouns and names → the country that the words on them tell: "Norwegian", "of Norway", "in Oslo"."""

from collections.abc import Container
from functools import lru_cache

from timeline.events.actor_lands import lands_of, main_land
from timeline.events.actor_words import country_code, government_of, of_country, words
from timeline.events.gazetteer import country_of_adjective, spots_named
from timeline.events.nodes import Node, Stretch

_LINKS = ("in", "of", "for")
_DEEPEST = 2  # nouns between a name and the word that tells its country


@lru_cache(maxsize=20_000)
def country_in_name(text: str) -> str:
    """The country that an organisation's name tells: "Russian Foreign Ministry", "Bank of Norway"."""
    parts = text.replace("’s", "").replace("'s", "").split()
    for size in (2, 1):
        for part in (" ".join(parts[:size]), " ".join(parts[-size:])):
            if len(parts) > size and (code := country_word(part)):
                return code
    return ""


def country_beside(span: Stretch) -> str:
    """The country that the words around a name tell: "Norway's prime minister, Ana Roca"; not "Ana Roca, the
    mayor of Oslo"."""
    root = span.root
    inside = range(span.start, span.end)
    found = [country_of(root, inside)]
    found += [country_of(each, inside) for each in describing(root) if each.i not in inside]
    return next((code for code in found if code), "")


def describing(root: Node) -> list[Node]:
    """The common nouns that say who a person of a name is: "minister" in "Minister Ana Roca", "Ana Roca,
    minister of health" and "the health minister, Ana Roca"."""
    kinds = ("nmod:desc", "appos", "compound", "flat")
    found = [child for child in root.children if child.dep_ in kinds and child.pos_ in ("NOUN", "PROPN")]
    found = [child for child in found if child.dep_ != "nmod:desc" or child.i < root.i]
    if root.i and root.nbor(-1).dep_ == "nmod:desc" and root.nbor(-1) not in found:
        found.append(root.nbor(-1))
    if root.relation == "appos" or (root.relation == "flat" and root.head.pos_ == "NOUN"):
        found.append(root.head)
    twin = next((child for child in root.head.children if _is_twin(child, root)), None)
    return [each for each in (*found, *([twin] if twin else [])) if not _is_of_person(each) and each != root]


def _is_twin(child: Node, root: Node) -> bool:
    """Whether two subjects side by side are one: "opposition leader Ana Roca said"."""
    return child.i == root.i - 1 and child.dep_ == root.dep_ and root.relation in ("nsubj", "obj", "obl")


def _is_of_person(token: Node) -> bool:
    return token.ent_type_ == "PER"


def country_of(noun: Node, inside: Container[int], depth: int = 0) -> str:
    """The country that the words on a noun tell, those `inside` its name apart, or ""."""
    for child in noun.children:
        if child.i in inside or (child.dep_ == "nmod:desc" and child.i > noun.i):
            continue
        code = _told_by(child, noun)
        if not code and depth < _DEEPEST and child.dep_ in ("compound", "nmod:desc", "nmod"):
            code = country_of(child, inside, depth + 1)
        if code:
            return code
    return ""


def _told_by(child: Node, noun: Node) -> str:
    """The country that a word on a noun tells: "Norwegian", "Norway's", "of Norway"; of an office "in Oslo"
    too."""
    kind, name = child.dep_, whole_name(child)
    if land := lands_of(child.doc).get(child.text, ""):
        is_told = kind in ("amod", "compound", "nmod:poss", "nmod:desc") or _link(child) in _LINKS
        return land if is_told else ""
    if kind in ("amod", "compound", "nmod:poss", "nmod:desc"):
        is_voice = noun.lower_ in words("voices") and kind != "amod"
        told = country_word(name) or country_in_name(name) or of_country(name)[0]
        return told or (government_of(name) if is_voice else "")
    link = _link(child) if kind in ("nmod", "obl") else ""
    is_seat = kind == "nmod" and link == "in" and _is_office(noun)
    seat = (government_of(name) or _seated(child)) if is_seat else ""
    return (country_code(name) if link in _LINKS else "") or seat


def _seated(seat: Node) -> str:
    """The country of an unlisted seat of government: the unlisted one that is named most."""
    return "" if spots_named(whole_name(seat)) else main_land(seat.doc)


def _is_office(noun: Node) -> bool:
    return noun.lemma_.lower() in words("bodies") | words("governments")


def whole_name(token: Node) -> str:
    """The name of a place or body that a token is part of, or its own word; with the one before it where the
    two are an adjective: "South Korean"."""
    span = token.doc.name_at.get(token.i)
    text = span.text if span and span.label_ in ("GPE", "LOC", "ORG") else token.text
    left = token.doc[token.i - 1].text if token.i else ""
    return f"{left} {text}" if country_of_adjective(f"{left} {text}") else text


@lru_cache(maxsize=20_000)
def country_word(text: str) -> str:
    """The code of a country by its name or adjective, or "".

    >>> country_word("Norway"), country_word("Dutch"), country_word("dutch")
    ('NO', 'NL', '')
    """
    code = country_code(text)
    if code or not text[:1].isupper():
        return code
    country = country_of_adjective(text)
    return country.code if country else ""


def _link(token: Node) -> str:
    return next((child.lower_ for child in token.children if child.relation == "case"), "")


def country_told(noun: Node) -> str:
    """The country that the words on a common noun say it is of, or "".

    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "The government of Norway left."
    >>> country_told(tree_of(parse_together(tokenise(text), [(0, len(text))]).doc)[1])
    'NO'
    """
    return country_of(noun, ())
