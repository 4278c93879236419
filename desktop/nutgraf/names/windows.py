"""A document cut into stretches of pieces that the encoder reads at once, neighbouring passages together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.names.signs import signs
from nutgraf.names.wordpiece import BREAK, START, pieces, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.names.features import Context

LONGEST = 128  # pieces, with those that stand for start and breaks


class Part(NamedTuple):
    """Words of a passage, from number `first` on, that a window holds."""

    passage: int
    first: int
    length: int


@dataclass(slots=True)
class Window:
    """Pieces and the signs of each, as the bits of a number.

    `heads` are the pieces that begin a word, one for each word of `parts`, in order.
    """

    pieces: list[int]
    signs: list[int]
    heads: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def add(self, piece: int) -> None:
        """Add a piece that is no word's."""
        self.pieces.append(piece)
        self.signs.append(0)


def windows(texts: Iterable[Sequence[str]], context: Context, longest: int = LONGEST) -> Iterator[Window]:
    """Yield windows that hold every word once; a passage goes on in the next window only if it is longer than one."""
    start, stop = (vocabulary()[mark] for mark in (START, BREAK))
    window = Window([start], [0])
    for number, words in enumerate(texts):
        if not words:
            continue
        cut = [pieces(word) for word in words]
        if len(window.pieces) + sum(map(len, cut)) + 1 > longest and window.heads:
            yield window
            window = Window([start], [0])
        first = 0
        for at, (own, marks) in enumerate(zip(cut, signs(words, context), strict=True)):
            if len(window.pieces) + len(own) + 1 > longest:
                window.parts.append(Part(number, first, at - first))
                window.add(stop)
                yield window
                window = Window([start], [0])
                first = at
            window.heads.append(len(window.pieces))
            window.pieces += own
            window.signs += [marks] * len(own)
        window.parts.append(Part(number, first, len(words) - first))
        if len(window.pieces) < longest:
            window.add(stop)
    if window.heads:
        yield window
