"""Parse → the names in it that may act: of persons, organisations, countries and seats of government."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from timeline.events.actor_countries import (
    country_beside,
    country_in_name,
    country_of,
    country_word,
    whole_name,
)
from timeline.events.actor_names import Kind
from timeline.events.actor_words import (
    country_code,
    government_of,
    is_firm,
    is_term,
    is_well_known,
    longest_known,
    of_country,
    words,
    world_name,
)
from timeline.events.gazetteer import Kind as PlaceKind
from timeline.events.gazetteer import country_of_adjective, spots_named
from timeline.model.syntax import NOMINALS

_DASHES = frozenset(["-", "–", "—", "--"])
_LARGE = 200_000  # inhabitants of a town that is meant by its name, whatever else is called so
_ACRONYM = range(3, 9)  # letters
_KNOWN = "KNOWN"  # label of names that are in the table


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: the tokens `doc[first:last + 1]`, the one on which they hang, and the country that it
    is, is said to be of, or stands for."""

    first: int
    last: int
    root: int
    text: str
    kind: Kind
    country: str = ""


def find_named(doc: Doc) -> list[Named]:
    """The names of persons, organisations, countries and seats of government, in their order.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "Norwegian Foreign Minister Ana Roca flew to Oslo."
    >>> parsed = parse_together(tokenise(text), [(0, len(text))])
    >>> [(each.text, each.kind, each.country) for each in find_named(parsed.doc)]
    [('Ana Roca', 'person', 'NO'), ('Oslo', 'country', 'NO')]
    """
    spans = list(_spans(doc))
    persons = {part.text for span in spans if span.label_ == "PER" and len(span) > 1 for part in span}
    found = [named for span in spans if (named := _named(span, persons))]
    taken = {place for each in found for place in range(each.first, each.last + 1)}
    found += [each for token in doc if token.i not in taken and (each := _ministry(token))]
    surnames = {doc[each.last].text for each in found if each.kind == "person" and each.last > each.first}
    found += [_surname(token) for token in doc if token.i not in taken and _is_surname(token, surnames)]
    return sorted(found, key=lambda each: each.first)


def _is_surname(token: Token, surnames: set[str]) -> bool:
    """Whether a word that was not seen as a name is the surname of somebody: "18:30 – Roca arrives"."""
    is_alone = token.dep_ not in ("flat", "compound", "amod") and not token.ent_type_
    return token.text in surnames and token.pos_ == "PROPN" and is_alone and not country_code(token.text)


def _surname(token: Token) -> Named:
    return Named(token.i, token.i, token.i, token.text, "person")


def _spans(doc: Doc) -> Iterator[Span]:
    """The named entities, each cut to its name, and the well-known names of several words."""
    known = list(_well_known(doc))
    taken = {place for span in known for place in range(span.start, span.end)}
    end = 0
    for span in sorted([*known, *map(_trimmed, doc.ents)], key=lambda each: (each.start, -each.end)):
        is_within = span.label_ != _KNOWN and not taken.isdisjoint(range(span.start, span.end))
        if span.start < end or (is_within and not _holds_more(span, taken)):
            continue
        end = span.end
        yield span


def _well_known(doc: Doc) -> Iterator[Span]:
    """Palaces and organisations of the world whose names are of several words, seen as a name or not."""
    for token in doc:
        if token.text == "&" and (span := _company(token)):
            yield span
        if token.text[0].isupper():
            sizes = range(min(longest_known(token.text), len(doc) - token.i), 1, -1)
            texts = ((size, doc[token.i : token.i + size].text) for size in sizes)
            size = next((size for size, text in texts if is_well_known(text)), 0)
            if size:
                yield Span(doc, token.i, token.i + size, _KNOWN)
            elif token.lower_ in words("bodies") and not token.ent_type_ and (span := _body(token)):
                yield span


def _company(sign: Token) -> Span | None:
    """A company named like "Brown & Sons", whatever else its words were seen as."""
    doc, first, end = sign.doc, sign.i - 1, sign.i + 2
    if first < 0 or end > len(doc) or not (doc[first].text[0].isupper() and doc[end - 1].text[0].isupper()):
        return None
    while (
        first
        and doc[first - 1].text[0].isupper()
        and doc[first - 1].ent_type_ == doc[first].ent_type_ == "ORG"
    ):
        first -= 1
    end += end + 1 < len(doc) and doc[end].tag_ == "POS" and doc[end + 1].pos_ in ("VERB", "AUX", "PUNCT")
    return Span(doc, first, end, _KNOWN)


def _body(last: Token) -> Span | None:
    """A name in capitals that ends with what an organisation is: "Constituent Assembly"."""
    doc, first = last.doc, last.i
    while (
        first > last.sent.start
        and doc[first - 1].text[0].isupper()
        and doc[first - 1].pos_ in ("ADJ", "PROPN", "NOUN")
    ):
        first -= 1
    is_opening = first == last.sent.start
    is_shouted = last.is_upper or any(each.ent_type_ for each in doc[first : last.i])
    return None if is_opening or is_shouted or first == last.i else Span(doc, first, last.i + 1, "ORG")


def _holds_more(span: Span, taken: set[int]) -> bool:
    """Whether a name goes on beyond a well-known one in it: "Permanent Council of the United Nations"."""
    return span.start not in taken


def _trimmed(span: Span) -> Span:
    """Without the place of a dateline and without titles."""
    start, end = span.start, span.end
    for token in span:
        if token.text in _DASHES and token.i + 1 < end and token.whitespace_:
            start = token.i + 1
    while start + 1 < end and span.label_ == "PER" and span.doc[start].lower_ in words("titles"):
        start += 1
    return Span(span.doc, start, end, span.label_)


def _named(span: Span, persons: set[str]) -> Named | None:
    text, is_person = _written(span), span.label_ == "PER"
    is_called_so = is_person and (len(span) > 1 or text in persons)
    code = "" if is_called_so else country_code(text)
    if code:
        return _of(span, text, "country", code)
    code = "" if is_called_so else government_of(text)
    if code:
        return _of(span, text, "country", code)
    if is_person and not _is_acronym(span) and not is_firm(text):
        return _of(span, text, "person", country_beside(span))
    is_body = (
        is_firm(text)
        or world_name(text)
        or of_country(text)[0]
        or _is_acronym(span)
        or span.label_ in ("ORG", _KNOWN)
    )
    if not is_body or (not world_name(text) and _is_place_or_people(text)):
        return None
    return _of(
        span, text, "organisation", of_country(text)[0] or country_in_name(text) or country_beside(span)
    )


def _of(span: Span, text: str, kind: Kind, code: str) -> Named:
    return Named(span.start, span.end - 1, span.root.i, text, kind, code)


def _written(span: Span) -> str:
    """Its words with single spaces; the possessive's ending is no part of it, but in a name like "Macy's"."""
    text = " ".join(span.text.split())
    return text.removesuffix("’s").removesuffix("'s") if "&" not in text else text


def _is_acronym(span: Span) -> bool:
    """Whether it is one word in capitals among others that are not, and no place."""
    word = span.text
    is_one = len(span) == 1 and len(word) in _ACRONYM and word.isupper() and word.isalpha()
    beside = span.doc[max(0, span.start - 3) : span.end + 3]
    is_shouted = sum(each.is_upper and len(each) > 1 for each in beside) * 2 > len(beside)
    is_dateline = span[0].is_sent_start and span.label_ in ("GPE", "LOC")
    return is_one and not is_shouted and not is_dateline and not spots_named(word)


def _is_place_or_people(text: str) -> bool:
    if country_of_adjective(text) is not None:
        return True
    spots = spots_named(text)
    return bool(spots) and spots[0].kind is PlaceKind.TOWN and spots[0].weight >= _LARGE


def _ministry(token: Token) -> Named | None:
    """A ministry in small letters, or one that was not seen as a name: "the foreign ministry in Oslo"."""
    if token.pos_ not in NOMINALS or token.lemma_.lower() not in words("ministries") or token.tag_ == "NNS":
        return None
    own = [each for each in token.lefts if each.dep_ in ("amod", "compound") and each.i == token.i - 1]
    own = [
        each
        for each in own
        if not country_word(whole_name(each)) and is_term(f"{each.lower_} {token.lower_}")
    ]
    first = own[0].i if own else token.i
    code = country_of(token, range(first, token.i + 1))
    if not own and not (code and token.text[0].isupper()):
        return None
    text = token.doc[first : token.i + 1].text
    return Named(first, token.i, token.i, text, "organisation", code)
