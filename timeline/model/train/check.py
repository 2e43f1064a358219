"""How a network does on sentences whose words are given: quick figures while it learns."""

import random
from collections.abc import Sequence

import torch

from timeline.model.spans import spans_in, spans_of
from timeline.model.train.batches import UNKNOWN, Numbers, in_batches
from timeline.model.train.network import Network
from timeline.model.train.sentences import Sentence


@torch.no_grad()
def check(network: Network, sentences: Sequence[Sentence], numbers: Numbers) -> dict[str, float]:
    """Accuracy of tags, forms, heads and of heads with relations; F1 of names by their sort."""
    right = dict.fromkeys(("TAG", "FORM", "UAS", "LAS"), 0)
    words = both = found = gold = 0
    for batch in in_batches(sentences, random.Random(0)):
        data = numbers(batch)
        states = network.encoder(network.embed(data.features, data.vectors), data.lengths)
        if batch[0].tags:
            known = data.heads != UNKNOWN
            tags, morphs = network.tagged(states)
            columns = torch.arange(states.shape[1] + 1)[None] <= data.lengths[:, None]
            heads = network.arcs(states).masked_fill(~columns[:, None], -1e9).argmax(-1)
            deps = network.relations(states, heads).argmax(-1)
            good = (heads == data.heads) & known
            words += int(known.sum())
            right["TAG"] += int(((tags.argmax(-1) == data.tags) & known).sum())
            right["FORM"] += int(((morphs.argmax(-1) == data.morphs) & known).sum())
            right["UAS"] += int(good.sum())
            right["LAS"] += int((good & (deps == data.deps)).sum())
        if batch[0].names:
            scores = network.named(states, data.lengths).log_softmax(-1).numpy()
            for sentence, row in zip(batch, scores, strict=True):
                answer = _coarse(
                    spans_of(row[: len(sentence.words)], network.labels.names), sentence.is_coarse
                )
                asked = _coarse(spans_in(sentence.names), sentence.is_coarse)
                both += len(answer & asked)
                found += len(answer)
                gold += len(asked)
    figures = {name: count / words for name, count in right.items()} if words else {}
    return figures | ({"F": 2 * both / (found + gold)} if gold else {})


def _coarse(spans: list[tuple[int, int, str]], is_coarse: bool) -> set[tuple[int, int, str]]:
    return {(s, e, "LOC" if is_coarse and label == "GPE" else label) for s, e, label in spans}
