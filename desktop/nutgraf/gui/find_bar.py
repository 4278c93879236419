"""The bar that finds words in the text: all results marked and counted, one of them the current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from nutgraf.gui.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from nutgraf.gui.appearance import Appearance


NARROWEST, WIDEST = 80, 240  # pixels of the field
COUNT = 64  # pixels kept for “12 of 34”, so that the close button stays where it is


class FindBar(QWidget):
    """Asks for words; the window does the finding."""

    sought = Signal(str, bool)  # words, match case
    step_asked = Signal(int)  # +1 next, -1 previous
    closed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = SearchField("Find in this article")
        self.field.setMinimumWidth(NARROWEST)
        self.field.setMaximumWidth(WIDEST)
        self._count = QLabel()
        self._count.setMinimumWidth(COUNT)
        self._case = self._button("case-sensitive", "Match case", checkable=True)
        self._previous = self._button("chevron-up", "Previous result (Shift+F3)")
        self._next = self._button("chevron-down", "Next result (F3)")
        self._close = self._button("x", "Close (Esc)")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.addWidget(self.field, 1)
        for widget in (self._case, self._previous, self._next, self._count):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._close)
        self.field.textChanged.connect(self._seek)
        self._case.toggled.connect(self._seek)
        self._previous.clicked.connect(lambda: self.step_asked.emit(-1))
        self._next.clicked.connect(lambda: self.step_asked.emit(+1))
        self._close.clicked.connect(self.close_bar)
        appearance.changed.connect(self._set_icons)
        self.show_count(0, 0)
        self.hide()

    def _button(self, icon: str, words: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setCheckable(checkable)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setProperty("icon_name", icon)
        return button

    def _set_icons(self) -> None:
        if self.isHidden():  # icons take their time
            return
        for button in (self._case, self._previous, self._next, self._close):
            button.setIcon(self._appearance.icon(button.property("icon_name")))

    def open_bar(self, words: str = "") -> None:
        """Show the bar, with words to begin with."""
        self.show()
        self._set_icons()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus()
        self._seek()

    def close_bar(self) -> None:
        """Hide the bar and end the search."""
        self.hide()
        self.closed.emit()

    def _seek(self) -> None:
        self.sought.emit(self.field.text(), self._case.isChecked())

    def seek_again(self) -> None:
        """Repeat the search, in an article that has changed."""
        if not self.isHidden():
            self._seek()

    def show_count(self, current: int, count: int) -> None:
        """Say which result of how many is the current one; `current` counts from 1."""
        if not self.field.text().strip():
            self._count.setText("")
        else:
            self._count.setText(f"{current} of {count}" if count else "Not found")
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else +1)
        else:
            super().keyPressEvent(event)
