"""The training loop: sentences → the network that tells them best."""

import math
import random
import time
from collections.abc import Callable, Sequence
from copy import deepcopy

import torch
from torch import Tensor, nn

from timeline.model.train.batches import Batch, Numbers, in_batches, in_other_case
from timeline.model.train.network import Network
from timeline.model.train.sentences import Sentence

RATE = 2.5e-3  # of learning at its height
WARM_UP = 200  # steps
AVERAGING = 0.999  # of the weights' running mean, which is what is kept
DROP = 0.12  # share of words that are forgotten, so that their look has to do
CLIP = 5.0
WEIGHTS = {"tags": 0.5, "morphs": 0.5, "heads": 1.0, "deps": 1.0, "names": 1.0}


def learn(
    network: Network,
    sentences: Sequence[Sentence],
    numbers: Numbers,
    epochs: int,
    seed: int,
    report: Callable[[Network, int], str] = lambda network, epoch: "",
) -> Network:
    """The network after so many rounds over all sentences; its weights are a running mean."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    averaged = deepcopy(network)
    groups = [{"params": list(each["params"]), "lr": each["part"] * RATE} for each in network.rates()]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.95), weight_decay=1e-4)
    total = epochs * len(list(in_batches(sentences, random.Random(seed))))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, total))
    step, begun = 0, time.perf_counter()
    for epoch in range(epochs):
        network.train()
        losses: dict[str, float] = {}
        varied = [in_other_case(each, chance) for each in sentences]
        for batch in in_batches(varied, chance):
            parts = loss_of(network, numbers(batch))
            for name, value in parts.items():
                losses[name] = losses.get(name, 0.0) + float(value.detach())
            optimizer.zero_grad()
            sum(WEIGHTS[name] * value for name, value in parts.items()).backward()
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            schedule.step()
            step += 1
            _average(averaged, network, min(AVERAGING, (1 + step) / (10 + step)))
        told = " ".join(f"{name} {value * epochs / total:.3f}" for name, value in losses.items())
        averaged.eval()
        print(
            f"{epoch + 1}/{epochs} {time.perf_counter() - begun:.0f} s  {told}  {report(averaged, epoch)}",
            flush=True,
        )
    return averaged


def _rate(step: int, total: int) -> float:
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - WARM_UP) / max(1, total - WARM_UP)))) + 0.002


@torch.no_grad()
def _average(averaged: Network, network: Network, kept: float) -> None:
    for mean, value in zip(averaged.parameters(), network.parameters(), strict=True):
        mean.lerp_(value, 1 - kept)


def loss_of(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The mean loss a word of each task that the batch has answers for."""
    states = network.states_of(batch, DROP)
    found: dict[str, Tensor] = {}
    is_word = torch.arange(states.shape[1])[None] < batch.lengths[:, None]
    parsed = batch.is_parsed
    if parsed.any():
        scores = scores_of(network, states[parsed], is_word[parsed], batch.heads[parsed])
        for kind, each in scores.items():
            answers = batch.answers[kind][parsed]
            losses = -(answers * each.log_softmax(-1)).sum(-1)
            found[kind] = losses.sum() / answers.sum().clamp(min=1)
    if batch.is_named.any():
        named = batch.is_named
        scores = network.named(states[named], batch.lengths[named]).log_softmax(-1)
        right = scores.masked_fill(~batch.allowed[named], -1e9).logsumexp(-1)
        found["names"] = -right[is_word[named]].mean()
    return found


def scores_of(network: Network, states: Tensor, is_word: Tensor, heads: Tensor) -> dict[str, Tensor]:
    """The scores of every tag, form, head and, under the given heads, relation."""
    tags, morphs = network.tagged(states)
    columns = torch.cat([torch.ones_like(is_word[:, :1]), is_word], dim=1)
    arcs = network.arcs(states).masked_fill(~columns[:, None], -1e4)
    return {"tags": tags, "morphs": morphs, "heads": arcs, "deps": network.relations(states, heads)}
