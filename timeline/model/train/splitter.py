"""The network that cuts a text into sentences: a small LSTM over the same embedded words."""

import random
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from timeline.model.train.batches import Numbers
from timeline.model.train.network import Encoder, Network, shared_dropout
from timeline.model.train.texts import Text, windows, without_stops

INPUT, HIDDEN = 64, 64
RATE = 3e-3
BATCH = 16  # windows
EPOCHS = 16


class Splitter(nn.Module):
    """Embedded words (texts, words, width) → how likely each begins a sentence, (texts, words), as log odds."""

    def __init__(self, width: int):
        super().__init__()
        self.input = nn.Linear(width, INPUT)
        self.encoder = Encoder(INPUT, HIDDEN, 1)
        self.output = nn.Linear(2 * HIDDEN, 1)

    def forward(self, states: Tensor, lengths: Tensor) -> Tensor:
        hidden = self.encoder(torch.relu(self.input(shared_dropout(states, self.training, 0.1))), lengths)
        return self.output(hidden).squeeze(-1)


def learn_to_split(network: Network, texts: Sequence[Text], numbers: Numbers, seed: int) -> Splitter:
    """A splitter for the embeddings of a trained network."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network.eval()
    width = network.encoder.layers[0].input.shape[1]
    splitter = Splitter(width)
    steps = (len(windows(texts, chance)) // BATCH + 2) * EPOCHS
    optimizer = torch.optim.AdamW(splitter.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        drawn = windows([without_stops(text, chance) for text in texts], chance)
        chance.shuffle(drawn)
        for start in range(0, len(drawn), BATCH):
            batch = drawn[start : start + BATCH]
            with torch.no_grad():
                states, lengths = embedded(network, [words for words, _ in batch], numbers)
            answers = torch.zeros(states.shape[:2])
            for row, (_, starts) in enumerate(batch):
                answers[row, starts] = 1
            scores = splitter(states, lengths)
            known = torch.arange(states.shape[1])[None] < lengths[:, None]
            loss = binary_cross_entropy_with_logits(scores[known], answers[known])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return splitter.eval()


def embedded(network: Network, texts: Sequence[list[str]], numbers: Numbers) -> tuple[Tensor, Tensor]:
    """The embedded words of some texts, padded, and their lengths."""
    features, lengths = numbers.padded(texts)
    states = network.embed(torch.from_numpy(features), numbers.vectors_of(features))
    return states, torch.from_numpy(lengths)
