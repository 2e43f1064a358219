"""Where a predicate and its clause stand in the article."""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.events.analysis import Analysis
from timeline.events.mention import Span
from timeline.model.syntax import clause_words, is_predicate, relation


def predicate_span(token: Token, analysis: Analysis) -> Span:
    """The offsets of a predicate, without its helpers."""
    start = analysis.offset(token)
    return start, start + len(token)


def clause_span(token: Token, analysis: Analysis) -> Span:
    """The offsets of the clause of a predicate, from its first word to its last; clauses that hang on it at
    either end stand outside, and so do the marks there and the word that joins it to another.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "Roca left because it rained, and Oslo sent envoys."
    >>> parsed = parse_together(tokenise(text), [(0, len(text))])
    >>> analysis = Analysis(None, [(0, len(text))], parsed, ())
    >>> [text[slice(*clause_span(parsed.doc[place], analysis))] for place in (1, 4, 8)]
    ['Roca left', 'it rained', 'Oslo sent envoys']
    """
    words = _trimmed(clause_words(token) if is_predicate(token) else list(token.subtree))
    if token not in words:
        words = [token]
    last = words[-1]
    return analysis.offset(words[0]), analysis.offset(last) + len(last)


def _trimmed(words: Sequence[Token]) -> Sequence[Token]:
    first, last = 0, len(words)
    while first < last and (words[first].is_punct or relation(words[first]) in ("cc", "mark")):
        first += 1
    while first < last and words[last - 1].is_punct:
        last -= 1
    return words[first:last]
