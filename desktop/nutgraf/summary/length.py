"""How much of a ranking a summary takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.summary.kept import kept
from nutgraf.text.ranking import Length, Measure, Summary
from nutgraf.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence


@kept
def word_counts(article: Article, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """Return the words of each sentence: counted when it is ranked, so that no cut has to."""
    return tuple(count_words(sentence.span.of(article.text)) for sentence in sentences)


def cut(ranking: Ranking, article: Article, sentences: Sequence[Sentence], length: Length) -> Summary:
    """Return the first sentences of the ranking, in reading order; never ranks again.

    A budget of words (or percent of the words of all sentences) is filled in the ranking's order and stops before the
    sentence that would pass it, but a summary of an article with sentences has at least one.
    """
    if length.measure is Measure.SENTENCES:
        taken = length.value
    else:
        counts = word_counts(article, sentences)
        budget = length.value if length.measure is Measure.WORDS else sum(counts) * min(length.value, 100) / 100
        taken = _fill(ranking.order, counts, budget)
    return Summary(ranking, tuple(sorted(ranking.order[:taken])), length)


def _fill(order: Sequence[int], counts: Sequence[int], budget: float) -> int:
    spent = 0
    for taken, index in enumerate(order):
        spent += counts[index]
        if spent > budget:
            return max(taken, 1)
    return len(order)
