"""What is marked in the text, painted as overlays: the document itself is never changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nutgraf.gui.bidi import RIGHT_TO_LEFT
from nutgraf.text.entity import DOUBTFUL, Label, Mention, Watched
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextLine

    from nutgraf.gui.excerpt import Excerpt
    from nutgraf.gui.theme import Theme
    from nutgraf.text.utf16 import Utf16

ABOVE_BASELINE, BELOW_BASELINE = 1.04, 0.37  # of the reading size: the height of a fill
LINE_WIDTH = 2.0
LIGHT = 0.4  # of a fill, for a doubtful name
BOX = 1.5  # pixels: the line around a watched name


Payload = TypeVar("Payload")


class Spans(Generic[Payload]):
    """Spans in reading order with what they carry, found by place."""

    def __init__(self, pairs: Iterable[tuple[Span, Payload]] = ()) -> None:
        self._pairs = sorted(pairs, key=lambda pair: (pair[0].start, pair[0].end))
        self._starts = [span.start for span, _ in self._pairs]
        self._longest = max((len(span) for span, _ in self._pairs), default=0)

    def __iter__(self) -> Iterator[tuple[Span, Payload]]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def within(self, place: Span) -> list[tuple[Span, Payload]]:
        """Return the pairs that have a code point in common with `place`."""
        low = bisect_right(self._starts, place.start - self._longest - 1)
        high = bisect_left(self._starts, place.end)
        return [pair for pair in self._pairs[low:high] if pair[0].overlaps(place)]

    def at(self, offset: int) -> tuple[Span, Payload] | None:
        """Return the pair that covers a code point."""
        found = self.within(Span(offset, offset + 1))
        return found[0] if found else None


@dataclass(slots=True)
class Highlights:
    """All that is marked: summary sentences with their numbers, mentions, find results, and one flashed span."""

    summary: Spans[int] = field(default_factory=Spans)
    mentions: Spans[Mention] = field(default_factory=Spans)
    watched: Spans[Watched] = field(default_factory=Spans)
    found: Spans[int] = field(default_factory=Spans)
    current_found: int = -1
    flashed: Span | None = None
    flash_strength: float = 0.0
    shown: frozenset[Label] = frozenset(Label)
    excerpt: Excerpt | None = None

    def marks(self, offset: int) -> bool:
        """Whether a person or an organization is marked at an offset."""
        found = self.mentions.at(offset)
        return found is not None and found[1].label in self.shown

    def names_at(self, offset: int) -> bool:
        """Whether any name is marked at an offset; -1 is none."""
        return offset >= 0 and (self.marks(offset) or self.watched.at(offset) is not None)

    def stands_back(self, span: Span) -> bool:
        """Whether what is marked here belongs to what an excerpt dims."""
        return self.excerpt is not None and not self.excerpt.is_bright(span)


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A text block where it stands on the screen: `origin` is the top left of its layout in the viewport."""

    block: QTextBlock
    origin: QPointF
    span: Span
    utf16: Utf16
    em: float  # the block's own size, in pixels

    @property
    def heights(self) -> tuple[int, int]:
        """The y at which the block begins and ends, with all that is painted behind its words."""
        height = self.block.layout().boundingRect().height()
        return round(self.origin.y() - self.em), round(self.origin.y() + height + self.em)

    def rects(self, span: Span) -> list[QRectF]:
        """Return the rectangle of each line's part of `span`, as high as a fill."""
        first = self.block.position()
        start = max(self.utf16.units(max(span.start, self.span.start)) - first, 0)
        end = min(self.utf16.units(min(span.end, self.span.end)) - first, self.block.length() - 1)
        layout, rects = self.block.layout(), []
        both_ways = RIGHT_TO_LEFT.search(self.block.text()) is not None
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            line_start, line_end = line.textStart(), line.textStart() + line.textLength()
            if line_end <= start or line_start >= end:
                continue
            baseline = self.origin.y() + line.y() + line.ascent()
            top, bottom = baseline - ABOVE_BASELINE * self.em, baseline + BELOW_BASELINE * self.em
            for left, right in (_stretches if both_ways else _stretch)(
                line, max(start, line_start), min(end, line_end)
            ):
                rects.append(QRectF(QPointF(self.origin.x() + left, top), QPointF(self.origin.x() + right, bottom)))
        return rects


def _stretch(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Return left and right of what stands from `start` to `end` in a line that is read from left to right."""
    line_end = line.textStart() + line.textLength()
    return [(_x(line, start), _x(line, end) if end < line_end else line.naturalTextRect().right())]


def _stretches(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Return the same for any line: where words of both directions meet, what is one in the text may be several on the screen."""
    parts = sorted(
        (box.left(), box.right()) for run in line.glyphRuns(start, end - start) for box in [run.boundingRect()]
    )
    joined: list[tuple[float, float]] = []
    for left, right in parts:
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _x(line: QTextLine, position: int) -> float:
    found = cast("float | tuple[float, int]", line.cursorToX(position))  # one or the other, by Qt's release
    return found[0] if isinstance(found, tuple) else found


def person_or_organization(theme: Theme, label: Label) -> tuple[QColor, QColor, Qt.PenStyle]:
    """Return fill, line colour and line style of a kind of name."""
    if label is Label.PERSON:
        return theme.person_fill, theme.person_line, Qt.PenStyle.SolidLine
    return theme.organization_fill, theme.organization_line, Qt.PenStyle.DotLine


def paint_name(
    painter: QPainter, theme: Theme, label: Label, rects: Sequence[QRectF], *, doubtful: bool = False
) -> None:
    """Paint a mention's fill and underline: solid for a person, dotted for an organization; a doubtful one more lightly."""
    fill, line, style = person_or_organization(theme, label)
    width = LINE_WIDTH / 2 if doubtful else LINE_WIDTH
    pen = QPen(line, width)
    if style is Qt.PenStyle.DotLine:
        pen.setDashPattern([1.0 * LINE_WIDTH / width, 1.0 * LINE_WIDTH / width])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    fill = QColor(fill)
    fill.setAlphaF(LIGHT if doubtful else 1.0)
    painter.save()
    for rect in rects:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, 2, 2)
        painter.setPen(pen)
        y = rect.bottom() - width / 2
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    painter.restore()


def paint_watched(painter: QPainter, theme: Theme, rects: Sequence[QRectF], *, filled: bool) -> None:
    """Paint a watched name's box and the second line below it; its own fill where no other name's is there."""
    painter.save()
    pen = QPen(theme.watched_line, BOX)
    for rect in rects:
        painter.setPen(pen)
        painter.setBrush(theme.watched_fill if filled else Qt.BrushStyle.NoBrush)
        box = rect.adjusted(BOX / 2, BOX / 2, -BOX / 2, -BOX / 2)
        painter.drawRoundedRect(box, 3, 3)
        below = box.bottom() + 3
        painter.drawLine(QPointF(box.left(), below), QPointF(box.right(), below))
    painter.restore()


def paint_block(painter: QPainter, theme: Theme, placed: PlacedBlock, highlights: Highlights) -> None:
    """Paint what is marked in one block, beneath its words."""
    painter.setPen(Qt.PenStyle.NoPen)
    for span, _ in highlights.summary.within(placed.span):
        if not highlights.stands_back(span):
            _fill(painter, theme.summary_fill, placed.rects(span))
    for span, mention in highlights.mentions.within(placed.span):
        if mention.label in highlights.shown and not highlights.stands_back(span):
            paint_name(painter, theme, mention.label, placed.rects(span), doubtful=mention.confidence < DOUBTFUL)
    for span, _ in highlights.watched.within(placed.span):
        if not highlights.stands_back(span):
            paint_watched(painter, theme, placed.rects(span), filled=not highlights.marks(span.start))
    for span, number in highlights.found.within(placed.span):
        colour = theme.find_current if number == highlights.current_found else theme.find_fill
        _fill(painter, colour, placed.rects(span), outline=theme.find_line)
    if highlights.flashed and highlights.flash_strength > 0 and highlights.flashed.overlaps(placed.span):
        colour = QColor(theme.accent)
        colour.setAlphaF(0.38 * highlights.flash_strength)
        _fill(painter, colour, placed.rects(highlights.flashed))


def _fill(painter: QPainter, colour: QColor, rects: Iterable[QRectF], outline: QColor | None = None) -> None:
    painter.setPen(QPen(outline, 1) if outline else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(colour)
    for rect in rects:
        painter.drawRoundedRect(rect, 1.5, 1.5)


def paint_margin(
    painter: QPainter, theme: Theme, placed: PlacedBlock, highlights: Highlights, lowest_badge: float
) -> tuple[float, list[tuple[QRectF, int]]]:
    """Paint the bar and number of each summary sentence in the margin.

    Returns the y below which the next badge must stand, and each badge's rectangle with its number.
    """
    badges = []
    for span, number in highlights.summary.within(placed.span):
        rects = placed.rects(span)
        if not rects:
            continue
        left = placed.origin.x()
        bar = QRectF(left - 14, rects[0].top() + 3, 3, rects[-1].bottom() - rects[0].top() - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.summary_line)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        top = max(rects[0].center().y() - 10, lowest_badge)
        badge = QRectF(left - 44, top, 20, 20)
        paint_badge(painter, theme, badge, number)
        badges.append((badge, number))
        lowest_badge = badge.bottom() + 2
    return lowest_badge, badges


def paint_badge(painter: QPainter, theme: Theme, rect: QRectF, number: int) -> None:
    """Paint a summary sentence's number in its circle."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.summary_fill)
    painter.drawEllipse(rect)
    font = painter.font()
    font.setPixelSize(11 if number < 100 else 9)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(theme.summary_line)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()
