"""What an engine that finds names is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Mention
    from nutgraf.text.sentences import Sentence
    from nutgraf.text.span import Span

    Found = Callable[[tuple[Mention, ...]], None]


class Engine(Protocol):
    """Finds people and organizations.

    `name` is for machines ("linear"), `title` for people, `languages` (BCP 47) are those in which it knows names.
    """

    name: str
    title: str
    languages: frozenset[str]

    def is_ready(self) -> bool:
        """Return whether what the engine needs is installed."""

    def mentions(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        cancel: Cancel,
        *,
        found: Found | None = None,
        first: Span | None = None,
    ) -> tuple[Mention, ...]:
        """Return the mentions in reading order, none overlapping, none in furniture or code.

        Titles, headings, standfirsts and captions are searched as well as sentences. While it reads, `found` is called in this
        thread with the mentions of each stretch that is done, from the place `first` on and then from the beginning up to it: no
        place comes twice, and what is returned replaces them all, as the whole document may tell otherwise. Neither changes it.

        Raises:
            Cancelled: the token was set.

        """
