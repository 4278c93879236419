"""A quiet page while a slow file is read, which can be given up; it keeps out of sight for files that are quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from nutgraf.gui.bidi import isolated
from nutgraf.gui.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

PATIENCE = 250  # milliseconds before reading is said to take a while


class WaitingPage(QWidget):
    """Says which file is being read; `givenUp()` tells that the reader no longer waits for it."""

    givenUp = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._words = ElidedLabel()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._progress = QProgressBar(maximum=0, textVisible=False)
        self._progress.setFixedSize(220, 4)
        self._give_up = QPushButton("Give up")
        self._give_up.clicked.connect(self.givenUp)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(18)
        column.addWidget(self._give_up, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(lambda: self._set_shown(True))

    def start(self, name: str) -> None:
        """Begin to wait for a file."""
        self._words.set_text(f"Reading {isolated(name)}…")
        self._words.setAccessibleName(self._words.text())
        self._set_shown(False)
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.givenUp.emit()
        else:
            super().keyPressEvent(event)

    def _set_shown(self, shown: bool) -> None:
        for part in (self._words, self._progress, self._give_up):
            part.setVisible(shown)
