"""What can be seen of each sentence at little cost: the columns that the rankers weigh.

Every column is a number for each sentence, most between 0 and 1; none needs capitals, for some wires write in small letters, and
all are computed in time linear in the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from nutgraf.summary.actors import main_actors, sentence_names
from nutgraf.summary.columns import actor_columns, centrality_columns, form_columns, novelty_columns, place_columns
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
from nutgraf.summary.graph import term_matrix
from nutgraf.summary.terms import sentence_words, watched
from nutgraf.text.abbreviations import SPEECH
from nutgraf.text.ranking import Group
from nutgraf.text.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, Integers
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


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
_TALK = 0.01  # of the words are fillers: someone speaks


class Features:
    """The columns of an article's sentences: `names` and `groups` by column, `values` by sentence and column.

    `matrix` and `weights` are the tf-idf vectors of the sentences that some columns are made of, `lengths` the words of each as
    the models were taught to see them: a run of letters is one, in scripts without spaces too, of which nothing was taught.
    """

    def __init__(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> None:
        self.matrix = term_matrix(article, sentences, cancel)
        self.weights = self.matrix.tf_idf()
        self.leaning = leaning(article, sentences, cancel)
        texts = [sentence.span.of(article.text) for sentence in watched(sentences, cancel)]
        self.lengths: Floats = np.array([len(words(text)) for text in watched(texts, cancel)], np.float64)
        columns: dict[tuple[str, Group], Floats] = {}
        actors = main_actors(article, sentences, cancel), sentence_names(article, sentences, cancel)
        for group, found in (
            (Group.PLACE, place_columns(article, sentences)),
            (Group.CENTRALITY, centrality_columns(self.matrix, self.weights, cancel)),
            (Group.NOVELTY, novelty_columns(self.matrix)),
            (Group.ACTORS, actor_columns(*actors)),
            (Group.FORM, form_columns(texts, self.lengths, self.matrix, self.leaning)),
        ):
            columns |= {(name, group): column for name, column in found.items()}
        columns |= _style(sentence_words(article, sentences, cancel), self.lengths, cancel)
        columns |= _signs(article, sentences, cancel)
        self.names = tuple(name for name, _ in columns)
        self.groups = tuple(group for _, group in columns)
        self.values: Floats = np.column_stack([column.astype(np.float64) for column in columns.values()])

    @property
    def centred(self) -> Floats:
        """The values against their mean over the article."""
        centred: Floats = self.values - self.values.mean(axis=0) if len(self.values) else self.values
        return centred

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


def _style(texts: Sequence[Sequence[str]], lengths: Floats, cancel: Cancel) -> dict[tuple[str, Group], Floats]:
    """Return how much each sentence is written and how much it is spoken, and which words it has that tell."""

    def share(known: frozenset[str]) -> Floats:
        found = [sum(word in known for word in each) for each in watched(texts, cancel)]
        return np.array(found, np.float64) / counts

    counts = np.maximum(lengths, 1)
    written, spoken = share(NOMINAL), share(SPOKEN)
    talk = (share(FILLERS) * counts).sum() > _TALK * counts.sum()
    columns = {
        ("articles and prepositions", Group.FORM): written,
        ("pronouns and fillers", Group.FORM): spoken,
        ("written style in talk", Group.FORM): (written - spoken) * talk,
    }
    for name, (group, known) in _WORDS.items():
        cancel.check()
        columns[name, group] = np.array([not known.isdisjoint(each) for each in texts], np.float64)
    return columns


def _signs(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> dict[tuple[str, Group], Floats]:
    """Return how often each pattern is found in each sentence, up to a full 1."""
    low, starts = lower(article.text), starts_of(sentences)
    columns: dict[tuple[str, Group], Floats] = {}
    for names, group, pattern in _FOUND:
        cancel.check()
        times = found_in(pattern, low, starts)
        columns |= {(name, group): np.minimum(times, full) / full for name, full in names}
    return columns


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
