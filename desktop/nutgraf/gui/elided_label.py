"""A line of plain text that is cut where there is no room, and shown whole as a tool tip then."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget


class ElidedLabel(QLabel):
    """A `QLabel` that asks for its text's width and takes less: it ends before a `separator`, or else in an ellipsis."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, separator: str = "") -> None:
        super().__init__(text, parent)
        self._separator = separator
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.why = ""

    def set_text(self, text: str, why: str = "") -> None:
        """Show a text; `why` is its tool tip where the text needs none."""
        self.why = why
        self.setText(text)
        self._explain()

    def minimumSizeHint(self) -> QSize:
        """Return a size that holds the ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the text still fits."""
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            QStyle.visualAlignment(self.layoutDirection(), self.alignment()),
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )

    def shown(self) -> str:
        """Return as much of the text as fits."""
        text, metrics = self.text(), self.fontMetrics()
        while self._separator and self._separator in text and metrics.horizontalAdvance(text) > self.width():
            text = text.rpartition(self._separator)[0]
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    def _explain(self) -> None:
        lines = [self.why] if self.shown() == self.text() else [self.text(), self.why]
        told = "<br>".join(html.escape(line) for line in lines if line)
        self.setToolTip(f"<qt>{told}</qt>" if told else "")
