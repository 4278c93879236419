"""What LightGBM trains, as the tables that `nutgraf.text.boosted_trees` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 15,
    "max_depth": 8,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
}


def save_trees(path: Path, features: Sequence[str], boosters: Mapping[str, Any]) -> None:
    """Write boosters (LightGBM's, of a binary objective) over these features; the same boosters give the same bytes."""
    arrays = {"features": np.array(features)}
    for name, booster in boosters.items():
        arrays |= {f"{name}.{part}": values for part, values in _tables(booster.dump_model()["tree_info"]).items()}
    np.savez(path, **arrays)


def _tables(trees: Sequence[Mapping[str, Any]]) -> dict[str, np.ndarray]:
    rows: list[list[float]] = []
    depths = [0]

    def add(node: Mapping[str, Any], depth: int) -> int:
        place = len(rows)
        if "leaf_value" in node:
            rows.append([0, np.inf, place, place, node["leaf_value"]])
            depths.append(depth)
        else:
            rows.append([node["split_feature"], node["threshold"], 0, 0, 0])
            rows[place][2] = add(node["left_child"], depth + 1)
            rows[place][3] = add(node["right_child"], depth + 1)
        return place

    roots = [add(tree["tree_structure"], 0) for tree in trees]
    feature, threshold, left, right, value = np.array(rows).T
    return {
        "feature": feature.astype(np.int16),
        "threshold": threshold,
        "left": left.astype(np.int16),
        "right": right.astype(np.int16),
        "value": value,
        "roots": np.array(roots, np.int16),
        "depth": np.array(max(depths), np.int16),
    }
