"""How what is told of the chosen name looks beneath its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from nutgraf.gui.fitting import fit
from nutgraf.gui.heading import SMALL, heading_font
from nutgraf.gui.names_details import Caption, Mate, More
from nutgraf.gui.subject import line_colour
from nutgraf.gui.theme import mixed
from nutgraf.text.entity import Label

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.names_details import Detail

LINES = 4  # of a quotation; its tool tip holds the rest
ABOVE, BETWEEN = 5, 2  # pixels above a caption; above and below a row
MATE = 7  # across: a companion's dot or square


class DetailsPainter:
    """Measures and paints details between `left` and `right` of a list."""

    def __init__(self, appearance: Appearance) -> None:
        self._theme = appearance.theme
        self._small = appearance.interface_font(SMALL)
        self._caps = heading_font(appearance)
        self._line = QFontMetrics(self._small).height()

    def lines(self, detail: Detail, width: int) -> list[str]:
        """Return the words of a row, broken at a width."""
        if isinstance(detail, Mate):
            return fit(detail.entity.name, self._small, width - 2 * MATE - self._count_width(detail), 1)
        return fit(detail.words, self._font(detail), width, LINES)

    def height(self, detail: Detail, lines: int) -> int:
        """Return the height of a row with so many lines, in pixels."""
        return lines * self._line + 2 * BETWEEN + (ABOVE if isinstance(detail, Caption) else 0)

    def paint(self, painter: QPainter, area: QRect, detail: Detail, lines: list[str]) -> None:
        """Paint a row's words in `area`."""
        top = area.top() + BETWEEN + (ABOVE if isinstance(detail, Caption) else 0)
        left = area.left()
        painter.setFont(self._font(detail))
        painter.setPen(self._ink(detail))
        if isinstance(detail, Mate):
            self._paint_mate(painter, QRect(left, top, area.width(), self._line), detail)
            left += 2 * MATE
        for words in lines:
            shown = words.upper() if isinstance(detail, Caption) else words
            box = QRect(left, top, area.right() - left + 1, self._line)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            top += self._line

    def _ink(self, detail: Detail) -> QColor:
        if isinstance(detail, Caption):
            return mixed(self._theme.text, self._theme.panel, 0.2)
        return self._theme.accent if isinstance(detail, More) else self._theme.text

    def _font(self, detail: Detail) -> QFont:
        return self._caps if isinstance(detail, Caption) else self._small

    def _count_width(self, mate: Mate) -> int:
        return QFontMetrics(self._small).horizontalAdvance(f"{len(mate.sentences):,}") + 12

    def _paint_mate(self, painter: QPainter, row: QRect, mate: Mate) -> None:
        """Paint a companion's sign and how often it is one."""
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{len(mate.sentences):,}")
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line_colour(self._theme, mate.entity.label))
        sign = QRectF(row.left(), row.center().y() - MATE / 2 + 1, MATE, MATE)
        if mate.entity.label is Label.PERSON:
            painter.drawEllipse(sign)
        else:
            painter.drawRoundedRect(sign, 1.5, 1.5)
        painter.restore()
