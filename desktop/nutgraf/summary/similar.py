"""Which pairs of sentences resemble each other, without ever holding the square of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from nutgraf.summary.graph import ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, Integers, TermMatrix

_PAIRS = 100_000  # pairs of entries met between two looks at the token: some 5 ms
_CELLS = 200_000  # pairs of sentences summed up at a time: what fits a processor's cache
_FREQUENT = 16  # a term is frequent that more than one of so many sentences holds
_DENSE = 0.5  # where frequent terms have more pairs than this share of all, one dense product of blocks costs less


def similar_pairs(matrix: TermMatrix, weights: Floats, threshold: float, cancel: Cancel) -> tuple[Integers, Integers]:
    """Return the pairs of rows, the first less than the second, whose product of `weights` passes `threshold`.

    Time is linear in the pairs of entries that share a term, as in Bayardo, Ma and Srikant 2007, "Scaling Up All Pairs Similarity
    Search", section 3.1; where nearly all sentences share frequent terms, those go through a dense product of blocks instead.

    Raises:
        Cancelled: the token was set.

    """
    frequent = matrix.frequency * _FREQUENT > matrix.height
    if (matrix.frequency[frequent] ** 2).sum() > _DENSE * matrix.height**2:
        found = _dense(matrix, weights, frequent, threshold, cancel)
    else:
        found = _sparse(matrix, weights, threshold, cancel)
    firsts, seconds = [], []
    for first, second in found:
        firsts.append(first.astype(np.int32))
        seconds.append(second.astype(np.int32))
    nothing = np.zeros(0, np.int32)
    return np.concatenate([nothing, *firsts]), np.concatenate([nothing, *seconds])


class _Postings:
    """The entries of some terms, and for each of them the entries of the same term that come later.

    Rows and weights are kept by term too: those that one entry meets then stand side by side, and are read at a stretch.
    """

    def __init__(self, matrix: TermMatrix, weights: Floats, wanted: np.ndarray | None = None) -> None:
        chosen = np.arange(len(matrix.rows)) if wanted is None else np.flatnonzero(wanted[matrix.terms])
        terms = matrix.terms[chosen]
        by_term = np.argsort(terms, kind="stable")
        place = np.empty_like(by_term)
        place[by_term] = np.arange(len(by_term))
        ends = np.cumsum(np.bincount(terms, minlength=matrix.width))
        self._rows, self._weights, self._place = matrix.rows[chosen], weights[chosen], place
        self._rows_by_term, self._weights_by_term = self._rows[by_term], self._weights[by_term]
        self._later = ends[terms] - place - 1 if len(terms) else place
        self._starts = np.searchsorted(self._rows, np.arange(matrix.height + 1))
        self.cost = np.concatenate(([0], np.cumsum(self._later)))[self._starts]  # pairs before each row

    def products(self, start: int, stop: int) -> tuple[Integers, Floats]:
        """Return, for each pair of entries whose first is in rows `start` to `stop`, its cell and its product.

        A cell is the number of a pair of rows: (first - start) · (height - start) + second - start.
        """
        own = slice(self._starts[start], self._starts[stop])
        later = self._later[own]
        second = ranges(self._place[own] + 1, later)
        width = len(self._starts) - 1 - start
        cells = np.repeat((self._rows[own] - start) * width - start, later) + self._rows_by_term[second]
        return cells, np.repeat(self._weights[own], later) * self._weights_by_term[second]


def _blocks(cost: Integers, height: int, cells: int, cancel: Cancel) -> Iterator[tuple[int, int]]:
    """Yield rows `start` to `stop` that hold some pairs of entries, and of sentences."""
    start = 0
    while start < height:
        cancel.check()
        most = int(np.searchsorted(cost, cost[start] + _PAIRS, "right")) - 1
        stop = max(start + 1, min(most, start + max(1, cells // (height - start)), height))
        yield start, stop
        start = stop


def _sparse(
    matrix: TermMatrix, weights: Floats, threshold: float, cancel: Cancel
) -> Iterator[tuple[Integers, Integers]]:
    postings = _Postings(matrix, weights)
    height = matrix.height
    sums = np.zeros(max(_CELLS, height))
    for start, stop in _blocks(postings.cost, height, _CELLS, cancel):
        width = height - start
        cells, products = postings.products(start, stop)
        np.add.at(sums, cells, products)
        near = cells[sums[cells] > threshold]
        sums[near] = np.arange(len(near))  # each cell once: the last to write its number there stays
        near = near[sums[near] == np.arange(len(near))]
        sums[cells] = 0
        yield near // width + start, near % width + start


def _dense(
    matrix: TermMatrix, weights: Floats, frequent: np.ndarray, threshold: float, cancel: Cancel
) -> Iterator[tuple[Integers, Integers]]:
    postings = _Postings(matrix, weights, ~frequent)
    height = matrix.height
    column = np.cumsum(frequent) - 1
    entries = np.flatnonzero(frequent[matrix.terms])
    dense = np.zeros((height, int(frequent.sum())))
    dense[matrix.rows[entries], column[matrix.terms[entries]]] = weights[entries]
    for start, stop in _blocks(postings.cost, height, _CELLS, cancel):
        width = height - start
        sums = (dense[start:stop] @ dense[start:].T).ravel()
        cells, products = postings.products(start, stop)
        np.add.at(sums, cells, products)
        near = np.flatnonzero(sums > threshold)
        row, other = near // width + start, near % width + start
        later = other > row
        yield row[later], other[later]
