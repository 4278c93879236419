"""What parts of an article a summary draws from, computed from the places of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.text.article import BlockKind
from nutgraf.text.coverage import Coverage, Part, Stretch
from nutgraf.text.places import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence


def coverage(
    article: Article, sentences: Sequence[Sentence], chosen: Sequence[int], places: Places | None = None
) -> Coverage:
    """Return where the chosen sentences (indices, in reading order) stand; `places` are the article's, where they are known."""
    places = places or Places(article)
    stretches = tuple(
        Stretch(index, places.share(sentences[index].span.start), places.share(sentences[index].span.end))
        for index in chosen
    )
    blocks = {sentence.block for sentence in sentences}
    return Coverage(
        stretches,
        _parts(article, stretches, blocks, places),
        len(blocks),
        len({sentences[index].block for index in chosen}),
    )


def _parts(article: Article, stretches: Sequence[Stretch], blocks: set[int], places: Places) -> tuple[Part, ...]:
    """Return the article's parts between its headings that have sentences."""
    bounds: list[tuple[str, float]] = []
    heading: tuple[str, float] | None = ("", 0.0)
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING and not block.furniture:
            heading = (block.span.of(article.text), places.share(block.span.start))
        elif index in blocks and heading:
            bounds.append(heading)
            heading = None
    ends = [*(start for _, start in bounds), 1.0][1:]
    return tuple(
        Part(words, start, end, sum(start <= each.start < end for each in stretches))
        for (words, start), end in zip(bounds, ends, strict=True)
    )
