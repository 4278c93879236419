"""The reading order of a PDF's page: its columns, and in each the lines from top to bottom.

After the recursive cut of a page at its white gaps (Nagy and Seth, 1984, "Hierarchical representation of optically scanned
documents"), with one change: lines that run across a gutter part the page into bands, and the columns are read within each band.
"""

from __future__ import annotations

from itertools import groupby
from math import inf
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.readers.pdf_text import Segment

_LEAST_LINES = 4  # on each side of a gutter
_LEAST_LETTERS = 15  # in the middle one of a column's lines; the cells of a table hold fewer
_MOST_ACROSS = 0.4  # share of the lines that may run across a gutter
_LARGER = 1.25  # times the size of most words: headings that may stand above columns,
_LEVEL, _NEAR = 1.3, 5.0  # sizes of the words by which these may end apart above, and begin below
_DEEPEST = 6
_MOST = 3000  # segments: a page of more is a map or a table


def in_reading_order(segments: Sequence[Segment], depth: int = 0, known: Sequence[_Gutter] = ()) -> list[list[Segment]]:
    """Return the page's columns in reading order, the segments of each from top to bottom and left to right.

    `known` are gutters of the page around, for columns that are too short here to show one.
    """
    gutter = _gutter(segments) if depth < _DEEPEST else None
    if gutter is not None:
        known = [*known, *(inner for side in gutter.sides(segments) if (inner := _gutter(side)) is not None)]
    else:
        gutter = next(
            (each for each in known if all(each.sides(segments)) and not any(map(each.crossed_by, segments))), None
        )
    if gutter is None:
        return [_lines(segments)] if segments else []
    over = _headings_over(segments, gutter)
    ordered: list[list[Segment]] = []
    for is_across, band in _bands(segments, lambda each: gutter.crossed_by(each) or id(each) in over):
        if is_across:
            ordered.append(_lines(band))
        else:
            ordered += [column for side in gutter.sides(band) for column in in_reading_order(side, depth + 1, known)]
    return ordered


def _bands(segments: Sequence[Segment], is_across: Callable[[Segment], bool]) -> list[tuple[bool, list[Segment]]]:
    """Return the segments from top to bottom: those that run across, and between them all others."""
    marked = sorted(
        ((each.box.top + each.box.bottom, is_across(each), each) for each in segments), key=lambda mark: mark[:2]
    )
    return [(across, [each for *_, each in band]) for across, band in groupby(marked, key=lambda mark: mark[1])]


def _headings_over(segments: Sequence[Segment], gutter: _Gutter) -> set[int]:
    """Return the identities of headings that stand above columns though they do not reach into the gutter.

    Such a heading has its line for itself; the columns end together above it and begin together below.
    """
    size = median(each.size for each in segments)
    left, right = gutter.sides(segments)
    found: set[int] = set()
    for large, group in groupby(_rows(segments), key=lambda row: all(each.size >= _LARGER * size for each in row)):
        heading = [each for row in group for each in row]
        if not large or any(each.box.right > gutter.left for each in heading):
            continue
        top, bottom = min(each.box.top for each in heading), max(each.box.bottom for each in heading)
        above = [
            max((each.box.bottom for each in side if each.box.bottom <= top), default=-inf) for side in (left, right)
        ]
        level = above[0] == above[1] or max(above) - min(above) <= _LEVEL * size
        below = (
            min((each for each in side if each.box.top >= bottom), key=_top, default=None) for side in (left, right)
        )
        if level and all(each and _top(each) - bottom <= _NEAR * size and each.size < _LARGER * size for each in below):
            found.update(map(id, heading))
    return found


def _top(segment: Segment) -> float:
    return segment.box.top


class _Gutter(NamedTuple):
    """The white gap between two columns, from its left edge to its right one."""

    left: float
    right: float

    def crossed_by(self, segment: Segment) -> bool:
        """Whether a segment reaches into it, as a title over both columns does, or a page's number between them."""
        return segment.box.left < self.right and segment.box.right > self.left

    def sides(self, segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
        """Return what stands to its left and to its right."""
        left = [each for each in segments if each.box.right <= self.left]
        return left, [each for each in segments if each.box.left >= self.right]


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
    left, right = gutter.sides(segments)
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
    return [each for row in _rows(segments) for each in sorted(row, key=lambda segment: segment.box.left)]


def _rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Return the segments from top to bottom, those that share a line together."""
    rows: list[list[Segment]] = []
    for each in sorted(segments, key=lambda segment: segment.box.top + segment.box.bottom):
        if rows and rows[-1][0].box.shares_line(each.box):
            rows[-1].append(each)
        else:
            rows.append([each])
    return rows
