"""Fit linear models of what sets of sentences are worth.

A group holds candidate summaries of one article: their features and what each is worth (ROUGE).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_MEMORY = 10


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
