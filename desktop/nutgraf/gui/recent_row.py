"""A file opened before: its name, and below it the folder it lies in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from nutgraf.gui.bidi import isolated
from nutgraf.gui.heading import SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from nutgraf.gui.appearance import Appearance

ROOM = 10  # left and right of icon and words, in pixels
LEFT, PADDING, ICON = 36, 6, 16


class RecentRow(QAbstractButton):
    """A button for one file; greyed where the file is no longer there."""

    def __init__(self, appearance: Appearance, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.path = path
        self.setText(isolated(Path(path).name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        appearance.changed.connect(self.updateGeometry)
        self._describe()

    @property
    def folder(self) -> str:
        """The folder, as people write it; or that the file is gone."""
        parent = Path(self.path).parent
        home = Path.home()
        shown = str(Path("~") / parent.relative_to(home)) if parent.is_relative_to(home) else str(parent)
        return shown if self.isEnabled() else f"No longer in {shown}"

    def sizeHint(self) -> QSize:
        """Return a size for two lines."""
        return QSize(200, self._heights()[0] + self._heights()[1] + 2 * PADDING)

    def changeEvent(self, event: QEvent) -> None:
        """Say so where the file is gone."""
        if event.type() is QEvent.Type.EnabledChange:
            self._describe()
        super().changeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the row."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect())
        if self.isEnabled() and self.underMouse():
            wash = QColor(theme.text)
            wash.setAlphaF(0.06)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash)
            painter.drawRoundedRect(ground, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)
        first, second = self._heights()
        icon = QRect(ROOM, PADDING + (first - ICON) // 2, ICON, ICON)
        mode = self._appearance.icon("file-text").pixmap(icon.size(), self.devicePixelRatio())
        painter.setOpacity(1 if self.isEnabled() else 0.5)
        painter.drawPixmap(icon, mode)
        painter.setOpacity(1)
        painter.setPen(theme.text if self.isEnabled() else theme.muted)
        self._paint_line(painter, self.text(), 1, PADDING, first, Qt.TextElideMode.ElideMiddle)
        painter.setPen(theme.muted)
        self._paint_line(painter, self.folder, SMALL, PADDING + first, second, Qt.TextElideMode.ElideMiddle)

    def _paint_line(
        self, painter: QPainter, text: str, scale: float, top: int, height: int, cut: Qt.TextElideMode
    ) -> None:
        painter.setFont(self._appearance.interface_font(scale))
        width = self.width() - LEFT - ROOM
        line = QRect(LEFT, top, width, height)
        shown = painter.fontMetrics().elidedText(text, cut, width)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _heights(self) -> tuple[int, int]:
        fonts = self._appearance.interface_font(), self._appearance.interface_font(SMALL)
        return QFontMetrics(fonts[0]).height(), QFontMetrics(fonts[1]).height()

    def _describe(self) -> None:
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self.folder)
