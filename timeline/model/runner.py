"""Runs a graph of the shipped model over many pieces of text, those of about one length together."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime

MOST = 400  # words, with padding, that go through a graph at once: more do not stay in the cache


class Graph:
    """An ONNX graph on one thread: its sums are taken in one order, and a core is all it takes."""

    def __init__(self, path: Path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.outputs = [each.name for each in self._session.get_outputs()]

    def width_of(self, output: str) -> int:
        """The last dimension of an output."""
        return next(each.shape[-1] for each in self._session.get_outputs() if each.name == output)

    def __call__(self, pieces: Sequence[np.ndarray]) -> Iterator[tuple[list[int], dict[str, np.ndarray]]]:
        """For each batch of pieces, themselves of shape (words, width): the numbers of its pieces,
        and the answers for them in that order."""
        order = sorted(range(len(pieces)), key=lambda number: len(pieces[number]))
        for batch in _batches(order, pieces):
            longest = len(pieces[batch[-1]])
            states = np.zeros((longest, len(batch), pieces[batch[0]].shape[1]), dtype="float32")
            for place, number in enumerate(batch):
                states[: len(pieces[number]), place] = pieces[number]
            lengths = np.array([len(pieces[number]) for number in batch], dtype="int32")
            yield batch, self.run(states=states, lengths=lengths)

    def run(self, **inputs: np.ndarray) -> dict[str, np.ndarray]:
        """The answers for some inputs: of the graphs of a model, `states` of shape (words, pieces, width) and
        `lengths` of shape (pieces,), or `both` of shape (words, width)."""
        return dict(zip(self.outputs, self._session.run(self.outputs, inputs), strict=True))


def _batches(order: list[int], pieces: Sequence[np.ndarray]) -> Iterator[list[int]]:
    batch: list[int] = []
    for number in order:
        if batch and (len(batch) + 1) * len(pieces[number]) > MOST:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
