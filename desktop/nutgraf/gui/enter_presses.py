"""Enter presses the button that has the keyboard, as Space does: Qt sees to that in dialogs alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EnterPresses(QObject):
    """Follows the buttons that a part of the window has now."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        for button in part.findChildren(QAbstractButton):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press a button at Enter."""
        is_enter = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in ENTER
        if is_enter and isinstance(watched, QAbstractButton):
            watched.click()
            return True
        return super().eventFilter(watched, event)
