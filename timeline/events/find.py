"""Articles → mentions: what each tells of events, clause by clause, with who, where, when and how real.

Read `find_mentions` from top to bottom: trees, predicates, dates, then what is said of each.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.events.actors import Cast, actors_of, find_cast
from timeline.events.analysis import Analysis, analyse
from timeline.events.categories import category_in
from timeline.events.clauses import clause_span, predicate_span
from timeline.events.dating import Dating, date_predicates
from timeline.events.labels import label_of
from timeline.events.lead import end_of_headline, with_lead
from timeline.events.mention import Mention
from timeline.events.merge_reading import read_told
from timeline.events.place_words import countries_in
from timeline.events.places import places_of
from timeline.events.status import stance_of
from timeline.events.telling import find_telling
from timeline.events.words import EventWords, read_words
from timeline.events.wordwise import find_mentions_by_words
from timeline.reading.document import Document
from timeline.text.timex import NormalizedTimex


def find_mentions(document: Document, timexes: Sequence[NormalizedTimex]) -> list[Mention]:
    """The mentions of an article in the order of its text; by words alone where no parser is at hand.

    >>> from datetime import date
    >>> from timeline.reading import Dct, DctSource
    >>> from timeline.text.tag import tag_document
    >>> text = "Ana Roca resigned on Tuesday, and Oslo will send envoys in May."
    >>> document = Document("one", "", text, Dct(date(2019, 3, 27), DctSource.GIVEN))
    >>> for mention in find_mentions(document, tag_document(document)):
    ...     print(text[slice(*mention.span)], mention.dating.basis, mention.stance.status)
    resigned clause happened
    send clause planned
    """
    after = end_of_headline(document)
    analysis = analyse(document, timexes)
    if analysis is None:
        return [each for each in find_mentions_by_words(document, timexes) if each.span[0] >= after]
    words = read_words(document.language)
    predicates = [each for each in find_telling(analysis, words) if analysis.offset(each) >= after]
    dates = with_lead(predicates, date_predicates(predicates, analysis, words), analysis)
    cast, about = find_cast(analysis.parsed, document.text), countries_in(document.text)
    return [
        _mention(token, dating, analysis, words, cast, about)
        for token, dating in zip(predicates, dates, strict=True)
    ]


def _mention(
    token: Token, dating: Dating, analysis: Analysis, words: EventWords, cast: Cast, about: dict[str, int]
) -> Mention:
    parsed = analysis.parsed
    stance = stance_of(token, analysis, words, cast, dating)
    actors = actors_of(cast, token)
    names = [actor.name for actor in actors]
    category, cue = category_in(parsed, token, names)
    dated = [(each.start, each.end) for each in analysis.timexes]
    return Mention(
        span=predicate_span(token, analysis),
        clause=clause_span(token, analysis),
        sentence=analysis.sentences[analysis.sentence(analysis.offset(token))],
        dating=dating,
        stance=stance,
        actors=actors,
        places=places_of(parsed, token, about),
        category=category,
        cue=cue,
        label=label_of(parsed, token, names, stance.attribution, stance.status, dated, cast),
        told=read_told(token),
    )
