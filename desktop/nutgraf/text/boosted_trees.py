"""Boosted decision trees, as LightGBM trains them.

Friedman, 2001, "Greedy Function Approximation: A Gradient Boosting Machine".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

    from nutgraf.cancel import Cancel

_PARTS = ("feature", "threshold", "left", "right", "value", "roots")
_ROWS = 200  # rows between two looks at the token


@dataclass(frozen=True, slots=True)
class Trees:
    """An ensemble of binary trees, all their nodes in one table.

    A node compares a row's `feature` with `threshold` and goes on `left` where it is no greater, else `right`. A leaf leads
    to itself and holds a `value`. `roots` are the nodes at which the trees begin; `depth` is the longest path.
    """

    feature: np.ndarray
    threshold: np.ndarray
    left: np.ndarray
    right: np.ndarray
    value: np.ndarray
    roots: np.ndarray
    depth: int

    def probabilities(self, rows: np.ndarray, cancel: Cancel) -> np.ndarray:
        """Return for each row of a matrix the probability (0 to 1) of what the trees were trained to tell.

        Raises:
            Cancelled: the token was set.

        """
        import numpy as np

        sums = np.empty(len(rows))
        for start in range(0, len(rows), _ROWS):
            cancel.check()
            part = rows[start : start + _ROWS]
            which = np.arange(len(part))[:, None]
            node = np.broadcast_to(self.roots, (len(part), len(self.roots)))
            for _ in range(self.depth):
                smaller = part[which, self.feature[node]] <= self.threshold[node]
                node = np.where(smaller, self.left[node], self.right[node])
            sums[start : start + _ROWS] = self.value[node].sum(axis=1)
        return 1 / (1 + np.exp(-sums))


def load_trees(path: Path) -> tuple[tuple[str, ...], dict[str, Trees]]:
    """Return the names of the features, in the order of a matrix's columns, and the ensembles that a file holds, by name."""
    import numpy as np

    with np.load(path, allow_pickle=False) as stored:
        names = sorted({each.partition(".")[0] for each in stored.files} - {"features"})
        return tuple(map(str, stored["features"])), {name: _trees(stored, name) for name in names}


def _trees(stored: np.lib.npyio.NpzFile, name: str) -> Trees:
    feature, threshold, left, right, value, roots = (stored[f"{name}.{part}"] for part in _PARTS)
    return Trees(feature, threshold, left, right, value, roots, int(stored[f"{name}.depth"]))
