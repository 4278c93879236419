"""How a name looks in the list: dot or square, name, role, a strip of where it is named, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nutgraf.gui.fitting import fit
from nutgraf.gui.heading import SMALL, heading_font
from nutgraf.gui.highlights import person_or_organization
from nutgraf.gui.names_model import Heading
from nutgraf.gui.summary_delegate import MARGIN
from nutgraf.gui.theme import mixed
from nutgraf.text.entity import Entity, Label

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.names_list import NamesList
    from nutgraf.gui.names_model import Name

SIGN = 10  # across: the dot of a person, the square of an organization
SIGN_LEFT, TEXT_LEFT, RIGHT = 26, 48, 26
PADDING = 5  # above and below a row
HEADING = 28  # high
BETWEEN = 7  # above a heading that is not the first
TICK_WIDTH, TICK_HEIGHT = 2, 8
EYE = 14


@dataclass(frozen=True, slots=True)
class _Lines:
    name: list[str]
    role: list[str]
    height: int


class NamesDelegate(QStyledItemDelegate):
    """Paints the rows of a `NamesList`; `chosen` is the entity whose mentions are gone through, `at` the one shown."""

    def __init__(self, appearance: Appearance, view: NamesList) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._lines: dict[int, _Lines] = {}
        self.chosen: Entity | None = None
        self.at = -1
        self.restyle()

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        self._theme = self._appearance.theme
        self._words = self._appearance.interface_font()
        self._small = self._appearance.interface_font(SMALL)
        self._caps = heading_font(self._appearance)
        self._name_height = QFontMetrics(self._words).height()
        self._role_height = QFontMetrics(self._small).height()
        self.forget()

    def forget(self) -> None:
        """Break the names anew when they are next shown."""
        self._lines.clear()

    def row_height(self, row: int) -> int:
        """Return the height of a row in pixels."""
        if self._is_heading(row):
            return max(HEADING, self._role_height + 8) + (BETWEEN if row else 0)
        return self._broken(row).height

    def sizeHint(self, _: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row: as wide as the list, as high as its lines."""
        return QSize(TEXT_LEFT, self.row_height(index.row()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a heading or a name."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        area.setWidth(self._view.width())
        row = index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_heading(row):
            area.setTop(area.bottom() + 1 - self.row_height(0))
            self._paint_ground(painter, area, state, chosen=False)
            self._paint_heading(painter, area, self._view.rows.rows[row])  # type: ignore[arg-type]
        else:
            name: Name = self._view.rows.rows[row]  # type: ignore[assignment]
            self._paint_ground(painter, area, state, chosen=name.entity is self.chosen)
            self._paint_name(painter, area, name, self._broken(row))
        painter.restore()

    def tools_right(self) -> int:
        """Return where, in a heading, the room before its count ends."""
        return self._view.width() - MARGIN - QFontMetrics(self._caps).horizontalAdvance("0,000") - 2

    def _is_heading(self, row: int) -> bool:
        return isinstance(self._view.rows.rows[row], Heading)

    def _strip(self) -> tuple[int, int]:
        """Return where the strip begins and how wide it is."""
        width = max(40, min(92, round(self._view.width() * 0.226)))
        return self._view.width() - RIGHT - 26 - width, width

    def _broken(self, row: int) -> _Lines:
        if row not in self._lines:
            name: Name = self._view.rows.rows[row]  # type: ignore[assignment]
            width = max(40, self._strip()[0] - TEXT_LEFT - 8)
            names = fit(name.entity.name, self._words, width, 2)
            role = fit(name.role, self._small, width, 2)
            height = len(names) * self._name_height + len(role) * self._role_height + 2 * PADDING
            self._lines[row] = _Lines(names, role, height)
        return self._lines[row]

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, *, chosen: bool) -> None:
        ground = QRectF(area).adjusted(12, 0, -12, 0)
        wash = QColor(self._theme.text)
        wash.setAlphaF(0.09 if chosen else 0.045)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash)
            painter.drawRoundedRect(ground, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(self._theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)

    def _paint_heading(self, painter: QPainter, area: QRect, heading: Heading) -> None:
        line = area.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.setPen(self._theme.muted)
        painter.setFont(self._caps)
        title = heading.title.upper()
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        after = line.left() + QFontMetrics(self._caps).horizontalAdvance(title) + 8
        shown = heading.label in self._view.rows.shown
        eye = QRect(QPoint(after, line.center().y() - EYE // 2 + 1), QSize(EYE, EYE))
        painter.setOpacity(0.65)
        self._appearance.icon("eye" if shown else "eye-off").paint(painter, eye)
        painter.setOpacity(1)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{heading.count:,}")

    def _paint_name(self, painter: QPainter, area: QRect, name: Name, lines: _Lines) -> None:
        colour = person_or_organization(self._theme, name.entity.label)[1]
        self._paint_sign(painter, area, name.entity.label, colour)
        left, width = self._strip()
        top = area.top() + PADDING
        muted = self._theme.text if name.entity is self.chosen else self._theme.muted  # on the darker ground
        for words, font, height, ink in (
            (lines.name, self._words, self._name_height, self._theme.text),
            (lines.role, self._small, self._role_height, muted),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            for line in words:
                box = QRect(TEXT_LEFT, top, left - TEXT_LEFT - 4, height)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
                top += height
        self._paint_strip(painter, QRect(left, area.center().y() - 4, width, TICK_HEIGHT), name, colour)
        count = QRect(left + width, area.top(), area.right() + 1 - RIGHT - left - width, area.height())
        painter.setFont(self._words)
        painter.setPen(muted)
        painter.drawText(count, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{len(name.shares):,}")

    def _paint_sign(self, painter: QPainter, area: QRect, label: Label, colour: QColor) -> None:
        sign = QRectF(SIGN_LEFT, area.top() + (area.height() - SIGN) / 2, SIGN, SIGN)
        shown = label in self._view.rows.shown
        painter.setPen(Qt.PenStyle.NoPen if shown else QPen(colour, 1.5))
        painter.setBrush(colour if shown else Qt.BrushStyle.NoBrush)
        sign = sign if shown else sign.adjusted(0.75, 0.75, -0.75, -0.75)
        if label is Label.PERSON:
            painter.drawEllipse(sign)
        else:
            painter.drawRoundedRect(sign, 2, 2)

    def _paint_strip(self, painter: QPainter, strip: QRect, name: Name, colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        line = mixed(self._theme.rule, self._theme.muted, 0.5) if name.entity is self.chosen else self._theme.rule
        painter.fillRect(strip.left(), strip.bottom() + 1, strip.width(), 1, line)
        room = strip.width() - TICK_WIDTH
        for x in {round(share * room) for share in name.shares}:
            painter.fillRect(strip.left() + x, strip.top(), TICK_WIDTH, TICK_HEIGHT, colour)
        if name.entity is self.chosen and 0 <= self.at < len(name.shares):
            x = round(name.shares[self.at] * room)
            painter.fillRect(strip.left() + x - 1, strip.top() - 3, TICK_WIDTH + 2, TICK_HEIGHT + 5, colour)
