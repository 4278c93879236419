"""Where a text that is set in one long column is cut into pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 2  # lines of a paragraph that stand alone at the foot or at the head of a page


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a paragraph, from `top` to `bottom`; `before` and `after` count the paragraph's other lines.

    With `joined` the paragraph stays with the one that follows, as a heading does.
    """

    top: float
    bottom: float
    before: int
    after: int
    joined: bool = False


def paginate(rows: Sequence[Row], height: float) -> list[tuple[float, float]]:
    """Return top and bottom of each page; none is higher than `height`, but for a single row that is.

    No line is cut, no heading stands at a page's foot, and of a paragraph no single line stands alone on a page, where the
    page holds a better place to end at.
    """
    pages, first = [], 0
    while first < len(rows):
        end = first + 1
        while end < len(rows) and rows[end].bottom - rows[first].top <= height:
            end += 1
        end = _better(rows, first, end)
        pages.append((rows[first].top, rows[end - 1].bottom))
        first = end
    return pages


def _better(rows: Sequence[Row], first: int, end: int) -> int:
    """Return the last row at or before `end` that may begin a page, `end` itself if there is none."""
    return next((cut for cut in range(end, first, -1) if cut == len(rows) or _may_begin(rows, cut)), end)


def _may_begin(rows: Sequence[Row], cut: int) -> bool:
    row = rows[cut]
    if row.before == 0:
        return not rows[cut - 1].joined
    return row.before >= FEWEST and row.after + 1 >= FEWEST and not row.joined
