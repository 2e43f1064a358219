"""The language model under the tagger. For now a spaCy tokeniser; a trained one takes its place."""

from functools import lru_cache

import spacy
from spacy.language import Language

MAX_CHARACTERS = 200_000_000


@lru_cache(maxsize=8)
def load_model(language: str = "en") -> Language:
    """The spaCy pipeline for a language: `spacy.blank`, without spaCy's own limit on length."""
    nlp = spacy.blank(language)
    nlp.max_length = MAX_CHARACTERS
    return nlp
