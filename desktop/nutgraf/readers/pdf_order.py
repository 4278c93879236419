"""The reading order of a PDF's page: its columns, and in each the lines from top to bottom.

After the recursive cut of a page at its white gaps (Nagy and Seth, 1984, "Hierarchical representation of optically scanned
documents"), with one change: lines that run across a gutter part the page into bands, and the columns are read within each band.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.readers.pdf_text import Segment

_LEAST_LINES = 4  # on each side of a gutter
_LEAST_LETTERS = 15  # in the middle one of a column's lines; the cells of a table hold fewer
_MOST_ACROSS = 0.4  # share of the lines that may run across a gutter
_DEEPEST = 6
_MOST = 3000  # segments: a page of more is a map or a table


def in_reading_order(segments: Sequence[Segment], depth: int = 0) -> list[list[Segment]]:
    """Return the page's columns in reading order, the segments of each from top to bottom and left to right."""
    gutter = _gutter(segments) if depth < _DEEPEST else None
    if gutter is None:
        return [_lines(segments)] if segments else []
    across = [each for each in segments if gutter.crossed_by(each)]
    rest = [each for each in segments if not gutter.crossed_by(each)]
    ordered: list[list[Segment]] = []
    for band in _bands(rest, across):
        if band and gutter.crossed_by(band[0]):
            ordered.append(_lines(band))
            continue
        left = [each for each in band if each.box.right <= gutter.left]
        right = [each for each in band if each.box.left >= gutter.right]
        ordered += in_reading_order(left, depth + 1) + in_reading_order(right, depth + 1)
    return ordered


def _bands(rest: Sequence[Segment], across: Sequence[Segment]) -> list[list[Segment]]:
    """Return the segments from top to bottom: those that run across, and between them all others."""
    marked = [(each.box.top + each.box.bottom, False, each) for each in rest]
    marked += [(each.box.top + each.box.bottom, True, each) for each in across]
    bands: list[list[Segment]] = []
    before: bool | None = None
    for _, is_across, each in sorted(marked, key=lambda mark: mark[:2]):
        if is_across != before:
            bands.append([])
        bands[-1].append(each)
        before = is_across
    return bands


class _Gutter(NamedTuple):
    """The white gap between two columns, from its left edge to its right one."""

    left: float
    right: float

    def crossed_by(self, segment: Segment) -> bool:
        """Whether a segment reaches into it, as a title over both columns does, or a page's number between them."""
        return segment.box.left < self.right and segment.box.right > self.left


def _gutter(segments: Sequence[Segment]) -> _Gutter | None:
    """Return where a page's columns are parted, or None where it has one."""
    if not 2 * _LEAST_LINES <= len(segments) <= _MOST:
        return None
    starts = sorted({round(each.box.left) for each in segments})[1:]
    width = 0.5 * median(each.size for each in segments)
    best, least = None, _MOST_ACROSS * len(segments)
    for start in starts:
        gutter = _Gutter(start - 1.0 - width, start - 1.0)
        across = sum(1 for each in segments if gutter.crossed_by(each))
        if across < least and _parts(segments, gutter):
            best, least = gutter, across
    return best


def _parts(segments: Sequence[Segment], gutter: _Gutter) -> bool:
    """Whether there are lines of running text on both sides, beside each other."""
    left = [each for each in segments if each.box.right <= gutter.left]
    right = [each for each in segments if each.box.left >= gutter.right]
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    if min(median(len(each.text) for each in side) for side in (left, right)) < _LEAST_LETTERS:
        return False
    size = median(each.size for each in segments)
    beside = min(max(each.box.bottom for each in side) for side in (left, right)) - max(
        min(each.box.top for each in side) for side in (left, right)
    )
    return beside >= _LEAST_LINES * size


def _lines(segments: Sequence[Segment]) -> list[Segment]:
    """Return one column's segments from top to bottom, those that share a line from left to right."""
    rows: list[list[Segment]] = []
    for each in sorted(segments, key=lambda segment: segment.box.top + segment.box.bottom):
        if rows and rows[-1][0].box.shares_line(each.box):
            rows[-1].append(each)
        else:
            rows.append([each])
    return [each for row in rows for each in sorted(row, key=lambda segment: segment.box.left)]
