"""Icons: drawn from SVG in the colours of the theme, sharp at every scale of the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nutgraf import assets
from nutgraf.gui.theme import Theme, mixed

SIZES = (16, 18, 20, 24, 32, 36, 40, 48, 64)
"""Pixels of the screen: 16, 18, 20, 24 and 32 at the scales 1, 1.5 and 2."""


def load_icon(name: str, theme: Theme, colour: QColor | None = None) -> QIcon:
    """Return the icon `resources/icons/lucide/<name>.svg` in the theme's colour of text, or in `colour`.

    Raises:
        FileNotFoundError: there is no such icon.

    """
    drawing = assets.path("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
    ink = colour or theme.text
    icon = QIcon()
    for mode, stroke in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, mixed(ink, theme.panel, 0.6))):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", stroke.name()).encode()))
        for size in SIZES:
            icon.addPixmap(_drawn(renderer, size), mode)
    return icon


def _drawn(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap
