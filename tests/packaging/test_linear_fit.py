"""The fits of training find the weights that made the data."""

from __future__ import annotations

import numpy as np
import pytest
from linear_fit import logistic


def test_logistic_regression_finds_what_made_the_labels():
    rng = np.random.default_rng(0)
    features = np.column_stack(
        [np.ones(60_000), rng.normal(3, 2, 60_000), rng.normal(0, 0.1, 60_000), np.full(60_000, 7)]
    )
    chance = 1 / (1 + np.exp(-(features @ [-2, 0.5, 4, 0])))
    weights = logistic(features.astype(np.float32), rng.random(60_000) < chance, pull=0.01)
    assert weights == pytest.approx([-2, 0.5, 4, 0], abs=0.25)
    assert weights[3] == 0


def test_the_pull_keeps_weights_small_but_for_the_first():
    features = np.column_stack([np.ones(100), np.arange(100) % 2]).astype(np.float32)
    labels = np.arange(100) % 2 == 1
    pulled = logistic(features, labels | (np.arange(100) < 60), pull=1e6)
    assert pulled[1] == pytest.approx(0, abs=1e-3)
    assert pulled[0] == pytest.approx(np.log(0.8 / 0.2), abs=0.01)
