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
class Likely:
    """A logistic model of what a summary holds (`columns` of `Concepts` and of `Features`), and what holding it is worth.

    `worth` counts for a sentence in which every word is sure to be in the summary.
    """

    worth: float
    columns: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model of what a set of sentences is worth.

    `columns` hold a weight for each column of `Features`. The rest is added to a sentence's worth in view of the sentences
    already chosen: `repeats` times its cosine with each (times that one's share of `BUDGET` words), `dangles` where it leans on
    a sentence that is not chosen, `follows` where the one before it is chosen, `balance` times what its section has too little,
    and what it says of the words and pairs of words that a summary is likely to hold.
    """

    columns: Mapping[str, float]
    repeats: float
    dangles: float
    follows: float
    balance: float = 0.0
    words: Likely | None = None
    pairs: Likely | None = None


BUDGET = 60  # words; the length of summary that `repeats` was learned at


@cache
def load(name: str) -> Model:
    """Return the model of that name, read once."""
    weights = json.loads(path("models", "summary", f"{name}.json").read_text(encoding="utf-8"))
    likely = {kind: Likely(**weights.pop(kind)) for kind in ("words", "pairs") if weights.get(kind)}
    return Model(**{**weights, **likely})
