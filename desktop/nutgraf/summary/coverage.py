"""What parts of an article a summary draws from, computed from the places of its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.summary.sure import sure_sentences
from nutgraf.text.article import BlockKind
from nutgraf.text.coverage import Coverage, Part, Stretch
from nutgraf.text.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence


class Ground:
    """An article's sentences and headings as shares of the way from its first sentence to its last.

    Computed once, so that each summary's coverage costs nothing.
    """

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        places = Places(article)
        first = places.share(sentences[0].span.start) if sentences else 0.0
        whole = (places.share(sentences[-1].span.end) - first if sentences else 0) or 1.0

        def share(offset: int) -> float:
            return (places.share(offset) - first) / whole

        self._blocks = [sentence.block for sentence in sentences]
        self._stretches = [Stretch(each.index, share(each.span.start), share(each.span.end)) for each in sentences]
        self._starts = [stretch.start for stretch in self._stretches]
        sure = {each.block for each in sure_sentences(article, sentences)}
        self._headings = _headings(article, sure, share)
        bounds = [start for _, start in self._headings]
        self._part_of = [bisect_right(bounds, start) - 1 for start in self._starts]
        self._paragraphs = len(sure)

    def coverage(self, chosen: Sequence[int]) -> Coverage:
        """Return where the chosen sentences (indices, in reading order) stand."""
        counts = Counter(map(self._part_of.__getitem__, chosen))
        ends = [*(start for _, start in self._headings), 1.0][1:]
        parts = tuple(
            Part(words, start, end, counts[number])
            for number, ((words, start), end) in enumerate(zip(self._headings, ends, strict=True))
        )
        drawn = len(set(map(self._blocks.__getitem__, chosen)))
        paragraphs = max(self._paragraphs, drawn)  # a long summary takes doubtful ones too
        return Coverage(tuple(map(self._stretches.__getitem__, chosen)), parts, paragraphs, drawn)

    def sentence_at(self, share: float) -> int:
        """Return the sentence that stands at a share of the article, or the last one before it."""
        return max(0, bisect_right(self._starts, share) - 1)


def coverage(article: Article, sentences: Sequence[Sentence], chosen: Sequence[int]) -> Coverage:
    """Return where the chosen sentences (indices, in reading order) of an article stand."""
    return Ground(article, sentences).coverage(chosen)


def _headings(article: Article, blocks: set[int], share: Callable[[int], float]) -> list[tuple[str, float]]:
    """Return the headings above sentences of some blocks and where their parts begin; the first part begins with the article."""
    found: list[tuple[str, float]] = []
    heading: tuple[str, float] | None = ("", 0.0)
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING and not block.furniture:
            heading = (block.span.of(article.text), share(block.span.start))
        elif index in blocks and heading:
            found.append(heading if found else (heading[0], 0.0))
            heading = None
    return found
