"""What the view draws around the words: the meta line, folds and what can be done with them, quotes' bars, bullets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from nutgraf.gui.document import GAP_ROOM, LABEL_ROOM, ArticleDocument, look_of
from nutgraf.text.article import MARKER, BlockKind
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.gui.excerpt import Excerpt, Gap
    from nutgraf.gui.folding import Fold, Folding
    from nutgraf.gui.highlights import PlacedBlock
    from nutgraf.gui.reader_view import ReaderView
    from nutgraf.gui.typography import TypeStyle

    Target = tuple[QRectF, Callable[[ReaderView], None]]

META_ABOVE, META_LINE, PILL_ABOVE, PILL_HEIGHT, PILL_BELOW = 12, 20, 22, 31, 4


def lines_hidden(count: int) -> str:
    """Return how many lines of furniture there are, in words."""
    return f"{counted(count, 'line')} of page furniture"


class Surroundings:
    """Draws for one document at a time; what it draws can be clicked."""

    def __init__(self, style: TypeStyle) -> None:
        self._style = style
        self._document: ArticleDocument | None = None
        self._folding: Folding | None = None
        self._meta_lines: list[str] = []
        self._facts: tuple[str, ...] = ()

    def set_article(self, document: ArticleDocument, folding: Folding, facts: tuple[str, ...]) -> None:
        """Draw for this document from now on; `facts` stand in the meta line."""
        self._document, self._folding, self._facts = document, folding, facts

    def header_room(self, width: float) -> float:
        """Return the pixels that meta line and fold need in a column of `width`."""
        metrics = QFontMetricsF(self._small())
        self._meta_lines = _wrap(self._facts, metrics, width)
        room = META_ABOVE + META_LINE * len(self._meta_lines) if self._meta_lines else 0
        if self._folding and self._folding.folds and not self._folding.excerpt:
            room += PILL_ABOVE + PILL_HEIGHT + PILL_BELOW
        return room

    def paint(self, painter: QPainter, placed: PlacedBlock, width: float) -> list[Target]:
        """Draw what belongs to one block; return what can be clicked."""
        assert self._document
        assert self._folding
        index = placed.block.blockNumber()
        block = self._document.article.blocks[index]
        targets: list[Target] = []
        if index == self._document.header_host():
            targets += self._paint_header(painter, placed)
        if self._folding.excerpt:
            targets += self._paint_gaps(painter, placed, index, self._folding.excerpt, width)
            self._paint_dress(painter, placed, block.kind, width)
        elif block.furniture:
            fold = self._folding.fold_of(index)
            if fold and index == fold.first:
                targets += self._paint_open_fold(painter, placed, fold)
        else:
            targets += self._paint_closed_folds(painter, placed, index)
            self._paint_dress(painter, placed, block.kind, width)
        return targets

    def _small(self) -> QFont:
        return self._style.interface_font(0.92)

    def _paint_header(self, painter: QPainter, placed: PlacedBlock) -> list[Target]:
        assert self._document
        assert self._folding
        theme = self._style.theme
        painter.setFont(self._small())
        painter.setPen(theme.muted)
        x = self._column_left()
        y = placed.origin.y() - placed.block.blockFormat().topMargin() + META_ABOVE
        for line in self._meta_lines:
            painter.drawText(QPointF(x, y + 14), line)
            y += META_LINE
        if not self._folding.folds or self._folding.excerpt:
            return []
        is_open = bool(self._folding.open)
        words = f"{lines_hidden(self._folding.line_count)} {'shown' if is_open else 'hidden'} · "
        action = "Hide" if is_open else "Show"
        metrics = QFontMetricsF(self._small())
        box = QRectF(x, y + PILL_ABOVE, metrics.horizontalAdvance(words + action) + 22, PILL_HEIGHT)
        pen = QPen(theme.rule, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._paint_words(painter, QPointF(box.left() + 11, box.center().y() + metrics.ascent() / 2 - 1), words, action)
        return [(box, lambda view: view.open_all_folds(is_open=not is_open))]

    def _paint_words(self, painter: QPainter, at: QPointF, words: str, action: str) -> QRectF:
        """Draw muted words and an action in the accent after them; return the action's rectangle."""
        metrics = QFontMetricsF(self._small())
        painter.setFont(self._small())
        painter.setPen(self._style.theme.muted)
        painter.drawText(at, words)
        start = at + QPointF(metrics.horizontalAdvance(words), 0)
        painter.setPen(self._style.theme.accent)
        painter.drawText(start, action)
        return QRectF(
            start.x() - 4, start.y() - metrics.ascent() - 4, metrics.horizontalAdvance(action) + 8, metrics.height() + 8
        )

    def _paint_open_fold(self, painter: QPainter, placed: PlacedBlock, fold: Fold) -> list[Target]:
        """Draw, above an open fold, how to fold it again and how to say that it belongs to the article."""
        base = placed.origin.y() - 10
        x = self._column_left()
        painter.setPen(QPen(self._style.theme.rule, 1))
        painter.drawLine(QPointF(x, base - LABEL_ROOM + 14), QPointF(x + 180, base - LABEL_ROOM + 14))
        hide = self._paint_words(painter, QPointF(x, base), "Page furniture · ", "Hide")
        keep = self._paint_words(painter, QPointF(hide.right() - 4, base), " · ", "This belongs to the article")
        restored = dict.fromkeys(fold.blocks, False)
        return [
            (hide, lambda view: view.open_fold(fold, is_open=False)),
            (keep, lambda view: view.refold_asked.emit(restored)),
        ]

    def _paint_gaps(
        self, painter: QPainter, placed: PlacedBlock, index: int, excerpt: Excerpt, width: float
    ) -> list[Target]:
        """Draw, where a gap lies before this block or ends the article after it, how much is out of sight."""
        assert self._document
        end = len(self._document.article.blocks) - 1
        before = (
            placed.origin.y() - (look_of(self._document.article.blocks[index]).above * self._document.em + GAP_ROOM) / 2
        )
        after = placed.origin.y() + placed.block.layout().boundingRect().height() + GAP_ROOM
        places = [(gap, before) for gap in excerpt.gaps if gap.last == index - 1]
        places += [(gap, after) for gap in excerpt.gaps if gap.first == index + 1 and gap.last == end]
        return [self._paint_gap(painter, gap, y, width) for gap, y in places]

    def _paint_gap(self, painter: QPainter, gap: Gap, y: float, width: float) -> Target:
        assert self._document
        metrics = QFontMetricsF(self._small())
        left = self._column_left()
        action = self._paint_words(painter, QPointF(left, y + metrics.ascent() / 2 - 1), f"{gap.words} · ", "Show")
        painter.setPen(QPen(self._style.theme.rule, 1))
        right = width - self._document.rootFrame().frameFormat().rightMargin()
        painter.drawLine(QPointF(action.right() + 8, round(y) + 0.5), QPointF(right, round(y) + 0.5))
        return QRectF(left, y - GAP_ROOM / 2, right - left, GAP_ROOM), lambda view: view.open_gap(gap)

    def _paint_closed_folds(self, painter: QPainter, placed: PlacedBlock, index: int) -> list[Target]:
        """Draw a small mark in the margin where a closed fold lies before this block, or ends the article after it."""
        assert self._document
        assert self._folding
        above = placed.origin.y() - 0.4 * self._document.em
        below = placed.origin.y() + placed.block.layout().boundingRect().height() + 1.2 * self._document.em
        before = self._folding.fold_of(index - 1) if index else None
        after = self._folding.fold_of(index + 1)
        ends = after is not None and after.last == len(self._document.article.blocks) - 1
        marks = ((before, above), (after if ends else None, below))
        return [self._paint_dots(painter, fold, y) for fold, y in marks if fold and fold not in self._folding.open]

    def _paint_dots(self, painter: QPainter, fold: Fold, y: float) -> Target:
        centre = QPointF(self._column_left() - 34, y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.theme.muted)
        for step in (-5, 0, 5):
            painter.drawEllipse(centre + QPointF(step, 0), 1.5, 1.5)
        return QRectF(centre - QPointF(14, 9), centre + QPointF(14, 9)), partial(_open, fold=fold)

    def _paint_dress(self, painter: QPainter, placed: PlacedBlock, kind: BlockKind, width: float) -> None:
        assert self._document
        theme, em = self._style.theme, self._document.em
        layout = placed.block.layout()
        height, bottom = layout.boundingRect().height(), layout.boundingRect().bottom()
        painter.setPen(Qt.PenStyle.NoPen)
        if kind is BlockKind.QUOTE:
            painter.setBrush(theme.rule)
            left = placed.origin.x() + placed.block.blockFormat().leftMargin() - 0.9 * em
            painter.drawRoundedRect(QRectF(left, placed.origin.y() + 2, 3, height), 1.5, 1.5)
        elif kind is BlockKind.CODE:
            painter.setBrush(theme.panel)
            left = self._column_left()
            painter.drawRect(QRectF(left, placed.origin.y() - 2, width - 2 * left, bottom + 6))
        elif kind is BlockKind.ITEM and not MARKER.match(placed.block.text()):
            line = layout.lineAt(0)
            painter.setBrush(theme.muted)
            painter.drawEllipse(
                placed.origin + QPointF(line.x() - 0.75 * em, line.y() + line.ascent() - 0.32 * em), 2.5, 2.5
            )

    def _column_left(self) -> float:
        assert self._document
        return self._document.rootFrame().frameFormat().leftMargin()


def _open(view: ReaderView, fold: Fold) -> None:
    view.open_fold(fold, is_open=True)


def _wrap(facts: tuple[str, ...], metrics: QFontMetricsF, width: float) -> list[str]:
    """Return the facts in lines no wider than `width`."""
    gap, lines = "    ", [""]
    for fact in facts:
        joined = f"{lines[-1]}{gap}{fact}" if lines[-1] else fact
        if lines[-1] and metrics.horizontalAdvance(joined) > width:
            lines.append(metrics.elidedText(fact, Qt.TextElideMode.ElideRight, width))
        else:
            lines[-1] = metrics.elidedText(joined, Qt.TextElideMode.ElideRight, width)
    return [line for line in lines if line]
