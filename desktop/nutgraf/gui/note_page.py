"""A sentence in place of a list: that it is being worked on, or why there is nothing to list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance

PATIENCE = 200  # milliseconds before work is said to be going on


class NotePage(QWidget):
    """Shows `words`, with a bar that runs above them while something is working, unless motion is to be reduced."""

    def __init__(self, appearance: Appearance, margin: int) -> None:
        super().__init__()
        self._appearance = appearance
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(3)
        self.button = QToolButton(autoRaise=True)
        self.button.setObjectName("link")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(margin, 10, margin, 10)
        column.setSpacing(10)
        column.addWidget(self._progress)
        column.addWidget(self._words)
        column.addWidget(self.button)
        column.addStretch(1)

    def restyle(self) -> None:
        """Take face and colour from the appearance."""
        muted = self.palette()
        muted.setColor(self.foregroundRole(), self._appearance.theme.muted)
        self._words.setPalette(muted)
        self._words.setFont(self._appearance.interface_font())

    def say(self, words: str, *, working: bool, offer: str = "") -> None:
        """Show a sentence, and below it a button with what is offered."""
        self._words.setText(words)
        self.button.setText(offer)
        self.button.setVisible(bool(offer))
        self._progress.setAccessibleName(words)
        self._progress.setVisible(working and not self._appearance.reduced_motion)

    def natural_height(self, width: int) -> int:
        """Return the height that the page needs at a width, in pixels."""
        wrapped = self._column.totalHeightForWidth(width)
        # Without words, none depends on the width.
        return wrapped if wrapped >= 0 else self._column.totalSizeHint().height()
