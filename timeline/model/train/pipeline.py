"""Makes what is not learned of the model's folder, its settings and the tables of its lemmas:
`python -m timeline.model.train.pipeline`.

The rules of spaCy for English come from spacy-lookups-data (MIT), which this needs. They know open classes,
not the auxiliaries and particles that Universal Dependencies tell apart: those are added here.
"""

import spacy
from spacy.language import Language
from spacy.lookups import Lookups

from timeline.model.trained import PIPELINE, SHIPPED

_CONTRACTED = {"s": "be", "re": "be", "m": "be", "ve": "have", "d": "would", "ll": "will"}
_AUXILIARIES = {
    "be": "be am is are was were been being ai",
    "have": "have has had having",
    "do": "do does did doing done",
    "will": "will wo",
    "can": "can ca",
    "shall": "shall sha",
    "get": "get gets got getting gotten",
    **{word: word for word in ["would", "could", "should", "might", "must", "may"]},
}
_OTHERS = {
    "part": {"n't": "not", "n’t": "not", "nt": "not", "’s": "'s", "’": "'"},
    "det": {"an": "a", "these": "this", "those": "that"},
    "pron": {
        "me": "I", "him": "he", "them": "they", "us": "we", "these": "this", "those": "that",
    },
}  # fmt: skip
_MENDED = {"adj": {"better": "good", "best": "good"}}


def make() -> Language:
    """The pipeline without anything learned."""
    nlp = spacy.blank("en")
    for name in PIPELINE:
        nlp.add_pipe(f"timeline_{name}", name=name)
    lemmas = nlp.get_pipe("lemmas")
    lemmas.initialize(nlp=nlp)
    mend(lemmas.lookups)
    return nlp


def mend(tables: Lookups) -> None:
    """Adds auxiliaries and closed classes; exceptions go before rules."""
    rules, exceptions, index = (tables.get_table(f"lemma_{kind}") for kind in ("rules", "exc", "index"))
    rules["aux"], index["aux"] = rules["verb"], index["verb"]
    closed = {"aux": {form: lemma for lemma, forms in _AUXILIARIES.items() for form in forms.split()}}
    closed["aux"] |= {mark + form: lemma for mark in "'’" for form, lemma in _CONTRACTED.items()}
    for part, forms in (closed | _OTHERS | _MENDED).items():
        known = dict(exceptions[part]) if part in exceptions else {}
        exceptions[part] = known | {form: [lemma] for form, lemma in forms.items()}
        for table in (rules, index):
            if part not in table:
                table[part] = []


def main() -> None:
    nlp = make()
    nlp.config.to_disk(SHIPPED / "config.cfg")
    nlp.tokenizer.to_disk(SHIPPED / "tokenizer", exclude=["vocab"])
    nlp.get_pipe("lemmas").to_disk(SHIPPED / "lemmas", exclude=["vocab"])


if __name__ == "__main__":
    main()
