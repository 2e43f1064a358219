"""A bidirectional LSTM layer that trains fast on a CPU: both directions at once, its gradient by hand.

PyTorch's own layer spends most of its time outside the matrix products on a CPU, in training.
"""

import torch
from torch import Tensor, nn
from torch.autograd import Function


class Recurrence(Function):
    """`gates` (words, 2, sentences, 4 × hidden) hold what the input brings, in the order input, forget,
    output, cell; `weights` are (2, hidden, 4 × hidden). Gives the states (words, 2, sentences, hidden)."""

    @staticmethod
    def forward(ctx, gates: Tensor, weights: Tensor) -> Tensor:
        words, _, sentences, _ = gates.shape
        hidden = weights.shape[1]
        state = cell = gates.new_zeros(2, sentences, hidden)
        opened = gates.new_empty(words, 2, sentences, 3 * hidden)
        brought, squashed, cells, states = (gates.new_empty(words, 2, sentences, hidden) for _ in range(4))
        for word in range(words):
            told = torch.baddbmm(gates[word], state, weights)
            torch.sigmoid(told[..., : 3 * hidden], out=opened[word])
            torch.tanh(told[..., 3 * hidden :], out=brought[word])
            enter, keep, leave = opened[word].chunk(3, -1)
            cell = torch.mul(keep, cell, out=cells[word]).addcmul_(enter, brought[word])
            torch.tanh(cell, out=squashed[word])
            state = torch.mul(leave, squashed[word], out=states[word])
        ctx.save_for_backward(opened, brought, squashed, cells, states, weights)
        return states

    @staticmethod
    def backward(ctx, slopes: Tensor) -> tuple[Tensor, Tensor]:
        opened, brought, squashed, cells, states, weights = ctx.saved_tensors
        words, _, sentences, hidden = states.shape
        turned = weights.transpose(1, 2)
        own = 1 - opened
        own.mul_(opened)
        bent, bent_cell = 1 - brought * brought, 1 - squashed * squashed
        of_gates = slopes.new_empty(words, 2, sentences, 4 * hidden)
        of_state = of_cell = slopes.new_zeros(2, sentences, hidden)
        nothing = torch.zeros_like(of_state)
        for word in reversed(range(words)):
            enter, keep, leave = opened[word].chunk(3, -1)
            one = of_gates[word]
            of_state = slopes[word] + of_state
            of_cell = torch.addcmul(of_cell, of_state * leave, bent_cell[word])
            torch.mul(of_cell, brought[word], out=one[..., :hidden])
            torch.mul(of_cell, cells[word - 1] if word else nothing, out=one[..., hidden : 2 * hidden])
            torch.mul(of_state, squashed[word], out=one[..., 2 * hidden : 3 * hidden])
            one[..., : 3 * hidden] *= own[word]
            torch.mul(of_cell * enter, bent[word], out=one[..., 3 * hidden :])
            of_state = torch.bmm(one, turned)
            of_cell = of_cell * keep
        before = states[:-1].transpose(0, 1).reshape(2, -1, hidden)
        after = of_gates[1:].transpose(0, 1).reshape(2, -1, 4 * hidden)
        return of_gates, torch.bmm(before.transpose(1, 2), after)


class Layer(nn.Module):
    """One bidirectional layer: (sentences, words, width) → (sentences, words, 2 × hidden)."""

    def __init__(self, width: int, hidden: int):
        super().__init__()
        self.input = nn.Parameter(torch.empty(2, width, 4 * hidden))
        self.recurrent = nn.Parameter(torch.empty(2, hidden, 4 * hidden))
        self.bias = nn.Parameter(torch.zeros(2, 4 * hidden))
        for direction in range(2):
            nn.init.xavier_uniform_(self.input[direction])
            for gate in range(4):
                nn.init.orthogonal_(self.recurrent[direction][:, gate * hidden : (gate + 1) * hidden])
        nn.init.ones_(self.bias[:, hidden : 2 * hidden])  # what is known is kept, to begin with

    def forward(self, states: Tensor, turned: Tensor) -> Tensor:
        """`turned` holds the place of each word in its sentence read backwards."""
        sentences, words, width = states.shape
        ahead = states.transpose(0, 1)
        both = torch.stack([ahead, taken(states, turned).transpose(0, 1)]).reshape(2, -1, width)
        gates = torch.baddbmm(self.bias.unsqueeze(1), both, self.input)
        gates = gates.view(2, words, sentences, -1).transpose(0, 1).contiguous()
        found = Recurrence.apply(gates, self.recurrent).permute(1, 2, 0, 3)
        return torch.cat([found[0], taken(found[1], turned)], dim=-1)


def turned_places(lengths: Tensor, longest: int) -> Tensor:
    """(sentences, words): the place of each word in its sentence read backwards; padding stays."""
    place = torch.arange(longest)[None]
    back = lengths[:, None] - 1 - place
    return torch.where(back >= 0, back, place)


def taken(states: Tensor, places: Tensor) -> Tensor:
    """The states (sentences, words, width) at some places (sentences, words) of their sentence."""
    return states.gather(1, places.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
