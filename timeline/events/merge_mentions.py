"""Mentions with their articles → events: the one call that the rest of the program needs to merge."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, replace

from timeline.events.actor_merging import one_name
from timeline.events.actor_names import Actor
from timeline.events.mention import Mention
from timeline.events.merge_counterparts import in_english, told_in_english
from timeline.events.merge_reading import Told, content_words, told_by_words
from timeline.events.merge_trace import Source, Trace
from timeline.events.merging import Event, merge
from timeline.events.near_copies import near_copies
from timeline.reading.document import Document


def merge_mentions(
    pairs: Sequence[tuple[Document, Mention]], apart: Collection[frozenset[str]] = ()
) -> tuple[Event, ...]:
    """The events that mentions of articles tell, in whatever order. `apart` are pairs of mentions, by their
    keys (`key_of`), that somebody said are not one event.

    >>> from timeline.events.dating import Dating
    >>> from timeline.events.kinds import Basis
    >>> from timeline.events.mention import Mention
    >>> from timeline.temporal.interval import Interval
    >>> from datetime import date
    >>> monday = Dating(Basis.CLAUSE, Interval.of_day(date(2019, 3, 25)))
    >>> text = "A quake shook Port Alba on Monday."
    >>> pairs = [(Document(key, "", text, None), Mention((8, 13), (0, 33), (0, 34), monday)) for key in "ab"]
    >>> [event.mentions for event in merge_mentions(pairs)]
    [('a:8', 'b:8')]
    """
    return merge(*traces_and_sources(pairs), apart)


def traces_and_sources(pairs: Sequence[tuple[Document, Mention]]) -> tuple[list[Trace], list[Source]]:
    """What is compared of mentions and of their articles: near copies known, one name for each actor."""
    return as_compared(with_one_name(pairs))


def as_compared(pairs: Sequence[tuple[Document, Mention]]) -> tuple[list[Trace], list[Source]]:
    """The same of mentions whose actors have one name already."""
    documents = {document.id: document for document, _ in pairs}
    traces = [trace_of(mention, document) for document, mention in pairs]
    return traces, sources_of(documents.values())


def key_of(mention: Mention, document: Document) -> str:
    """The key of a mention: its article and where its predicate begins.

    >>> key_of(Mention((8, 13), (0, 33), (0, 34)), Document("a", "", "", None))
    'a:8'
    """
    return f"{document.id}:{mention.span[0]}"


def trace_of(mention: Mention, document: Document) -> Trace:
    """What is compared of a mention."""
    dating, stance = mention.dating, mention.stance
    return Trace(
        key_of(mention, document),
        document.id,
        status=stance.status,
        category=mention.category,
        interval=dating.interval,
        bound=dating.bound,
        basis=dating.basis,
        attribution=stance.attribution,
        actors=frozenset(actor.name for actor in mention.actors),
        places=frozenset(place.name for place in mention.places),
        offset=mention.span[0],
        **asdict(told_in_english(mention.told or _told(mention, document), document.language)),
    )


def _told(mention: Mention, document: Document) -> Told:
    """The words of a mention that came without a tree."""
    spans = (mention.span, mention.clause, mention.sentence)
    return told_by_words(*(document.text[start:end] for start, end in spans), document.language)


def source_of(document: Document, group: str = "") -> Source:
    """An article as a teller of events; `group` is that of its near copies."""
    return Source(
        document.id,
        group or document.id,
        document.source,
        document.dct.day if document.dct else None,
        document.language,
        in_english(content_words(document.text, document.language), document.language),
    )


def sources_of(documents: Iterable[Document]) -> list[Source]:
    """Articles as tellers of events, each with the group of its near copies."""
    documents = list(documents)
    copies = near_copies({document.id: document.text for document in documents})
    return [source_of(document, copies[document.id]) for document in documents]


def with_one_name(pairs: Sequence[tuple[Document, Mention]]) -> list[tuple[Document, Mention]]:
    """The same mentions, each actor by the one name that stands for all its names in these articles."""
    names = one_name(actor for _, mention in pairs for actor in mention.actors)
    return [(document, _renamed(mention, names)) for document, mention in pairs]


def _renamed(mention: Mention, names: Mapping[Actor, Actor]) -> Mention:
    actors = tuple(dict.fromkeys(names.get(actor, actor) for actor in mention.actors))
    return mention if actors == mention.actors else replace(mention, actors=actors)
