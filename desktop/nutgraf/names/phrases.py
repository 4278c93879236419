"""Tagged phrases: stretches of a passage's tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

PERSON, ORGANIZATION, PLACE = "PER", "ORG", "LOC"


class Phrase(NamedTuple):
    """Tokens `first` up to `last` of passage number `passage`; `kind` is PER, ORG or LOC."""

    passage: int
    first: int
    last: int
    kind: str
    confidence: float


def words_of(phrase: Phrase, texts: Sequence[Sequence[str]]) -> Sequence[str]:
    """Return the phrase's tokens."""
    return texts[phrase.passage][phrase.first : phrase.last]


def key_of(words: Sequence[str]) -> str:
    """Return what makes two phrases the same one: the words without case and full stops."""
    return " ".join(word.lower().replace(".", "").replace("’", "'") for word in words)
