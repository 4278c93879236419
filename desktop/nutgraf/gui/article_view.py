"""The article set in a column: its document, where its words stand, what of it is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from nutgraf.gui.document import ArticleDocument
from nutgraf.gui.folding import Fold, Folding
from nutgraf.gui.highlights import Highlights
from nutgraf.gui.surroundings import Surroundings
from nutgraf.text.article import Article
from nutgraf.text.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.excerpt import Excerpt, Gap
    from nutgraf.text.span import Span

GUTTER = 64  # least room at the left of the text, for bars and numbers
READING_LINE = 0.28  # of the view's height: where the eye is taken to be
SHORT = 40_000  # characters of a text that is laid out in some 20 ms
STEP = 8  # pixels: no line is as low
MARGIN_ABOVE = 24
MARGIN_BELOW = 120


class ArticleView(QTextEdit):
    """Sets one article. Offsets are code points into its text."""

    folding_changed = Signal()
    layout_changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.appearance = appearance
        self.highlights = Highlights()
        self.article: Article | None = None
        self.facts: tuple[str, ...] = ()
        self._folding = Folding(Article("", ()))
        self._surroundings = Surroundings(appearance)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
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

    def replace_article(self, article: Article, facts: tuple[str, ...] = ()) -> None:
        """Show the same text with other folds, and what they make of its facts, where the reader is.

        What was marked is taken off until it is known anew.
        """
        place, opened = self.place(), self._folding.open
        self.article, self.facts = article, facts
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
        self._places = Places(self.article)
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
        self._dim()
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
        cursor = self.textCursor() if self.caret_browsing else self._cursor_below(self._reading_line())
        return cursor.block().blockNumber()

    def _reading_line(self) -> QPoint:
        return QPoint(self.viewport().width() // 2, round(self.viewport().height() * READING_LINE) + 4)

    def place(self) -> int:
        """Return the offset of the first character in sight."""
        top = QPoint(self.viewport().width() // 2, 4)
        if not self.article or self.verticalScrollBar().value() == 0 or self._is_above_words(top):
            return 0
        return self._document.utf16.points(self._cursor_below(top).position())

    def _is_above_words(self, point: QPoint) -> bool:
        """Whether a point of the viewport is above the first block that is in sight."""
        first = self._document.begin()
        while first.next().isValid() and not first.isVisible():
            first = first.next()
        return self._document.documentLayout().blockBoundingRect(first).top() >= (point + self._scrolled()).y()

    def _cursor_below(self, point: QPoint) -> QTextCursor:
        """Return the text cursor at a point of the viewport or, between two blocks, in the one below."""
        reach = self.viewport().height() + MARGIN_BELOW
        return self.cursorForPosition(self._into_words(point, [*range(0, reach, STEP), *range(0, -reach, -STEP)]))

    def nearest_words(self, point: QPoint) -> QPoint:
        """Return a point of the viewport, moved up or down out of the gap between two blocks."""
        reach = self.viewport().height() + MARGIN_BELOW
        return self._into_words(point, sorted(range(-reach, reach, STEP), key=abs))

    def _into_words(self, point: QPoint, ways: Iterable[int]) -> QPoint:
        """Return the first of the points so many pixels further down that is inside a block.

        Of a point between blocks Qt may name any that is folded or not yet laid out.
        """
        moved = (QPoint(point.x(), point.y() + way) for way in ways)
        return next((each for each in moved if self._is_in_words(each)), point)

    def _is_in_words(self, point: QPoint) -> bool:
        layout, at = self._document.documentLayout(), QPointF(point + self._scrolled())
        block = self._document.findBlock(layout.hitTest(at, Qt.HitTestAccuracy.FuzzyHit))
        rect = layout.blockBoundingRect(block)
        return block.isVisible() and rect.top() <= at.y() <= rect.bottom()

    def go_to_place(self, offset: int) -> None:
        """Scroll so that the line of `offset` is the first in sight; 0 is the very beginning."""
        bar = self.verticalScrollBar()
        bar.setValue(0 if offset == 0 else self._reachable(round(self.top_of(offset)) - 4))

    def go_to_end(self) -> None:
        """Scroll to the end of the article, laid out or not."""
        bar = self.verticalScrollBar()
        self._reachable(bar.maximum() + 1)
        bar.setValue(bar.maximum())

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
        """Return how far down the document `offset` is, 0 to 1; lays all of it out."""
        return self.top_of(offset) / max(self._document.size().height(), 1.0)

    def share_of(self, offset: int) -> float:
        """Return about how far down the document `offset` is, by the words before it."""
        return self._places.share(offset)

    def is_laid_out(self) -> bool:
        """Whether Qt, which lays a long text out bit by bit, has come to its end, or would within a moment."""
        if self._document.characterCount() <= SHORT:
            return True
        block = self._document.lastBlock()
        while block.isValid() and not block.isVisible():
            block = block.previous()
        return not block.isValid() or block.layout().lineCount() > 0

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

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

    def show_excerpt(self, excerpt: Excerpt | None) -> None:
        """Show nothing but an excerpt of the article, or all of it again."""
        self._folding.excerpt = self.highlights.excerpt = excerpt
        self._refold()
        self._dim()

    def open_gap(self, gap: Gap) -> None:
        """Show what an excerpt leaves out at one place."""
        if self.article and self._folding.excerpt:
            self.show_excerpt(self._folding.excerpt.without(gap, self.article))

    def _dim(self) -> None:
        """Let the sentences of shown blocks that are not of the excerpt stand back."""
        dimmed = self._folding.excerpt.dim(self.article) if self._folding.excerpt and self.article else []
        selections = []
        for span in dimmed:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor_over(span)
            selection.format.setForeground(self.appearance.theme.muted)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor_over(self, span: Span) -> QTextCursor:
        units, cursor = self._document.utf16.units, QTextCursor(self._document)
        cursor.setPosition(units(span.start))
        cursor.setPosition(units(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _refold(self) -> None:
        self._document.fold()
        self._lay_out()
        self.layout_changed.emit()
        self.folding_changed.emit()
        self.viewport().update()

    @property
    def caret_browsing(self) -> bool:
        """Whether the arrow keys move a text cursor instead of the page."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)
