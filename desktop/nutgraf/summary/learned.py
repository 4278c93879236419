"""Methods whose weights were learned from articles that people had summed up."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from nutgraf.summary.model import load
from nutgraf.summary.rank import ranking
from nutgraf.summary.sure import among_sure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.features import Features
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence


class Learned:
    """Weighs what can be seen of each sentence, and chooses each in view of those already chosen.

    Where it `reads_long`, studies and stories have weights of their own.
    """

    def __init__(self, name: str, title: str, serves: str, *, reads_long: bool = False) -> None:
        self.name, self.title, self.serves = name, title, serves
        self._reads_long = reads_long

    @among_sure
    def rank(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Ranking:
        """Return all sentences in the order they were chosen.

        A sentence's parts add up to what it was worth when it was chosen, against the article's average sentence; its score is
        that too, but never above the score of one chosen before.

        Raises:
            Cancelled: the token was set.

        """
        from nutgraf.summary.features import Features
        from nutgraf.summary.selection import choose

        features = Features(article, sentences, cancel)
        weights = _long(features, article, sentences, cancel) if self._reads_long else self.name
        choice = choose(article, sentences, features, load(weights), cancel)
        worth = [sum(choice.worth[index].values()) for index in choice.order]
        scores = [0.0] * len(sentences)
        for index, score in zip(choice.order, accumulate(worth, min), strict=True):
            scores[index] = score
        return ranking(self.name, article, sentences, scores, cancel, choice.worth, choice.order)


def _long(features: Features, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> str:
    """Add the columns that long articles of this kind have, and return the name of the weights for them."""
    from nutgraf.summary import study, tense
    from nutgraf.summary.features import is_talk

    if study.is_study(features):
        study.add_columns(features, article, sentences)
        return "study"
    if not is_talk(features) and tense.told_in_the_past(article, sentences, cancel):
        tense.add_columns(features, article, sentences, cancel)
        return "story"
    return "long_read"


NEWS = Learned(
    "news",
    "News",
    "The opening, blended with what the rest comes back to. Serves news and most articles.",
)
LONG_READ = Learned(
    "long_read",
    "Long read",
    "What matters in each part, nothing said twice. Serves papers, reports, long stories and transcripts.",
    reads_long=True,
)
