"""sumy's methods that choose sentences one by one, each rated anew after every choice; here only what a choice has changed.

Each makes the choices of the class that it extends.
"""

from __future__ import annotations

from heapq import heapify, heappop, heapreplace
from typing import TYPE_CHECKING

import numpy as np
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer

from nutgraf.summary.graph import ranges, weighted_count

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, Integers, TermMatrix
    from nutgraf.summary.sumy_words import SumyWords

_SAME = 1e-10  # divergences closer than this are equal: the earlier sentence is chosen


class SumBasic(SumBasicSummarizer):  # type: ignore[misc]  # sumy has no types
    """Rates a sentence anew only when it is next: a choice lowers the ratings of others and never raises one."""

    def ratings(self, words: SumyWords, cancel: Cancel) -> Floats:
        """Return sumy's rating of each sentence: its place among the choices, below zero.

        Raises:
            Cancelled: the token was set.

        """
        taken = ~words.stopped[words.words]
        stems = words.stems[words.words[taken]]
        rows = np.split(stems, np.cumsum(words.stem_matrix.lengths)[:-1])
        sentences = [row.tolist() for row in rows]
        chance = (np.bincount(stems, minlength=len(words.stem_names)) / max(len(stems), 1)).tolist()

        def average(row: list[int]) -> float:  # summed in sumy's order, so that equal ones are equal here and there
            return sum([chance[stem] for stem in row]) / len(row) if row else 0.0

        waiting = [(-average(row), index) for index, row in enumerate(sentences)]
        heapify(waiting)
        found = np.zeros(len(sentences))
        place = 0
        while waiting:
            if not place % 64:
                cancel.check()
            rated, index = waiting[0]
            now = -average(sentences[index])
            if now != rated:
                heapreplace(waiting, (now, index))
                continue
            heappop(waiting)
            found[index] = -place
            place += 1
            for stem in sentences[index]:
                chance[stem] *= chance[stem]
        return found


class Kl(KLSummarizer):  # type: ignore[misc]
    """Keeps each sentence's divergence in sums, and changes those of the sentences that share a word with the last choice."""

    def ratings(self, words: SumyWords, cancel: Cancel) -> Floats:
        """Return sumy's rating of each sentence: its place among the choices, below zero.

        Raises:
            Cancelled: the token was set.

        """
        summary = _Summary(words.word_matrix, words.lengths)
        found = np.zeros(len(words.lengths))
        for place in range(len(found)):
            if not place % 16:
                cancel.check()
            found[summary.take()] = -place
        return found


class _Summary:
    """A summary that grows by the sentence that brings its words closest to the article's.

    With p the share of a word in the article, n its count in the summary and N the summary's length, the divergence of summary
    and sentence is Σ p·log p − Σ p·log n + log N · Σ p, over the words of both. Kept are Σ p of the summary and, for each
    sentence that is left, by how much it would change the first two sums (together) and the third; what all have in common
    does not matter.
    """

    def __init__(self, matrix: TermMatrix, lengths: Integers) -> None:
        self._matrix, self._lengths = matrix, lengths
        total = weighted_count(matrix.terms, matrix.counts, matrix.width)
        self._p = total / max(total.sum(), 1)
        self._p_log_p = self._p * np.log(self._p, out=np.zeros_like(self._p), where=self._p > 0)
        self._counts = np.zeros(matrix.width)
        self._mass, self._length = 0.0, 0
        here = matrix.terms
        change = weighted_count(matrix.rows, self._p_log_p[here] - self._p[here] * np.log(matrix.counts), matrix.height)
        more = weighted_count(matrix.rows, self._p[here], matrix.height)
        self._left = _Left(matrix, np.arange(matrix.height), change, more)
        self._steps = np.arange(1.0, matrix.counts.max(initial=1) + 1)  # how often a sentence may hold a word

    def take(self) -> int:
        """Add the best sentence and return its index."""
        self._left = self._left.fewer()
        best = self._left.take(self._mass, self._length)
        own = self._matrix.entries(np.array([best]))
        terms = self._matrix.terms[own]
        before, p, rest = self._counts[terms], self._p[terms], self._p_log_p[terms]
        after = before + self._matrix.counts[own]
        new = before == 0
        log_before = np.log(before, out=np.zeros_like(before), where=~new)
        log_after = np.log(after)
        self._mass += float(p[new].sum())
        self._counts[terms] = after
        self._length += int(self._lengths[best])
        was = np.where(new, rest, p * log_before)[:, np.newaxis] - self._times(p, before)
        now = (p * log_after)[:, np.newaxis] - self._times(p, after)
        self._left.change(terms, now - was, np.where(new, p, 0.0))
        return best

    def _times(self, p: Floats, counts: Floats) -> Floats:
        """Return p·log n by term, for each number of times that a sentence may add to its count."""
        product: Floats = p[:, np.newaxis] * np.log(counts[:, np.newaxis] + self._steps)
        return product


class _Left:
    """The sentences that are not chosen yet: `rows` of the matrix with their differences."""

    def __init__(self, matrix: TermMatrix, rows: Integers, change: Floats, more: Floats) -> None:
        self._matrix, self._rows, self._change, self._more = matrix, rows, change, more
        self._waiting = len(rows)
        self._own, self._length = np.unique(matrix.lengths[rows], return_inverse=True)
        entries = matrix.entries(rows)
        owners = np.repeat(np.arange(len(rows)), np.bincount(matrix.rows, minlength=matrix.height)[rows])
        terms = matrix.terms[entries]
        by_term = np.argsort(terms, kind="stable")
        self._owners, self._steps = owners[by_term], matrix.counts[entries].astype(np.int64)[by_term] - 1
        self._first = np.concatenate(([0], np.cumsum(np.bincount(terms, minlength=matrix.width))))

    def fewer(self) -> _Left:
        """Return this, or once half of the sentences are chosen one without them."""
        if 2 * self._waiting > len(self._rows):
            return self
        left = np.isfinite(self._change)
        return _Left(self._matrix, self._rows[left], self._change[left], self._more[left])

    def take(self, mass: float, length: int) -> int:
        """Return the row whose divergence is least, the first of equal ones, and leave it out from now on."""
        logs = np.log(np.maximum(self._own + length, 1))
        divergence = self._more + mass
        divergence *= logs[self._length]
        divergence += self._change
        best = int(np.argmax(divergence <= divergence.min() + _SAME))
        self._change[best] = np.inf
        self._waiting -= 1
        return int(self._rows[best])

    def change(self, terms: Integers, differences: Floats, covered: Floats) -> None:
        """Add to each sentence with one of `terms` the difference for how often it has it, and take off what is covered now."""
        times = self._first[terms + 1] - self._first[terms]
        entries = ranges(self._first[terms], times)
        owners = self._owners[entries]
        cells = np.repeat(np.arange(len(terms)) * differences.shape[1], times) + self._steps[entries]
        np.add.at(self._change, owners, differences.ravel()[cells])
        if covered.any():
            np.subtract.at(self._more, owners, np.repeat(covered, times))
