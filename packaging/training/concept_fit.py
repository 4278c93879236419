"""Learn which words of an article, and which pairs of neighbours, its summary is likely to hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from linear_fit import logistic

from nutgraf.cancel import Cancel
from nutgraf.summary.concepts import concepts, pairs
from nutgraf.summary.terms import lower_words, stemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from nutgraf.summary.features import Features
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

KINDS = ("words", "pairs")
_PULL = 3.0


class Held:
    """What is seen of an article's concepts, by kind, words and pairs, and whether its reference summary holds them."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], features: Features, reference: str) -> None:
        stem = stemmer(article.meta.language)
        words = [stem(word) for word in lower_words(reference)]
        self.names: dict[str, tuple[str, ...]] = {}
        self.columns: dict[str, NDArray[np.float32]] = {}
        self.labels: dict[str, NDArray[np.bool_]] = {}
        found = concepts(article, sentences, features, Cancel())
        for kind, each, said in zip(KINDS, found, (Counter(words), Counter(pairs(words))), strict=True):
            times = np.array([said[concept] for concept in each.matrix.numbers])
            self.names[kind] = (*each.names, *features.names)
            self.columns[kind] = np.column_stack([each.values, *map(each.means, features.centred.T)]).astype(np.float32)
            self.labels[kind] = times[each.terms] >= each.times


def learn_concepts(articles: Sequence[Held], kind: str) -> dict[str, float]:
    """Return the weights of the columns that tell which concepts of a kind a summary holds."""
    columns = np.concatenate([each.columns[kind] for each in articles])
    weights = logistic(columns, np.concatenate([each.labels[kind] for each in articles]), _PULL)
    return dict(zip(articles[0].names[kind], weights.tolist(), strict=True))
