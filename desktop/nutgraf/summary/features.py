"""What can be seen of each sentence at little cost: the columns that the rankers weigh.

Every column is a number for each sentence, most between 0 and 1; none needs capitals, for some wires write in small letters, and
all are computed in time linear in the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from nutgraf.summary.actors import main_actors, sentence_names
from nutgraf.summary.cue_words import (
    ASIDES,
    BONUS,
    CITATIONS,
    EXHIBITS,
    FILLERS,
    FINDINGS,
    NOMINAL,
    SPOKEN,
    STIGMA,
)
from nutgraf.summary.dangling import leaning
from nutgraf.summary.graph import centrality, term_matrix, weighted_count
from nutgraf.summary.length import token_counts
from nutgraf.summary.sections import sections
from nutgraf.summary.terms import sentence_words, watched
from nutgraf.text.abbreviations import SPEECH
from nutgraf.text.ranking import Group

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, Integers, TermMatrix
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Columns that are 1 where a sentence has one of some words.
_WORDS: dict[str, tuple[Group, frozenset[str]]] = {
    "a verb of speech": (Group.SOURCE, SPEECH),
    "first person": (Group.SOURCE, _words("i we my our me us i'm i've we're we've")),
    "second person": (Group.SOURCE, _words("you your yours you're")),
    "says it matters": (Group.FORM, BONUS),
    "hedges": (Group.FORM, STIGMA),
    "a day": (
        Group.FORM,
        _words("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow"),
    ),
}
# Columns that count what a pattern finds in a sentence: how many make a full 1.
_FOUND: tuple[tuple[tuple[tuple[str, int], ...], Group, re.Pattern[str]], ...] = (
    ((("a number", 1), ("numbers", 4)), Group.NUMBERS, re.compile(r"(?<![\w.,])\d")),
    ((("an age", 1),), Group.NUMBERS, re.compile(r"\d-year-old\b|, ?\d\d ?,")),
    ((("quotation marks", 2),), Group.SOURCE, re.compile(r"[“”\"«»]|``|''|(?<!\w)['‘](?=\w)|(?<=[\w.,!?])['’](?!\w)")),
    ((("opens a quotation", 1),), Group.SOURCE, re.compile(r"(?<!\S)(?:[“\"«‘']|``)(?=\s?\w)")),
    ((("according to", 1),), Group.SOURCE, re.compile(r"according to\b")),
    ((("question", 1),), Group.FORM, re.compile(r"\?")),
    ((("exclamation", 1),), Group.FORM, re.compile(r"!")),
    ((("brackets", 1),), Group.FORM, re.compile(r"[(\[]|-lrb-")),
    ((("colon", 1),), Group.FORM, re.compile(r":(?!\d)")),
    ((("commas", 4),), Group.FORM, re.compile(r",")),
    ((("states a finding", 1),), Group.FORM, FINDINGS),
    ((("speaks of the page", 1),), Group.FORM, ASIDES),
    ((("cites", 1),), Group.SOURCE, CITATIONS),
    ((("points to an exhibit", 1),), Group.FORM, EXHIBITS),
)
_LENGTHS = (6, 9, 13, 20, 28, 38)  # words
_TALK = 0.01  # of the words are fillers: someone speaks
_ENDS = re.compile(r"[.!?…。！？][\s\"'”’»)\]]*\Z")


class Features:
    """The columns of an article's sentences: `names` and `groups` by column, `values` by sentence and column.

    `matrix` and `weights` are the tf-idf vectors of the sentences that some columns are made of.
    """

    def __init__(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> None:
        self.matrix = term_matrix(article, sentences, cancel)
        self.weights = self.matrix.tf_idf()
        self.leaning = leaning(article, sentences, cancel)
        texts = [sentence.span.of(article.text) for sentence in watched(sentences, cancel)]
        columns: dict[tuple[str, Group], Floats] = {}
        for group, found in (
            (Group.PLACE, _place(article, sentences)),
            (Group.CENTRALITY, _centrality(self.matrix, self.weights, cancel)),
            (Group.NOVELTY, _novelty(self.matrix)),
            (
                Group.ACTORS,
                _actors(main_actors(article, sentences, cancel), sentence_names(article, sentences, cancel)),
            ),
            (Group.FORM, _form(texts, token_counts(article, sentences), self.matrix, self.leaning)),
        ):
            columns.update({(name, group): column for name, column in found.items()})
        starts = starts_of(sentences)
        words = sentence_words(article, sentences, cancel)
        counts = np.maximum(token_counts(article, sentences), 1)
        written, spoken = (_share(words, known, counts, cancel) for known in (NOMINAL, SPOKEN))
        columns["articles and prepositions", Group.FORM] = written
        columns["pronouns and fillers", Group.FORM] = spoken
        talk = (_share(words, FILLERS, counts, cancel) * counts).sum() > _TALK * counts.sum()
        columns["written style in talk", Group.FORM] = (written - spoken) * talk
        for name, (group, known) in _WORDS.items():
            cancel.check()
            columns[name, group] = np.array([not known.isdisjoint(each) for each in words], np.float64)
        low = lower(article.text)
        for names, group, pattern in _FOUND:
            cancel.check()
            times = found_in(pattern, low, starts)
            columns.update({(name, group): np.minimum(times, full) / full for name, full in names})
        self.names = tuple(name for name, _ in columns)
        self.groups = tuple(group for _, group in columns)
        self.values: Floats = np.column_stack([column.astype(np.float64) for column in columns.values()])

    def column(self, name: str) -> Floats:
        """Return the column of that name."""
        column: Floats = self.values[:, self.names.index(name)]
        return column

    def add(self, columns: Mapping[tuple[str, Group], Floats]) -> None:
        """Add columns that some kinds of article have."""
        self.names += tuple(name for name, _ in columns)
        self.groups += tuple(group for _, group in columns)
        self.values = np.column_stack([self.values, *columns.values()])


def is_talk(features: Features) -> bool:
    """Tell whether an article is talk written down: only then does its written style count by itself."""
    return bool(features.column("written style in talk").any())


def _share(words: Sequence[Sequence[str]], known: frozenset[str], counts: Integers, cancel: Cancel) -> Floats:
    """Return the share of each sentence's words that are among some."""
    found = [sum(word in known for word in each) for each in watched(words, cancel)]
    return np.array(found, np.float64) / counts


def lower(text: str) -> str:
    """Return the text in small letters, every offset as it was."""
    low = text.lower()
    return low if len(low) == len(text) else text  # "İ" becomes two


def starts_of(sentences: Sequence[Sentence]) -> Integers:
    """Return where the sentences start."""
    return np.array([sentence.span.start for sentence in sentences], np.int64)


def found_in(pattern: re.Pattern[str], text: str, starts: Integers) -> Floats:
    """Return how often the pattern is found in each sentence, looked for in the whole text at once."""
    places = np.array([match.start() for match in pattern.finditer(text)], np.int64)
    inside = np.searchsorted(starts, places, "right") - 1
    return np.bincount(inside[inside >= 0], minlength=len(starts)).astype(np.float64)


def _place(article: Article, sentences: Sequence[Sentence]) -> dict[str, Floats]:
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


def _centrality(matrix: TermMatrix, weights: Floats, cancel: Cancel) -> dict[str, Floats]:
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


def _novelty(matrix: TermMatrix) -> dict[str, Floats]:
    held = _held(matrix)
    first = np.full(matrix.width, matrix.height)
    np.minimum.at(first, matrix.terms, matrix.rows)
    fresh = (first[matrix.terms] == matrix.rows) * 1.0
    once = (matrix.frequency[matrix.terms] == 1) * 1.0
    return {
        "new words": weighted_count(matrix.rows, fresh, matrix.height) / held,
        "words of its own": weighted_count(matrix.rows, once, matrix.height) / held,
    }


def _actors(mains: Sequence[int], found: Sequence[frozenset[str]]) -> dict[str, Floats]:
    main = np.array(mains, np.float64)
    names = np.array([len(each) for each in found], np.float64)
    return {
        "a main actor": (main > 0) * 1.0,
        "main actors": np.minimum(main, 3) / 3,
        "names": np.minimum(names, 6) / 6,
        "no names": (names == 0) * (names.sum() > 0) * 1.0,
    }


def _form(texts: Sequence[str], counts: Sequence[int], matrix: TermMatrix, leaning: Sequence[int]) -> dict[str, Floats]:
    lengths = np.array(counts, np.float64)
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
