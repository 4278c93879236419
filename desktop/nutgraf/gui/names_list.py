"""The list of who is named: people, then organizations. A click goes from mention to mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QListView

from nutgraf.gui.names_delegate import NamesDelegate
from nutgraf.gui.names_details import Mate
from nutgraf.gui.names_model import Heading, Name, NamesModel, successor
from nutgraf.gui.panel_list import PanelList
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.names_details import Detail
    from nutgraf.gui.names_model import Index, Row
    from nutgraf.gui.subject import Subject

UNFOLDING = 160  # milliseconds
ONE_PASS = 100  # rows laid out at once; more come in batches
SMOOTH = 1000  # rows that are laid out anew within a frame, as what is told of one unfolds
COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class NamesList(PanelList):
    """Names with their places.

    `stepped(subject, by)` asks for a name's next mention (1) or the one before (-1), `detailed(detail)` to go where a row
    beneath the chosen name leads, `walked(mate, by)` for the next sentence that the chosen name shares with a companion,
    `toggled(label)` to mark a kind or not, `cleared()` to let the chosen name go,
    `menu_asked(row, point)` for the menu of a row, `typed(letter)` for a search; `scrolled()` says that rows stand elsewhere.
    """

    stepped = Signal(object, int)
    detailed = Signal(object)
    walked = Signal(object, int)
    toggled = Signal(object)
    cleared = Signal()
    menu_asked = Signal(object, QPoint)
    typed = Signal(str)
    scrolled = Signal()

    rule_below = False

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.rows = NamesModel(self)
        self.painter_of_rows = NamesDelegate(appearance, self)
        self.show_with("People and organizations", self.rows, self.painter_of_rows)
        self._unfolds: tuple[Subject | None, int] = (None, 0)  # whose details unfold, and how many rows they are
        # The lower edge of the row on which the mouse was pressed: it stays there, so that it can be clicked again.
        self._pressed: int | None = None
        self._unfolding = QVariantAnimation(self, duration=UNFOLDING)
        self._unfolding.setStartValue(0.0)
        self._unfolding.setEndValue(1.0)
        self._unfolding.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._unfolding.valueChanged.connect(self._unfold)
        self.verticalScrollBar().actionTriggered.connect(self._forget_press)  # by the reader
        self.setBatchSize(ONE_PASS)
        self.clicked.connect(self._on_click)
        self.doubleClicked.connect(self._on_click)  # the second of two quick clicks

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows; a name that is listed still stays where it is in sight, and current."""
        anchor = next((name for name in self.names() if (self._top_of(name.subject) or 0) >= 0), None)
        top = self._top_of(anchor.subject) if anchor else None
        current = self.row_at(self.currentIndex())
        self.painter_of_rows.forget()
        self.rows.set_rows(rows)
        many = len(rows) > ONE_PASS
        self.setLayoutMode(QListView.LayoutMode.Batched if many else QListView.LayoutMode.SinglePass)
        self.setAutoScroll(False)
        if isinstance(current, Name) and (again := successor(current.subject, self.names())):
            self.bring(again)
        self.setAutoScroll(True)
        self.doItemsLayout()
        again = successor(anchor.subject, self.names()) if anchor and self.verticalScrollBar().value() else None
        if again and top is not None and (now := self._top_of(again)) is not None:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + now - top)

    def show_details(self, subject: Subject | None, details: Sequence[Detail]) -> None:
        """Unfold these rows beneath someone's, in sight as far as there is room; the row itself stays where it is."""
        self._unfolding.stop()
        at = self._top_of(subject)
        if details:
            self.setLayoutMode(QListView.LayoutMode.SinglePass)  # in batches, rows further down would have no place yet
        self.rows.set_details(subject, details)
        self.painter_of_rows.unfolded = 1.0
        if at is not None and (now := self._top_of(subject)) is not None:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + now - at)
        self._unfolds = (subject, len(details))
        self._bring_details()
        few = self.rows.rowCount() <= SMOOTH
        if details and few and not self._appearance.reduced_motion and self.isVisible():
            self._unfolding.start()

    def _top_of(self, subject: Subject | None) -> int | None:
        row = self.rows.row_of(subject) if subject else None
        return None if row is None else self.visualRect(self.rows.index(row)).top()

    def _unfold(self, share: float) -> None:
        self.painter_of_rows.unfolded = share
        self._bring_details()

    def _bring_details(self) -> None:
        """Scroll so that what is told of someone is in sight as far as there is room, and their own row above all."""
        subject, count = self._unfolds
        row = self.rows.row_of(subject) if subject and count else None
        if row is not None:
            self.doItemsLayout()
            self.scrollTo(self.rows.index(row + count))
            self.scrollTo(self.rows.index(row))
            self._put_under_pointer(row)

    def _put_under_pointer(self, row: int) -> None:
        """Scroll no further than leaves a row that was clicked where it can be clicked again."""
        if self._pressed is not None and (beyond := self._pressed - self.visualRect(self.rows.index(row)).bottom()) > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - beyond)

    def content_height(self, enough: int) -> int:
        """Return the height of headings and names in pixels, or some height above `enough`: what is told of one moves nothing."""
        height = 0
        for number, row in enumerate(self.rows.rows):
            if height > enough:
                break
            if isinstance(row, Heading | Name):
                height += self.painter_of_rows.row_height(number)
        return height

    def restyle(self) -> None:
        """Take the appearance anew."""
        self.painter_of_rows.restyle()
        self.scheduleDelayedItemsLayout()

    def row_at(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self.rows.rows[index.row()] if index.isValid() else None

    def names(self) -> list[Name]:
        """Return the rows of names."""
        return [row for row in self.rows.rows if isinstance(row, Name)]

    def first(self) -> Subject | None:
        """Return who stands in the current row, or else in the first."""
        row = self.row_at(self.currentIndex())
        names = [row] if isinstance(row, Name) else self.names()
        return names[0].subject if names else None

    def bring(self, subject: Subject) -> None:
        """Make someone's row the current one, and scroll to it."""
        if (row := self.rows.row_of(subject)) is not None:
            self.setCurrentIndex(self.rows.index(row))

    def _on_click(self, index: Index) -> None:
        back = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self._activate(index, -1 if back else 1)

    def _activate(self, index: Index, by: int) -> None:
        row = self.row_at(index)
        if isinstance(row, Heading):
            self._toggle(row)
        elif isinstance(row, Name):
            self.stepped.emit(row.subject, by)
        elif row:
            self.detailed.emit(row)

    def _toggle(self, heading: Heading) -> None:
        if heading.label:
            self.toggled.emit(heading.label)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Know where a row is clicked."""
        pressed = self.visualRect(self.indexAt(event.position().toPoint()))
        self._pressed = pressed.bottom() if pressed.isValid() and event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Bring what is told of the chosen name in sight, now that its row is not about to be clicked again."""
        if self._pressed is not None:
            self._pressed = None
            self._bring_details()
        super().leaveEvent(event)

    def _forget_press(self) -> None:
        self._pressed = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the names anew."""
        if event.oldSize().width() != event.size().width():
            self.painter_of_rows.forget()
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def updateGeometries(self) -> None:
        """Tell that rows may stand elsewhere."""
        super().updateGeometries()
        self.scrolled.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and tell so."""
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next mention, Shift+Enter back; Esc lets go; Ctrl+C copies; letters search.

        Space ticks a heading, and goes through the sentences that a companion shares with the chosen name.
        """
        self._pressed = None
        index = self.currentIndex()
        row = self.row_at(index)
        by = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row:
            self._activate(index, by)
        elif event.key() == Qt.Key.Key_Space and isinstance(row, Heading):
            self._toggle(row)
        elif event.key() == Qt.Key.Key_Space and isinstance(row, Mate):
            self.walked.emit(row, by)
        elif event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and row and not isinstance(row, Heading):
            QGuiApplication.clipboard().setText(line(row.subject.name if isinstance(row, Name) else row.words))
        elif event.text().isalnum() and not event.modifiers() & COMMANDING:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if row := self.row_at(index):
            centre = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(row, centre if by_key else event.globalPos())
