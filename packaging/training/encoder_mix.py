"""Mix encoders that grew out of one: `python packaging/training/encoder_mix.py 0.6 NINE 0.4 EIGHT --out neural.onnx`.

Each is a folder that `encoder.py` worked in, of which the average in its last checkpoint is taken, or an ONNX file. The mean of
their weights does better than any of them (Wortsman and others, "Model soups", ICML 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from encoder_export import export
from encoder_import import load
from encoder_model import Encoder

from nutgraf.names.signs import SIGNS
from nutgraf.names.tags import TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence


def read(path: Path) -> Encoder:
    """Return the encoder in an ONNX file or in the last checkpoint of a folder."""
    if path.is_file():
        return load(path)
    state = torch.load(path / "last.pt", weights_only=True)["mean"]
    model = Encoder(len(SIGNS), len(TAGS), state["layers.0.wide.weight"].shape[0])
    model.load_state_dict(state)
    return model


def mix(encoders: Sequence[Encoder], shares: Sequence[float]) -> None:
    """Leave the first encoder with the sum of all weights by their shares."""
    with torch.no_grad():
        for each in zip(*(encoder.parameters() for encoder in encoders), strict=True):
            each[0].copy_(sum(share * weight for share, weight in zip(shares, each, strict=True)))


def main() -> None:
    """Mix, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="+", metavar="SHARE ENCODER")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    shares = [float(each) for each in options.parts[::2]]
    encoders = [read(Path(each)) for each in options.parts[1::2]]
    if len(shares) != len(encoders) or abs(sum(shares) - 1) > 1e-6:
        parser.error("Please give each encoder after its share; shares sum to 1.")
    mix(encoders, shares)
    export(encoders[0].eval(), options.out)


if __name__ == "__main__":
    main()
