"""sumy's summarizers, each with `ratings`: what sumy rates the sentences, from words that were counted once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer

from nutgraf.summary.cue_words import BONUS, STIGMA
from nutgraf.summary.graph import weighted_count
from nutgraf.summary.sumy_graph import LexRank, Reduction, TextRank
from nutgraf.summary.sumy_greedy import Kl, SumBasic

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, Integers
    from nutgraf.summary.sumy_words import SumyWords


class Summarizer(Protocol):
    """Rates an article's sentences."""

    def ratings(self, words: SumyWords, cancel: Cancel) -> Floats:
        """Return the rating of each sentence in reading order.

        Raises:
            Cancelled: the token was set.

        """


class Lsa(LsaSummarizer):  # type: ignore[misc]  # sumy has no types
    """Reads the ratings off the matrix.

    sumy keeps every dimension (`REDUCTION_RATIO` is 1) and rates a sentence by the root of the sum of sigma squared times v
    squared, which is then the Euclidean length of its column: no decomposition is needed, and no order of words matters.
    """

    def ratings(self, words: SumyWords, cancel: Cancel) -> Floats:
        """Return sumy's rating of each sentence.

        Raises:
            Cancelled: the token was set.

        """
        cancel.check()
        stems = words.stems[words.words]
        known = np.zeros(len(words.stem_names), bool)
        known[words.stems[~words.stopped]] = True
        taken = known[stems]  # a stop word counts where a word that is none has its stem
        matrix = words.matrix(taken, stems, words.stem_names)
        highest = np.zeros(matrix.height)
        np.maximum.at(highest, matrix.rows, matrix.counts)
        smooth = 0.4
        values = smooth + (1 - smooth) * matrix.counts / highest[matrix.rows]
        squares = known.sum() * smooth**2 * (highest > 0)  # every word counts a little where any word stands
        rated: Floats = np.sqrt(squares + weighted_count(matrix.rows, values**2 - smooth**2, matrix.height))
        return rated


class Luhn(LuhnSummarizer):  # type: ignore[misc]
    """Finds all chunks at once.

    A chunk runs from one significant word to another as long as fewer than `max_gap_size` others stand between two; sumy rates it
    by the square of its significant words over its length, and a sentence by its best chunk.
    """

    def ratings(self, words: SumyWords, cancel: Cancel) -> Floats:
        """Return sumy's rating of each sentence.

        Raises:
            Cancelled: the token was set.

        """
        cancel.check()
        all_words = np.concatenate([words.words, words.headings])
        often = np.bincount(words.stems[all_words[~words.stopped[all_words]]], minlength=len(words.stem_names)) > 1
        found = np.zeros(len(words.lengths))
        places = np.flatnonzero(often[words.stems[words.words]])
        if not len(places):
            return found
        sentences = words.sentences[places]
        opens = np.ones(len(places), bool)
        opens[1:] = (np.diff(places) > self.max_gap_size) | (np.diff(sentences) > 0)
        return self._best(places, sentences, np.flatnonzero(opens), found)

    @staticmethod
    def _best(places: Integers, sentences: Integers, opens: Integers, found: Floats) -> Floats:
        closes = np.append(opens[1:], len(places)) - 1
        held = closes - opens + 1
        rating = np.where(held > 1, held**2 / (places[closes] - places[opens] + 1), 0)
        np.maximum.at(found, sentences[opens], rating)
        return found


class Edmundson(EdmundsonSummarizer):  # type: ignore[misc]
    """Adds up cue words, words of the headings and places; sumy's weights of them are 1 (0 for the key words)."""

    def __init__(self, stem: Callable[[str], str], null_words: frozenset[str]) -> None:
        super().__init__(stem)
        self.bonus_words, self.stigma_words = BONUS, STIGMA
        self.null_words = null_words or {"the"}  # sumy refuses an empty set

    def ratings(self, words: SumyWords, cancel: Cancel) -> Floats:
        """Return sumy's rating of each sentence.

        Raises:
            Cancelled: the token was set.

        """
        cancel.check()
        names = list(words.stem_names)
        worth = np.array([(name in self.bonus_words) - (name in self.stigma_words) for name in names], np.float64)
        named = np.zeros(len(names))
        named[words.stems[words.headings]] = 1
        named[[number for number, name in enumerate(names) if name in self.null_words]] = 0
        stems = words.stems[words.words]
        by_word = self._cue_weight * worth + (self._title_weight + self._location_weight) * named
        rated: Floats = weighted_count(words.sentences, by_word[stems], len(words.lengths))
        rated += self._location_weight * _places(words)
        return rated


def _places(words: SumyWords) -> Floats:
    """Return what a place is worth: in the first or last paragraph, and the first or last in its own."""
    block = words.blocks
    first = np.concatenate(([True], block[1:] != block[:-1]))
    last = np.concatenate((first[1:], [True]))
    outer = (block == block[0]) | (block == block[-1])
    worth: Floats = outer.astype(np.float64) + (first | last)
    return worth


def summarizer(name: str, stem: Callable[[str], str], stop_words: frozenset[str]) -> Summarizer:
    """Return sumy's summarizer of that name, made fast."""
    if name == "edmundson":
        return Edmundson(stem, stop_words)
    kinds: dict[str, Callable[[Callable[[str], str]], Summarizer]] = {
        "lexrank": LexRank,
        "textrank": TextRank,
        "lsa": Lsa,
        "luhn": Luhn,
        "kl": Kl,
        "sumbasic": SumBasic,
        "reduction": Reduction,
    }
    return kinds[name](stem)
