"""How right and how fast the model is: `python -m timeline.model.evaluate --data DIR` prints the table.

DIR holds treebanks and entity corpora as spaCy DocBins (`pud_test.spacy` …); the project's own marked
sentences in `held_out/`, which nothing is trained on, are measured too. Texts are given as they are: the
pipeline finds words and sentences itself.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import process_time

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.vocab import Vocab

from timeline.model.marked import marked_doc, read_stories
from timeline.model.trained import SHIPPED, load_trained

HELD_OUT = Path(__file__).with_name("held_out")
SYNTAX = ("pud_test", "gumnews_devtest", "ewt_test")
ENTITIES = ("uner_pud_test", "uner_ewt_test", "wikigold_test")
FIGURES = {"TAG": "tag_acc", "POS": "pos_acc", "UAS": "dep_uas", "LAS": "dep_las", "sentences": "sents_f"}


def measure_syntax(nlp: Language, docs: Iterable[Doc]) -> dict[str, float]:
    """Tags, parts of speech, heads, relations, sentences and the feature Tense, all as spaCy scores them."""
    examples = _examples(nlp, docs)
    scores = Scorer.score_token_attr(examples, "tag") | Scorer.score_token_attr(examples, "pos")
    scores |= Scorer.score_spans(
        examples, "sents", getter=lambda doc, _: doc.sents, has_annotation=_has_sentences
    )
    scores |= Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct"))
    forms = Scorer.score_token_attr_per_feat(examples, "morph", getter=lambda token, _: token.morph.key)[
        "morph_per_feat"
    ]
    return {name: scores[key] for name, key in FIGURES.items()} | {"Tense": forms["Tense"]["f"]}


def _has_sentences(doc: Doc) -> bool:
    return doc.has_annotation("SENT_START")


def measure_names(nlp: Language, docs: Sequence[Doc], is_coarse: bool = True) -> dict[str, float]:
    """F1 of names, of all and of each kind; where a corpus knows no GPE it counts as LOC."""
    counts: dict[str, list[int]] = {}
    for answer, asked in zip(nlp.pipe(doc.text for doc in docs), docs, strict=True):
        spans, right = _spans(answer, is_coarse), _spans(asked, is_coarse)
        for label in {each[2] for each in spans | right}:
            one = counts.setdefault(label, [0, 0, 0])
            one[0] += sum(each[2] == label for each in spans & right)
            one[1] += sum(each[2] == label for each in spans)
            one[2] += sum(each[2] == label for each in right)
    both, found, gold = (sum(each[place] for each in counts.values()) for place in range(3))
    return {"F": _f1(both, found, gold)} | {label: _f1(*counts[label]) for label in sorted(counts)}


def _spans(doc: Doc, is_coarse: bool) -> set[tuple[int, int, str]]:
    """By letters from the text's start, spaces not counted: corpora put spaces where a text has none."""

    def place(offset: int) -> int:
        return len(doc.text[:offset].replace(" ", ""))

    return {
        (place(e.start_char), place(e.end_char), "LOC" if is_coarse and e.label_ == "GPE" else e.label_)
        for e in doc.ents
    }


def _f1(both: int, found: int, gold: int) -> float:
    return 2 * both / (found + gold) if found + gold else 0.0


def _examples(nlp: Language, docs: Iterable[Doc]) -> list[Example]:
    docs = list(docs)
    return [Example(answer, doc) for answer, doc in zip(nlp.pipe(d.text for d in docs), docs, strict=True)]


def read_docs(path: Path, vocab: Vocab) -> list[Doc]:
    """The docs of a DocBin; answers are compared with those of one vocabulary only."""
    return list(DocBin().from_disk(path).get_docs(vocab))


def read_held_out(folder: Path = HELD_OUT) -> list[Doc]:
    """The project's own test stories, each a doc with its names."""
    nlp = spacy.blank("en")
    return [marked_doc(story, nlp) for story in read_stories(folder)]


def find_corpora(data: Path, names: Iterable[str], parser: argparse.ArgumentParser) -> dict[str, Path]:
    """The files of some corpora; the parser ends the program with one sentence if any is missing."""
    paths = {name: data / f"{name}.spacy" for name in names}
    if missing := [path.name for path in paths.values() if not path.is_file()]:
        parser.error(f"{data} lacks {', '.join(missing)}: name the folder that holds the corpora as DocBins.")
    return paths


def tokens_per_second(nlp: Language, texts: Sequence[str]) -> float:
    """Tokens a CPU second, from text to the last annotation; the second run is measured."""
    list(nlp.pipe(texts))
    begun = process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return tokens / (process_time() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--model", type=Path, help="a model's folder instead of the shipped one")
    parser.add_argument("--write", action="store_true", help="put the figures into the model's meta.json")
    given = parser.parse_args()
    corpora = find_corpora(given.data, (*SYNTAX, *ENTITIES), parser)
    if given.model and not (given.model / "config.cfg").is_file():
        parser.error(f"{given.model} holds no model: name a folder with a config.cfg.")
    begun = process_time()
    nlp = load_trained(given.model or SHIPPED)
    print(f"loaded in {process_time() - begun:.2f} s")
    figures: dict[str, dict[str, float]] = {}
    for name in SYNTAX:
        figures[name] = measure_syntax(nlp, read_docs(corpora[name], nlp.vocab))
        _print(name, figures[name])
    for name in ENTITIES:
        figures[name] = measure_names(nlp, read_docs(corpora[name], nlp.vocab))
        _print(name, figures[name])
    figures["own sentences"] = measure_names(nlp, read_held_out(), is_coarse=False)
    _print("own sentences", figures["own sentences"])
    texts = [doc.text for doc in read_docs(corpora[SYNTAX[0]], nlp.vocab)] * 2
    print(f"all: {tokens_per_second(nlp, texts):,.0f} tokens a CPU second")
    with nlp.select_pipes(disable=["names", "name_rules"]):
        print(f"without names: {tokens_per_second(nlp, texts):,.0f} tokens a CPU second")
    if given.write:
        write_meta(nlp, figures, given.model or SHIPPED)


def write_meta(nlp: Language, figures: dict[str, dict[str, float]], folder: Path) -> None:
    """The components, labels and figures of a pipeline into its meta.json; what it says besides stays."""
    performance = {
        corpus: {name: round(value, 4) for name, value in found.items()} for corpus, found in figures.items()
    }
    known = {name: nlp.meta[name] for name in ("pipeline", "components", "labels")}
    path = folder / "meta.json"
    meta = json.loads(path.read_text("utf-8")) | known | {"performance": performance}
    path.write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _print(name: str, figures: dict[str, float]) -> None:
    print(f"{name:16}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))


if __name__ == "__main__":
    main()
