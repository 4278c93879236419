"""An article in sumy's own document model, made of our sentences and our words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence

from nutgraf.summary.terms import lower_words
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

HEADINGS = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING})


class Tokenizer:
    """Stands in for sumy's, which needs a download and drops words with digits."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the words, in lower case."""
        return tuple(lower_words(text))


class OwnSentence(SumySentence):  # type: ignore[misc]  # sumy has no types
    """A sentence that equals only itself: sumy's equal by text, so that of two alike one would lose its rating."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


def document(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> ObjectDocumentModel:
    """Return the document: a paragraph for each block, its headings in the paragraph that they stand over.

    Its `sentences` are in the order of `sentences`.

    Raises:
        Cancelled: the token was set.

    """
    tokenizer = Tokenizer()
    paragraphs: list[Paragraph] = []
    waiting = iter([(number, b) for number, b in enumerate(article.blocks) if b.kind in HEADINGS and not b.furniture])
    heading = next(waiting, None)
    for block, members in groupby(sentences, key=lambda sentence: sentence.block):
        cancel.check()
        parts: list[OwnSentence] = []
        while heading and heading[0] < block:
            parts.append(OwnSentence(heading[1].span.of(article.text), tokenizer, is_heading=True))
            heading = next(waiting, None)
        parts += [OwnSentence(sentence.span.of(article.text), tokenizer) for sentence in members]
        paragraphs.append(Paragraph(parts))
        _ = paragraphs[-1].words  # kept by sumy: split here, where work can be cancelled, and not all at once later
    return ObjectDocumentModel(paragraphs)
