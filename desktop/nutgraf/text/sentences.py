"""Sentence boundaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.text.boundaries import sentence_spans
from nutgraf.text.style import Style

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article's prose: its number in reading order, its span, and the index of the block it stands in."""

    index: int
    span: Span
    block: int


def split_sentences(article: Article, cancel: Cancel) -> tuple[Sentence, ...]:
    """Return the sentences of the article's prose in reading order.

    Sentences never cross blocks, are trimmed, and together hold every character of their block's body but white space. A block
    without a letter or digit ("* * *") has none.

    Raises:
        Cancelled: the token was set.

    """
    text = article.text
    bodies = [(number, block.body(text)) for number, block in enumerate(article.blocks) if block.is_prose]
    style = Style.of("\n".join(body.of(text) for _, body in bodies), article.meta.language)
    found: list[tuple[Span, int]] = []
    for number, body in bodies:
        cancel.check()
        if any(map(str.isalnum, body.of(text))):
            found.extend((span, number) for span in sentence_spans(text, body, style, cancel))
    return tuple(Sentence(index, span, number) for index, (span, number) in enumerate(found))
