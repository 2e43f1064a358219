"""Nouns and names → the country that the words on them tell: "Norwegian", "of Norway", "in Oslo"."""

from collections.abc import Container

from spacy.tokens import Span, Token

from timeline.events.actor_words import country_code, government_of, of_country, words
from timeline.events.gazetteer import country_of_adjective
from timeline.model.syntax import relation

_LINKS = ("in", "of", "for")
_DEEPEST = 2  # nouns between a name and the word that tells its country


def country_in_name(text: str) -> str:
    """The country that an organisation's name tells: "Russian Foreign Ministry", "Bank of Norway"."""
    parts = text.replace("’s", "").replace("'s", "").split()
    for size in (2, 1):
        for part in (" ".join(parts[:size]), " ".join(parts[-size:])):
            if len(parts) > size and (code := country_word(part)):
                return code
    return ""


def country_beside(span: Span) -> str:
    """The country that the words around a name tell: "Norway's prime minister, Ana Roca"; not "Ana Roca, the
    mayor of Oslo"."""
    root = span.root
    inside = range(span.start, span.end)
    found = [country_of(root, inside)]
    found += [country_of(each, inside) for each in describing(root) if each.i not in inside]
    return next((code for code in found if code), "")


def describing(root: Token) -> list[Token]:
    """The common nouns that say who a person of a name is: "minister" in "Minister Ana Roca", "Ana Roca,
    minister of health" and "the health minister, Ana Roca"."""
    kinds = ("nmod:desc", "appos", "compound", "flat")
    found = [child for child in root.children if child.dep_ in kinds and child.pos_ in ("NOUN", "PROPN")]
    found = [child for child in found if child.dep_ != "nmod:desc" or child.i < root.i]
    if root.i and root.nbor(-1).dep_ == "nmod:desc" and root.nbor(-1) not in found:
        found.append(root.nbor(-1))
    if relation(root) == "appos" or (relation(root) == "flat" and root.head.pos_ == "NOUN"):
        found.append(root.head)
    twin = next((child for child in root.head.children if _is_twin(child, root)), None)
    return [each for each in (*found, *([twin] if twin else [])) if not _is_of_person(each) and each != root]


def _is_twin(child: Token, root: Token) -> bool:
    """Whether two subjects side by side are one: "opposition leader Ana Roca said"."""
    return child.i == root.i - 1 and child.dep_ == root.dep_ and relation(root) in ("nsubj", "obj", "obl")


def _is_of_person(token: Token) -> bool:
    return token.ent_type_ == "PER"


def country_of(noun: Token, inside: Container[int], depth: int = 0) -> str:
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


def _told_by(child: Token, noun: Token) -> str:
    """The country that a word on a noun tells: "Norwegian", "Norway's", "of Norway"; of an office "in Oslo"
    too."""
    kind, name = child.dep_, whole_name(child)
    if kind in ("amod", "compound", "nmod:poss", "nmod:desc"):
        is_voice = noun.lower_ in words("voices") and kind != "amod"
        told = country_word(name) or country_in_name(name) or of_country(name)[0]
        return told or (government_of(name) if is_voice else "")
    link = _link(child) if kind in ("nmod", "obl") else ""
    is_seat = kind == "nmod" and link == "in" and _is_office(noun)
    return (country_code(name) if link in _LINKS else "") or (government_of(name) if is_seat else "")


def _is_office(noun: Token) -> bool:
    return noun.lemma_.lower() in words("bodies") | words("governments")


def whole_name(token: Token) -> str:
    """The name of a place or body that a token is part of, or its own word; with the one before it where the
    two are an adjective: "South Korean"."""
    span = next((each for each in token.doc.ents if each.start <= token.i < each.end), None)
    text = span.text if span and span.label_ in ("GPE", "LOC", "ORG") else token.text
    left = token.doc[token.i - 1].text if token.i else ""
    return f"{left} {text}" if country_of_adjective(f"{left} {text}") else text


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


def _link(token: Token) -> str:
    return next((child.lower_ for child in token.children if relation(child) == "case"), "")


def country_told(noun: Token) -> str:
    """The country that the words on a common noun say it is of, or "".

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "The government of Norway left."
    >>> country_told(parse_together(tokenise(text), [(0, len(text))]).doc[1])
    'NO'
    """
    return country_of(noun, ())
