"""What an engine that finds names is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Mention
    from nutgraf.text.sentences import Sentence


class Engine(Protocol):
    """Finds people and organizations.

    `name` is for machines ("linear"), `title` for people, `languages` (BCP 47) are those in which it knows names.
    """

    name: str
    title: str
    languages: frozenset[str]

    def is_ready(self) -> bool:
        """Return whether what the engine needs is installed."""

    def mentions(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> tuple[Mention, ...]:
        """Return the mentions in reading order, none overlapping, none in furniture or code.

        Titles, headings, standfirsts and captions are searched as well as sentences.

        Raises:
            Cancelled: the token was set.

        """
