"""Who said what: quotations with the words that name their speaker beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.text.entity import Quotation
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity
    from nutgraf.text.sentences import Sentence

_QUOTED = re.compile(r"“([^“”\n]*[,.!?…])”")
_SAID = r"(?:said|says|added|adds|told|wrote|argued|asked|replied|warned|explained)"
_BEFORE = re.compile(rf"\s*{_SAID}\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?")
_AFTER = re.compile(rf"\s+{_SAID}\b")
_OPENING = re.compile(r"\s*(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?")


def find_quotations(
    article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity], cancel: Cancel
) -> tuple[Quotation, ...]:
    """Return the quotations in reading order, none overlapping.

    Raises:
        Cancelled: the token was set.

    """
    text = article.text
    starts = {each.span.start: (each.span, at) for at, entity in enumerate(entities) for each in entity.mentions}
    found = []
    for block in sorted({sentence.block for sentence in sentences}):
        cancel.check()
        span = article.blocks[block].span
        for quoted in _QUOTED.finditer(text, span.start, span.end):
            inverted = _BEFORE.match(text, quoted.end(), span.end)
            opening = inverted or _OPENING.match(text, quoted.end(), span.end)
            named = starts.get(opening.end()) if opening else None
            if named and (inverted or _AFTER.match(text, named[0].end, span.end)):
                found.append(Quotation(Span(*quoted.span(1)), *named, certain=True, direct=True))
    return tuple(found)
