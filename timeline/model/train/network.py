"""The network in PyTorch, for training: words → states → tags, forms, heads, relations and names.

Two bidirectional LSTM layers over features of the words; a biaffine parser (Dozat & Manning 2017) on their
states; names by a third, smaller layer on the same states.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import dropout

from timeline.model.features import BUCKETS, CLUSTER, PREFIX, SHAPE, SUFFIX, WORD
from timeline.model.labels import Labels
from timeline.model.train.batches import Batch
from timeline.model.train.lstm import Layer, turned_places


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of everything; the defaults are those of the shipped model."""

    word: int = 32
    prefix: int = 16
    suffix: int = 24
    shape: int = 16
    cluster: int = 24
    hidden: int = 112  # a direction
    layers: int = 2
    arc: int = 100
    label: int = 96
    tag: int = 64
    names: int = 56  # a direction


class Network(nn.Module):
    """Scores of everything for a batch of sentences of different lengths, padded."""

    def __init__(self, labels: Labels, vectors: int, clusters: int, sizes: Sizes = Sizes()):
        super().__init__()
        self.labels, self.sizes = labels, sizes
        widths = {WORD: sizes.word, PREFIX: sizes.prefix, SUFFIX: sizes.suffix, SHAPE: sizes.shape}
        tables = {column: nn.Embedding(BUCKETS[column], width) for column, width in widths.items()}
        tables[CLUSTER] = nn.Embedding(clusters, sizes.cluster)
        self.columns = sorted(tables)
        self.tables = nn.ModuleList(tables[column] for column in self.columns)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        width = vectors + sum(table.embedding_dim for table in self.tables)
        self.encoder, states = self.encoder_of(width)
        self.tag_hidden = nn.Linear(states, sizes.tag)
        self.tag = nn.Linear(sizes.tag, len(labels.tags))
        self.morph = nn.Linear(sizes.tag, len(labels.morphs))
        self.arc_dependent = nn.Linear(states, sizes.arc)
        self.arc_head = nn.Linear(states, sizes.arc)
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.label_dependent = nn.Linear(states, sizes.label)
        self.label_head = nn.Linear(states, sizes.label)
        self.label = nn.Linear(3 * sizes.label, len(labels.deps))
        self.root = nn.Parameter(torch.zeros(states))
        self.names_encoder = Encoder(states, sizes.names, 1)
        self.names_hidden = nn.Linear(2 * sizes.names, sizes.tag)
        self.names = nn.Linear(sizes.tag, len(labels.names))

    def encoder_of(self, width: int) -> tuple[nn.Module, int]:
        """What reads the embedded words, and how wide the states are that it gives."""
        return Encoder(width, self.sizes.hidden, self.sizes.layers), 2 * self.sizes.hidden

    def states_of(self, batch: Batch, drop: float = 0.0) -> Tensor:
        """The words of a batch as the parser and the tagger see them: (sentences, words, states)."""
        return self.encoder(self.embed(batch.features, batch.vectors, drop), batch.lengths)

    def rates(self) -> list[dict]:
        """The weights by how fast they learn, as parts of the full rate."""
        return [{"params": self.parameters(), "part": 1.0}]

    def embed(self, features: Tensor, vectors: Tensor, drop: float = 0.0) -> Tensor:
        """(sentences, words, columns) → (sentences, words, width); words are forgotten at a rate."""
        parts = [
            table(features[..., column]) for column, table in zip(self.columns, self.tables, strict=True)
        ]
        if self.training and drop:
            kept = (torch.rand(features.shape[:2]) >= drop).unsqueeze(-1).float()
            parts[self.columns.index(WORD)] = parts[self.columns.index(WORD)] * kept
            known = (torch.rand(features.shape[:2]) >= drop / 2).unsqueeze(-1).float()
            vectors = vectors * known
            parts[self.columns.index(CLUSTER)] = parts[self.columns.index(CLUSTER)] * known
        return torch.cat([vectors, *parts], dim=-1)

    def arcs(self, states: Tensor) -> Tensor:
        """(sentences, words, words + 1): how well each word hangs on each; column 0 is the root."""
        dependent = torch.relu(self.arc_dependent(states))
        head = torch.relu(self.arc_head(self.with_root(states)))
        dependent = shared_dropout(dependent, self.training)
        head = shared_dropout(head, self.training)
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], dim=-1)
        return dependent @ self.arc @ head.transpose(1, 2)

    def with_root(self, states: Tensor) -> Tensor:
        """(sentences, words, states) → (sentences, words + 1, states), the root in front."""
        return torch.cat([self.root.expand(len(states), 1, -1), states], dim=1)

    def relations(self, states: Tensor, heads: Tensor) -> Tensor:
        """(sentences, words, relations) for given heads, 0 being the root."""
        dependent = torch.relu(self.label_dependent(states))
        head = torch.relu(self.label_head(self.with_root(states)))
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        both = torch.cat([dependent * head, dependent, head], dim=-1)
        return self.label(shared_dropout(both, self.training))

    def tagged(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """(sentences, words, tags) and (sentences, words, forms)."""
        hidden = shared_dropout(torch.relu(self.tag_hidden(states)), self.training, 0.2)
        return self.tag(hidden), self.morph(hidden)

    def named(self, states: Tensor, lengths: Tensor) -> Tensor:
        """(sentences, words, tags of names)."""
        states = shared_dropout(self.names_encoder(states, lengths), self.training)
        return self.names(torch.relu(self.names_hidden(states)))


class Encoder(nn.Module):
    """LSTM layers; between them some states are dropped, the same ones for all of a sentence."""

    def __init__(self, width: int, hidden: int, layers: int):
        super().__init__()
        widths = [width, *[2 * hidden] * (layers - 1)]
        self.layers = nn.ModuleList(Layer(each, hidden) for each in widths)

    def forward(self, states: Tensor, lengths: Tensor) -> Tensor:
        turned = turned_places(lengths, states.shape[1])
        for layer in self.layers:
            states = layer(shared_dropout(states, self.training), turned)
        return states


def shared_dropout(states: Tensor, training: bool, rate: float = 0.2) -> Tensor:
    """Dropout with one mask for all the words of a sentence (Gal & Ghahramani 2016)."""
    if not training:
        return states
    mask = dropout(torch.ones(states.shape[0], 1, states.shape[2]), rate)
    return states * mask
