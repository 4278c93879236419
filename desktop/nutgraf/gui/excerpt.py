"""The sentences in which one name stands, and the gaps that the rest of the article leaves between them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from nutgraf.gui.subject import places
from nutgraf.text.article import BlockKind
from nutgraf.text.span import Span
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.gui.subject import Subject
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Gap:
    """Blocks `first` up to and including `last`, out of sight; `sentences` says how much that is."""

    first: int
    last: int
    sentences: int

    @property
    def blocks(self) -> range:
        """The indices of the gap's blocks."""
        return range(self.first, self.last + 1)

    @property
    def words(self) -> str:
        """How much is out of sight, in words."""
        return counted(self.sentences, "sentence") if self.sentences else counted(len(self.blocks), "line")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stays in sight: `sentences` (indices), the `blocks` they stand in, and the `gaps` between.

    `bright` are the spans that keep their colours, in reading order, within those blocks.
    """

    sentences: tuple[int, ...]
    blocks: frozenset[int]
    bright: tuple[Span, ...]
    gaps: tuple[Gap, ...]

    def gap_of(self, block: int) -> Gap | None:
        """Return the gap that holds a block."""
        return next((gap for gap in self.gaps if block in gap.blocks), None)

    def without(self, gap: Gap, article: Article) -> Excerpt:
        """Return the same with the blocks of one gap in sight, page furniture aside."""
        opened = [index for index in gap.blocks if not article.blocks[index].furniture]
        bright = sorted((*self.bright, *(article.blocks[index].span for index in opened)))
        gaps = tuple(each for each in self.gaps if each != gap)
        return replace(self, blocks=self.blocks | set(opened), bright=tuple(bright), gaps=gaps)

    def is_bright(self, span: Span) -> bool:
        """Whether a span stands in what keeps its colours."""
        after = bisect_left(self.bright, span.start, key=lambda each: each.end - 1)
        return after < len(self.bright) and self.bright[after].overlaps(span)

    def dim(self, article: Article) -> list[Span]:
        """Return what is in sight and does not keep its colours."""
        found = []
        for index in sorted(self.blocks):
            at, end = article.blocks[index].span.start, article.blocks[index].span.end
            for span in self.bright[bisect_left(self.bright, at, key=lambda each: each.end - 1) :]:
                if span.start >= end:
                    break
                if at < span.start:
                    found.append(Span(at, span.start))
                at = span.end
            if at < end:
                found.append(Span(at, end))
        return found


def excerpt_of(article: Article, sentences: Sequence[Sentence], subject: Subject) -> Excerpt:
    """Return the sentences that mention someone, the title, and other lines that do."""
    named = places(subject)
    naming = [sentence for sentence in sentences if _names(named, sentence.span)]
    blocks = {sentence.block for sentence in naming}
    with_sentences = {sentence.block for sentence in sentences}
    whole = [
        index
        for index, block in enumerate(article.blocks)
        if index not in with_sentences
        and not block.furniture
        and (block.kind is BlockKind.TITLE or _names(named, block.span))
    ]
    bright = sorted((*(sentence.span for sentence in naming), *(article.blocks[index].span for index in whole)))
    shown = frozenset(blocks | set(whole))
    gaps = tuple(_gaps(article, sentences, shown))
    return Excerpt(tuple(sentence.index for sentence in naming), shown, tuple(bright), gaps)


def _names(named: Sequence[Span], span: Span) -> bool:
    at = bisect_left(named, span.start, key=lambda each: each.end - 1)
    return at < len(named) and named[at].overlaps(span)


def _gaps(article: Article, sentences: Sequence[Sentence], shown: frozenset[int]) -> Iterable[Gap]:
    starts = [sentence.block for sentence in sentences]
    for is_shown, run in groupby(range(len(article.blocks)), key=shown.__contains__):
        hidden = list(run)
        if is_shown or all(article.blocks[index].furniture for index in hidden):
            continue
        count = bisect_left(starts, hidden[-1] + 1) - bisect_left(starts, hidden[0])
        yield Gap(hidden[0], hidden[-1], count)
