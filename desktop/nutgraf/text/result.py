"""All that was found out about an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Names
    from nutgraf.text.keyword import Keyword
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article with its sentences in reading order, their ranking, all about the names in it, and its keywords."""

    article: Article
    sentences: tuple[Sentence, ...]
    ranking: Ranking
    names: Names
    keywords: tuple[Keyword, ...] = ()
