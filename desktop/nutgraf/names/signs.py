"""What the encoder is told of a word besides its pieces: its shape, lists it is in, and its other places in the document.

The encoder reads lower case alone, so that capitals reach it this way. Each sign is there or not; each has a learned vector.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from nutgraf.names.features import Context, is_headline
from nutgraf.names.gazetteer import gazetteer, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np

SHAPES = ("small", "Title", "UPPER", "Mixed", "0", "mark", "A.", "@")
LISTS = ("f", "g", "m", "n", "o", "p", "r", "t", "lower")
CLUES = ("d:t", "d:g", "d:the", "d:in", "d:said", "d:f", "d:lower", "d:inner")
SIGNS = (*SHAPES, *LISTS, *CLUES, "headline")
_BIT = {sign: 1 << at for at, sign in enumerate(SIGNS)}


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
def _own(word: str) -> int:
    low = plain(word)
    known = gazetteer()
    return _bits((shape(word), *known.lists(low), *(("lower",) if low in known.lower_case else ())))


def _bits(signs: Iterable[str]) -> int:
    return sum(_BIT[sign] for sign in set(signs))


def signs(words: Sequence[str], context: Context) -> list[int]:
    """Return each token's signs as the bits of a number, the first of `SIGNS` the lowest, for a passage."""
    headline = _BIT["headline"] if is_headline(words) else 0
    told = context.told
    found = []
    for word in words:
        clues = told.get(word)
        if clues is None:
            clues = told[word] = _bits(context.clues(word))
        found.append(_own(word) | clues | headline)
    return found


def as_rows(signs: Sequence[int]) -> np.ndarray:
    """Return (pieces, signs) of 0 and 1."""
    import numpy as np

    return ((np.array(signs, np.uint32)[:, None] >> np.arange(len(SIGNS), dtype=np.uint32)) & 1).astype(np.uint8)
