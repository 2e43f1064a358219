"""Sentences → their parses, by the shipped model or by the pipeline that TIMELINE_MODEL names."""

import logging
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from timeline.model.syntax import has_universal_relations, noun_chunks
from timeline.model.trained import SHIPPED, load_trained

VARIABLE = "TIMELINE_MODEL"
LANGUAGE = "en"  # of the shipped model
_NOT_NEEDED = [
    "sentences",
    "lemmas",
    "names",
    "name_rules",
    "ner",
    "entity_linker",
    "textcat",
]  # of a pipeline, for a parse alone
_TELLING = ["lemmas", "names", "name_rules", "ner"]  # what an event is told from, beside its tree
_TRIALS = {  # their prepositions have other labels in other schemes
    "en": "They had left for the north on Monday.",
    "es": "El lunes se habían ido en barco a la capital.",
}
_NOT_LOADED = (
    "%s names “%s”, which cannot be used (%s); dates are read by words alone. "
    "Name an installed pipeline or its folder, or unset %s for the shipped model."
)
_NO_TREES = (
    "“%s”, which %s names, gives no trees with the labels of Universal Dependencies; "
    "dates are read by words alone."
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its tree: a doc without space tokens, and where in the article each token starts."""

    doc: Doc
    offsets: tuple[int, ...]

    def top(self, start: int, end: int) -> Token | None:
        """The token among those of `text[start:end]` on which the others hang."""
        inside = [
            token
            for token, offset in zip(self.doc, self.offsets, strict=True)
            if offset < end and start < offset + len(token.text)
        ]
        return next((each for each in inside if each.head == each or each.head not in inside), None)


def parse(
    doc: Doc, sentences: Sequence[tuple[int, int]], language: str = LANGUAGE
) -> Iterator[Parsed] | None:
    """The parses of some sentences of a text, one after the other; they are given as offsets. None where no
    parser is at hand.

    >>> from timeline.model import tokenise
    >>> text = "It rained. They left on Monday."
    >>> [sentence] = parse(tokenise(text), [(11, 31)])
    >>> top = sentence.top(24, 30)
    >>> top.text, top.head.text
    ('Monday', 'left')
    """
    nlp = load_parser(os.environ.get(VARIABLE, "").strip(), language)
    if nlp is None:
        return None
    given = ((each.doc, each.offsets) for each in (_own_doc(doc, *span, nlp) for span in sentences))
    docs = nlp.pipe(given, as_tuples=True, disable=_NOT_NEEDED)
    return (Parsed(parsed, offsets) for parsed, offsets in docs)


def parse_together(
    doc: Doc, sentences: Sequence[tuple[int, int]], language: str = LANGUAGE
) -> Parsed | None:
    """Some sentences of a text in one doc, each with its tree, and all with the names that they share. None
    where no parser is at hand.

    >>> from timeline.model import tokenise
    >>> text = "Ana Roca left. Mr Roca returned."
    >>> parsed = parse_together(tokenise(text), [(0, 14), (15, 32)])
    >>> [name.text for name in parsed.doc.ents], [each.root.text for each in parsed.doc.sents]
    (['Ana Roca', 'Roca'], ['left', 'returned'])
    """
    nlp = load_parser(os.environ.get(VARIABLE, "").strip(), language)
    if nlp is None:
        return None
    pieces = [_own_doc(doc, *span, nlp) for span in sentences]
    offsets = tuple(offset for piece in pieces for offset in piece.offsets)
    together = Doc.from_docs([piece.doc for piece in pieces], ensure_whitespace=False) or Doc(nlp.vocab)
    for name, component in nlp.pipeline:
        if name not in _NOT_NEEDED or name in _TELLING:
            together = component(together)
    return Parsed(together, offsets)


def _own_doc(doc: Doc, start: int, end: int, nlp: Language) -> Parsed:
    """A sentence as a doc of its own, not yet parsed."""
    tokens = [token for token in doc.char_span(start, end, alignment_mode="expand") if not token.is_space]
    alone = Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=[place == 0 for place in range(len(tokens))],
    )
    return Parsed(alone, tuple(token.idx for token in tokens))


def load_parser(named: str, language: str) -> Language | None:
    """The pipeline that is named, if it is of that language, else the shipped one of the language; None if
    there is none that gives trees."""
    if named:
        of_language, found = _load_named(named)
        if of_language in (language, ""):
            return found
    return _load_shipped() if language == LANGUAGE else None


@lru_cache(maxsize=1)
def _load_shipped() -> Language:
    return load_trained(SHIPPED)


@lru_cache(maxsize=4)
def _load_named(named: str) -> tuple[str, Language | None]:
    """The language of a pipeline, "" if it cannot be told, and the pipeline; None, which is said once, if it
    cannot be loaded or gives no trees as they are needed."""
    language = ""
    try:
        nlp = spacy.load(named)
        language = nlp.lang
        trial = nlp(_TRIALS.get(language, _TRIALS["en"]))
    except Exception as error:  # whatever somebody's pipeline may raise must not cost the dates
        why = re.sub(r"^\[\w+\] ", "", str(error).partition("\n")[0]).strip(". ")
        _log.warning(_NOT_LOADED, VARIABLE, named, why or type(error).__name__, VARIABLE)
        return language, None
    is_known = language in _TRIALS
    if not (has_universal_relations(trial) if is_known else trial.has_annotation("DEP")):
        _log.warning(_NO_TREES, named, VARIABLE)
        return language, None
    nlp.vocab.get_noun_chunks = noun_chunks
    return language, nlp
