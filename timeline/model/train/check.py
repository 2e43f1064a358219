"""How a network does on sentences whose words are given: quick figures while it learns."""

import random
from collections.abc import Sequence

import torch

from timeline.model.spans import spans_in, spans_of
from timeline.model.train.batches import Numbers, in_batches
from timeline.model.train.network import Network
from timeline.model.train.sentences import Sentence


@torch.no_grad()
def check(network: Network, sentences: Sequence[Sentence], numbers: Numbers) -> dict[str, float]:
    """Accuracy of tags, forms, heads and of heads with relations; F1 of names by their sort."""
    right = dict.fromkeys(("TAG", "FORM", "UAS", "LAS"), 0)
    words = both = found = gold = 0
    for batch in in_batches(sentences, random.Random(0)):
        data = numbers(batch)
        states = network.states_of(data)
        if batch[0].tags:
            columns = torch.arange(states.shape[1] + 1)[None] <= data.lengths[:, None]
            answers = {kind: each.argmax(-1) for kind, each in data.answers.items()}
            known = {kind: each.amax(-1) > 0 for kind, each in data.answers.items()}
            heads = network.arcs(states).masked_fill(~columns[:, None], -1e9).argmax(-1)
            tags, morphs = (each.argmax(-1) for each in network.tagged(states))
            deps = network.relations(states, heads).argmax(-1)
            good = (heads == data.heads) & known["heads"]
            words += int(known["heads"].sum())
            right["TAG"] += int(((tags == answers["tags"]) & known["tags"]).sum())
            right["FORM"] += int(((morphs == answers["morphs"]) & known["morphs"]).sum())
            right["UAS"] += int(good.sum())
            right["LAS"] += int((good & (deps == answers["deps"])).sum())
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
