"""Fit linear models: of what sets of sentences are worth, and of what is likely.

A group holds candidate summaries of one article: their features and what each is worth (ROUGE).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_MEMORY = 10
_FLAT = 1e-6  # a column of less spread says nothing
_STILL = 1e-3  # a step that changes no column's say is the last
_ROWS = 50_000


def least_squares(groups: Sequence[tuple[Floats, Floats]], prior: Floats, pull: float) -> Floats:
    """Return the weights that tell worth best within each group: ridge regression, drawn to `prior` as strongly as `pull`."""
    square, product = pull * np.eye(len(prior)), pull * prior
    for features, worth in groups:
        centred = features - features.mean(axis=0)
        square += centred.T @ centred / len(worth) / len(groups)
        product = product + centred.T @ (worth - worth.mean()) / len(worth) / len(groups)
    return np.linalg.solve(square, product)


def minimum_risk(groups: Sequence[tuple[Floats, Floats]], prior: Floats, pull: float, rounds: int = 60) -> Floats:
    """Return the weights with which the sets that the model prefers are worth most.

    The model gives each candidate of a group the probability softmax(features · weights); what is maximised is the mean over the
    groups of the expected worth (Smith and Eisner 2006, "Minimum Risk Annealing for Training Log-Linear Models"), less `pull`
    times the squared distance from `prior`. By L-BFGS (Nocedal 1980).
    """
    features = np.concatenate([each for each, _ in groups]).astype(np.float32)
    worth = np.concatenate([each - each.mean() for _, each in groups]).astype(np.float32)
    sizes = np.array([len(each) for _, each in groups])
    starts = np.cumsum(sizes) - sizes
    group = np.repeat(np.arange(len(groups)), sizes)

    def risk(weights: Floats) -> tuple[float, Floats]:
        score = features @ weights.astype(np.float32)
        score -= np.maximum.reduceat(score, starts)[group]
        share = np.exp(score)
        share /= np.add.reduceat(share, starts)[group]
        expected = np.add.reduceat(share * worth, starts)
        slope = -(features.T @ (share * (worth - expected[group]))).astype(np.float64) / len(groups)
        away = weights - prior
        return float(-expected.mean() + pull * away @ away), slope + 2 * pull * away

    return minimise(risk, prior.copy(), rounds)


def logistic(features: NDArray[np.float32], labels: NDArray[np.bool_], pull: float, rounds: int = 12) -> Floats:
    """Return the weights of logistic regression, drawn to 0 as strongly as `pull` where columns have a spread of 1.

    The first column is 1 everywhere, and free. By Newton's method (McCullagh and Nelder 1989, section 2.5).
    """
    mean, spread = features.mean(axis=0, dtype=np.float64), features.std(axis=0, dtype=np.float64)
    mean[0], spread[0] = 0, 1
    spread[spread < _FLAT] = np.inf
    scaled = ((features - mean) / spread).astype(np.float32)
    ridge = np.diag([0.0] + [pull] * (len(mean) - 1))
    weights = np.zeros(len(mean))
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-(scaled @ weights.astype(np.float32))))
        slope = scaled.T @ (labels - chance) - ridge @ weights
        bend = ridge + sum((part.T * share) @ part for part, share in _stretches(scaled, chance * (1 - chance)))
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < _STILL:
            break
    weights /= spread
    weights[0] -= mean @ weights
    return weights


def _stretches(features: NDArray[np.float32], shares: NDArray[np.float32]) -> Iterator[tuple[Floats, Floats]]:
    """Yield both some rows at a time, so that no copy is large."""
    for start in range(0, len(features), _ROWS):
        yield features[start : start + _ROWS], shares[start : start + _ROWS]


def minimise(function: Callable[[Floats], tuple[float, Floats]], start: Floats, rounds: int) -> Floats:
    """Return where the function (value and slope) is least, as far as L-BFGS with halved steps finds in so many rounds."""
    place = start
    value, slope = function(place)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(rounds):
        direction = -_two_loops(slope, moves)
        step = 1.0 if moves else min(1.0, 1 / (np.abs(slope).sum() or 1))
        for _ in range(25):
            after, slope_after = function(place + step * direction)
            if after <= value + 1e-4 * step * (slope @ direction):
                break
            step /= 2
        else:
            break
        moved, turned = step * direction, slope_after - slope
        if moved @ turned > 1e-10:
            moves = [*moves[1 - _MEMORY :], (moved, turned)]
        place, value, slope = place + moved, after, slope_after
    return place


def _two_loops(slope: Floats, moves: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return the slope times the inverse Hessian that the last moves tell of."""
    found, kept = slope.copy(), []
    for moved, turned in reversed(moves):
        share = moved @ found / (moved @ turned)
        kept.append(share)
        found -= share * turned
    if moves:
        moved, turned = moves[-1]
        found *= moved @ turned / (turned @ turned)
    for (moved, turned), share in zip(moves, reversed(kept), strict=True):
        found += (share - turned @ found / (moved @ turned)) * moved
    return found
