"""Choosing sentences one after the other, each in view of those already chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nutgraf.summary.concepts import Said, concepts
from nutgraf.summary.model import BUDGET
from nutgraf.summary.sections import sections
from nutgraf.text.ranking import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.features import Features
    from nutgraf.summary.graph import Floats, Integers
    from nutgraf.summary.model import Model
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

_CHOSEN = 200  # as far as sets are looked at: what comes after is ordered by what it is worth beside these
_SAME = 0.95  # cosine from which a sentence says the same again: it comes after all others
_AGAIN = 1000.0
_SHORT = 8  # words: a shorter sentence is worth no more for having few
_STRETCHES = 8  # an article without headings is balanced over as many equal stretches


@dataclass(frozen=True, slots=True)
class Choice:
    """All sentences in the order they were chosen, and by sentence what each group of columns added to its worth then."""

    order: tuple[int, ...]
    worth: tuple[dict[Group, float], ...]


def choose(
    article: Article,
    sentences: Sequence[Sentence],
    features: Features,
    model: Model,
    cancel: Cancel,
) -> Choice:
    """Choose greedily the sentence that adds most to what the model says a set is worth.

    The idea is maximal marginal relevance (Carbonell and Goldstein 1998), with learned weights; columns count against their
    mean over the article. Where the model knows what words a summary is likely to hold, a sentence is also worth those of its
    words that the chosen ones have not said (Gillick and Favre 2009), by word.

    Raises:
        Cancelled: the token was set.

    """
    columns = {name: index for index, name in enumerate(features.names)}
    weights = np.zeros(len(columns))
    for name, weight in model.columns.items():
        weights[columns[name]] = weight
    each = features.centred * weights
    worth = {
        group: each[:, [index for index, own in enumerate(features.groups) if own is group]].sum(axis=1)
        for group in dict.fromkeys(features.groups)
    }
    said = _said(article, sentences, features, model, cancel)
    chosen = _Chosen(article, sentences, features, model, said)
    if said:
        worth[Group.CENTRALITY] = worth[Group.CENTRALITY] + chosen.brings - chosen.brings.mean()
    order = chosen.fill(sum(worth.values(), np.zeros(len(sentences))), cancel)
    worth[Group.NOVELTY] = worth[Group.NOVELTY] + chosen.novelty
    worth[Group.FORM] = worth[Group.FORM] + chosen.form
    worth[Group.PLACE] = worth[Group.PLACE] + chosen.place
    rows = np.column_stack(list(worth.values())).tolist()
    return Choice(tuple(order), tuple(dict(zip(worth, row, strict=True)) for row in rows))


def _said(
    article: Article, sentences: Sequence[Sentence], features: Features, model: Model, cancel: Cancel
) -> list[tuple[float, Said]]:
    """Return what a summary is likely to hold, words and pairs, nothing said yet, and what each kind is worth."""
    if not (model.words and model.pairs and sentences):
        return []
    found = zip((model.words, model.pairs), concepts(article, sentences, features, cancel), strict=True)
    return [(likely.worth, Said(each.matrix, each.expected(likely.columns))) for likely, each in found]


class _Chosen:
    """The set as it grows; `novelty`, `form` and `place` are what it adds to each sentence, fixed once that one is chosen.

    `brings` is what the words of each sentence are worth that a summary is likely to hold and no chosen one has said.
    """

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        features: Features,
        model: Model,
        said: Sequence[tuple[float, Said]],
    ) -> None:
        count = len(sentences)
        self.features, self.model, self.said = features, model, said
        self.brings = self._density()
        self.leans = np.zeros(count, bool)
        self.leans[list(features.leaning)] = True
        self.novelty, self.form, self.place = np.zeros(count), np.zeros(count), np.zeros(count)
        self.form[self.leans] = model.dangles
        self.part = _parts(article, sentences)
        self.share = np.bincount(self.part, minlength=1) / max(count, 1)
        self.taken = np.zeros(len(self.share))

    def fill(self, base: Floats, cancel: Cancel) -> list[int]:
        """Return all sentences, those of the set first; `base` is what each is worth alone."""
        waiting = np.ones(len(base), bool)
        order: list[int] = []
        for _ in range(min(_CHOSEN, len(base))):
            cancel.check()
            now = base + self.novelty + self.form + self.place
            best = int(np.argmax(np.where(waiting, now, -np.inf)))
            waiting[best] = False
            order.append(best)
            self._take(best, waiting)
        now = base + self.novelty + self.form + self.place
        return order + [index for index in np.argsort(-now, kind="stable").tolist() if waiting[index]]

    def _density(self) -> Floats:
        """Return what each sentence brings, by word."""
        gains = sum((worth * each.gains for worth, each in self.said), np.zeros(len(self.features.lengths)))
        dense: Floats = gains / np.maximum(self.features.lengths, _SHORT)
        return dense

    def _take(self, best: int, waiting: Floats) -> None:
        cosines = self.features.matrix.cosines(self.features.weights, best)
        share = min(self.features.lengths[best], BUDGET) / BUDGET
        self.novelty[waiting] += (self.model.repeats * share * cosines - _AGAIN * (cosines > _SAME))[waiting]
        if self.said:
            for _, each in self.said:
                each.take(best)
            before, self.brings = self.brings, self._density()
            self.novelty[waiting] += (self.brings - before)[waiting]
        follower = best + 1
        if follower < len(waiting) and waiting[follower]:
            self.form[follower] = self.model.follows
        if self.model.balance:
            self.taken[self.part[best]] += 1
            lacks = self.share - self.taken / self.taken.sum()
            self.place[waiting] = self.model.balance * lacks[self.part][waiting]


def _parts(article: Article, sentences: Sequence[Sentence]) -> Integers:
    """Return the number of the section, or of the stretch, that each sentence stands in."""
    found = sections(article, sentences)
    if len(found) > 1:
        return np.repeat(np.arange(len(found)), [each.stop - each.start for each in found])
    return np.arange(len(sentences)) * _STRETCHES // max(len(sentences), 1)
