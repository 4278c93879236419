"""The list of who is named: people, then organizations. A click goes from mention to mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QListView

from nutgraf.gui.names_delegate import NamesDelegate
from nutgraf.gui.names_model import Heading, Name, NamesModel
from nutgraf.gui.panel_list import PanelList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.names_model import Index, Row
    from nutgraf.text.entity import Entity

ONE_PASS = 100  # rows laid out at once; more come in batches
COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class NamesList(PanelList):
    """Names with their places.

    `stepped(entity, by)` asks for an entity's next mention (1) or the one before (-1), `toggled(label)` to mark a kind or not,
    `cleared()` to let the chosen name go, `menu_asked(row, point)` for the menu of a row, `typed(letter)` for a search;
    `scrolled()` says that the rows stand elsewhere.
    """

    stepped = Signal(object, int)
    toggled = Signal(object)
    cleared = Signal()
    menu_asked = Signal(object, QPoint)
    typed = Signal(str)
    scrolled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NamesModel(self)
        self.painter_of_rows = NamesDelegate(appearance, self)
        self.show_with("People and organizations", self.rows, self.painter_of_rows)
        self.setBatchSize(ONE_PASS)
        self.clicked.connect(self._on_click)
        self.doubleClicked.connect(self._on_click)  # the second of two quick clicks

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows, from the top."""
        self.painter_of_rows.forget()
        self.rows.set_rows(rows)
        many = len(rows) > ONE_PASS
        self.setLayoutMode(QListView.LayoutMode.Batched if many else QListView.LayoutMode.SinglePass)
        self.scrollToTop()

    def content_height(self, enough: int) -> int:
        """Return the height of all rows in pixels, or some height above `enough`."""
        height = 0
        for row in range(self.rows.rowCount()):
            if height > enough:
                break
            height += self.painter_of_rows.row_height(row)
        return height

    def restyle(self) -> None:
        """Take the appearance anew."""
        self.painter_of_rows.restyle()
        self.scheduleDelayedItemsLayout()

    def row_at(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self.rows.rows[index.row()] if index.isValid() else None

    def first(self) -> Entity | None:
        """Return the entity of the current row, or else the first."""
        row = self.row_at(self.currentIndex())
        names = [row] if isinstance(row, Name) else [each for each in self.rows.rows if isinstance(each, Name)]
        return names[0].entity if names else None

    def bring(self, entity: Entity) -> None:
        """Make an entity's row the current one, and scroll to it."""
        for number, row in enumerate(self.rows.rows):
            if isinstance(row, Name) and row.entity is entity:
                self.setCurrentIndex(self.rows.index(number))

    def _on_click(self, index: Index) -> None:
        back = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self._activate(index, -1 if back else 1)

    def _activate(self, index: Index, by: int) -> None:
        row = self.row_at(index)
        if isinstance(row, Heading):
            self.toggled.emit(row.label)
        elif row:
            self.stepped.emit(row.entity, by)

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
        """Enter goes to the next mention, Shift+Enter back; Space ticks a heading; Esc lets go; Ctrl+C copies; letters search."""
        index = self.currentIndex()
        row = self.row_at(index)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row:
            self._activate(index, -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Space and isinstance(row, Heading):
            self.toggled.emit(row.label)
        elif event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and isinstance(row, Name):
            QGuiApplication.clipboard().setText(row.entity.name)
        elif event.text().isalnum() and not event.modifiers() & COMMANDING:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C for the list while it has the focus."""
        if event.type() is QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Copy):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if row := self.row_at(index):
            centre = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(row, centre if by_key else event.globalPos())
