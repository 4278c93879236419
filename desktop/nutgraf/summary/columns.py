"""The columns of `features` that are made of numbers: where a sentence stands, what it shares with others, whom it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from nutgraf.summary.graph import centrality, weighted_count
from nutgraf.summary.sections import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, TermMatrix
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

    Columns = dict[str, Floats]

_LENGTHS = (6, 9, 13, 20, 28, 38)  # words
_ENDS = re.compile(r"[.!?…。！？][\s\"'”’»)\]]*\Z")


def place_columns(article: Article, sentences: Sequence[Sentence]) -> Columns:
    """Return where each sentence stands: in the article, in its paragraph, in its section."""
    count = len(sentences)
    place = np.arange(1, count + 1.0)
    blocks = np.array([sentence.block for sentence in sentences], np.int64)
    opens = np.ones(count)
    opens[1:] = blocks[1:] != blocks[:-1]
    section, last = np.zeros(count), np.zeros(count)
    parts = sections(article, sentences)
    for part in parts[1:]:
        section[part.start] = 1
    if len(parts) > 1:
        last[parts[-1].start :] = 1
    return {
        "1/place": 1 / place,
        "1/root of place": 1 / np.sqrt(place),
        "log place": np.log(place) / 4,
        "first": (place == 1) * 1.0,
        "second": (place == 2) * 1.0,
        "third": (place == 3) * 1.0,
        "fourth": (place == 4) * 1.0,
        "fifth": (place == 5) * 1.0,
        "among ten": (place <= 10) * 1.0,
        "share of the way": place / max(count, 1),
        "last": (place == count) * 1.0,
        "last tenth": (place > 0.9 * count) * 1.0,
        "first twentieth": (place <= max(1, 0.05 * count)) * 1.0,
        "opens a paragraph": opens * (0 < opens.sum() < count),
        "opens a section": section,
        "last section": last,
    }


def centrality_columns(matrix: TermMatrix, weights: Floats, cancel: Cancel) -> Columns:
    """Return how much each sentence shares with the others, by their tf-idf vectors.

    Raises:
        Cancelled: the token was set.

    """
    count = matrix.height
    own = weighted_count(matrix.rows, weights**2, count)
    whole = matrix.times(weights, np.ones(count)) - own
    before = _before(matrix, weights)
    opening = np.zeros(count)
    opening[:3] = 1 / 3
    first = (np.arange(count) == 0) * 1.0
    held = _held(matrix)
    total = weighted_count(matrix.terms, matrix.counts, matrix.width)
    often = matrix.frequency[matrix.terms].astype(np.float64)
    centroid = weighted_count(matrix.terms, weights, matrix.width)
    mass = weighted_count(matrix.rows, weights * centroid[matrix.terms], count)
    return {
        "LexRank": centrality(matrix, weights, cancel),
        "mean cosine": scaled(whole),
        "cosine with what follows": scaled(whole - before),
        "cosine with what came before": scaled(before),
        "cosine with the whole": mass / (float(np.sqrt((centroid**2).sum())) or 1),
        "cosine with the first": matrix.times(weights, first) - own * first,
        "cosine with the opening": matrix.times(weights, opening) - own * opening,
        "frequent words": 30 * weighted_count(matrix.rows, total[matrix.terms], count) / (held * (total.sum() or 1)),
        "share of words that come back": weighted_count(matrix.rows, (often > 2).astype(np.float64), count) / held,
        "words that come back": weighted_count(matrix.rows, np.log(often), count) / 10,
    }


def _held(matrix: TermMatrix) -> Floats:
    """Return the number of different terms of each sentence, 1 where there are none: to divide by."""
    return np.maximum(weighted_count(matrix.rows, np.ones(len(matrix.rows)), matrix.height), 1)


def _before(matrix: TermMatrix, weights: Floats) -> Floats:
    """Return the sum of a sentence's cosines with all earlier ones: PacSum's backward edges (Zheng and Lapata 2019)."""
    by_term = np.argsort(matrix.terms, kind="stable")
    running = np.cumsum(weights[by_term]) - weights[by_term]
    firsts = np.concatenate(([0], np.cumsum(matrix.frequency)))[:-1]
    earlier = np.empty_like(weights)
    earlier[by_term] = running - running[firsts][matrix.terms[by_term]] if len(running) else running
    return weighted_count(matrix.rows, weights * earlier, matrix.height)


def scaled(column: Floats) -> Floats:
    """Return the column divided by its greatest value."""
    top = column.max(initial=0)
    return column / top if top > 1e-9 else np.zeros_like(column)


def novelty_columns(matrix: TermMatrix) -> Columns:
    """Return the share of each sentence's terms that come first in it, and that come in it alone."""
    held = _held(matrix)
    first = np.full(matrix.width, matrix.height)
    np.minimum.at(first, matrix.terms, matrix.rows)
    fresh = (first[matrix.terms] == matrix.rows) * 1.0
    once = (matrix.frequency[matrix.terms] == 1) * 1.0
    return {
        "new words": weighted_count(matrix.rows, fresh, matrix.height) / held,
        "words of its own": weighted_count(matrix.rows, once, matrix.height) / held,
    }


def actor_columns(mains: Sequence[int], found: Sequence[frozenset[str]]) -> Columns:
    """Return who is named in each sentence: how many main actors (`mains`), and which names (`found`)."""
    main = np.array(mains, np.float64)
    names = np.array([len(each) for each in found], np.float64)
    return {
        "a main actor": (main > 0) * 1.0,
        "main actors": np.minimum(main, 3) / 3,
        "names": np.minimum(names, 6) / 6,
        "no names": (names == 0) * (names.sum() > 0) * 1.0,
    }


def form_columns(texts: Sequence[str], lengths: Floats, matrix: TermMatrix, leaning: Sequence[int]) -> Columns:
    """Return how long each sentence is, `lengths` in words; whether it leans on the one before, and how it ends."""
    held = weighted_count(matrix.rows, np.ones(len(matrix.rows)), matrix.height)
    letters = np.array([len(words) for words in texts], np.float64)
    leans = np.zeros(len(texts))
    leans[list(leaning)] = 1
    mean = lengths.mean() if len(lengths) else 1.0
    return {
        "log length": np.log1p(lengths) / 3,
        "length against the mean": lengths / max(mean, 1) - 1,
        **{f"above {limit} words": (lengths > limit) * 1.0 for limit in _LENGTHS},
        "share of content words": held / np.maximum(lengths, 1),
        "length of words": letters / np.maximum(lengths, 1) / 6 - 1,
        "leans": leans,
        "no full stop": np.array([not _ENDS.search(words[-12:]) for words in texts], np.float64),
    }
