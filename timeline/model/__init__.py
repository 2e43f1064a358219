"""What knows the language under the tagger: words, cut by spaCy, and the trained English model."""

import re
from functools import lru_cache
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc

MAX_CHARACTERS = 200_000_000
_WORD = 60  # longest run without a space that spaCy is given whole: it takes quadratic time over "((((…"
_RUN = re.compile(rf"\S{{{_WORD},}}")


@lru_cache(maxsize=8)
def load_tokeniser(language: str = "en") -> Language:
    """The spaCy pipeline for a language: `spacy.blank`, without spaCy's own limit on length.

    A language that spaCy does not know is cut into words as any other.
    """
    try:
        nlp = spacy.blank(language)
    except ImportError:
        nlp = spacy.blank("xx")
    nlp.max_length = MAX_CHARACTERS
    return nlp


def tokenise(text: str, language: str = "en") -> Doc:
    """The tokens of a text, in time that grows with its length and no faster.

    >>> [token.text for token in tokenise("late Tuesday.")]
    ['late', 'Tuesday', '.']
    """
    nlp = load_tokeniser(language)
    if not _RUN.search(text):
        return nlp.make_doc(text)
    docs = [nlp.make_doc(piece) for piece in _pieces(text)]
    return Doc.from_docs(docs, ensure_whitespace=False)


def _pieces(text: str) -> list[str]:
    """The text cut inside every run without spaces that is too long, and nowhere else."""
    cuts = [0]
    for run in _RUN.finditer(text):
        cuts += range(run.start(), run.end(), _WORD)
    cuts = sorted({*cuts, len(text)})
    return [text[start:end] for start, end in pairwise(cuts)]
