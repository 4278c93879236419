"""The full text: read, selected, searched, and marked with summary and names."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip

from nutgraf.gui.copying import shown_words
from nutgraf.gui.document import ArticleDocument, look_of
from nutgraf.gui.folding import Fold, Folding
from nutgraf.gui.highlights import Highlights, PlacedBlock, paint_block, paint_margin
from nutgraf.gui.scrolling import Scrolling
from nutgraf.gui.surroundings import Surroundings
from nutgraf.text.article import Article
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QTextBlock

    from nutgraf.gui.appearance import Appearance
    from nutgraf.text.entity import Mention

GUTTER = 64  # least room at the left of the text, for bars and numbers
READING_LINE = 0.28  # of the view's height: where the eye is taken to be
MARGIN_ABOVE = 24
MARGIN_BELOW = 120


class ReaderView(QTextEdit):
    """Shows one article. Offsets in signals and methods are code points into its text."""

    reading_moved = Signal(int)  # offset at the reading line
    mention_clicked = Signal(object)  # Mention
    sentence_clicked = Signal(int)  # number in the summary, from 1
    link_clicked = Signal(str)
    refold_asked = Signal(object)  # {block index: is furniture}; Signal(dict) loses what is in it
    folding_changed = Signal()
    layout_changed = Signal()
    menu_asked = Signal(int, QPoint)  # offset or -1, global position

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.appearance = appearance
        self.highlights = Highlights()
        self.article: Article | None = None
        self.facts: tuple[str, ...] = ()
        self._folding = Folding(Article("", ()))
        self._targets: list[tuple[QRectF, object]] = []
        self._pressed: QPoint | None = None
        self.setReadOnly(True)
        self.setAccessibleName("Article")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.viewport().setMouseTracking(True)
        self._surroundings = Surroundings(appearance)
        self._scrolling = Scrolling(self, appearance)
        self._moved = QTimer(self, singleShot=True, interval=40)
        self._moved.timeout.connect(self._tell_reading_place)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._moved.start())  # start(int) would wait that long
        appearance.changed.connect(self._restyle)

    # --- the article -----------------------------------------------------------------------------------------------

    def show_article(self, article: Article, facts: tuple[str, ...] = ()) -> None:
        """Show an article from its beginning, furniture folded, nothing marked; `facts` make its meta line."""
        self.article, self.facts = article, facts
        self.highlights = Highlights(shown=self.highlights.shown)
        self._folding = Folding(article)
        self._set_document()
        self.verticalScrollBar().setValue(0)
        self.folding_changed.emit()

    def replace_article(self, article: Article) -> None:
        """Show the same text with other folds, where the reader is; what was marked is taken off until it is known anew."""
        place, opened = self.place(), self._folding.open
        self.article = article
        self.highlights = Highlights(shown=self.highlights.shown)
        self._folding = Folding(article)
        for fold in self._folding.folds:
            if any(fold.first <= old.last and old.first <= fold.last for old in opened):
                self._folding.set_open(fold, is_open=True)
        self._set_document()
        self.go_to_place(place)
        self.folding_changed.emit()

    def _set_document(self) -> None:
        assert self.article
        before = self.findChildren(ArticleDocument)
        document = ArticleDocument(self.article, self._folding, self.appearance)
        document.setParent(self)
        self._document = document
        self._surroundings.set_article(document, self._folding, self.facts)
        self._lay_out()
        self.setDocument(document)
        for each in before:
            each.deleteLater()
        document.documentLayout().documentSizeChanged.connect(lambda _: self.layout_changed.emit())
        self._lay_out()
        self.layout_changed.emit()

    def _restyle(self) -> None:
        if self.article:
            place = self.place()
            self._set_document()
            self.go_to_place(place)
        self.viewport().update()

    def _lay_out(self) -> None:
        """Centre a column of the reader's measure, with room for the margin's marks."""
        width = self.viewport().width()
        column = min(self.appearance.measure_width(), max(width - GUTTER - 32, 120))
        self._document.set_header_room(self._surroundings.header_room(column))
        left = max(GUTTER, (width - column) // 2)
        frame = self._document.rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(left)
        form.setRightMargin(max(width - left - column, 0))
        form.setTopMargin(MARGIN_ABOVE + self._document.lost_room)
        form.setBottomMargin(MARGIN_BELOW)
        if form != frame.frameFormat():
            frame.setFrameFormat(form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the reader's place while the column changes."""
        place = self.place() if self.article else 0
        super().resizeEvent(event)
        if self.article:
            self._lay_out()
            self.go_to_place(place)
            self.layout_changed.emit()

    # --- places ----------------------------------------------------------------------------------------------------

    def offset_at(self, point: QPoint) -> int:
        """Return the offset of the character at a point of the viewport, or -1 where there is none."""
        if not self.article:
            return -1
        position = self._document.documentLayout().hitTest(
            QPointF(point + self._scrolled()), Qt.HitTestAccuracy.ExactHit
        )
        return self._document.utf16.points(position) if position >= 0 else -1

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds an offset."""
        return self._document.block_at(offset)

    def block_being_read(self) -> int:
        """Return the index of the block where the text cursor is, or of the one at the reading line where none is in use."""
        if self.caret_browsing:
            return self.textCursor().block().blockNumber()
        return self.cursorForPosition(self._reading_line()).block().blockNumber()

    def _reading_line(self) -> QPoint:
        return QPoint(self.viewport().width() // 2, round(self.viewport().height() * READING_LINE) + 4)

    def place(self) -> int:
        """Return the offset of the first character in sight."""
        if not self.article or self.verticalScrollBar().value() == 0:
            return 0
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, 4))
        return self._document.utf16.points(cursor.position())

    def go_to_place(self, offset: int) -> None:
        """Scroll so that the line of `offset` is the first in sight; 0 is the very beginning."""
        bar = self.verticalScrollBar()
        bar.setValue(0 if offset == 0 else self._reachable(round(self.top_of(offset)) - 4))

    def _reachable(self, value: int) -> int:
        """Let the scroll bar go as far as `value`: it hears the height of a long text only as Qt lays it out, bit by bit."""
        if value > self.verticalScrollBar().maximum():
            layout = self._document.documentLayout()
            layout.documentSizeChanged.emit(layout.documentSize())
        return value

    def top_of(self, offset: int) -> float:
        """Return the y, in document pixels, of the line that holds `offset`."""
        position = self._document.utf16.units(offset)
        block = self._document.findBlock(position)
        top = self._document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return top + (line.y() if line.isValid() else 0.0)

    def fraction_of(self, offset: int) -> float:
        """Return how far down the document `offset` is, 0 to 1."""
        return self.top_of(offset) / max(self._document.size().height(), 1.0)

    def reveal(self, span: Span, *, flash: bool = True) -> None:
        """Scroll to a span, opening the fold it stands in, and flash it."""
        if not self.article:
            return
        span = Span(min(span.start, len(self.article.text)), min(span.end, len(self.article.text)))
        fold = self._folding.fold_of(self._document.block_at(span.start))
        if fold and fold not in self._folding.open:
            self.open_fold(fold, is_open=True)
        target = round(self.top_of(span.start) - READING_LINE * self.viewport().height())
        self._scrolling.scroll_to(self._reachable(target))
        if flash:
            self._scrolling.flash(span)

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _tell_reading_place(self) -> None:
        if self.article:
            cursor = self.cursorForPosition(self._reading_line())
            self.reading_moved.emit(self._document.utf16.points(cursor.position()))

    # --- folding ---------------------------------------------------------------------------------------------------

    @property
    def folding(self) -> Folding:
        """The folds of the article shown."""
        return self._folding

    def open_fold(self, fold: Fold, *, is_open: bool) -> None:
        """Open or close one fold."""
        self._folding.set_open(fold, is_open=is_open)
        self._refold()

    def open_all_folds(self, *, is_open: bool) -> None:
        """Open or close all folds, keeping the reader's place."""
        place = self.place()
        self._folding.set_all(is_open=is_open)
        self._refold()
        self.go_to_place(place)

    def _refold(self) -> None:
        self._document.fold()
        self._lay_out()
        self.layout_changed.emit()
        self.folding_changed.emit()
        self.viewport().update()

    # --- painting --------------------------------------------------------------------------------------------------

    def placed_blocks(self) -> Iterator[PlacedBlock]:
        """Yield the blocks in sight, from the top."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        if block.previous().isValid():
            block = block.previous()
        bottom = self.viewport().height()
        while block.isValid():
            if block.isVisible():
                placed = self._placed(block)
                if placed.origin.y() - block.blockFormat().topMargin() > bottom:
                    return
                yield placed
            block = block.next()

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
            for placed in self.placed_blocks():
                self._targets += self._surroundings.paint(painter, placed, self.viewport().width())
                paint_block(painter, theme, placed, self.highlights)
                lowest, badges = paint_margin(painter, theme, placed, self.highlights, lowest)
                self._targets += badges
            painter.end()
        super().paintEvent(event)

    # --- mouse and keys --------------------------------------------------------------------------------------------

    def _target_at(self, point: QPoint) -> object:
        return next((what for rect, what in self._targets if rect.contains(QPointF(point))), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        if self._target_at(event.position().toPoint()) is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked: a fold, a number, a name or a link."""
        super().mouseReleaseEvent(event)
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
        elif (mention := self._mention_at(point)) is not None:
            self.mention_clicked.emit(mention)

    def _mention_at(self, point: QPoint) -> Mention | None:
        offset = self.offset_at(point)
        found = self.highlights.mentions.at(offset) if offset >= 0 else None
        return found[1] if found and found[1].label in self.highlights.shown else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where a click does something."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        active = self._target_at(point) is not None or self.anchorAt(point) or self._mention_at(point) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say where a link leads before it is followed."""
        if event.type() is QEvent.Type.ToolTip:
            point = event.pos()  # type: ignore[attr-defined]
            words = html.escape(
                self.tool_tip_at(point)
            )  # else Qt takes what looks like markup for such, and reads images
            QToolTip.showText(event.globalPos(), f"<qt>{words}</qt>" if words else "", self.viewport())  # type: ignore[attr-defined]
            return True
        return bool(super().viewportEvent(event))

    def tool_tip_at(self, point: QPoint) -> str:
        """Return what is to be said of the thing at a point: a link's address; the window adds names."""
        return self.anchorAt(point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let the window show the menu that fits the place."""
        self.menu_asked.emit(self.offset_at(event.pos()), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the link or name under the text cursor when text is read with the keyboard."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.caret_browsing:
            self._click(self.cursorRect().center())
            return
        super().keyPressEvent(event)

    @property
    def caret_browsing(self) -> bool:
        """Whether the arrow keys move a text cursor instead of the page."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

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
        units, cursor = self._document.utf16.units, QTextCursor(self._document)
        cursor.setPosition(units(span.start))
        cursor.setPosition(units(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def loadResource(self, _kind: int, _name: object) -> None:
        """Load nothing, whatever a document asks for."""
