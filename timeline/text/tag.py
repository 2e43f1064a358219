"""Text → normalised timexes: the whole tagger in one call."""

from datetime import date

from spacy.tokens import Doc

from timeline.model import tokenise
from timeline.reading.document import Document
from timeline.reading.raw import without_half_pairs
from timeline.temporal.interval import Interval
from timeline.text.complete import complete
from timeline.text.figures import in_order
from timeline.text.find import find_timexes
from timeline.text.genre import Genre
from timeline.text.grammar import available_languages, load_grammar
from timeline.text.place import place
from timeline.text.sentences import find_sentences
from timeline.text.setting import ALL, Refinement, Setting, find_setting, with_verbs
from timeline.text.timex import Anchor, NormalizedTimex, Timex

MOST_SPACE = 80  # characters of space around a date that stands alone on its line


def tag(
    text: str, day: date | None, language: str = "en", genre: Genre | None = None
) -> tuple[NormalizedTimex, ...]:
    """The time expressions of a text published on `day`; without a day nothing is counted from it.

    Whether it is news or a narrative is found from its dates unless `genre` says so. GrammarError if there
    is no language file.

    >>> [(each.words, each.value) for each in tag("They left on Tuesday.", date(2019, 3, 27))]
    [('Tuesday', '2019-03-26')]
    """
    text = without_half_pairs(text)
    return tag_doc(tokenise(text, language), day, language, text, genre)


def tag_doc(
    doc: Doc,
    day: date | None,
    language: str = "en",
    text: str | None = None,
    genre: Genre | None = None,
) -> tuple[NormalizedTimex, ...]:
    """The time expressions of a text that spaCy has tokenised; `text` is the doc's, if it is at hand."""
    text = text or doc.text
    timexes, setting = find_in_setting(doc, day, language, text, genre)
    placed = place(timexes, setting) if timexes else []
    return tuple(each for each in placed if not _is_dateline(each, text, setting.publication))


def find_in_setting(
    doc: Doc,
    day: date | None,
    language: str,
    text: str,
    genre: Genre | None = None,
    refinements: frozenset[Refinement] = ALL,
) -> tuple[list[Timex], Setting]:
    """The time expressions as found, and what decides where they stand."""
    grammar = load_grammar(language)
    timexes = complete(find_timexes(doc, grammar, text), text, grammar)
    timexes = in_order(timexes, grammar.figures)
    sentences = find_sentences(doc, text) if timexes else []
    publication = Interval.of_day(day) if day else None
    words = grammar.cues, grammar.discourse
    setting = find_setting(timexes, text, sentences, publication, words, genre, refinements)
    if timexes and publication and {Refinement.MODEL, Refinement.TENSE} <= refinements:
        setting = with_verbs(setting, timexes, doc, language)
    return timexes, setting


def _is_dateline(timex: NormalizedTimex, text: str, publication: Anchor | None) -> bool:
    """The publication date alone on its line says when the article was written, not when things happened."""
    if publication is None or timex.is_relative or timex.interval != publication.interval:
        return False
    start, end = text.rfind("\n", 0, timex.start) + 1, text.find("\n", timex.end)
    end = end if end >= 0 else len(text)
    if end - start > len(timex.words) + MOST_SPACE or len(text) <= end - start:
        return False
    return text[start:end].strip() == timex.words and len(text.strip()) > len(timex.words)


def tag_document(document: Document) -> tuple[NormalizedTimex, ...]:
    """The time expressions of an article, without the dateline that gave its publication date.

    None in a language that has no file.
    """
    if document.language not in available_languages():
        return ()
    dct = document.dct
    genre = Genre(document.genre) if document.genre in tuple(Genre) else None
    tagged = tag(document.text, dct.day if dct else None, document.language, genre)
    if dct is None or dct.span is None:
        return tagged
    start, end = dct.span
    return tuple(each for each in tagged if each.end <= start or each.start >= end)
