"""The trained encoder as an ONNX file with weights of eight bits.

The graph is written node by node, for one window without padding, in the operators that ONNX Runtime runs fastest: all of
a layer's attention is one of them, which an exporter would leave in a dozen.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
from encoder_model import HEADS, LAYERS
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from nutgraf.names.signs import SIGNS
from nutgraf.names.tags import TAGS
from nutgraf.names.windows import LONGEST

if TYPE_CHECKING:
    from encoder_model import Encoder

_OWN = "com.microsoft"  # ONNX Runtime's own operators
_OPERATORS = ["MatMul", "Gather", "Attention"]


class Graph:
    """Nodes and weights as they are written; each value has the name of the node that gives it."""

    def __init__(self, encoder: Encoder) -> None:
        self.state = {name: value.detach().numpy() for name, value in encoder.state_dict().items()}
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: np.ndarray) -> str:
        """Add a weight and return its name."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, operator: str, *inputs: str, domain: str = "", **options: object) -> str:
        """Add a node and return the name of what it gives."""
        name = f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [name], name, domain=domain, **options))
        return name

    def linear(self, name: str, states: str) -> str:
        """Add a dense layer."""
        product = self.node("MatMul", states, self.weight(f"{name}.weight", self.state[f"{name}.weight"].T))
        return self.node("Add", product, self.weight(f"{name}.bias", self.state[f"{name}.bias"]))

    def norm(self, name: str, states: str) -> str:
        """Add a normalisation."""
        parts = [self.weight(f"{name}.{part}", self.state[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.node("LayerNormalization", states, *parts, epsilon=1e-12)

    def attention(self, name: str, states: str) -> str:
        """Add a layer's attention, up to where its heads stand side by side."""
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        weight = self.weight(f"{name}.three", np.concatenate([self.state[f"{part}.weight"].T for part in parts], 1))
        bias = self.weight(f"{name}.three.bias", np.concatenate([self.state[f"{part}.bias"] for part in parts]))
        return self.node("Attention", states, weight, bias, domain=_OWN, num_heads=HEADS)

    def layer(self, name: str, states: str, only: str = "") -> str:
        """Add a layer; behind its attention it goes on with the pieces `only`, if there are any."""
        seen = self.attention(name, states)
        if only:
            seen, states = (self.node("Gather", each, only, axis=1) for each in (seen, states))
        mixed = self.linear(f"{name}.out", seen)
        states = self.norm(f"{name}.first", self.node("Add", states, mixed))
        wide = self.node("Gelu", self.linear(f"{name}.wide", states), domain=_OWN)
        return self.norm(f"{name}.second", self.node("Add", states, self.linear(f"{name}.narrow", wide)))


def graph(encoder: Encoder) -> onnx.ModelProto:
    """Return the encoder for one window.

    `pieces` (1, length) and `signs` (1, length, signs), with the places of the pieces that begin a word as `heads` (words), to
    log probabilities `tags` (1, words, tags). What follows the last attention is worked out for these pieces alone.
    """
    made = Graph(encoder)
    first, second, zero = (made.weight(f"number {n}", np.array([n])) for n in (1, 2, 0))
    length = made.node("Slice", made.node("Shape", "pieces"), first, second)
    places = made.node("Slice", made.weight("places", made.state["places.weight"][:LONGEST]), zero, length, zero)
    words = made.node("Gather", made.weight("words", made.state["words.weight"]), "pieces")
    signs = made.linear("signs", made.node("Cast", "signs", to=TensorProto.FLOAT))
    states = made.norm("norm", made.node("Add", made.node("Add", words, places), signs))
    for at in range(LAYERS):
        states = made.layer(f"layers.{at}", states, "heads" if at == LAYERS - 1 else "")
    last = made.linear("tags", states)
    made.nodes.append(helper.make_node("LogSoftmax", [last], ["tags"], axis=-1))
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "length"]),
        helper.make_tensor_value_info("signs", TensorProto.UINT8, [1, "length", len(SIGNS)]),
        helper.make_tensor_value_info("heads", TensorProto.INT64, ["words"]),
    ]
    output = helper.make_tensor_value_info("tags", TensorProto.FLOAT, [1, "words", len(TAGS)])
    whole = helper.make_graph(made.nodes, "names", inputs, [output], made.weights)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(_OWN, 1)]
    return helper.make_model(whole, opset_imports=opsets, ir_version=8)


def export(encoder: Encoder, out: Path) -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "encoder.onnx"
        onnx.save(graph(encoder), whole)
        quantize_dynamic(
            whole,
            out,
            op_types_to_quantize=_OPERATORS,
            per_channel=True,
            weight_type=QuantType.QInt8,
            reduce_range=True,  # seven bits: processors without VNNI would overflow at eight, and answer otherwise
            extra_options={"DefaultTensorType": TensorProto.FLOAT},  # of what ONNX Runtime's own operators give
        )
