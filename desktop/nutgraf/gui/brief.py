"""What is asked of an article's summary, and what is known of it beside the ranking."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.agreement import Agreement
    from nutgraf.summary.coverage import Ground
    from nutgraf.summary.sections import Section
    from nutgraf.text.article import Article
    from nutgraf.text.keyword import Keyword
    from nutgraf.text.ranking import Ranking, Summary
    from nutgraf.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Ranked:
    """What one job finds: the method's own ranking, the same about the reader's words, keywords, where sentences stand."""

    plain: Ranking
    ranking: Ranking
    keywords: tuple[Keyword, ...]
    ground: Ground
    sections: tuple[Section, ...]


@dataclass(eq=False, slots=True)
class Brief:
    """The reader's wishes, kept with the reading, and what was found; `None` means not known yet."""

    topic: str = ""
    by_section: bool = False
    added: frozenset[int] = frozenset()  # sentences that the reader added
    ranked: Ranked | None = None
    agreement: Agreement | None = None

    def forget(self) -> None:
        """Keep the words and forget what belongs to sentences that are no longer."""
        self.added = frozenset()
        self.ranked = self.agreement = None

    @property
    def has_sections(self) -> bool:
        """Whether the article has headings to sum it up by."""
        return self.ranked is not None and len(self.ranked.sections) > 1

    def tailored(self, summary: Summary) -> Summary:
        """Return the summary by section, if that is wished, with the sentences that the reader added."""
        from nutgraf.summary.sections import by_section

        if self.by_section and self.ranked and self.has_sections:
            summary = by_section(summary, self.ranked.sections)
        added = self.added - set(summary.sentences)
        if not added:
            return summary
        return replace(summary, sentences=tuple(sorted({*summary.sentences, *added})), added=added)

    def headings(self, summary: Summary) -> dict[int, str]:
        """Return the headings to show, by the sentence below each."""
        from nutgraf.summary.sections import headings

        return headings(summary, self.ranked.sections) if self.by_section and self.ranked and self.has_sections else {}

    def agreed(self, summary: Summary) -> dict[int, tuple[int, int]]:
        """Return by sentence how many of how many methods take it at the same length, once that is known."""
        if not self.agreement:
            return {}
        methods, length = len(self.agreement.methods), summary.length.value
        return {index: (len(self.agreement.takers(index, length)), methods) for index in summary.sentences}

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
    from nutgraf.summary.sections import sections
    from nutgraf.summary.topic import about

    known = {each.name for each in summary.METHODS}  # a setting of old may name one that is not among them
    chosen = summary.method(method if method in known else summary.DEFAULT)
    plain = before.plain if before else chosen.rank(article, sentences, cancel)
    return Ranked(
        plain,
        about(plain, article, sentences, topic, cancel),
        before.keywords if before else keywords(article, sentences, cancel),
        before.ground if before else Ground(article, sentences),
        before.sections if before else sections(article, sentences),
    )
