"""The field beside “In brief” for the words that the summary is to be about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nutgraf.gui.appearance import Appearance

INVITATION = "about…"
PAUSE = 120  # milliseconds without a key before the words are taken
WIDE = 240  # pixels at most
THE_WINDOWS = (QKeySequence("Ctrl+E"), QKeySequence("Ctrl+K"))  # end of line, delete to the end of line


class TopicField(QLineEdit):
    """Looks like a word until it is used. `topicChanged(words)` says what was typed, `left()` that the reader is done with it."""

    topicChanged = Signal(str)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._told = ""
        self.setObjectName("topicField")
        self.setPlaceholderText(INVITATION)
        self.setAccessibleName("What the summary should be about")
        self.setToolTip("Words that the summary should be about (Ctrl+K); Esc clears them")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._clear = self.addAction(appearance.icon("x", muted=True), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText("Clear")
        self._clear.setToolTip("Clear (Esc)")
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text)

    def restyle(self) -> None:
        """Take face and colours from the appearance."""
        self.setFont(self._appearance.interface_font())
        self._clear.setIcon(self._appearance.icon("x", muted=True))

    def words(self) -> str:
        """Return the words, single spaces between them."""
        return " ".join(self.text().split())

    def set_words(self, words: str) -> None:
        """Show other words, which are known already."""
        if words != self.words():
            self._told = words
            self.setText(words)
            self.setCursorPosition(0)
            self._pause.stop()

    def sizeHint(self) -> QSize:
        """Return room for the words, or for the invitation to type some."""
        shown = self.text() or INVITATION
        room = 54 if self.text() or self.hasFocus() else 24
        least = 130 if self.hasFocus() else 0
        return QSize(
            min(max(self.fontMetrics().horizontalAdvance(shown) + room, least), WIDE), super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        """Return room for the invitation."""
        return QSize(self.fontMetrics().horizontalAdvance(INVITATION) + 24, super().minimumSizeHint().height())

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.updateGeometry()
        if text:
            self._pause.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        if self.words() != self._told:
            self._told = self.words()
            self.topicChanged.emit(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears, then leaves; Enter and the arrow down go to the summary."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self._tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ask for other room when the field is entered or left; leave the window its keys, which a field takes elsewhere."""
        overrides = event.type() is QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) in THE_WINDOWS:
            event.ignore()
            return False
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.updateGeometry()
        return super().event(event)
