"""The parts of an article between its headings, and what each says in a few of its sentences."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Summary
    from nutgraf.text.sentences import Sentence


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


def sections(article: Article, sentences: Sequence[Sentence]) -> tuple[Section, ...]:
    """Return the article's sections that have sentences, in reading order; one where there are no headings.

    A section begins with its first sentence that is surely the article's: what is doubtful before it belongs to the one above.
    """
    headings = [
        number for number, block in enumerate(article.blocks) if block.kind is BlockKind.HEADING and not block.furniture
    ]
    starts: list[tuple[int, int | None]] = [(0, None)]
    waiting = iter(headings)
    heading = next(waiting, None)
    above: int | None = None
    for sentence in sentences:
        while heading is not None and heading < sentence.block:
            above, heading = heading, next(waiting, None)
        if above is not None and not article.blocks[sentence.block].doubtful:
            starts.append((sentence.index, above))
            above = None
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


def by_section(summary: Summary, found: tuple[Section, ...]) -> Summary:
    """Return a summary of as many sentences, spread over the sections: each has its best ones by the ranking, one at least.

    A longer summary holds all of a shorter one.
    """
    taken = max(len(summary.sentences), len(found))
    return replace(summary, sentences=tuple(sorted(_in_turn(summary.ranking.order, found)[:taken])))


@lru_cache(maxsize=4)  # the slider asks at every step
def _in_turn(order: tuple[int, ...], found: tuple[Section, ...]) -> tuple[int, ...]:
    """Return the sentences in the order in which they are taken: one of each section, then in proportion to what they hold.

    The turn goes to the section with the highest ratio of sentences to 2 × seats + 1 (Sainte-Laguë 1910).
    """
    places = {index: place for place, index in enumerate(order)}
    best = [sorted(range(section.start, section.stop), key=places.__getitem__) for section in found]
    waiting = [(-1.0, -len(own), number, 0) for number, own in enumerate(best)]
    heapify(waiting)
    turns: list[int] = []
    while waiting:
        _, size, number, seats = heappop(waiting)
        turns.append(best[number][seats])
        if seats + 1 < len(best[number]):
            heappush(waiting, ((2 * seats + 3) / -size, size, number, seats + 1))
    return tuple(turns)


def headings(summary: Summary, found: Sequence[Section]) -> dict[int, str]:
    """Return the headings of the sections that a summary draws from, by the first sentence that each has in it."""
    shown: dict[int, str] = {}
    starts = [section.start for section in found]
    before = -1
    for index in summary.sentences:
        number = bisect_right(starts, index) - 1
        if number != before and found[number].heading:
            shown[index] = found[number].heading
        before = number
    return shown
