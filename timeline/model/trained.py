"""A trained model's folder → a spaCy pipeline."""

import json
from functools import lru_cache
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

from timeline.model.labels import Labels
from timeline.model.parser import Embedder, Names, Sentences, Syntax
from timeline.model.runner import Graph

SHIPPED = Path(__file__).with_name("en")


def load_trained(folder: Path = SHIPPED) -> Language:
    """The pipeline of a model's folder: `sentences`, `syntax`, `names`; `disable_pipe` leaves one out."""
    nlp = spacy.blank("en")
    for name in ("sentences", "syntax", "names"):
        nlp.add_pipe(f"timeline_{name}", name=name, config={"folder": str(folder)})
    return nlp


@Language.factory("timeline_sentences", default_config={"folder": str(SHIPPED)})
def make_sentences(nlp: Language, name: str, folder: str) -> Sentences:
    return Sentences(_embedder(folder), Graph(Path(folder, "sentences.onnx")))


@Language.factory("timeline_syntax", default_config={"folder": str(SHIPPED)})
def make_syntax(nlp: Language, name: str, folder: str) -> Syntax:
    with np.load(Path(folder, "tables.npz")) as data:
        weight, bias = (data[each].astype("float32") for each in ("label_weight", "label_bias"))
    return Syntax(_embedder(folder), Graph(Path(folder, "syntax.onnx")), (weight, bias), read_labels(folder))


@Language.factory("timeline_names", default_config={"folder": str(SHIPPED)})
def make_names(nlp: Language, name: str, folder: str) -> Names:
    return Names(Graph(Path(folder, "names.onnx")), read_labels(folder).names)


@lru_cache(maxsize=2)
def _embedder(folder: str) -> Embedder:
    return Embedder(Path(folder))


def read_labels(folder: str) -> Labels:
    """What the model tells apart, from its meta.json."""
    labels = json.loads(Path(folder, "meta.json").read_text("utf-8"))["labels"]
    return Labels(**{kind: tuple(each) for kind, each in labels.items()})
