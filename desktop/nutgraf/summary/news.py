"""The default: the opening of the story blended with what its other sentences come back to, nothing said twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.summary.length import word_counts
from nutgraf.summary.rank import ranking
from nutgraf.summary.terms import sentence_terms
from nutgraf.text.ranking import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, TermMatrix
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence

# Weights beside that of the place, which is 1; chosen for ROUGE of three sentences on two sets of news.
CENTRAL = 0.4
SHORT = 0.2  # taken off a sentence of less than eight words: it seldom stands alone
TWICE = 0.4  # taken off for each unit of cosine with the nearest sentence already chosen
AGAIN = 2.0  # taken off where that cosine is above 0.9: a sentence repeated comes after all others
_FEW_WORDS = 8
_SAME = 0.9
_CHOSEN = 500  # as far as repeating is looked at: a reader never has a longer summary


class News:
    """Blends place and centrality, and chooses by maximal marginal relevance (Carbonell and Goldstein 1998)."""

    name = "news"
    title = "News"
    serves = "The opening, blended with what the rest comes back to. Serves news and most articles."

    def rank(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Ranking:
        """Return all sentences by place, centrality and novelty.

        Raises:
            Cancelled: the token was set.

        """
        import numpy as np

        from nutgraf.summary.graph import TermMatrix, centrality

        matrix = TermMatrix(sentence_terms(article, sentences, cancel), cancel)
        weights = matrix.tf_idf()
        lengths = np.array(word_counts(article, sentences))
        place = 1 / np.sqrt(1 + np.arange(matrix.height))
        central = CENTRAL * centrality(matrix, weights, cancel)
        short = -SHORT * (lengths < _FEW_WORDS)
        worth = place + central + short
        left = _novel(matrix, weights, worth, cancel)
        columns = {
            Group.PLACE: place - place.mean() if len(place) else place,
            Group.CENTRALITY: central - central.mean() if len(place) else central,
            Group.FORM: short,
            Group.NOVELTY: np.array(left) - worth,
        }
        told = [dict(zip(columns, row, strict=True)) for row in np.column_stack(list(columns.values())).tolist()]
        return ranking(self.name, article, sentences, left, cancel, told)


def _novel(matrix: TermMatrix, weights: Floats, worth: Floats, cancel: Cancel) -> list[float]:
    """Return the worth that each sentence has left when it is chosen: those chosen before it take off what they say too."""
    import numpy as np

    left = worth.copy()
    lost = np.zeros(matrix.height)
    waiting = np.ones(matrix.height, bool)
    for _ in range(min(_CHOSEN, matrix.height)):
        cancel.check()
        left[waiting] = (worth - lost)[waiting]
        best = int(np.argmax(np.where(waiting, left, -np.inf)))
        waiting[best] = False
        cosines = matrix.cosines(weights, best)
        lost = np.maximum(lost, TWICE * cosines + AGAIN * (cosines > _SAME))
    left[waiting] = (worth - lost)[waiting]
    return left.tolist()  # type: ignore[no-any-return]
