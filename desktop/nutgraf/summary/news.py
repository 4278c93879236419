"""The default: the opening of the story blended with what its other sentences come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.summary.rank import ranking
from nutgraf.summary.terms import sentence_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence


class News:
    """Blends place and centrality."""

    name = "news"
    title = "News"
    serves = "The opening, blended with what the rest comes back to. Serves news and most articles."

    def rank(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Ranking:
        """Return all sentences by place and centrality.

        Raises:
            Cancelled: the token was set.

        """
        import numpy as np

        from nutgraf.summary.graph import TermMatrix, centrality

        matrix = TermMatrix(sentence_terms(article, sentences, cancel))
        place = 1 / np.sqrt(1 + np.arange(matrix.height))
        scores = place + 0.3 * centrality(matrix, matrix.tf_idf())
        return ranking(self.name, article, sentences, scores.tolist(), cancel)
