"""The teacher: a network on the states of a large sentence encoder, far too slow to ship, which learns the
treebanks first and then tells the small network how it reads sentences that no treebank holds."""

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence
from transformers import AutoModel, AutoTokenizer

from timeline.model.features import plain
from timeline.model.labels import Labels
from timeline.model.train.batches import KINDS, Batch, Numbers, in_batches
from timeline.model.train.learn import scores_of
from timeline.model.train.network import Network, Sizes, shared_dropout
from timeline.model.train.sentences import Lesson, Sentence

WIDE = Sizes(arc=256, label=160, tag=128)
FROZEN = 2  # of the transformer's layers stay as they are: they know words, and cost time


class Teacher(Network):
    """As the network, its LSTM replaced by a transformer whose folder is given."""

    def __init__(self, labels: Labels, vectors: int, clusters: int, folder: Path):
        self._folder = folder
        super().__init__(labels, vectors, clusters, WIDE)
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self._pieces: dict[str, list[int]] = {}

    def encoder_of(self, width: int) -> tuple[nn.Module, int]:
        encoder = AutoModel.from_pretrained(self._folder, add_pooling_layer=False)
        for part in (encoder.embeddings, *encoder.encoder.layer[:FROZEN]):
            part.requires_grad_(False)
        return encoder, width + encoder.config.hidden_size

    def rates(self) -> list[dict]:
        """The transformer knows much already and learns slowly."""
        slow = {id(each) for each in self.encoder.parameters()}
        others = [each for each in self.parameters() if id(each) not in slow]
        return [{"params": self.encoder.parameters(), "part": 0.06}, {"params": others, "part": 0.5}]

    def states_of(self, batch: Batch, drop: float = 0.0) -> Tensor:
        pieces = [self._in_pieces(words) for words in batch.words]
        ids = pad_sequence([each for each, _ in pieces], batch_first=True)
        found = self.encoder(ids, attention_mask=(ids != 0).long()).last_hidden_state
        places = pad_sequence([each for _, each in pieces], batch_first=True)  # (sentences, words)
        of_words = found.gather(1, places.unsqueeze(-1).expand(-1, -1, found.shape[-1]))
        embedded = self.embed(batch.features, batch.vectors, drop)
        return shared_dropout(torch.cat([of_words, embedded], dim=-1), self.training)

    def _in_pieces(self, words: Sequence[str]) -> tuple[Tensor, Tensor]:
        """The pieces of a sentence, and the place of each word's first."""
        ids, places = [self._tokenizer.cls_token_id], []
        for word in words:
            if word not in self._pieces:
                known = self._tokenizer.encode(plain(word), add_special_tokens=False)
                self._pieces[word] = known[:6] or [self._tokenizer.unk_token_id]
            places.append(len(ids))
            ids += self._pieces[word]
        return torch.tensor([*ids, self._tokenizer.sep_token_id]), torch.tensor(places)


@torch.no_grad()
def taught(teachers: Sequence[Teacher], sentences: Sequence[Sentence], numbers: Numbers) -> list[Sentence]:
    """The sentences, each with the lesson that is the mean of the teachers' answers."""
    for teacher in teachers:
        teacher.eval()
    lessons: dict[int, Lesson] = {}
    places = {id(each): place for place, each in enumerate(sentences)}
    for batch in in_batches(sentences, random.Random(0)):
        data = numbers(batch)
        all_states = [teacher.states_of(data) for teacher in teachers]
        is_word = torch.arange(all_states[0].shape[1])[None] < data.lengths[:, None]
        likely = partial(_mean_of, list(zip(teachers, all_states, strict=True)), is_word)
        heads = likely(data.heads)["heads"].argmax(-1)
        told = likely(torch.where(data.is_parsed[:, None], data.heads, heads))
        answers = {kind: each.half().numpy() for kind, each in told.items()}
        for row, sentence in enumerate(batch):
            count = len(sentence.words)
            ends = {kind: count + 1 if kind == "heads" else None for kind in KINDS}
            rows = {kind: answers[kind][row, :count, : ends[kind]].copy() for kind in KINDS}
            lessons[places[id(sentence)]] = Lesson(**rows)
    return [replace(each, lesson=lessons[place]) for place, each in enumerate(sentences)]


def _mean_of(states: Sequence[tuple[Teacher, Tensor]], is_word: Tensor, heads: Tensor) -> dict[str, Tensor]:
    """How likely the teachers, given their states, hold each answer on the whole."""
    found = [scores_of(teacher, each, is_word, heads) for teacher, each in states]
    return {kind: sum(each[kind].softmax(-1) for each in found) / len(found) for kind in KINDS}
