"""The default: the method that serves an article of this length and shape."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.summary.learned import LONG_READ, NEWS
from nutgraf.summary.length import word_counts
from nutgraf.summary.sections import sections
from nutgraf.summary.sure import among_sure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.base import Method
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence

LONG = 1_800  # words; of the news that was measured nearly all is shorter
LONG_IN_PARTS = 1_000
_PARTS = 4


class Automatic:
    """Takes News for what is short and Long read for what is long; the ranking names the one and `chosen` says why."""

    name = "automatic"
    title = "Automatic"
    serves = "News for articles, Long read for what is long or in many parts. Serves whatever you open."

    @among_sure
    def rank(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Ranking:
        """Return the ranking of the method that serves.

        Raises:
            Cancelled: the token was set.

        """
        method, why = choose(article, sentences)
        return replace(method.rank(article, sentences, cancel), chosen=why)


def choose(article: Article, sentences: Sequence[Sentence]) -> tuple[Method, str]:
    """Return the method that serves, and why in a phrase: "long: 5,035 words"."""
    words = sum(word_counts(article, sentences))
    parts = len(sections(article, sentences))
    if words >= LONG:
        return LONG_READ, f"long: {words:,} words"
    if words >= LONG_IN_PARTS and parts >= _PARTS:
        return LONG_READ, f"in {parts} sections: {words:,} words"
    return NEWS, f"article length: {words:,} words"
