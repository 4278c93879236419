"""sumy's summarizers, made to stop when nobody waits for them, to come out the same every time, and not to be slow for nothing.

Each gives the ratings of the class that it extends, to rounding; the tests compare them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from nutgraf.summary.graph import TermMatrix
from nutgraf.summary.terms import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from sumy.models.dom import ObjectDocumentModel
    from sumy.models.dom import Sentence as SumySentence
    from sumy.summarizers import AbstractSummarizer

    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, Integers

# Edmundson 1969, "New Methods in Automatic Extracting", took his cue words from a corpus; these follow his kinds:
# comparatives, superlatives, words of result and value; against them hedges, examples and asides.
BONUS_WORDS = [
    "announced",
    "biggest",
    "conclude",
    "concluded",
    "conclusion",
    "confirmed",
    "crucial",
    "decided",
    "decision",
    "essential",
    "evidence",
    "first",
    "found",
    "greatest",
    "highest",
    "important",
    "key",
    "largest",
    "latest",
    "main",
    "major",
    "most",
    "new",
    "reported",
    "result",
    "results",
    "revealed",
    "significant",
    "significantly",
    "study",
    "summary",
]
STIGMA_WORDS = [
    "also",
    "although",
    "anyway",
    "apparently",
    "aside",
    "example",
    "hardly",
    "however",
    "impossible",
    "incidentally",
    "instance",
    "likely",
    "maybe",
    "meanwhile",
    "perhaps",
    "possibly",
    "probably",
    "rather",
    "seemingly",
    "seems",
    "somewhat",
    "sometimes",
    "though",
    "unclear",
    "unlikely",
]


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


class Lsa(LsaSummarizer):  # type: ignore[misc]
    """Reads the ratings off the matrix.

    sumy keeps every dimension (`REDUCTION_RATIO` is 1) and rates a sentence by the root of the sum of sigma squared times v
    squared, which is then the Euclidean length of its column: no decomposition is needed, and no order of words matters.
    """

    cancel: Cancel

    def __call__(self, document: ObjectDocumentModel, sentences_count: object) -> object:
        """Return the sentences that `sentences_count` takes."""
        known = self._create_dictionary(document)
        rows = [[stem for stem in map(self.stem_word, s.words) if stem in known] for s in document.sentences]
        matrix = TermMatrix(rows, self.cancel)
        highest = np.zeros(matrix.height)
        np.maximum.at(highest, matrix.rows, matrix.counts)
        smooth = 0.4
        values = smooth + (1 - smooth) * matrix.counts / highest[matrix.rows]
        lengths = np.bincount(matrix.rows, values**2 - smooth**2, matrix.height) + len(known) * smooth**2 * (
            highest > 0
        )
        ranks = dict(zip(document.sentences, np.sqrt(lengths), strict=True))
        return self._get_best_sentences(document.sentences, sentences_count, ranks)


class Luhn(LuhnSummarizer):  # type: ignore[misc]
    """Looks significant words up in a set."""

    def _get_significant_words(self, words: Sequence[str]) -> frozenset[str]:
        return frozenset(super()._get_significant_words(words))


class SumBasic(SumBasicSummarizer):  # type: ignore[misc]
    """Rates all sentences at once; sums run in sumy's order, so that its picks are sumy's."""

    cancel: Cancel

    def _compute_ratings(self, sentences: Sequence[SumySentence]) -> dict[SumySentence, float]:
        rows = [self._get_content_words_in_sentence(sentence) for sentence in watched(sentences, self.cancel)]
        matrix = TermMatrix(rows, self.cancel)
        terms = np.array([matrix.numbers[word] for words in rows for word in words], np.int64)
        owners = np.repeat(np.arange(len(rows)), matrix.lengths)
        probability = np.bincount(terms, minlength=matrix.width) / max(len(terms), 1)
        lengths = np.maximum(matrix.lengths, 1)
        left = np.ones(len(rows), bool)
        ratings: dict[SumySentence, float] = {}
        for place in range(len(rows)):
            self.cancel.check()
            averages = np.bincount(owners, probability[terms], len(rows)) / lengths
            best = int(np.argmax(np.where(left, averages, -1)))
            left[best] = False
            ratings[sentences[best]] = -place
            for word in rows[best]:
                probability[matrix.numbers[word]] **= 2
        return ratings


class Kl(KLSummarizer):  # type: ignore[misc]
    """Rates all sentences at once, from what each changes in the summary so far."""

    cancel: Cancel

    def _compute_ratings(self, sentences: Sequence[SumySentence]) -> dict[SumySentence, float]:
        rows = [self._get_content_words_in_sentence(sentence) for sentence in watched(sentences, self.cancel)]
        matrix = TermMatrix(rows, self.cancel)
        total = np.bincount(matrix.terms, matrix.counts, matrix.width)
        p = total / max(total.sum(), 1)
        p_log_p = p * np.log(p, out=np.zeros_like(p), where=p > 0)
        taken, size = np.zeros(matrix.width), 0
        left = np.ones(matrix.height, bool)
        ratings: dict[SumySentence, float] = {}
        for place in range(matrix.height):
            self.cancel.check()
            log_taken = np.log(taken, out=np.zeros_like(p), where=taken > 0)
            covered = np.where(taken > 0, p_log_p - p * log_taken, 0)
            mass = np.where(taken > 0, p, 0)
            here = matrix.terms
            joint = p_log_p[here] - p[here] * np.log(taken[here] + matrix.counts)
            change = np.bincount(matrix.rows, joint - covered[here], matrix.height)
            more = np.bincount(matrix.rows, p[here] - mass[here], matrix.height)
            divergence = covered.sum() + change + (mass.sum() + more) * np.log(np.maximum(matrix.lengths + size, 1))
            best = int(np.argmin(np.where(left, np.round(divergence, 12), np.inf)))
            left[best] = False
            ratings[sentences[best]] = -place
            own = slice(*np.searchsorted(matrix.rows, [best, best + 1]))
            taken[matrix.terms[own]] += matrix.counts[own]
            size += len(sentences[best].words)
        return ratings


def summarizer(name: str, stem: Callable[[str], str], stop_words: frozenset[str], cancel: Cancel) -> AbstractSummarizer:
    """Return sumy's summarizer of that name, which raises `Cancelled` at the next word it stems once `cancel` is set."""

    def stem_if_wanted(word: str) -> str:
        cancel.check()
        return stem(word)

    kinds = {
        "lexrank": LexRank,
        "textrank": TextRank,
        "lsa": Lsa,
        "luhn": Luhn,
        "kl": Kl,
        "sumbasic": SumBasic,
        "edmundson": EdmundsonSummarizer,
        "reduction": Reduction,
    }
    made = kinds[name](stem_if_wanted)
    made.cancel = cancel
    if name == "edmundson":
        made.bonus_words, made.stigma_words = BONUS_WORDS, STIGMA_WORDS
        made.null_words = stop_words or {"the"}  # sumy refuses an empty set
    else:
        made.stop_words = stop_words
    return made
