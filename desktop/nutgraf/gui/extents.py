"""Where on a line of set type some of its words stand, whichever way they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLine

TOUCH = 1.0  # pixels between glyphs that are next to each other


def extents(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Return the stretches (left, right), in pixels of the layout, that UTF-16 units `start` to `end` take on a line.

    They are read off the glyphs: where words that run the other way begin, a cursor has two places, and Qt tells one.
    """
    ends = line.naturalTextRect()  # without the space at which the line was broken
    stretches = []
    for run in line.glyphRuns(start, min(end, line.textStart() + line.textLength()) - start):
        lefts = [position.x() for position in run.positions()]
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        rights = [left + advance.x() for left, advance in zip(lefts, advances, strict=True)]
        stretches.append((max(min(lefts), ends.left()), min(max(rights), ends.right())))
    joined: list[tuple[float, float]] = []
    for left, right in sorted(stretches):
        if joined and left <= joined[-1][1] + TOUCH:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        elif left < right:
            joined.append((left, right))
    return joined
