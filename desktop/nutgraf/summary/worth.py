"""Whether a summary is worth having."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

FEWEST_SENTENCES = 4
_ENDS = tuple(".!?…。！？।؟۔\"'”’»)]")


def verdict(article: Article, sentences: Sequence[Sentence]) -> str:
    """Return "" where a summary serves, else a sentence that says plainly why it does not."""
    blocks = [block for block in article.blocks if not block.furniture]
    if not sentences:
        return "There are no sentences here to summarise." if blocks else "There is no text here to summarise."
    if len(sentences) < FEWEST_SENTENCES:
        return "This is too short to summarise: it is read sooner than a summary of it."
    text = article.text
    listed = sum(len(block.span) for block in blocks if block.kind in {BlockKind.ITEM, BlockKind.CODE})
    if 2 * listed > sum(map(len, (block.span for block in blocks))):
        return "This is mostly lists or code, not prose: a summary of it may say little."
    ended = sum(sentence.span.of(text).endswith(_ENDS) for sentence in sentences)
    if 2 * ended < len(sentences):
        return "This does not look like prose: few of its lines end as sentences do, so a summary may say little."
    return ""
