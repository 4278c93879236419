"""What a summary is likely to hold: how often each word of an article, and each pair of neighbours, is expected to stand in one.

A set of sentences is worth the concepts it holds, none counted oftener than a summary would have it (Gillick and Favre 2009, "A
Scalable Global Model for Summarization", section 2). How much each counts is learned from summaries (Li, Qian and Liu 2013,
"Using Supervised Bigram-based ILP for Extractive Summarization", section 3).
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from nutgraf.summary.graph import TermMatrix, ranges, weighted_count
from nutgraf.summary.terms import sentence_words, stemmer, watched
from nutgraf.text.stopwords import stop_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.features import Features
    from nutgraf.summary.graph import Floats, Integers
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

_MOST = 12  # times that a summary may be expected to say a word
_STRETCHES = 8
ANY = "any"  # the column that is 1 everywhere


class Concepts:
    """The words, or the pairs of neighbours, of an article's sentences, as often as a summary may say each.

    `matrix` holds them by sentence. Its term `terms[i]` for the `times[i]`-th time has the columns `values[i]`, called `names`;
    to them come the columns of the sentences that hold it, in the mean, called as in `features`.
    """

    def __init__(
        self,
        sentences: Sequence[Sequence[str]],
        stopped: frozenset[str],
        features: Features,
        cancel: Cancel,
    ) -> None:
        self.matrix = TermMatrix(sentences, cancel)
        self.features = features
        often = weighted_count(self.matrix.terms, self.matrix.counts, self.matrix.width)
        most = np.minimum(often, _MOST).astype(np.int64)
        self.terms: Integers = np.repeat(np.arange(self.matrix.width), most)
        self.times: Integers = ranges(np.ones(self.matrix.width, np.int64), most)
        columns = {**_place(self.matrix), **_which(self.matrix, often, stopped)}
        columns = {name: column[self.terms] for name, column in columns.items()}
        columns["once more"] = np.where(self.times > 1, 1.0, 0.0)
        columns["log times"] = np.log(self.times).astype(np.float64)
        columns["log of times left"] = np.log(often[self.terms] / self.times)
        stop = columns["stop words"]
        columns |= {f"{name}, if stop words": stop * column for name, column in columns.items() if column is not stop}
        columns = {ANY: np.ones(len(self.terms)), **columns}
        self.names = tuple(columns)
        self.values: Floats = np.column_stack(list(columns.values()))

    def means(self, values: Floats) -> Floats:
        """Return for each row of `values` of the concepts the mean of the sentences' `values` over those that hold it."""
        sums = weighted_count(self.matrix.terms, values[self.matrix.rows], self.matrix.width)
        means: Floats = (sums / np.maximum(self.matrix.frequency, 1))[self.terms]
        return means

    def expected(self, weights: Mapping[str, float]) -> Floats:
        """Return how much of what is said 0, 1, 2 … times is expected in the summary: a row for each term.

        How likely the summary says it so often is logistic in the columns, and never more likely than once less.
        """
        own = np.array([weights.get(name, 0.0) for name in self.names])
        seen = np.array([weights.get(name, 0.0) for name in self.features.names])
        score = self.values @ own + self.means(self.features.centred @ seen)
        likely = np.zeros((self.matrix.width, _MOST + 1))
        likely[self.terms, self.times] = 1 / (1 + np.exp(-score))
        likely[:, 1:] = np.minimum.accumulate(likely[:, 1:], axis=1)
        return np.cumsum(likely, axis=1)


def concepts(
    article: Article, sentences: Sequence[Sentence], features: Features, cancel: Cancel
) -> tuple[Concepts, Concepts]:
    """Return the words and the pairs of neighbouring words.

    Raises:
        Cancelled: the token was set.

    """
    language = article.meta.language
    stem = stemmer(language)
    stopped = frozenset(map(stem, stop_words(language)))
    stems = [[stem(word) for word in words] for words in watched(sentence_words(article, sentences, cancel), cancel)]
    return (
        Concepts(stems, stopped, features, cancel),
        Concepts([pairs(each) for each in stems], stopped, features, cancel),
    )


def pairs(words: Sequence[str]) -> list[str]:
    """Return each word with the next: "a", "b", "c" make "a b" and "b c"."""
    return [f"{word} {following}" for word, following in pairwise(words)]


def _place(matrix: TermMatrix) -> dict[str, Floats]:
    """Return where each term stands."""
    count = max(matrix.height, 1)
    first, last = np.full(matrix.width, count), np.zeros(matrix.width, np.int64)
    np.minimum.at(first, matrix.terms, matrix.rows)
    np.maximum.at(last, matrix.terms, matrix.rows)
    stretches = np.unique(matrix.rows * _STRETCHES // count * matrix.width + matrix.terms) % max(matrix.width, 1)
    return {
        "log sentences": np.log(matrix.frequency),
        "share of sentences": np.log(matrix.frequency / count),
        "stretches": np.bincount(stretches, minlength=matrix.width) / _STRETCHES,
        "first said": first / count,
        "last said": last / count,
        "1/first said": 1 / (1 + first),
        "in the first": (first == 0) * 1.0,
    }


def _which(matrix: TermMatrix, often: Floats, stopped: frozenset[str]) -> dict[str, Floats]:
    """Return what the terms are."""
    terms = [term.split(" ") for term in matrix.numbers]
    single: Counter[str] = Counter()
    for words, times in zip(terms, often.tolist(), strict=True):
        for word in words:
            single[word] += times
    parts = [[single[word] for word in words] for words in terms]
    return {
        "stop words": np.array([sum(word in stopped for word in words) / len(words) for words in terms]),
        "log letters": np.log(np.array([len(term) for term in matrix.numbers], np.float64)),
        "digits": np.array([any(map(str.isdigit, words)) for words in terms], np.float64),
        "log times said": np.log(often),
        "of its rarest word": np.log(often) - np.log(np.array([min(each) for each in parts], np.float64)),
        "of its commonest word": np.log(often) - np.log(np.array([max(each) for each in parts], np.float64)),
    }


class Said:
    """How much more of what the summary is likely to hold each sentence would bring, while sentences are taken into it.

    `gains` is in concepts expected in the summary, by sentence.
    """

    def __init__(self, matrix: TermMatrix, expected: Floats) -> None:
        self._matrix, self._expected = matrix, expected
        self._counts = matrix.counts.astype(np.int64)
        self._said = np.zeros(matrix.width, np.int64)
        self._brings = self._fresh(np.arange(len(matrix.terms)))
        self.gains = weighted_count(matrix.rows, self._brings, matrix.height)

    def take(self, row: int) -> None:
        """Take a sentence: what it says is said once more."""
        entries = self._matrix.entries(np.array([row]))
        terms = self._matrix.terms[entries]
        self._said[terms] += self._counts[entries]
        met = self._matrix.postings(terms)
        fresh = self._fresh(met)
        self.gains += weighted_count(self._matrix.rows[met], fresh - self._brings[met], self._matrix.height)
        self._brings[met] = fresh

    def _fresh(self, entries: Integers) -> Floats:
        """Return what some entries would bring now."""
        terms = self._matrix.terms[entries]
        said = np.minimum(self._said[terms], _MOST)
        after = np.minimum(said + self._counts[entries], _MOST)
        brings: Floats = self._expected[terms, after] - self._expected[terms, said]
        return brings
