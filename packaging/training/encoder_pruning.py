"""Make the encoder narrower: the units between its dense layers that say least are taken out before it learns on.

After Michel, Levy and Neubig, "Are Sixteen Heads Really Better than One?", NeurIPS 2019, who prune by what a unit adds; here
that is the mean size of what it gives times the length of the vector that it adds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from encoder_model import Encoder
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Iterable

    from encoder_data import Batch
    from torch import Tensor

INNER = 1152


def narrowed(model: Encoder, batches: Iterable[Batch], inner: int = INNER) -> Encoder:
    """Return the encoder with the `inner` units of each layer that say most on `batches`."""
    said: list[Tensor] = [torch.zeros(layer.wide.out_features) for layer in model.layers]

    def listen(at: int) -> None:
        def hook(_: object, __: object, given: Tensor) -> None:
            said[at] += functional.gelu(given).abs().mean((0, 1))

        model.layers[at].wide.register_forward_hook(hook)

    for at in range(len(model.layers)):
        listen(at)
    model.eval()
    with torch.no_grad():
        for each in batches:
            model(each.pieces, each.signs)
    state = model.state_dict()
    for at, layer in enumerate(model.layers):
        kept = (said[at] * layer.narrow.weight.norm(dim=0)).topk(inner).indices.sort().values
        own = f"layers.{at}"
        state[f"{own}.wide.weight"] = state[f"{own}.wide.weight"][kept]
        state[f"{own}.wide.bias"] = state[f"{own}.wide.bias"][kept]
        state[f"{own}.narrow.weight"] = state[f"{own}.narrow.weight"][:, kept]
    new = Encoder(model.signs.in_features, model.tags.out_features, inner)
    new.load_state_dict(state)
    new.words.weight.requires_grad = False
    return new
