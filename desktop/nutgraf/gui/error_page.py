"""The page that stands in place of an article that could not be shown: what happened, which file, what to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nutgraf.gui.elided_label import ElidedLabel

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance

WIDTH = 520  # of the column, in pixels
SIGN = 32


class ErrorPage(QWidget):
    """Shows one error in its own sentences. Signals: `openRequested()`, `backRequested()`."""

    openRequested = Signal()  # noqa: N815 - Qt's way to name signals
    backRequested = Signal()  # noqa: N815

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
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        content = QWidget()
        content.setMaximumWidth(WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._sign)
        column.addSpacing(12)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._file)
        column.addSpacing(14)
        column.addWidget(self._words)
        column.addSpacing(22)
        column.addLayout(buttons)
        column.addStretch(3)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(content, 1000)
        across.addStretch(1)

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        theme = self._appearance.theme
        ground = self.palette()
        ground.setColor(ground.ColorRole.Window, theme.page)
        ground.setColor(ground.ColorRole.WindowText, theme.text)
        self.setPalette(ground)
        self.setAutoFillBackground(True)
        self._sign.setPixmap(self._appearance.icon("triangle-alert").pixmap(QSize(SIGN, SIGN), self.devicePixelRatio()))
        title = self._appearance.reading_font()
        title.setPixelSize(24)
        title.setWeight(QFont.Weight.Bold)
        self._title.setFont(title)
        self._words.setFont(self._appearance.interface_font(14 / 13))
        self._file.setFont(self._appearance.interface_font())
        muted = self.palette()
        muted.setColor(muted.ColorRole.WindowText, theme.muted)
        self._file.setPalette(muted)

    def show_error(self, words: str, file: str, *, can_go_back: bool) -> None:
        """Show an error's sentences and the file it is about; offer the article that is still open, if there is one."""
        self._words.setText(words)
        self._file.set_text(file)
        self.back.setVisible(can_go_back)
        self.open.setFocus()
