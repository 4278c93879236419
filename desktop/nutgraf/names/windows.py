"""A document cut into stretches of pieces that the encoder reads at once, neighbouring passages together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.names.signs import signs
from nutgraf.names.wordpiece import BREAK, START, pieces, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.names.features import Context

LONGEST = 128  # pieces, with those that stand for start and breaks


@dataclass(slots=True)
class Window:
    """Pieces and their signs, one to one; `heads` tells which word begins at which piece."""

    pieces: list[int]
    signs: list[tuple[int, ...]]
    heads: list[tuple[int, int, int]] = field(default_factory=list)  # piece, passage, word


def windows(texts: Sequence[Sequence[str]], context: Context, longest: int = LONGEST) -> Iterator[Window]:
    """Yield windows that hold every word once; a passage goes on in the next window only if it is longer than one."""
    start, stop = (vocabulary()[mark] for mark in (START, BREAK))
    window = Window([start], [()])
    for number, words in enumerate(texts):
        cut = [pieces(word) for word in words]
        if len(window.pieces) + sum(map(len, cut)) + 1 > longest and window.heads:
            yield window
            window = Window([start], [()])
        for at, (own, marks) in enumerate(zip(cut, signs(words, context), strict=True)):
            if len(window.pieces) + len(own) + 1 > longest:
                window.pieces.append(stop)
                window.signs.append(())
                yield window
                window = Window([start], [()])
            window.heads.append((len(window.pieces), number, at))
            window.pieces += own
            window.signs += [marks] * len(own)
        if len(window.pieces) < longest:
            window.pieces.append(stop)
            window.signs.append(())
    if window.heads:
        yield window
