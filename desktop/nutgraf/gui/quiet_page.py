"""What pages without an article have in common: one column in the middle, on the colour of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.theme import Theme


def add_column(page: QWidget, width: int) -> QVBoxLayout:
    """Give a page a column of at most `width` pixels in its middle, and return it to be filled."""
    content = QWidget()
    content.setMaximumWidth(width)
    column = QVBoxLayout(content)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(0)
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.addStretch(1)
    across.addWidget(content, 1000)
    across.addStretch(1)
    return column


def in_a_row(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets side by side, from the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def colour_ground(theme: Theme, *widgets: QWidget) -> None:
    """Give widgets the colours of the page."""
    for widget in widgets:
        ground = widget.palette()
        ground.setColor(ground.ColorRole.Window, theme.page)
        ground.setColor(ground.ColorRole.WindowText, theme.text)
        widget.setPalette(ground)
        widget.setAutoFillBackground(True)


def title_font(appearance: Appearance, pixels: int) -> QFont:
    """Return the reading face for a page's title, whatever the reader's text size."""
    font = appearance.reading_font()
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold)
    return font
