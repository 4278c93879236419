"""The trained encoder back from its ONNX file, to learn on: weights of eight bits times their scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from encoder_model import LAYERS, Encoder, pretrained
from onnx import numpy_helper

from nutgraf.names.signs import SIGNS
from nutgraf.names.tags import TAGS

if TYPE_CHECKING:
    from pathlib import Path


def _stored(path: Path) -> dict[str, np.ndarray]:
    """Return the weights by the names that `encoder_export` gave them, matrices as (in, out)."""
    raw = {each.name: numpy_helper.to_array(each) for each in onnx.load(path).graph.initializer}
    whole = {}
    for name, value in raw.items():
        if name.endswith("_quantized"):
            own = name.removesuffix("_quantized")
            zero = raw[f"{own}_zero_point"].astype(np.float32)
            whole[own] = (value.astype(np.float32) - zero) * raw[f"{own}_scale"]
        else:
            whole[name] = value
    return whole


def load(path: Path) -> Encoder:
    """Return the encoder in the file. Vectors of pieces, which no training changes, come from the pretrained one."""
    stored = _stored(path)
    model = Encoder(len(SIGNS), len(TAGS), stored["layers.0.wide.weight"].shape[1])
    state = model.state_dict()
    state["words.weight"] = pretrained(len(SIGNS), len(TAGS)).words.weight
    for at in range(LAYERS):
        own = f"layers.{at}"
        weights = np.split(stored[f"{own}.three"], 3, axis=1)
        biases = np.split(stored[f"{own}.three.bias"], 3)
        for part, weight, bias in zip(("query", "key", "value"), weights, biases, strict=True):
            stored[f"{own}.{part}.weight"], stored[f"{own}.{part}.bias"] = weight, bias
    for name, value in state.items():
        if name in {"words.weight", "places.weight"}:
            continue
        new = stored[name]
        state[name] = torch.tensor(new.T if new.ndim == 2 else new).reshape(value.shape)
    state["places.weight"][: len(stored["places"])] = torch.tensor(stored["places"])
    model.load_state_dict(state)
    model.words.weight.requires_grad = False
    return model
