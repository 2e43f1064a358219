"""Parse → the names in it that may act: of persons, organisations, countries and seats of government."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.events.actor_countries import (
    country_beside,
    country_in_name,
    country_of,
    country_word,
    whole_name,
)
from timeline.events.actor_lands import lands_of
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
from timeline.events.nodes import Node, Stretch, Tree
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


def find_named(doc: Tree) -> list[Named]:
    """The names of persons, organisations, countries and seats of government, in their order.

    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "Norwegian Foreign Minister Ana Roca flew to Oslo."
    >>> parsed = parse_together(tokenise(text), [(0, len(text))])
    >>> [(each.text, each.kind, each.country) for each in find_named(tree_of(parsed.doc))]
    [('Ana Roca', 'person', 'NO'), ('Oslo', 'country', 'NO')]
    """
    spans = list(_spans(doc))
    persons = {part.text for span in spans if span.label_ == "PER" and len(span) > 1 for part in span}
    found = [named for span in spans if (named := _named(span, persons))]
    taken = {place for each in found for place in range(each.first, each.last + 1)}
    ministries = [token for token in doc if token.lemma_.lower() in words("unnamed")]
    found += [each for token in ministries if token.i not in taken and (each := _ministry(token))]
    surnames = {doc[each.last].text for each in found if each.kind == "person" and each.last > each.first}
    called_so = [token for token in doc if token.text in surnames and token.i not in taken]
    found += [_surname(token) for token in called_so if _is_surname(token)]
    return sorted(found, key=lambda each: each.first)


def _is_surname(token: Node) -> bool:
    """Whether a surname that was not seen as a name stands for somebody: "18:30 – Roca arrives"."""
    is_alone = token.dep_ not in ("flat", "compound", "amod") and not token.ent_type_
    return token.pos_ == "PROPN" and is_alone and not country_code(token.text)


def _surname(token: Node) -> Named:
    return Named(token.i, token.i, token.i, token.text, "person")


def _spans(doc: Tree) -> Iterator[Stretch]:
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


def _well_known(doc: Tree) -> Iterator[Stretch]:
    """Palaces and organisations of the world whose names are of several words, seen as a name or not."""
    for token in doc:
        if token.text == "&" and (span := _company(token)):
            yield span
        if token.text[0].isupper():
            size = _size_known(token)
            if size:
                yield Stretch(doc, token.i, token.i + size, _KNOWN)
            elif not token.ent_type_ and (span := _unseen(token)):
                yield span


def _size_known(first: Node) -> int:
    """The words of the longest well-known name that begins with a word, 0 if there is none of several."""
    most = min(longest_known(first.text), len(first.doc) - first.i)
    sizes = range(most, 1, -1)
    return next((size for size in sizes if is_well_known(first.doc.text(first.i, first.i + size))), 0)


def _company(sign: Node) -> Stretch | None:
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
    return Stretch(doc, first, end, _KNOWN)


def _unseen(last: Node) -> Stretch | None:
    """An organisation that was not seen as a name: one that ends with a word for what it is, or that acts."""
    if last.lower_ in words("bodies"):
        return _body(last)
    span = _capitals(last) if last.relation == "nsubj" or last.dep_ == "obl:agent" else None
    return span if span and len(span) > 1 else None


def _capitals(last: Node) -> Stretch | None:
    """The words in capitals after "the" up to a last one, in a sentence that is no headline."""
    doc, first, sentence = last.doc, last.i, last.sent
    while first > sentence.start and doc[first - 1].text[0].isupper() and doc[first - 1].lower_ != "the":
        first -= 1
    article = first - 1
    while article > sentence.start and (
        doc[article].tag_ in ("JJ", "VBN", "HYPH") or doc[article + 1].tag_ == "HYPH"
    ):
        article -= 1
    is_named = article >= sentence.start and doc[article].lower_ == "the"
    inside = doc.nodes[first : last.i + 1]
    is_mixed = any(each.ent_type_ or each.is_upper or each.relation == "nmod:poss" for each in inside)
    is_mixed = (
        is_mixed
        or any(country_of_adjective(each.text) for each in inside[:1])
        or inside[0].lower_ in words("times")
    )
    after = doc[last.i + 1] if last.i + 1 < len(doc) else last
    if not is_named or is_mixed or after.text[0].isupper() or last.tag_ in ("NNS", "NNPS"):
        return None
    return Stretch(doc, first, last.i + 1, _KNOWN)


def _body(last: Node) -> Stretch | None:
    """A name in capitals that ends with what an organisation is: "Constituent Assembly"."""
    doc, first = last.doc, last.i
    while (
        first > last.sent.start
        and doc[first - 1].text[0].isupper()
        and doc[first - 1].pos_ in ("ADJ", "PROPN", "NOUN")
    ):
        first -= 1
    is_opening = first == last.sent.start
    is_shouted = last.is_upper or any(each.ent_type_ for each in doc.nodes[first : last.i])
    if first == last.i:
        return _capitals(last)
    return None if is_opening or is_shouted else Stretch(doc, first, last.i + 1, _KNOWN)


def _holds_more(span: Stretch, taken: set[int]) -> bool:
    """Whether a name goes on beyond a well-known one in it: "Permanent Council of the United Nations"."""
    return span.start not in taken


def _trimmed(span: Stretch) -> Stretch:
    """Without the place of a dateline and without titles."""
    start, end = span.start, span.end
    for token in span:
        if token.text in _DASHES and token.i + 1 < end and token.whitespace_:
            start = token.i + 1
    while start + 1 < end and span.label_ == "PER" and _is_no_part(span.doc[start]):
        start += 1
    return Stretch(span.doc, start, end, span.label_)


def _is_no_part(first: Node) -> bool:
    """Whether the first word of a name is a title, or a time before it: "last May Roca won"."""
    is_month = (
        first.i > 0 and first.nbor(-1).lower_ in words("before_months") and first.lower_ in words("months")
    )
    return is_month or first.lower_ in words("titles")


def _named(span: Stretch, persons: set[str]) -> Named | None:
    text, is_person = _written(span), span.label_ == "PER"
    is_called_so = is_person and (len(span) > 1 or text in persons)
    code = "" if is_called_so else country_code(text)
    if code:
        return _of(span, text, "country", code)
    land = lands_of(span.doc).get(text, "")
    if land:
        return _of(span, text, "country", land) if land == text else None
    code = "" if is_called_so else government_of(text)
    if code:
        return _of(span, text, "country", code)
    if is_person and not _is_acronym(span) and not is_firm(text):
        return _of(span, text, "person", country_beside(span))
    if span.label_ == "GPE" and _is_unlisted(text):
        return _of(span, text, "country", text)
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


def _of(span: Stretch, text: str, kind: Kind, code: str) -> Named:
    return Named(span.start, span.end - 1, span.root.i, text, kind, code)


def _written(span: Stretch) -> str:
    """Its words with single spaces; the possessive's ending is no part of it, but in a name like "Macy's"."""
    text = " ".join(span.text.split())
    return text.removesuffix("’s").removesuffix("'s") if "&" not in text else text


def _is_acronym(span: Stretch) -> bool:
    """Whether it is one word in capitals among others that are not, and no place."""
    word = span.text
    is_one = len(span) == 1 and len(word) in _ACRONYM and word.isupper() and word.isalpha()
    beside = span.doc.stretch(span.start - 3, span.end + 3)
    is_shouted = sum(each.is_upper and len(each) > 1 for each in beside) * 2 > len(beside)
    is_dateline = span[0].is_sent_start and span.label_ in ("GPE", "LOC")
    return is_one and not is_shouted and not is_dateline and not spots_named(word)


def _is_place_or_people(text: str) -> bool:
    if country_of_adjective(text) is not None:
        return True
    spots = spots_named(text)
    return bool(spots) and spots[0].kind is PlaceKind.TOWN and spots[0].weight >= _LARGE


def _tells_which(word: Node, noun: Node) -> bool:
    """Whether a word says which ministry it is: "foreign", "water", not "new"."""
    is_of_nouns = word.pos_ in ("NOUN", "PROPN") and noun.lower_ in words("ministries")
    return is_of_nouns or is_term(f"{word.lower_} {noun.lower_}")


def _is_unlisted(text: str) -> bool:
    """Whether a place is in no list: a land of its own, for all that is known."""
    return not spots_named(text) and country_of_adjective(text) is None and not text.isupper()


def _ministry(token: Node) -> Named | None:
    """A ministry in small letters, or one that was not seen as a name: "the foreign ministry in Oslo"."""
    if token.pos_ not in NOMINALS or token.tag_ == "NNS":
        return None
    own = [each for each in token.lefts if each.dep_ in ("amod", "compound") and each.i == token.i - 1]
    own = [each for each in own if not country_word(whole_name(each)) and _tells_which(each, token)]
    first = own[0].i if own else token.i
    code = country_of(token, range(first, token.i + 1))
    if not own and not (code and token.text[0].isupper()):
        return None
    text = token.doc.text(first, token.i + 1)
    return Named(first, token.i, token.i, text, "organisation", code)
