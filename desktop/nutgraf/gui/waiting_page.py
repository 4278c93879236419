"""A quiet page while a slow file is read; it keeps out of sight for files that are quick."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from nutgraf.gui.bidi import isolated

PATIENCE = 250  # milliseconds before reading is said to take a while


class WaitingPage(QWidget):
    """Says which file is being read."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar(maximum=0, textVisible=False)
        self._progress.setFixedSize(220, 4)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(lambda: self._set_shown(True))

    def start(self, name: str) -> None:
        """Begin to wait for a file."""
        self._words.setText(f"Reading {isolated(name)}…")
        self._words.setAccessibleName(self._words.text())
        self._set_shown(False)
        self._timer.start()

    def _set_shown(self, shown: bool) -> None:
        self._words.setVisible(shown)
        self._progress.setVisible(shown)
