"""sumy's methods that choose sentences one by one, each rated anew after every choice; here all of them at once.

Each makes the choices of the class that it extends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer

from nutgraf.summary.graph import TermMatrix
from nutgraf.summary.terms import watched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sumy.models.dom import Sentence as SumySentence

    from nutgraf.cancel import Cancel


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
