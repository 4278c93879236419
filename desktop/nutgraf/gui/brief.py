"""What is asked of an article's summary, and what is known of it beside the ranking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.agreement import Agreement
    from nutgraf.summary.coverage import Ground
    from nutgraf.text.article import Article
    from nutgraf.text.keyword import Keyword
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Ranked:
    """What one job finds: the method's own ranking, the same about the reader's words, keywords, and where sentences stand."""

    plain: Ranking
    ranking: Ranking
    keywords: tuple[Keyword, ...]
    ground: Ground


@dataclass(eq=False, slots=True)
class Brief:
    """The reader's wishes, kept with the reading, and what was found; `None` means not known yet."""

    topic: str = ""
    added: frozenset[int] = frozenset()  # sentences that the reader added
    ranked: Ranked | None = None
    agreement: Agreement | None = None

    def forget(self) -> None:
        """Keep the words and forget what belongs to sentences that are no longer."""
        self.added = frozenset()
        self.ranked = self.agreement = None

    def answers(self, ranking: Ranking | None) -> bool:
        """Whether a ranking is about the words that are asked for."""
        return ranking is not None and (ranking.topic.words if ranking.topic else "") == self.topic


def rank(
    method: str,
    topic: str,
    before: Ranked | None,
    article: Article,
    sentences: Sequence[Sentence],
    cancel: Cancel,
) -> Ranked:
    """Rank by a method and steer towards the words; what was found `before`, by the same method, is not sought again.

    Raises:
        Cancelled: the token was set.

    """
    from nutgraf import summary
    from nutgraf.summary.coverage import Ground
    from nutgraf.summary.keywords import keywords
    from nutgraf.summary.topic import about

    known = {each.name for each in summary.METHODS}  # a setting of old may name one that is not among them
    chosen = summary.method(method if method in known else summary.DEFAULT)
    plain = before.plain if before else chosen.rank(article, sentences, cancel)
    return Ranked(
        plain,
        about(plain, article, sentences, topic, cancel),
        before.keywords if before else keywords(article, sentences, cancel),
        before.ground if before else Ground(article, sentences),
    )
