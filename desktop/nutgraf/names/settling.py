"""From what an engine tagged to mentions: the steps that all engines share."""

from __future__ import annotations

import re
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
# What a hyphen ties to a name, to say what something has to do with it: "Tait-like", "an Ana Ruiz-starrer".
_TIED = re.compile(
    r"-(?:like|style|era|esque|led|backed|based|born|owned|run|made|built|listed|linked|affiliated|controlled|dominated|inspired"
    r"|trained|funded|sponsored|allied|appointed|approved|administered|starrer|starring|themed|only|free)"
)


def settled(found: Sequence[Passage], tagged: Iterable[Phrase], cancel: Cancel) -> tuple[Mention, ...]:
    """Return the mentions in reading order: phrases put together, trimmed to names, and made to agree over the document.

    Raises:
        Cancelled: the token was set.

    """
    texts = [each.words for each in found]
    names = after_courtesy(trimmed(cancel.watch(joined(tagged, texts)), texts), texts)
    phrases = agree(names, texts, cancel)
    return tuple(
        Mention(
            _span(found[phrase.passage], phrase),
            Label.PERSON if phrase.kind == PERSON else Label.ORGANIZATION,
            round(phrase.confidence, 3),
        )
        for phrase in cancel.watch(phrases)
    )


def _span(passage: Passage, phrase: Phrase) -> Span:
    """Return where the name stands, without "-like". The stop of "Ltd." that ends a sentence is the sentence's."""
    span = passage.span(phrase.first, phrase.last)
    word = passage.words[phrase.last - 1]
    ends = phrase.last == len(passage.words) and word in _SUFFIXES
    tied = _TIED.fullmatch(word, word.rfind("-")) if word.rfind("-") > 0 else None
    return Span(span.start, span.end - (1 if ends else len(tied[0]) if tied else 0))
