"""Whether a summary is worth having."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from nutgraf.summary.sure import sure_sentences
from nutgraf.text.article import BlockKind
from nutgraf.text.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article, Block
    from nutgraf.text.sentences import Sentence

FEWEST_SENTENCES = 4
_ENDS = tuple(".!?…。！？।؟۔\"'”’»)]")
_CELL = " · "  # what parts the cells of a table's row
_VERSE = 12  # words that a line of verse seldom has
_LINES = 6  # from which short lines make a poem


def verdict(article: Article, sentences: Sequence[Sentence]) -> str:
    """Return "" where a summary serves, else a sentence that says plainly why it does not."""
    blocks = [block for block in article.blocks if not block.furniture]
    sentences = sure_sentences(article, sentences)
    if not sentences:
        return "There are no sentences here to summarise." if blocks else "There is no text here to summarise."
    if len(sentences) < FEWEST_SENTENCES:
        return "This is too short to summarise: it is read sooner than a summary of it."
    text = article.text
    if _most(blocks, [block for block in blocks if _CELL in block.span.of(text)]):
        return "This is mostly tables, not prose: a summary of it may say little."
    if _most(blocks, [block for block in blocks if block.kind in {BlockKind.ITEM, BlockKind.CODE}]):
        return "This is mostly lists or code, not prose: a summary of it may say little."
    if _is_verse(text, [block for block in blocks if block.is_prose]):
        return "This looks like verse: its lines belong together, and some of them would not sum it up."
    ended = sum(sentence.span.of(text).endswith(_ENDS) for sentence in sentences)
    if 2 * ended < len(sentences):
        return "This does not look like prose: few of its lines end as sentences do, so a summary may say little."
    return ""


def _most(blocks: Sequence[Block], some: Sequence[Block]) -> bool:
    """Whether `some` hold more than half of the characters of `blocks`."""
    return 2 * sum(len(block.span) for block in some) > sum(len(block.span) for block in blocks)


def _is_verse(text: str, blocks: Sequence[Block]) -> bool:
    """Whether most lines are short, open with a capital, and run on: without a stop, or with a comma at the end."""
    lines = [line for block in blocks for line in block.span.of(text).split("\u2028") if line.strip()]
    if len(lines) < _LINES or median(count_words(line) for line in lines) > _VERSE:
        return False
    running = sum(line.rstrip().endswith((",", ";", ":", "—", "–")) for line in lines)
    stopped = sum(line.rstrip().endswith(_ENDS) for line in lines)
    opened = sum(line.lstrip("“‘\"' ")[:1].isupper() for line in lines)
    return 4 * running >= len(lines) and 3 * (running + stopped) >= 2 * len(lines) and 5 * opened >= 4 * len(lines)
