"""Pairs of similar sentences against the whole square of products."""

from __future__ import annotations

import numpy as np
import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.summary import similar
from nutgraf.summary.graph import TermMatrix
from nutgraf.summary.similar import similar_pairs


def matrix(height, width, seed=1):
    source = np.random.default_rng(seed)
    return TermMatrix(
        [[f"t{int(width * source.random() ** 3)}" for _ in range(source.integers(0, 9))] for _ in range(height)],
        Cancel(),
    )


def expected(made, weights, threshold):
    full = np.zeros((made.height, made.width))
    full[made.rows, made.terms] = weights
    return set(zip(*np.nonzero(np.triu(full @ full.T > threshold, k=1)), strict=True))


@pytest.mark.parametrize("cells", [50, 1000, 1_000_000])
@pytest.mark.parametrize("pairs", [3, 500, 200_000])
@pytest.mark.parametrize("dense", [0, 1_000])
def test_pairs_are_those_of_the_square(dense, pairs, cells, monkeypatch):
    monkeypatch.setattr(similar, "_DENSE", dense)
    monkeypatch.setattr(similar, "_PAIRS", pairs)
    monkeypatch.setattr(similar, "_CELLS", cells)
    made = matrix(150, 60)
    weights = made.tf_idf()
    first, second = similar_pairs(made, weights, 0.1, Cancel())
    found = list(zip(first.tolist(), second.tolist(), strict=True))
    assert len(found) == len(set(found)) > 100
    assert set(found) == expected(made, weights, 0.1)


@pytest.mark.parametrize("sentences", [[], [[]], [[], []], [["a"]], [["a"], ["b"]]])
def test_there_are_none_where_nothing_is_shared(sentences):
    made = TermMatrix(sentences, Cancel())
    first, second = similar_pairs(made, made.tf_idf(), 0.1, Cancel())
    assert len(first) == len(second) == 0


def test_the_search_stops_when_cancelled():
    cancel = Cancel()
    cancel.set()
    made = matrix(30, 10)
    with pytest.raises(Cancelled):
        similar_pairs(made, made.tf_idf(), 0.1, cancel)
