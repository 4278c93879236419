"""The one bridge from errors and news to the screen: a bar below the text that goes away by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from nutgraf.errors import NutgrafError

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.gui.appearance import Appearance

LONG_ENOUGH = 8000  # milliseconds: to read two lines twice


class MessageBar(QWidget):
    """One line of news with, perhaps, something to do about it; `left()` tells that it went while it had the keyboard."""

    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel(wordWrap=True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._close = QToolButton(autoRaise=True)
        self._close.setToolTip("Dismiss")
        self._close.setAccessibleName("Dismiss")
        self._do: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=LONG_ENOUGH)
        self._timer.timeout.connect(self._leave)
        self._close.clicked.connect(self._leave)
        self._action.clicked.connect(self._act)
        appearance.changed.connect(self._set_icon)
        self._set_icon()
        self.hide()

    def _set_icon(self) -> None:
        self._close.setIcon(self._appearance.icon("x"))

    @property
    def words(self) -> str:
        """What the bar says."""
        return self._words.text()

    def say(self, words: str, action: str = "", do: Callable[[], object] | None = None, *, stay: bool = False) -> None:
        """Show a sentence, with a button that does `do`; it goes away by itself unless it is to stay."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._do = do
        self.show()
        self._timer.stop()
        if not stay:
            self._timer.start()

    def say_error(self, error: Exception) -> None:
        """Show an expected error in its own sentences; raise any other, for the crash report."""
        if not isinstance(error, NutgrafError):
            raise error
        self.say(str(error), stay=True)

    def withdraw(self, *actions: str) -> None:
        """Take back news whose button says one of these: what it offered is no longer to be had."""
        if self._action.text() in actions:
            self._leave()

    def _leave(self) -> None:
        had_keyboard = self._action.hasFocus() or self._close.hasFocus()
        self.hide()
        if had_keyboard:
            self.left.emit()

    def _act(self) -> None:
        self._leave()
        if self._do:
            self._do()
