"""sumy's summarizers, made to stop when nobody waits for them and to come out the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer

from nutgraf.summary.cue_words import BONUS, STIGMA
from nutgraf.summary.graph import TermMatrix
from nutgraf.summary.sumy_graph import LexRank, Reduction, TextRank
from nutgraf.summary.sumy_greedy import Kl, SumBasic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sumy.models.dom import ObjectDocumentModel
    from sumy.summarizers import AbstractSummarizer

    from nutgraf.cancel import Cancel


class Lsa(LsaSummarizer):  # type: ignore[misc]  # sumy has no types
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
        lengths = len(known) * smooth**2 * (highest > 0)  # every word counts a little where any word stands
        lengths += np.bincount(matrix.rows, values**2 - smooth**2, matrix.height)
        ranks = dict(zip(document.sentences, np.sqrt(lengths), strict=True))
        return self._get_best_sentences(document.sentences, sentences_count, ranks)


class Luhn(LuhnSummarizer):  # type: ignore[misc]
    """Looks significant words up in a set."""

    def _get_significant_words(self, words: Sequence[str]) -> frozenset[str]:
        return frozenset(super()._get_significant_words(words))


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
        made.bonus_words, made.stigma_words = BONUS, STIGMA
        made.null_words = stop_words or {"the"}  # sumy refuses an empty set
    else:
        made.stop_words = stop_words
    return made
