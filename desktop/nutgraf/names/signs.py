"""What the encoder is told of a word besides its pieces: its shape, lists it is in, and its other places in the document.

The encoder reads lower case alone, so that capitals reach it this way. Each sign is there or not; each has a learned vector.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from nutgraf.names.features import Context, is_headline
from nutgraf.names.gazetteer import gazetteer, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

SHAPES = ("small", "Title", "UPPER", "Mixed", "0", "mark", "A.", "@")
LISTS = ("f", "g", "m", "n", "o", "p", "r", "t", "lower")
CLUES = ("d:t", "d:g", "d:the", "d:in", "d:said", "d:f", "d:lower", "d:inner")
SIGNS = (*SHAPES, *LISTS, *CLUES, "headline")
_AT = {sign: at for at, sign in enumerate((*SHAPES, *LISTS, *CLUES))}


def shape(word: str) -> str:
    """Return which of `SHAPES` the word has."""
    letters = [character for character in word if character.isalpha()]
    if word[0] in "@#" or "://" in word:
        return "@"
    if any(map(str.isdigit, word)):
        return "0"
    if not letters:
        return "mark"
    if not any(map(str.isupper, letters)):
        return "small"
    if len(letters) == 1:
        return "A."
    if all(map(str.isupper, letters)):
        return "A." if "." in word else "UPPER"
    return "Title" if word[0].isupper() and not any(map(str.isupper, letters[1:])) else "Mixed"


@lru_cache(maxsize=1 << 16)
def _own(word: str) -> tuple[int, ...]:
    low = plain(word)
    known = gazetteer()
    lists = [_AT[letter] for letter in known.lists(low)]
    return (_AT[shape(word)], *lists, *((_AT["lower"],) if low in known.lower_case else ()))


def signs(words: Sequence[str], context: Context) -> list[tuple[int, ...]]:
    """Return the places in `SIGNS` of each token's signs, for a passage."""
    headline = (len(SIGNS) - 1,) if is_headline(words) else ()
    return [_own(word) + tuple(_AT[clue] for clue in context.clues(word)) + headline for word in words]
