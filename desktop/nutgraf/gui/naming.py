"""Finding names in the background: what is found meanwhile is told, and what the engine found is kept for corrections."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Mention, Names
    from nutgraf.text.sentences import Sentence

BETWEEN = 0.15  # seconds from one telling to the next, at least
SHARE = 5  # of the time: all tellings together take at most one part of so many


@dataclass(frozen=True, slots=True)
class Named:
    """The names of an article, the mentions that the engine found, and what was not understood in the reader's own files."""

    names: Names
    mentions: tuple[Mention, ...]
    complaints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """What is to be named: by which engine, from which offset on, and how sure at least.

    `mentions` are those that the engine found before, if it did.
    """

    article: Article
    sentences: Sequence[Sentence]
    mentions: tuple[Mention, ...] | None
    by: str
    first: int
    least: float

    def work(self, cancel: Cancel, tell: Callable[[Names], None]) -> Named:
        """Return the names as the reader's files have them now; `tell` the names so far while the engine is at work.

        Raises:
            Cancelled: the token was set.

        """
        from nutgraf.names import find_mentions, names_of
        from nutgraf.names.wishes import read_wishes
        from nutgraf.text.span import Span

        wishes, complaints = read_wishes(self.least)

        def names(mentions: Sequence[Mention]) -> Names:
            return names_of(self.article, self.sentences, mentions, cancel, by=self.by, wishes=wishes)

        so_far: list[Mention] = []
        due = time.monotonic() + BETWEEN

        def found(mentions: tuple[Mention, ...]) -> None:
            nonlocal due
            so_far.extend(mentions)
            began = time.monotonic()
            if mentions and began >= due:
                tell(names(sorted(so_far, key=lambda mention: mention.span)))
                ended = time.monotonic()
                due = ended + max(BETWEEN, (SHARE - 1) * (ended - began))

        mentions = self.mentions
        if mentions is None:
            place = Span(self.first, self.first)
            mentions = find_mentions(self.article, self.sentences, cancel, by=self.by, found=found, first=place)
        return Named(names(mentions), mentions, complaints)
