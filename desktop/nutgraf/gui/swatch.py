"""A round button in the colours of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton

from nutgraf.gui.theme import Theme, load_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from nutgraf.gui.appearance import Appearance

SIDE = 36  # pixels, ring included


class Swatch(QAbstractButton):
    """Stands for one value of the setting THEME; “as the system” is half light, half dark."""

    def __init__(self, appearance: Appearance, value: str, words: str) -> None:
        super().__init__(checkable=True)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.value, self._appearance = value, appearance
        names = ("light", "dark") if value == "system" else (value,)
        self._themes = tuple(load_theme(name) for name in names)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return the size, its ring included."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole of it is painted
        """Paint the page's colour, a word's, and a ring where the theme is chosen or in focus."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.isChecked() or self.hasFocus():
            pen = QPen(theme.accent if self.isChecked() else theme.muted, 2)
            pen.setStyle(Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawEllipse(square)
        disc = square.adjusted(4, 4, -4, -4)
        for place, shown in enumerate(self._themes):
            painter.setClipRect(disc.adjusted(disc.width() / 2 * place, 0, 0, 0).adjusted(-1, -1, 1, 1))
            _paint(painter, disc, shown, theme)
        painter.setClipping(False)
        if self.hasFocus() and self.isChecked():
            painter.setPen(QPen(theme.text, 2, Qt.PenStyle.DotLine))
            painter.drawEllipse(square)


def _paint(painter: QPainter, disc: QRectF, shown: Theme, around: Theme) -> None:
    path = QPainterPath()
    path.addEllipse(disc)
    painter.fillPath(path, shown.page)
    painter.setPen(QPen(around.muted, 1))
    painter.drawPath(path)
    font = painter.font()
    font.setPixelSize(12)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(shown.text)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "A")
