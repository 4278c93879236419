"""The field in which names are searched, above their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nutgraf.gui.search_field import SearchField
from nutgraf.gui.summary_delegate import MARGIN

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class NamesSearch(QWidget):
    """Hidden until it is opened. Enter asks for the next mention of what is found, Down for the list, Esc closes."""

    sought = Signal(str)
    closed = Signal(bool)  # whether the field had the focus
    step_asked = Signal(int)
    list_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField("Search people and organizations")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 3, MARGIN, 3)
        row.addWidget(self.field)
        self.field.textChanged.connect(self.sought)
        self.hide()

    @property
    def words(self) -> str:
        """What is searched, "" while the field is closed."""
        return "" if self.isHidden() else self.field.text().strip()

    def open(self, words: str = "") -> None:
        """Show the field, with words to begin with."""
        self.show()
        if words:
            self.field.setText(words)
        else:
            self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_search(self) -> None:
        """Hide the field and show all names again."""
        if not self.isHidden():
            had_focus = self.field.hasFocus()
            self.hide()
            self.field.clear()
            self.closed.emit(had_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, down or away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.list_asked.emit()
        else:
            super().keyPressEvent(event)
