"""Articles of a language without a parser → mentions, by the words and endings of the language alone.

The words stand in `lang/xx.toml`. A language without such a file has one mention for each sentence that is
dated.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events.actor_clauses import Names, actors_in, find_names
from timeline.events.actor_names import Actor
from timeline.events.categories import category_of
from timeline.events.dating import Dating
from timeline.events.kinds import Basis
from timeline.events.labels import label_in
from timeline.events.mention import Mention, Span
from timeline.events.merge_reading import told_by_words
from timeline.events.place_words import countries_in
from timeline.events.places import places_in
from timeline.events.wordwise_clauses import NOBODY, find_clauses
from timeline.events.wordwise_dating import Told, date_tellings
from timeline.events.wordwise_groups import Word, find_verbs
from timeline.events.wordwise_stance import stance_of
from timeline.events.wordwise_telling import Telling, find_tellings
from timeline.events.wordwise_words import has_clauses
from timeline.model import tokenise
from timeline.reading.document import Document
from timeline.temporal.interval import Interval
from timeline.text.dated_sentences import find_dated_sentences
from timeline.text.sentences import find_sentences
from timeline.text.timex import NormalizedTimex

LONGEST = 1_500  # characters of a sentence that is read; a longer one is a list or a table


def find_mentions_by_words(document: Document, timexes: Sequence[NormalizedTimex]) -> list[Mention]:
    """The mentions of an article, from its words and its placed timexes."""
    if not has_clauses(document.language):
        return _by_sentences(document, timexes)
    told = _read(document, timexes)
    today = Interval.of_day(document.dct.day) if document.dct is not None else None
    dates = date_tellings(told, today, document.language)
    names = find_names(document.text, document.language)
    teller = _Teller(document, timexes, names, countries_in(document.text))
    return [
        teller.mention(telling, dating, each)
        for each, datings in zip(told, dates, strict=True)
        for telling, dating in zip(each.tellings, datings, strict=True)
    ]


def _by_sentences(document: Document, timexes: Sequence[NormalizedTimex]) -> list[Mention]:
    """One mention for each dated sentence."""
    spans = [(each.start, each.end) for each in timexes]
    return [
        _of_sentence(document, (found.start, found.end), found.interval, found.timex, spans)
        for found in find_dated_sentences(document, timexes)
    ]


def _of_sentence(
    document: Document,
    span: Span,
    interval: Interval,
    timex: NormalizedTimex | None,
    spans: Sequence[Span],
) -> Mention:
    basis = Basis.PUBLICATION if timex is None else Basis.SENTENCE
    said = document.text[slice(*span)]
    label = label_in(document.text, *span, spans, document.language)
    told = told_by_words("", said, said, document.language)
    return Mention(span, span, span, Dating(basis, interval, timex=timex), label=label, told=told)


def _read(document: Document, timexes: Sequence[NormalizedTimex]) -> list[Told]:
    """The sentences of an article with their clauses and what they tell."""
    text, language = document.text, document.language
    doc = tokenise(text, language)
    tokens = [(each.idx, each.idx + len(each), each.text) for each in doc if not each.is_space]
    starts = [start for start, *_ in tokens]
    dated = _dated_offsets(timexes)
    placed = [each for each in timexes if each.interval is not None and each.type != "SET"]
    told, paragraph, end_before = [], 0, 0
    for number, (start, end) in enumerate(find_sentences(doc, text)):
        paragraph += number > 0 and "\n\n" in text[end_before:start]
        end_before = end
        inside = tokens[bisect_left(starts, start) : bisect_left(starts, end)]
        if not inside or end - start > LONGEST:
            continue
        said = [Word(each, first, last, first in dated) for first, last, each in inside]
        sentence = find_clauses(said, find_verbs(said, language), language)
        own = [each for each in placed if start <= each.start < end]
        told.append(Told(sentence, find_tellings(sentence, language), own, number, paragraph))
    return told


def _dated_offsets(timexes: Sequence[NormalizedTimex]) -> frozenset[int]:
    return frozenset(offset for each in timexes for offset in range(each.start, each.end))


@dataclass(frozen=True)
class _Teller:
    """Puts together the mentions of one article."""

    document: Document
    timexes: Sequence[NormalizedTimex]
    names: Names
    about: Mapping[str, int]

    def mention(self, telling: Telling, dating: Dating, told: Told) -> Mention:
        text, language = self.document.text, self.document.language
        word = told.sentence.words[telling.place]
        clause = _clause(telling, told)
        sentence = told.sentence.words[0].start, told.sentence.words[-1].end
        actors = self._actors(telling, told, clause)
        category, cue = self._category(word, clause, actors, told)
        spans = [(each.start, each.end) for each in self.timexes]
        first = told.sentence.words[telling.cue.first if telling.cue else telling.place].start
        as_told = told_by_words(word.text, text[slice(*clause)], text[slice(*sentence)], language)
        stance = stance_of(telling, told.sentence, self.names, self._is_to_come(dating))
        names = [each.name for each in actors]
        return Mention(
            (word.start, word.end),
            clause,
            sentence,
            dating,
            stance,
            actors,
            places_in(text, *clause, language, self.about),
            category,
            cue,
            label_in(text, *clause, spans, language, first, names, stance.attribution),
            replace(as_told, lemma=telling.lemma),
        )

    def _is_to_come(self, dating: Dating) -> bool:
        dct = self.document.dct
        return dct is not None and dating.interval is not None and dating.interval.start.date() > dct.day

    def _actors(self, telling: Telling, told: Told, clause: Span) -> tuple[Actor, ...]:
        if telling.verb is None:
            return ()
        start, end = told.sentence.span(telling.clause)
        return actors_in(self.names, start, end, told.sentence.words[telling.place].start)

    def _category(self, word: Word, clause: Span, actors: Sequence[Actor], told: Told):
        inside = [each for each in told.sentence.words if clause[0] <= each.start < clause[1]]
        said = [each.lower for each in inside if each.text[0].isalnum() and not each.is_dated]
        around = [each.lower for each in told.sentence.words if each not in inside]
        names = [each.name for each in actors]
        return category_of(word.lower, said, names, self.document.language, around)


def _clause(telling: Telling, told: Told) -> Span:
    """The offsets of a telling's clause, with that of the verb above it that makes it a plan or an order."""
    start, end = told.sentence.span(telling.clause)
    if telling.verb is None:
        return start, _next_comma(telling.place, end, told)
    is_joined = not telling.verb.is_finite and telling.cue_clause != NOBODY
    if is_joined:
        first, last = told.sentence.span(telling.cue_clause)
        start, end = min(start, first), max(end, last) if last < end else end
    return start, end


def _next_comma(place: int, end: int, told: Told) -> int:
    """Where the words behind a participle or a noun are cut off by a comma."""
    behind = told.sentence.words[place:]
    return next((each.start for each in behind if each.text == "," and each.start < end), end)
