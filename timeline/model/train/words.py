"""Makes `words.npz`, the table of common words: `python -m timeline.model.train.words OUT.npz MINILM`.

Words, their frequencies and Brown clusters come from spacy-lookups-data (MIT). The vectors come from the
word embeddings and the third layer of the sentence encoder all-MiniLM-L6-v2 (Apache-2.0), read as single
words and reduced by principal components: MINILM is the folder of its weights. The shipped model holds the
table already; only a change of the table needs this, and for it also transformers and spacy-lookups-data.
"""

import argparse
import gzip
import json
import math
import re
from collections import defaultdict
from pathlib import Path

import numpy as np
import spacy_lookups_data
import torch
from transformers import AutoModel, AutoTokenizer

WORDS = 48_000
DIMENSIONS = 48  # from the embeddings, and as many from the layer
LAYER = 3
BATCH = 1024
_WORD = re.compile(r"^[^\W\d_]([^\W\d_]|['.-])*$")
LONGEST = 24


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path, help="the table to write, words.npz")
    parser.add_argument("encoder", type=Path, help="the folder of all-MiniLM-L6-v2")
    given = parser.parse_args()
    probabilities, cluster_of = _table("lexeme_prob"), _table("lexeme_cluster")
    frequency: dict[str, float] = defaultdict(float)
    for word, prob in probabilities.items():
        frequency[word.lower().replace("’", "'")] += math.exp(prob)
    words = [word for word in frequency if _WORD.match(word) and len(word) <= LONGEST]
    words = sorted(words, key=lambda word: (-frequency[word], word))[:WORDS]
    vectors = np.concatenate(_components(words, [frequency[w] for w in words], given.encoder), axis=1)
    scale = np.abs(vectors).max() / 127
    numbers: dict[int, int] = {0: 0}
    rows = [[_number(cluster_of.get(form, 0), numbers) for form in (word, word.title())] for word in words]
    np.savez_compressed(
        given.out,
        words=np.frombuffer(("\n" + "\n".join(words)).encode("utf-8"), dtype="uint8"),
        vectors=np.concatenate([np.zeros((1, vectors.shape[1])), np.round(vectors / scale)]).astype("int8"),
        scale=np.float32(scale),
        clusters=np.array([[0, 0], *rows], dtype="int16"),
    )
    print(f"{len(words)} words, {len(numbers)} clusters, {given.out.stat().st_size / 1e6:.1f} MB")


def _table(name: str) -> dict[str, float]:
    """A table of spacy-lookups-data by its words; loaded by spaCy it would know them by hash only."""
    path = Path(spacy_lookups_data.__file__).parent / "data" / f"en_{name}.json.gz"
    return json.loads(gzip.decompress(path.read_bytes()))


def _number(cluster: int, numbers: dict[int, int]) -> int:
    return numbers.setdefault(cluster, len(numbers))


def _components(words: list[str], frequencies: list[float], folder: Path) -> list[np.ndarray]:
    """Principal components of the words' embeddings and of their states in a layer, each of unit variance."""
    tokenizer, encoder = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    embeddings, states = [], []
    for start in range(0, len(words), BATCH):
        batch = tokenizer(
            words[start : start + BATCH], padding=True, return_tensors="pt", return_special_tokens_mask=True
        )
        inside = (1 - batch.pop("special_tokens_mask")).unsqueeze(-1).float()
        with torch.no_grad():
            hidden = encoder(**batch, output_hidden_states=True).hidden_states[LAYER]
            table = encoder.embeddings.word_embeddings(batch["input_ids"])
        embeddings.append((table * inside).sum(1) / inside.sum(1))
        states.append((hidden * inside).sum(1) / inside.sum(1))
    weights = np.sqrt(frequencies)
    return [_principal(torch.cat(each).numpy(), weights / weights.sum()) for each in (embeddings, states)]


def _principal(points: np.ndarray, weights: np.ndarray) -> np.ndarray:
    centred = points - weights @ points
    _, directions = np.linalg.eigh((centred * weights[:, None]).T @ centred)
    found = centred @ directions[:, ::-1][:, :DIMENSIONS]
    found /= np.linalg.norm(found, axis=1, keepdims=True) + 1e-6  # a rare word is no louder than a common one
    return found * math.sqrt(DIMENSIONS) / 2


if __name__ == "__main__":
    main()
