"""Text broken into a few lines that fit a width, the last one cut with an ellipsis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

from nutgraf.text.utf16 import Utf16

if TYPE_CHECKING:
    from PySide6.QtGui import QFont


def fit(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Return `text` as at most `most` lines, each at most `width` pixels wide in `font`."""
    if not text:
        return []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    points = [Utf16(text).points(start) for start in starts]
    lines = [text[start:end].strip() for start, end in zip(points, [*points[1:], len(text)], strict=True)]
    if lines:
        lines[-1] = QFontMetrics(font).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return lines
