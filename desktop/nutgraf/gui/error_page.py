"""The page that stands in place of an article that could not be shown: what happened, which file, what to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from nutgraf.gui.elided_label import ElidedLabel
from nutgraf.gui.quiet_page import add_column, colour_ground, in_a_row, title_font

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance

WIDTH = 520  # of the column, in pixels
SIGN = 32


class ErrorPage(QWidget):
    """Shows one error in its own sentences. Signals: `openRequested()`, `backRequested()`."""

    openRequested = Signal()
    backRequested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sign = QLabel()
        self._title = QLabel("This article cannot be shown")
        self._file = ElidedLabel()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.open, self.back = QPushButton("Open another…"), QPushButton("Back to the article")
        self.open.setProperty("primary", True)
        self._lay_out()
        self.open.clicked.connect(self.openRequested)
        self.back.clicked.connect(self.backRequested)
        appearance.changed.connect(self.restyle)
        self.restyle()

    def _lay_out(self) -> None:
        column = add_column(self, WIDTH)
        column.addStretch(2)
        column.addWidget(self._sign)
        column.addSpacing(12)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._file)
        column.addSpacing(14)
        column.addWidget(self._words)
        column.addSpacing(22)
        column.addLayout(in_a_row(self.open, self.back))
        column.addStretch(3)

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        colour_ground(self._appearance.theme, self)
        self._sign.setPixmap(self._appearance.icon("triangle-alert").pixmap(QSize(SIGN, SIGN), self.devicePixelRatio()))
        self._title.setFont(title_font(self._appearance, 24))
        self._words.setFont(self._appearance.interface_font(14 / 13))
        self._file.setFont(self._appearance.interface_font())
        muted = self.palette()
        muted.setColor(muted.ColorRole.WindowText, self._appearance.theme.muted)
        self._file.setPalette(muted)

    def show_error(self, words: str, file: str, *, can_go_back: bool) -> None:
        """Show an error's sentences and the file it is about; offer the article that is still open, if there is one."""
        self._words.setText(words)
        self._file.set_text(file)
        self.back.setVisible(can_go_back)
        self.open.setFocus()
