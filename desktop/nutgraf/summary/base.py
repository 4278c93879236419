"""What a method of extractive summarization is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence


class Method(Protocol):
    """Ranks an article's sentences. `name` is for machines ("lexrank"), `title` for people, `serves` says when it serves."""

    name: str
    title: str
    serves: str

    def rank(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Ranking:
        """Return all sentences, best first; the same for the same input, always.

        Raises:
            Cancelled: the token was set.

        """
