"""The network that cuts a text into sentences: a small LSTM over the same embedded words."""

import random
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from timeline.model.train.batches import Numbers
from timeline.model.train.network import Encoder, Network, shared_dropout

WINDOW = 96  # words that are read at once
INPUT, HIDDEN = 64, 64
RATE = 3e-3
BATCH = 16  # windows
EPOCHS = 8
BARE = 0.06  # share of full stops that are left out, so that sentences are known without

Text = tuple[list[str], list[int]]  # words, and the places where sentences begin


class Splitter(nn.Module):
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


def without_stops(text: Text, chance: random.Random) -> Text:
    """A text some of whose sentences have lost their full stop, as headings and captions have none.

    >>> without_stops((["They", "left", ".", "It", "rained", "."], [0, 3]), random.Random(1))[1]
    [0, 3]
    """
    words, starts = text
    begins = set(starts)
    lost = {
        place - 1
        for place in starts
        if place > 1 and words[place - 1] == "." and chance.random() < BARE and place - 1 not in begins
    }
    kept = [place for place in range(len(words)) if place not in lost]
    at = {place: number for number, place in enumerate(kept)}
    return [words[place] for place in kept], [at[place] for place in starts]


def windows(texts: Sequence[Text], chance: random.Random) -> list[Text]:
    """Texts, joined in a random order, cut into windows at random places: sentences begin anywhere."""
    order = list(texts)
    chance.shuffle(order)
    words: list[str] = []
    starts: list[int] = []
    for text, begins in order:
        starts += [len(words) + each for each in begins]
        words += text
    found, left = [], chance.randrange(WINDOW)
    begins = set(starts)
    while left < len(words):
        right = left + WINDOW
        inside = [place - left for place in range(left, min(right, len(words))) if place in begins]
        found.append((words[left:right], inside))
        left = right
    return found


def embedded(network: Network, texts: Sequence[list[str]], numbers: Numbers) -> tuple[Tensor, Tensor]:
    """The embedded words of some texts, padded, and their lengths."""
    features, lengths = numbers.padded(texts)
    states = network.embed(torch.from_numpy(features), numbers.vectors_of(features))
    return states, torch.from_numpy(lengths)
