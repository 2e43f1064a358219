"""A clause that tells an event → the named places where it happened or where it led."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from timeline.events.nodes import Node, node_of
from timeline.events.place_clauses import PlaceReader
from timeline.events.place_phrases import PhraseReader
from timeline.events.place_words import Place, countries_in, has_words, load_words, place_named
from timeline.model.parsing import Parsed

_LANGUAGE = "en"  # of parses


def places_of(
    parsed: Parsed, predicate: Token | Node, about: Mapping[str, int] | None = None
) -> tuple[Place, ...]:
    """The places that the clause of a predicate names for where it happened or where it led, in their order.

    A name counts in locative use alone ("in Port Alba", "to Moscow", "protesters outside the Hotel Tara in
    Delmar"), not as somebody who acts ("Washington said"), nor as a date, an organisation or a person. Of
    places that share a name the one is meant whose country the article names most, as `countries_in` counts
    them (`about`, counted anew if it is not given), then the largest. A place that the gazetteer does not
    know stays, without coordinates.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "On Monday Ana Roca flew from Lisbon to Oslo."
    >>> parsed = parse_together(tokenise(text), [(0, len(text))])
    >>> [(each.name, each.country) for each in places_of(parsed, parsed.top(19, 23))]
    [('Lisbon', 'PT'), ('Oslo', 'NO')]
    """
    if about is None:
        about = countries_in(parsed.doc.text)
    reader = PlaceReader(load_words(_LANGUAGE), about)
    node = node_of(predicate)
    found = _largest(set(reader.read(node)))
    return _places((node.doc.text(start, end) for start, end in found), about)


def places_in(
    text: str, start: int, end: int, language: str, about: Mapping[str, int] | None = None
) -> tuple[Place, ...]:
    """The same where there is no parse, of the clause `text[start:end]`, by the prepositions in it;
    none in a language whose prepositions are not known.

    >>> text = "Ana Roca viajó el lunes de Lisboa a Oslo."
    >>> [(each.name, each.country) for each in places_in(text, 0, len(text), "es")]
    [('Lisboa', 'PT'), ('Oslo', 'NO')]
    """
    if not has_words(language):
        return ()
    about = countries_in(text) if about is None else about
    reader = PhraseReader(load_words(language), about)
    return _places([*reader.read_before(text, start, end), *reader.read(text[start:end])], about)


def _places(names: Iterable[str], about: Mapping[str, int]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(place_named(name, about) for name in names))


def _largest(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that lie in no other: not the Delmar of "University of Delmar"."""
    return sorted(
        each
        for each in spans
        if not any(at != each and at[0] <= each[0] and each[1] <= at[1] for at in spans)
    )
