"""sumy's methods that compare every sentence with every other, without a loop over pairs or a square matrix.

Each gives the ratings of the class that it extends, to rounding; sumy's own sums hang on Python's hash seed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from nutgraf.summary.graph import weighted_count
from nutgraf.summary.similar import similar_pairs

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, TermMatrix
    from nutgraf.summary.sumy_words import SumyWords


class LexRank(LexRankSummarizer):  # type: ignore[misc]  # sumy has no types
    """Keeps the pairs of similar sentences alone."""

    def ratings(self, words: SumyWords, cancel: Cancel) -> Floats:
        """Return sumy's rating of each sentence.

        Raises:
            Cancelled: the token was set.

        """
        matrix = words.stem_matrix
        highest = np.ones(matrix.height)
        np.maximum.at(highest, matrix.rows, matrix.counts)
        idf = np.log(matrix.height / (1 + matrix.frequency))
        weights = matrix.normalized(matrix.counts / highest[matrix.rows] * idf[matrix.terms])
        first, second = similar_pairs(matrix, weights, self.threshold, cancel)
        itself = (weighted_count(matrix.rows, weights**2, matrix.height) > self.threshold).astype(np.float64)
        degree = itself + np.bincount(first, minlength=matrix.height) + np.bincount(second, minlength=matrix.height)
        degree[degree == 0] = 1
        vector = np.full(matrix.height, 1 / matrix.height)
        moved = np.inf
        while moved > self.epsilon:
            cancel.check()
            flow = vector / degree
            after = itself * flow
            after += np.bincount(first, flow[second], matrix.height) + np.bincount(second, flow[first], matrix.height)
            length = np.linalg.norm(after)
            if not length:  # no sentence resembles even itself: there is no word that is not in all of them
                break
            after /= length
            moved = float(np.linalg.norm(after - vector))
            vector = after
        return vector


class TextRank(TextRankSummarizer):  # type: ignore[misc]
    """Multiplies by what sentences share without a pair of them in memory."""

    def ratings(self, words: SumyWords, cancel: Cancel) -> Floats:
        """Return sumy's rating of each sentence.

        Raises:
            Cancelled: the token was set.

        """
        shared = _Shared(words.stem_matrix, of_single_words=1.0)
        height = len(words.lengths)
        sums = shared.times(np.ones(height)) + self._ZERO_DIVISION_PREVENTION
        vector = np.full(height, 1 / height)
        moved = np.inf
        while moved > self.epsilon:
            cancel.check()
            jump = (1 - self.damping) / height * vector.sum()
            after = jump + self.damping * shared.times(vector / sums)
            moved = float(np.linalg.norm(after - vector))
            vector = after
        return vector


class Reduction(ReductionSummarizer):  # type: ignore[misc]
    """Sums up what a sentence shares with all others at once."""

    def ratings(self, words: SumyWords, cancel: Cancel) -> Floats:
        """Return sumy's rating of each sentence.

        Raises:
            Cancelled: the token was set.

        """
        cancel.check()
        shared = _Shared(words.stem_matrix, of_single_words=0.0)
        return shared.times(np.ones(len(words.lengths))) - shared.with_itself()


class _Shared:
    """The matrix of the words that two sentences share over the logarithms of both lengths, never made.

    Sentences of one length have one denominator, and there are few lengths: what each length contributes to a word is summed up
    once, so that a product takes time linear in the words times the number of lengths. Two sentences of one same word have
    `of_single_words`.
    """

    def __init__(self, matrix: TermMatrix, of_single_words: float) -> None:
        self._matrix = matrix
        lengths, self._length = np.unique(matrix.lengths, return_inverse=True)
        logs = np.log(np.maximum(lengths, 1))
        norms = logs[:, np.newaxis] + logs
        self._scale = np.divide(1.0, norms, out=np.full_like(norms, of_single_words), where=norms > 0)

    def times(self, vector: Floats) -> Floats:
        """Return the product with a vector."""
        matrix, many = self._matrix, len(self._scale)
        cells = matrix.terms * many + self._length[matrix.rows]
        by_length = weighted_count(cells, matrix.counts * vector[matrix.rows], matrix.width * many)
        scaled = by_length.reshape(matrix.width, many) @ self._scale
        return weighted_count(matrix.rows, matrix.counts * scaled.ravel()[cells], matrix.height)

    def with_itself(self) -> Floats:
        """Return the diagonal."""
        own = weighted_count(self._matrix.rows, self._matrix.counts**2, self._matrix.height)
        diagonal: Floats = own * self._scale[self._length, self._length]
        return diagonal
