"""The lines of a PDF: segments side by side made one, and what each page repeats told from the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import cycle
from typing import TYPE_CHECKING

from nutgraf.readers.pdf_initials import with_initials
from nutgraf.readers.pdf_order import in_reading_order
from nutgraf.text.builder import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.readers.pdf_text import Box, Segment

_BETWEEN = " · "  # the cells of a table
_CELL = 1.5  # heights of a line between two cells of a table
_EDGE = 3  # lines at a page's head and foot among which running heads are sought
_LEAST_PAGES = 3  # that repeat a running head,
_LEAST_SHARE = 0.3  # and what share of all pages they are
_NUMBER = re.compile(
    r"(?i)(?:page |p\. ?|[-–—|] ?)?(?:\d{1,4}|[ivxl]{1,7})(?: ?(?:/|of|von|de|sur) ?\d{1,4})?(?: ?[-–—|])?"
)
_PLACE = 4.0  # points by which a running head's place may differ
_LEADERS = re.compile(
    r"(?:\. ?){6,}\s*(?:· )?(?:\d{1,4}|[ivxl]{1,7})?$|(?:\. ?){12}"
)  # between a heading and its page, in contents
_MARKER = re.compile(r"[^\w\s]|o|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]|\[\d{1,3}\]")  # of an item, far from its words
# Brackets are drawn mirrored in writing from right to left, and PDFs hold them as they are drawn.
_TURNED = re.compile(r"(?:^|\s)[)\]][\u0590-\u08ff]|[\u0590-\u08ff][(\[](?:\s|$)")
# A stop behind a number that ends a line from right to left stands before it.
_STOP_TURNED = re.compile(r"(?<=\s)([.,!:;\u060c\u061b\u061f])(\d[\d.,/]*)$")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_PARTED = re.compile(r"( )([)\]])(?=[\u0590-\u08ff])")  # a bracket beside the wrong word
_ROUND = re.compile(r"[()]")
_MIRROR = str.maketrans("()[]", ")(][")
_EDGES = 2.0  # points by which the edges of justified lines differ
_FIGURES = re.compile(r"\d+")


@dataclass(slots=True)
class Line:
    """A line of a column; `cells` counts its parts where they stand far from each other, as in a table."""

    page: int
    column: int
    box: Box
    size: float
    runs: list[Run]
    strong: bool
    cells: int = 1
    furniture: bool = False

    @property
    def text(self) -> str:
        """Return the words."""
        return "".join(run.text for run in self.runs)

    @property
    def light(self) -> bool:
        """Whether no word of it is bold."""
        return not any(run.strong for run in self.runs)


def page_lines(segments: Sequence[Segment]) -> list[Line]:
    """Return a page's lines in reading order; what runs across the page's text comes last."""
    for each in segments:
        if _TURNED.search(each.text):
            _turn_brackets(each)
        if _STOP_TURNED.search(each.text) and _RIGHT_TO_LEFT.search(each.text):
            each.runs[-1] = replace(each.runs[-1], text=_STOP_TURNED.sub(r"\2\1", each.runs[-1].text))
    upright = with_initials([each for each in segments if not each.rotated])
    found: list[Line] = []
    for number, column in enumerate(in_reading_order(upright)):
        lines: list[Line] = []
        for each in column:
            if lines and lines[-1].box.shares_line(each.box):
                _join(lines[-1], each)
            else:
                lines.append(_line(each, number))
        _close_up(lines)
        found += lines
    return found + [_line(each, -1) for each in segments if each.rotated]


def _turn_brackets(segment: Segment) -> None:
    """Turn the brackets of a line from right to left: each one opens or closes in its turn, or all are turned around."""
    turns = cycle("()")
    round_ones = segment.text.count("(") + segment.text.count(")")
    alternate = round_ones % 2 == 0 and not re.search(r"[\[\]]", segment.text)
    for at, run in enumerate(segment.runs):
        text = _ROUND.sub(lambda _: next(turns), run.text) if alternate else run.text.translate(_MIRROR)
        segment.runs[at] = replace(run, text=_PARTED.sub(r"\2\1", text))


def _close_up(column: Sequence[Line]) -> None:
    """Take words far from each other as a line where that fills the column between two lines of text: it is justified."""
    plain = [line.box for line in column if line.cells == 1]
    left, right = min((box.left for box in plain), default=0.0), max((box.right for box in plain), default=0.0)
    for above, line, below in zip(column, column[1:], column[2:], strict=False):
        spread = line.cells == len(line.text.replace(_BETWEEN, " ").split()) > 1
        fills = abs(line.box.left - left) < _EDGES and abs(line.box.right - right) < _EDGES
        if spread and fills and above.cells == below.cells == 1:
            line.cells = 1
            line.runs = [replace(run, text=" ") if run.text == _BETWEEN else run for run in line.runs]


def _line(segment: Segment, column: int) -> Line:
    return Line(
        segment.page, column, segment.box, segment.size, list(segment.runs), segment.strong, furniture=segment.rotated
    )


def _join(line: Line, segment: Segment) -> None:
    """Put a segment at the end of the line on which it stands."""
    cell = segment.box.left - line.box.right >= _CELL * line.size and not _MARKER.fullmatch(line.text.strip())
    line.cells += cell
    line.strong = line.strong and segment.strong
    line.runs += [Run(_BETWEEN if cell else " "), *segment.runs]
    if len(segment.text) > len(line.text) / 2:
        line.size = segment.size
    line.box = line.box.joined(segment.box)


def mark_furniture(pages: Sequence[Sequence[Line]]) -> None:
    """Mark running heads (lines at an edge of several pages that differ in figures alone), page numbers, tables of contents."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(key for page in edges for key in {key for line, at in page for key in _keys(line, at)})
    placed = Counter(
        key for page in edges for key in {(key, _height(line)) for line, at in page for key in _keys(line, at)}
    )
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(pages)) if len(pages) > _LEAST_PAGES else _LEAST_PAGES - 1
    for page in edges:
        for side in (-1, 1):  # from the foot up and from the head down, until a line is the page's own
            places = sorted({at for _, at in page if (at < 0) == (side < 0)}, key=lambda at: at if at >= 0 else -at - 1)
            for at in places:
                row = [line for line, place in page if place == at]
                outermost = at == places[0]
                keys = [(key, _height(line)) for line in row for key in _keys(line, at)]
                again = all(counts[key] >= least or (outermost and placed[key, height] > 1) for key, height in keys)
                if not again and not (outermost and all(_is_number(line) for line in row)):
                    break
                for line in row:
                    line.furniture = True
    for line in (line for lines in pages for line in lines if _LEADERS.search(line.text)):
        line.furniture = True


def _height(line: Line) -> int:
    return round(line.box.top / _PLACE)


def _is_number(line: Line) -> bool:
    return bool(_NUMBER.fullmatch(line.text.strip()))


def _edges(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Return the outermost lines with their places: 0, 1, 2 from the head, -1, -2, -3 from the foot."""
    rows: list[list[Line]] = []
    for line in sorted((each for each in lines if not each.furniture), key=lambda each: each.box.top):
        if rows and rows[-1][0].box.shares_line(line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    depth = min(_EDGE, max(0, len(rows) - 1) // 2)  # a page of two lines is text
    places = {at % len(rows): at for at in range(-depth, depth)}
    return [(line, at) for row, at in sorted(places.items()) for line in rows[row]]


def _keys(line: Line, at: int) -> list[tuple[bool, int, str]]:
    """Return what tells each part of a line at an edge: two pages may set the same parts as one line and as two.

    A line of nothing but figures is told as a whole: alone, each would look like a page's number.
    """
    parts = line.text.split(_BETWEEN) if any(map(str.isalpha, line.text)) else [line.text]
    return [(at < 0, round(line.size), _FIGURES.sub("#", " ".join(part.split()).casefold())) for part in parts]
