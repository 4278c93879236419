"""From scores to a ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.summary.explain import reasons
from nutgraf.summary.length import word_counts
from nutgraf.text.ranking import Ranking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence


def best_first(scores: Sequence[float]) -> tuple[int, ...]:
    """Return the indices by falling score; equal scores, to 9 significant places, stay in reading order."""
    top = max(map(abs, scores), default=0) or 1
    return tuple(sorted(range(len(scores)), key=lambda index: (-round(scores[index] / top, 9), index)))


def ranking(
    method: str, article: Article, sentences: Sequence[Sentence], scores: Sequence[float], cancel: Cancel
) -> Ranking:
    """Return the ranking by falling score, with its reasons; its cuts by words are prepared too.

    Raises:
        Cancelled: the token was set.

    """
    word_counts(article, sentences)
    order = best_first(scores)
    why = reasons(article, sentences, order, cancel)
    return Ranking(method, order, tuple(map(float, scores)), why)
