"""sumy's methods that compare every sentence with every other, with sparse matrices instead of loops over pairs of words.

Each gives the ratings of the class that it extends, to rounding; sumy's own sums hang on Python's hash seed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from nutgraf.summary.graph import TermMatrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from sumy.models.dom import ObjectDocumentModel
    from sumy.models.dom import Sentence as SumySentence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, Integers


class _Edges:
    """A square matrix of weights whose rows sum to 1, kept sparse and by blocks of rows, for sumy's power methods."""

    def __init__(self, height: int, cancel: Cancel) -> None:
        self.height, self.cancel = height, cancel
        self._blocks: list[tuple[Integers, NDArray[np.int32], Floats]] = []

    def add(self, rows: Integers, weights: Floats, nothing: float = 0.0) -> None:
        """Add some rows with all their weights; `nothing` is added to each row's sum before it divides the row."""
        local, columns = np.nonzero(weights)
        sums = weights.sum(axis=1) + nothing
        values = weights[local, columns] / sums[local]
        self._blocks.append((rows[local], columns.astype(np.int32), values))

    def transposed_times(self, vector: Floats) -> Floats:
        """Return Mᵀ·v."""
        result = np.zeros(self.height)
        for rows, columns, values in self._blocks:
            self.cancel.check()
            result += np.bincount(columns, values * vector[rows], self.height)
        return result


class LexRank(LexRankSummarizer):  # type: ignore[misc]  # sumy has no types
    """Compares sentences with sparse matrices; the order of sumy's own sums hangs on Python's hash seed."""

    cancel: Cancel

    def __call__(self, document: ObjectDocumentModel, sentences_count: object) -> object:
        """Return the sentences that `sentences_count` takes."""
        words = [self._to_words_set(sentence) for sentence in document.sentences]
        scores = self.power_method(self._edges(TermMatrix(words, self.cancel)), self.epsilon)
        return self._get_best_sentences(
            document.sentences, sentences_count, dict(zip(document.sentences, scores, strict=True))
        )

    def _edges(self, matrix: TermMatrix) -> _Edges:
        highest = np.ones(matrix.height)
        np.maximum.at(highest, matrix.rows, matrix.counts)
        idf = np.log(matrix.height / (1 + matrix.frequency))
        weights = matrix.normalized(matrix.counts / highest[matrix.rows] * idf[matrix.terms])
        edges = _Edges(matrix.height, self.cancel)
        for chunk, cosines in matrix.products(weights, self.cancel):
            edges.add(chunk, (cosines > self.threshold).astype(np.float64))
        return edges

    @staticmethod
    def power_method(matrix: _Edges, epsilon: float) -> Floats:
        """Return the scores, as sumy's own method does for a dense matrix."""
        vector = np.full(matrix.height, 1 / matrix.height)
        moved = 1.0
        while moved > epsilon:
            after = matrix.transposed_times(vector)
            length = np.linalg.norm(after)
            if not length:  # no sentence resembles even itself: there is no word that is not in all of them
                return vector
            after /= length
            moved = float(np.linalg.norm(after - vector))
            vector = after
        return vector


class TextRank(TextRankSummarizer):  # type: ignore[misc]
    """Compares sentences with sparse matrices."""

    cancel: Cancel

    def rate_sentences(self, document: ObjectDocumentModel) -> dict[SumySentence, float]:
        """Return sumy's ratings."""
        matrix = TermMatrix([self._to_words_set(sentence) for sentence in document.sentences], self.cancel)
        edges = _Edges(matrix.height, self.cancel)
        for chunk, shared in _shared_words(matrix, self.cancel):
            edges.add(chunk, shared, self._ZERO_DIVISION_PREVENTION)
        vector = np.full(matrix.height, 1 / matrix.height)
        moved = 1.0
        while moved > self.epsilon:
            jump = (1 - self.damping) / matrix.height * vector.sum()
            after = jump + self.damping * edges.transposed_times(vector)
            moved = float(np.linalg.norm(after - vector))
            vector = after
        return dict(zip(document.sentences, vector, strict=True))


class Reduction(ReductionSummarizer):  # type: ignore[misc]
    """Compares sentences with sparse matrices."""

    cancel: Cancel

    def rate_sentences(self, document: ObjectDocumentModel) -> dict[SumySentence, float]:
        """Return sumy's ratings."""
        matrix = TermMatrix([self._to_words_set(sentence) for sentence in document.sentences], self.cancel)
        scores = np.zeros(matrix.height)
        for chunk, shared in _shared_words(matrix, self.cancel, single_words=0.0):
            shared[np.arange(len(chunk)), chunk] = 0
            scores[chunk] = shared.sum(axis=1)
        return dict(zip(document.sentences, scores, strict=True))


def _shared_words(matrix: TermMatrix, cancel: Cancel, single_words: float = 1.0) -> Iterator[tuple[Integers, Floats]]:
    """Yield shared words over the logarithms of both lengths; two sentences of one same word have `single_words`."""
    logs = np.log(np.maximum(matrix.lengths, 1))
    for chunk, shared in matrix.products(matrix.counts, cancel):
        norm = logs[chunk][:, np.newaxis] + logs
        scale = np.divide(1.0, norm, out=np.full_like(norm, single_words), where=norm > 0)
        yield chunk, shared * scale
