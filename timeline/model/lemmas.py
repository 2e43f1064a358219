"""Base forms of words: spaCy's rules for English, told what Universal Dependencies know of a form."""

import re

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.tokens import Doc, Token

MOST = 100_000  # words that are remembered
_BASE = {
    "NOUN": {"Number": "Sing"},
    "ADJ": {"Degree": "Pos"},
    "ADV": {"Degree": "Pos"},
}
_ENDING = re.compile(r"(?:ing|ed|es)$")
_SHORT = re.compile(r"(?<![aeiou])[aeiou][b-df-hj-np-tvz]$")  # what doubles its last letter: "hop", "hopping"


class Lemmas(EnglishLemmatizer):
    """As spaCy's, but a form that is a base form by its features is left alone ("need", "guess"), and a verb
    that does not double its last letter has lost an e ("hoping"). Each word is worked out once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.known: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            known, keys = self.known, doc.to_array([ORTH, POS, MORPH]).tolist()
            lemmas = [known.get((*key,)) or self._add((*key,), doc[i]) for i, key in enumerate(keys)]
            doc.from_array([LEMMA], np.array(lemmas, dtype="uint64"))
        return doc

    def _add(self, key: tuple[int, int, int], token: Token) -> int:
        if len(self.known) > MOST:
            self.known.clear()
            self.cache.clear()  # spaCy's own, of the same words
        lemma = self.known[key] = token.vocab.strings.add(self.rule_lemmatize(token)[0])
        return lemma

    def is_base_form(self, token: Token) -> bool:
        if token.pos_ in ("VERB", "AUX"):
            if token.lower_ in self.lookups.get_table("lemma_exc")["aux"]:
                return False  # "am" is in the present, but no base form
            form = token.morph.to_dict()
            is_third = form.get("Person") == "3" and form.get("Number") == "Sing"
            in_present = form.get("VerbForm") == "Fin" and form.get("Tense") == "Pres"
            return form.get("VerbForm") == "Inf" or (in_present and not is_third)
        wanted = _BASE.get(token.pos_)
        return wanted is not None and wanted.items() <= token.morph.to_dict().items()

    def rule_lemmatize(self, token: Token) -> list[str]:
        if token.pos_ in ("VERB", "AUX"):
            known = self.lookups.get_table("lemma_exc")["aux"].get(token.lower_)
            if known:
                return known
        forms = super().rule_lemmatize(token)
        stem = _ENDING.sub("", token.lower_)
        if token.pos_ == "VERB" and stem in forms and stem + "e" in forms and _SHORT.search(stem):
            return [stem + "e"]
        return forms if token.pos_ == "PROPN" or forms == ["I"] else [form.lower() for form in forms]
