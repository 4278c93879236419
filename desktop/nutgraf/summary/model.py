"""The weights of a learned ranker, read from `resources/models/summary`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from nutgraf.assets import path

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model of what a set of sentences is worth.

    `columns` hold a weight for each column of `Features`. The rest is added to a sentence's worth in view of the sentences
    already chosen: `repeats` times its cosine with each (times that one's share of `BUDGET` words), `dangles` where it leans on
    a sentence that is not chosen, `follows` where the one before it is chosen, `balance` times what its section has too little.
    """

    columns: Mapping[str, float]
    repeats: float
    dangles: float
    follows: float
    balance: float = 0.0


BUDGET = 60  # words; the length of summary that `repeats` was learned at


@cache
def load(name: str) -> Model:
    """Return the model of that name, read once."""
    return Model(**json.loads(path("models", "summary", f"{name}.json").read_text(encoding="utf-8")))
