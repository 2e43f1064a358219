"""The trained network as ONNX graphs, which run without PyTorch; weights are kept in half precision."""

from copy import deepcopy
from pathlib import Path

import numpy as np
import torch
from onnx import GraphProto, ModelProto, TensorProto, helper, numpy_helper, save
from torch import Tensor

from timeline.model.train.lstm import Layer
from timeline.model.train.network import Encoder, Network
from timeline.model.train.splitter import Splitter

OPSET, IR = 17, 9
NEVER = -1e4  # a score that half precision can hold
GATES = (0, 2, 1, 3)  # ONNX has input, output, forget, cell


class Graph:
    """Nodes and weights put together one by one; `add` gives the name of a node's output."""

    def __init__(self):
        self.nodes, self.weights, self.count = [], [], 0

    def add(self, kind: str, *inputs: str, **attributes) -> str:
        self.count += 1
        name = f"{kind.lower()}{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def weight(self, value: Tensor) -> str:
        """A weight, kept as float16 and cast when the graph is loaded."""
        half = value.detach().numpy().astype("float16")
        self.count += 1
        name = f"weight{self.count}"
        self.weights.append(numpy_helper.from_array(half, name))
        return self.add("Cast", name, to=TensorProto.FLOAT)

    def numbers(self, *values: int) -> str:
        self.count += 1
        self.weights.append(numpy_helper.from_array(np.array(values, dtype="int64"), f"numbers{self.count}"))
        return f"numbers{self.count}"

    def linear(self, states: str, layer) -> str:
        product = self.add("MatMul", states, self.weight(layer.weight.T.contiguous()))
        return self.add("Add", product, self.weight(layer.bias))

    def relu(self, states: str, layer) -> str:
        return self.add("Relu", self.linear(states, layer))

    def encoder(self, states: str, encoder: Encoder) -> str:
        """LSTM layers over (words, sentences, width), the lengths being the input `lengths`."""
        for layer in encoder.layers:
            states = self._layer(states, layer)
        return states

    def _layer(self, states: str, layer: Layer) -> str:
        hidden = layer.recurrent.shape[1]
        order = np.concatenate([np.arange(gate * hidden, (gate + 1) * hidden) for gate in GATES])
        weights = (each[..., order].transpose(1, 2) for each in (layer.input, layer.recurrent))
        bias = layer.bias[:, order]
        names = [self.weight(each) for each in (*weights, _beside_nothing(bias))]
        found = self.add("LSTM", states, *names, "lengths", hidden_size=hidden, direction="bidirectional")
        found = self.add("Transpose", found, perm=[0, 2, 1, 3])
        return self.add("Reshape", found, self.numbers(0, 0, 2 * hidden))

    def model(self, width: int, outputs: dict[str, str]) -> ModelProto:
        """The whole, from states of (words, sentences, width) and lengths."""
        states = helper.make_tensor_value_info("states", TensorProto.FLOAT, ["words", "sentences", width])
        return self.made(
            [states, helper.make_tensor_value_info("lengths", TensorProto.INT32, ["sentences"])], outputs
        )

    def made(self, inputs: list, outputs: dict[str, str], kind: int = TensorProto.FLOAT) -> ModelProto:
        for name, inner in outputs.items():
            self.nodes.append(helper.make_node("Identity", [inner], [name]))
        results = [helper.make_tensor_value_info(name, kind, None) for name in outputs]
        graph: GraphProto = helper.make_graph(self.nodes, "network", inputs, results, self.weights)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)


def _beside_nothing(bias: Tensor) -> Tensor:
    """ONNX has a second bias, of the recurrence: zero."""
    return torch.cat([bias, torch.zeros_like(bias)], dim=1)


def syntax_graph(network: Network) -> ModelProto:
    """Embedded words → states, and for each sentence the scores of tags, forms, arcs, and the two sides of a
    relation; the first column of `arcs` and of `label_head` is the root's."""
    graph = Graph()
    timed = graph.encoder("states", network.encoder)
    states = graph.add("Transpose", timed, perm=[1, 0, 2])
    hidden = graph.relu(states, network.tag_hidden)
    with_root = graph.add("Concat", _root(graph, network, states), states, axis=1)
    heads = graph.add("Transpose", graph.relu(with_root, network.arc_head), perm=[0, 2, 1])
    dependent = graph.relu(states, network.arc_dependent)
    weights, bias = network.arc[:-1], network.arc[-1:]
    scored = graph.add("Add", graph.add("MatMul", dependent, graph.weight(weights)), graph.weight(bias[0]))
    return graph.model(
        network.encoder.layers[0].input.shape[1],
        {
            "encoded": states,
            "tags": graph.linear(hidden, network.tag),
            "morphs": graph.linear(hidden, network.morph),
            "arcs": graph.add("MatMul", scored, heads),
            "label_dependent": graph.relu(states, network.label_dependent),
            "label_head": graph.relu(with_root, network.label_head),
        },
    )


def _root(graph: Graph, network: Network, states: str) -> str:
    """The root's state, once a sentence: (sentences, 1, width)."""
    nothing = graph.add("Slice", states, graph.numbers(0), graph.numbers(1), graph.numbers(1))
    zeros = graph.add("Mul", nothing, graph.weight(network.root * 0))
    return graph.add("Add", zeros, graph.weight(network.root))


def relations_graph(network: Network) -> ModelProto:
    """What is known of words and their heads, (words, width) → the number of each word's relation."""
    graph = Graph()
    both = helper.make_tensor_value_info("both", TensorProto.FLOAT, ["words", network.label.in_features])
    below = deepcopy(network.label)  # the words that hang on others, none of which is the root
    with torch.no_grad():
        below.bias[network.labels.deps.index("root")] = NEVER
    likeliest = graph.add("ArgMax", graph.linear("both", below), axis=1, keepdims=0)
    return graph.made([both], {"relations": likeliest}, TensorProto.INT64)


def names_graph(network: Network) -> ModelProto:
    """States → the scores of names tags, (words, sentences, tags)."""
    graph = Graph()
    states = graph.encoder("states", network.names_encoder)
    scores = graph.linear(graph.relu(states, network.names_hidden), network.names)
    return graph.model(network.names_encoder.layers[0].input.shape[1], {"names": scores})


def splitter_graph(splitter: Splitter) -> ModelProto:
    """Embedded words → how likely each begins a sentence, (words, sentences, 1)."""
    graph = Graph()
    states = graph.encoder(graph.relu("states", splitter.input), splitter.encoder)
    return graph.model(splitter.input.in_features, {"starts": graph.linear(states, splitter.output)})


def embeddings_of(network: Network) -> dict[str, np.ndarray]:
    """The tables of embeddings by feature column, in half precision."""
    tables = zip(network.columns, network.tables, strict=True)
    return {str(column): table.weight.detach().numpy().astype("float16") for column, table in tables}


def write(network: Network, splitter: Splitter, folder: Path) -> None:
    """Everything learned, as files of the shipped model's folder."""
    save(syntax_graph(network), folder / "syntax.onnx")
    save(relations_graph(network), folder / "relations.onnx")
    save(names_graph(network), folder / "names.onnx")
    save(splitter_graph(splitter), folder / "sentences.onnx")
    np.savez_compressed(folder / "tables.npz", **embeddings_of(network))
