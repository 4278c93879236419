"""Which sentences share words: a sparse matrix of sentences by terms, and what is computed from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nutgraf.summary.kept import kept
from nutgraf.summary.terms import sentence_terms, watched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

_STEP = 500_000  # products computed between two looks at the token: some 20 ms


def weighted_count(places: Integers, weights: Floats, size: int) -> Floats:
    """Return for each of `size` places the sum of its weights."""
    sums: Floats = np.bincount(places, weights, size).astype(np.float64)  # of nothing, numpy counts in integers
    return sums


@dataclass(frozen=True, slots=True)
class Numbered:
    """Sentences as numbers of terms: `terms` one sentence after the other, `lengths` of each, `numbers` by the term's word."""

    terms: Integers
    lengths: Integers
    numbers: dict[str, int]


def _numbered(sentences: Sequence[Sequence[str]], cancel: Cancel) -> Numbered:
    numbers: dict[str, int] = {}
    number = numbers.setdefault
    terms = [number(word, len(numbers)) for words in watched(sentences, cancel) for word in words]
    return Numbered(np.array(terms, np.int64), np.fromiter(map(len, sentences), np.int64, len(sentences)), numbers)


class TermMatrix:
    """Sentences by terms, sparse.

    `rows`, `terms` and `counts` hold one entry for each distinct term of each sentence, by sentence and then by term. `height`
    is the number of sentences, `width` that of terms, `numbers` a term's number by its word, `lengths` the terms of each sentence
    with repeats.
    """

    def __init__(self, sentences: Sequence[Sequence[str]] | Numbered, cancel: Cancel) -> None:
        known = sentences if isinstance(sentences, Numbered) else _numbered(sentences, cancel)
        self.numbers, self.lengths = known.numbers, known.lengths
        self.height, self.width = len(known.lengths), len(known.numbers)
        places = np.repeat(np.arange(self.height), known.lengths) * max(self.width, 1) + known.terms
        entries, counts = np.unique(places, return_counts=True)
        self.rows: Integers = entries // max(self.width, 1)
        self.terms: Integers = entries % max(self.width, 1)
        self.counts: Floats = counts.astype(np.float64)
        self.frequency: Integers = np.bincount(self.terms, minlength=self.width)  # sentences that hold a term
        self._starts: Integers = np.searchsorted(self.rows, np.arange(self.height + 1))
        self._by_term: Integers = np.argsort(self.terms, kind="stable")
        self._first_of_term: Integers = np.concatenate(([0], np.cumsum(self.frequency)))

    def tf_idf(self) -> Floats:
        """Return an entry's weight: sublinear frequency times smoothed inverse frequency, each sentence of length 1."""
        idf = np.log((1 + self.height) / (1 + self.frequency)) + 1
        return self.normalized((1 + np.log(self.counts)) * idf[self.terms])

    def normalized(self, weights: Floats) -> Floats:
        """Return `weights` with each sentence's scaled to Euclidean length 1."""
        norm = np.sqrt(weighted_count(self.rows, weights**2, self.height))
        norm[norm == 0] = 1
        scaled: Floats = weights / norm[self.rows]
        return scaled

    def times(self, weights: Floats, vector: Floats) -> Floats:
        """Return W·Wᵀ·v for the matrix W of `weights`, without ever making the square matrix."""
        onto_terms = weighted_count(self.terms, weights * vector[self.rows], self.width)
        return weighted_count(self.rows, weights * onto_terms[self.terms], self.height)

    def entries(self, rows: Integers) -> Integers:
        """Return the numbers of the entries of some rows."""
        return ranges(self._starts[rows], self._starts[rows + 1] - self._starts[rows])

    def postings(self, terms: Integers) -> Integers:
        """Return the numbers of the entries of some terms, one term after the other."""
        return self._by_term[ranges(self._first_of_term[terms], self.frequency[terms])]

    def cosines(self, weights: Floats, row: int) -> Floats:
        """Return the products of one row with every row: cosines where `weights` are normalized."""
        products: Floats = self._block(weights, np.array([row]))[0]
        return products

    def products(
        self, weights: Floats, cancel: Cancel, rows: Integers | None = None
    ) -> Iterator[tuple[Integers, Floats]]:
        """Yield (some row numbers, their products with every row), so that memory stays far below the square matrix.

        Raises:
            Cancelled: the token was set.

        """
        rows = np.arange(self.height) if rows is None else rows
        reach = np.bincount(self.rows, self.frequency[self.terms], self.height)
        cost = np.cumsum(reach[rows] + self.height)
        start = 0
        while start < len(rows):
            cancel.check()
            spent = cost[start - 1] if start else 0
            stop = max(start + 1, int(np.searchsorted(cost, spent + _STEP)))
            yield rows[start:stop], self._block(weights, rows[start:stop])
            start = stop

    def _block(self, weights: Floats, rows: Integers) -> Floats:
        """Return the products of `rows` with every row: each entry meets the entries of its term."""
        entries = self.entries(rows)
        times = self.frequency[self.terms[entries]]
        met = self.postings(self.terms[entries])
        local = np.repeat(np.arange(len(rows)), self._starts[rows + 1] - self._starts[rows])
        cell = np.repeat(local, times) * self.height + self.rows[met]
        sums = weighted_count(cell, np.repeat(weights[entries], times) * weights[met], len(rows) * self.height)
        return sums.reshape(len(rows), self.height)


@kept
def term_matrix(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> TermMatrix:
    """Return the matrix of an article's sentences by their content stems.

    Raises:
        Cancelled: the token was set.

    """
    return TermMatrix(sentence_terms(article, sentences, cancel), cancel)


def ranges(starts: Integers, lengths: Integers) -> Integers:
    """Return the numbers of all ranges, one after the other: starts [5, 9] and lengths [2, 1] make [5, 6, 9]."""
    before = np.cumsum(lengths) - lengths
    result: Integers = np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))
    return result


def centrality(
    matrix: TermMatrix, weights: Floats, cancel: Cancel, *, damping: float = 0.85, rounds: int = 50
) -> Floats:
    """Return how central each sentence is, 0 to 1: continuous LexRank (Erkan and Radev 2004, section 3.3).

    The walk goes from sentence to sentence in proportion to their cosine, in time linear in the number of words.

    Raises:
        Cancelled: the token was set.

    """
    if not matrix.height:
        return np.zeros(0)
    own = weighted_count(matrix.rows, weights**2, matrix.height)  # no sentence speaks for itself
    degree = matrix.times(weights, np.ones(matrix.height)) - own
    rank = np.full(matrix.height, 1 / matrix.height)
    for _ in range(rounds):
        cancel.check()
        flow = np.divide(rank, degree, out=np.zeros_like(rank), where=degree > 1e-9)
        after = (1 - damping) / matrix.height + damping * (matrix.times(weights, flow) - own * flow)
        moved = np.abs(after - rank).sum()
        rank = after
        if moved < 1e-8:
            break
    result: Floats = rank / rank.max()
    return result


def neighbours(
    matrix: TermMatrix, weights: Floats, rows: Integers, cancel: Cancel, *, threshold: float = 0.1
) -> dict[int, int]:
    """Return for each of `rows` the number of other sentences whose cosine with it passes LexRank's threshold.

    Raises:
        Cancelled: the token was set.

    """
    found: dict[int, int] = {}
    for chunk, cosines in matrix.products(weights, cancel, rows):
        near = (cosines > threshold).sum(axis=1) - (cosines[np.arange(len(chunk)), chunk] > threshold)
        found.update(zip(chunk.tolist(), near.tolist(), strict=True))
    return found
