"""The parts of an article between its headings, and what each says in a few of its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence

_SHARE = 6  # sentences of a section for one of its summary
_MOST = 4


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences `start` to `stop` (half-open, by index) under a heading: its words and its block's index and level.

    What stands before the first heading has the heading "", block None and level 0.
    """

    heading: str
    block: int | None
    level: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class SectionSummary:
    """A section and the sentences (indices, in reading order) that sum it up."""

    section: Section
    sentences: tuple[int, ...]


def sections(article: Article, sentences: Sequence[Sentence]) -> tuple[Section, ...]:
    """Return the article's sections that have sentences, in reading order; one where there are no headings."""
    headings = [
        number for number, block in enumerate(article.blocks) if block.kind is BlockKind.HEADING and not block.furniture
    ]
    starts: list[tuple[int, int | None]] = [(0, None)]
    waiting = iter(headings)
    heading = next(waiting, None)
    for sentence in sentences:
        above = None
        while heading is not None and heading < sentence.block:
            above, heading = heading, next(waiting, None)
        if above is not None:
            starts.append((sentence.index, above))
    found = [
        _section(article, block, start, stop)
        for (start, block), (stop, _) in pairwise([*starts, (len(sentences), None)])
        if stop > start
    ]
    return tuple(found)


def _section(article: Article, block: int | None, start: int, stop: int) -> Section:
    if block is None:
        return Section("", None, 0, start, stop)
    heading = article.blocks[block]
    return Section(heading.span.of(article.text), block, heading.level, start, stop)


def section_summaries(
    article: Article, sentences: Sequence[Sentence], ranking: Ranking, most: int = _MOST
) -> tuple[SectionSummary, ...]:
    """Return each section's best sentences by the ranking: one for every six that it has, `most` at most, one at least."""
    places = ranking.places()
    return tuple(
        SectionSummary(
            section, tuple(sorted(sorted(range(section.start, section.stop), key=places.__getitem__)[:taken]))
        )
        for section in sections(article, sentences)
        for taken in [max(1, min(most, round((section.stop - section.start) / _SHARE)))]
    )
