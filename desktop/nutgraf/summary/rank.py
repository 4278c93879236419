"""From scores to a ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.summary.length import word_counts
from nutgraf.text.ranking import Ranking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Group
    from nutgraf.text.sentences import Sentence


def best_first(scores: Sequence[float]) -> tuple[int, ...]:
    """Return the indices by falling score; equal scores, to 9 significant places, stay in reading order."""
    top = max(map(abs, scores), default=0) or 1
    return tuple(sorted(range(len(scores)), key=lambda index: (-round(scores[index] / top, 9), index)))


def ranking(
    method: str,
    article: Article,
    sentences: Sequence[Sentence],
    scores: Sequence[float],
    cancel: Cancel,
    weights: Sequence[Mapping[Group, float]] = (),
    order: tuple[int, ...] | None = None,
) -> Ranking:
    """Return the ranking by falling score, explained; its cuts by words are prepared too.

    `weights` hold by sentence index what each group of features added to its score, where the method knows; `order` that of the
    sentences, where scores alone do not tell it.

    Raises:
        Cancelled: the token was set.

    """
    from nutgraf.summary.dangling import leaning
    from nutgraf.summary.explain import explain

    word_counts(article, sentences)
    order = best_first(scores) if order is None else order
    reasons, parts = explain(article, sentences, order, cancel, weights)
    return Ranking(method, order, tuple(map(float, scores)), reasons, parts, leaning(article, sentences, cancel))
