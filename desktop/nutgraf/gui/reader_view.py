"""The full text: read, selected, searched, and marked with summary and names."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip

from nutgraf.gui.article_view import READING_LINE, ArticleView
from nutgraf.gui.copying import shown_words
from nutgraf.gui.document import look_of
from nutgraf.gui.highlights import PlacedBlock, paint_block, paint_margin
from nutgraf.gui.scrolling import Scrolling
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent, QTextBlock

    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.highlights import Spans


class ReaderView(ArticleView):
    """Shows one article. Offsets in signals and methods are code points into its text."""

    reading_moved = Signal(int)  # offset at the reading line
    name_clicked = Signal(int)  # offset
    sentence_clicked = Signal(int)  # number in the summary, from 1
    link_clicked = Signal(str)
    refold_asked = Signal(object)  # {block index: is furniture}; Signal(dict) loses what is in it
    menu_asked = Signal(int, QPoint)  # offset or -1, global position
    escaped = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._targets: list[tuple[QRectF, object]] = []
        self._painted: list[tuple[Span, int]] = []  # the blocks in sight, and the y at which each begins
        self._pressed: QPoint | None = None
        self.tool_tip_at: Callable[[QPoint], str] = self.anchorAt  # of what stands at a point: the window adds names
        self.setAccessibleName("Article")
        self.viewport().setMouseTracking(True)
        self._scrolling = Scrolling(self, appearance)
        self._moved = QTimer(self, singleShot=True, interval=40)
        self._moved.timeout.connect(self._tell_reading_place)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._moved.start())  # start(int) would wait that long

    # --- places ----------------------------------------------------------------------------------------------------

    def reveal(self, span: Span, *, flash: bool = True) -> None:
        """Scroll to a span, opening the fold it stands in, and flash it."""
        if not self.article:
            return
        span = Span(min(span.start, len(self.article.text)), min(span.end, len(self.article.text)))
        self._uncover(self._document.block_at(span.start))
        target = round(self.top_of(span.start) - READING_LINE * self.viewport().height())
        self._scrolling.scroll_to(self._reachable(target))
        if flash:
            self._scrolling.flash(span)

    def halt(self) -> None:
        """Stay where a glide has come to."""
        self._scrolling.stop()

    def _uncover(self, block: int) -> None:
        """Bring a block in sight that is folded away."""
        excerpt, fold = self._folding.excerpt, self._folding.fold_of(block)
        if excerpt and fold:
            self.show_excerpt(None)
        elif gap := excerpt.gap_of(block) if excerpt else None:
            self.open_gap(gap)
        if fold and fold not in self._folding.open:
            self.open_fold(fold, is_open=True)

    def _tell_reading_place(self) -> None:
        if self.article:
            cursor = self._cursor_below(self._reading_line())
            self.reading_moved.emit(self._document.utf16.points(cursor.position()))

    # --- painting --------------------------------------------------------------------------------------------------

    def placed_blocks(self) -> Iterator[PlacedBlock]:
        """Yield the blocks in sight, from the top."""
        block = self._first_in_sight()
        bottom = self.viewport().height()
        while block.isValid():
            if block.isVisible():
                placed = self._placed(block)
                if placed.origin.y() - block.blockFormat().topMargin() > bottom:
                    return
                yield placed
            block = block.next()

    def _first_in_sight(self) -> QTextBlock:
        """Return the block before the one at the top of the view, whose marks may reach into it, or that block."""
        first = self._cursor_below(QPoint(0, 0)).block()
        before = first.previous()
        while before.isValid() and not before.isVisible():
            before = before.previous()
        return before if before.isValid() else first

    def _placed(self, block: QTextBlock) -> PlacedBlock:
        assert self.article
        rect = self._document.documentLayout().blockBoundingRect(block)
        origin = rect.topLeft() - QPointF(self._scrolled())
        of_article = self.article.blocks[block.blockNumber()]
        em = self._document.em * look_of(of_article).scale
        return PlacedBlock(block, origin, of_article.span, self._document.utf16, em)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is marked, then the words over it."""
        if self.article:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.appearance.interface_font())
            self._targets = []
            lowest = -1000.0
            theme = self.appearance.theme
            self._painted = []
            for placed in self.placed_blocks():
                top, bottom = placed.heights
                self._painted.append((placed.span, top))
                self._targets += self._surroundings.paint(painter, placed, self.viewport().width())
                if top <= event.rect().bottom() and bottom >= event.rect().top():
                    paint_block(painter, theme, placed, self.highlights)
                lowest, badges = paint_margin(painter, theme, placed, self.highlights, lowest)
                self._targets += badges
            painter.end()
        super().paintEvent(event)

    def show_summary(self, summary: Spans[int]) -> None:
        """Mark other sentences as the summary, and paint anew from the first in sight that changes."""
        before, self.highlights.summary = self.highlights.summary, summary
        changed = (top for span, top in self._painted if before.within(span) != summary.within(span))
        if (top := next(changed, None)) is not None:
            self.viewport().update(0, top, self.viewport().width(), self.viewport().height() - top)

    # --- mouse and keys --------------------------------------------------------------------------------------------

    def _target_at(self, point: QPoint) -> object:
        return next((what for rect, what in self._targets if rect.contains(QPointF(point))), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        if self._target_at(event.position().toPoint()) is None:
            super().mousePressEvent(self._on_words(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        super().mouseDoubleClickEvent(self._on_words(event))

    def _on_words(self, event: QMouseEvent) -> QMouseEvent:
        """Return the event as if it came from the words nearest to it: between paragraphs Qt would select up to any other."""
        place = QPointF(self.nearest_words(event.position().toPoint()))
        buttons = (event.button(), event.buttons(), event.modifiers())
        return QMouseEvent(event.type(), place, event.globalPosition(), *buttons, event.pointingDevice())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked: a fold, a number, a name or a link."""
        super().mouseReleaseEvent(self._on_words(event))
        point = event.position().toPoint()
        if self._pressed is None or (point - self._pressed).manhattanLength() > 4 or self.textCursor().hasSelection():
            return
        self._pressed = None
        self._click(point)

    def _click(self, point: QPoint) -> None:
        target = self._target_at(point)
        if isinstance(target, int):
            self.sentence_clicked.emit(target)
        elif callable(target):
            target(self)
        elif anchor := self.anchorAt(point):
            self.link_clicked.emit(anchor)
        elif self.highlights.names_at(offset := self.offset_at(point)):
            self.name_clicked.emit(offset)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where a click does something."""
        super().mouseMoveEvent(self._on_words(event) if event.buttons() else event)
        point = event.position().toPoint()
        active = (
            self._target_at(point) is not None
            or self.anchorAt(point)
            or self.highlights.names_at(self.offset_at(point))
        )
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say where a link leads before it is followed."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            # Escaped, for Qt takes what looks like markup for such, and reads images.
            words = html.escape(self.tool_tip_at(event.pos()))
            QToolTip.showText(event.globalPos(), f"<qt>{words}</qt>" if words else "", self.viewport())
            return True
        return bool(super().viewportEvent(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let the window show the menu that fits the place."""
        self.menu_asked.emit(self.offset_at(event.pos()), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the link or name under the text cursor when text is read with the keyboard; Esc is told.

        Home and End go to the ends of the article, with Ctrl or without, unless they move that cursor.
        """
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.caret_browsing:
            self._click(self.cursorRect().center())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if event.key() == Qt.Key.Key_Home and not self.caret_browsing:
            self.go_to_place(0)
            return
        if event.key() == Qt.Key.Key_End and not self.caret_browsing:
            self.go_to_end()
            return
        super().keyPressEvent(event)

    def set_caret_browsing(self, on: bool) -> None:
        """Move a text cursor with the arrow keys, to select without a mouse."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard if on else flags)
        self.setCursorWidth(2 if on else 1)

    # --- selection -------------------------------------------------------------------------------------------------

    def selected_span(self) -> Span | None:
        """Return the span that is selected."""
        cursor = self.textCursor()
        if not self.article or not cursor.hasSelection():
            return None
        points = self._document.utf16.points
        return Span(points(cursor.selectionStart()), points(cursor.selectionEnd()))

    def selected_text(self) -> str:
        """Return the words that are selected, without what is folded away; blocks are parted by an empty line."""
        span = self.selected_span()
        return shown_words(self.article, self._folding.hidden, span) if span and self.article else ""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words: what is folded away is not copied."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def select(self, span: Span) -> None:
        """Select a span."""
        self.setTextCursor(self._cursor_over(span))

    def loadResource(self, _kind: int, _name: object) -> None:
        """Load nothing, whatever a document asks for."""
