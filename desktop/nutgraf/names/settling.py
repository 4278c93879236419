"""From what an engine tagged to mentions: the steps that all engines share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.agreement import agree
from nutgraf.names.joining import joined
from nutgraf.names.phrases import PERSON, Phrase
from nutgraf.names.trimming import after_courtesy, trimmed
from nutgraf.text.entity import Label, Mention
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.passages import Passage

_SUFFIXES = frozenset({"Inc.", "Corp.", "Co.", "Ltd."})


def settled(found: Sequence[Passage], tagged: Iterable[Phrase], cancel: Cancel) -> tuple[Mention, ...]:
    """Return the mentions in reading order: phrases put together, trimmed to names, and made to agree over the document.

    Raises:
        Cancelled: the token was set.

    """
    texts = [each.words for each in found]
    phrases = agree(after_courtesy(trimmed(joined(tagged, texts), texts), texts), texts, cancel)
    return tuple(
        Mention(
            _span(found[phrase.passage], phrase),
            Label.PERSON if phrase.kind == PERSON else Label.ORGANIZATION,
            round(phrase.confidence, 3),
        )
        for phrase in phrases
    )


def _span(passage: Passage, phrase: Phrase) -> Span:
    """Return where the name stands. The stop of "Ltd." that ends a sentence is the sentence's."""
    span = passage.span(phrase.first, phrase.last)
    ends = phrase.last == len(passage.words) and passage.words[-1] in _SUFFIXES
    return Span(span.start, span.end - 1) if ends else span
