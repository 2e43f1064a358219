"""The trained components by their names, and a model's folder → a spaCy pipeline.

Importing this module registers the components, so that `spacy.load` knows them.
"""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from timeline.model.lemmas import Lemmas
from timeline.model.name_rules import mend_names
from timeline.model.parser import Names, Sentences, Syntax
from timeline.model.syntax import noun_chunks

SHIPPED = Path(__file__).with_name("en")
PIPELINE = ("sentences", "syntax", "lemmas", "names", "name_rules")


def load_trained(folder: Path = SHIPPED, exclude: tuple[str, ...] = ()) -> Language:
    """The pipeline of a model's folder: `sentences`, `syntax`, `lemmas`, `names`, `name_rules`; what is
    excluded is not read. OSError if the folder holds no pipeline.

    >>> doc = load_trained(exclude=("names",))("The envoys met the new mayor.")
    >>> [chunk.text for chunk in doc.noun_chunks], doc[2].lemma_
    (['The envoys', 'the new mayor'], 'meet')
    """
    return spacy.load(folder, exclude=[*exclude, "tokenizer"])  # which is spaCy's own, made already


@Language.factory("timeline_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Sentences:
    return Sentences()


@Language.factory(
    "timeline_syntax",
    requires=["token.is_sent_start"],
    assigns=["token.tag", "token.pos", "token.morph", "token.head", "token.dep", "doc.tensor"],
)
def make_syntax(nlp: Language, name: str) -> Syntax:
    nlp.vocab.get_noun_chunks = noun_chunks  # spaCy's own for English do not know UD's labels
    return Syntax()


@Language.factory("timeline_lemmas", requires=["token.pos", "token.morph"], assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> Lemmas:
    return Lemmas(nlp.vocab, None, name, mode="rule")


@Language.factory("timeline_names", requires=["doc.tensor"], assigns=["doc.ents"])
def make_names(nlp: Language, name: str) -> Names:
    return Names()


@Language.component("timeline_name_rules", requires=["doc.ents"], assigns=["doc.ents"])
def name_rules(doc: Doc) -> Doc:
    """Mends the names of a doc by titles, suffixes, the rest of the doc, and the world's countries."""
    found = [(each.start, each.end, each.label_) for each in doc.ents]
    doc.set_ents([Span(doc, *each) for each in mend_names(doc, found)])
    return doc
