"""How the rows of names look: headings, names with a strip of where they stand and how often, and what is told of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nutgraf.gui.details_painter import DetailsPainter
from nutgraf.gui.fitting import fit
from nutgraf.gui.heading import SMALL, heading_font
from nutgraf.gui.names_model import Heading, Name
from nutgraf.gui.subject import line_colour
from nutgraf.gui.summary_delegate import MARGIN
from nutgraf.gui.theme import mixed
from nutgraf.text.entity import Label
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.names_details import Detail
    from nutgraf.gui.names_list import NamesList
    from nutgraf.gui.names_model import Row
    from nutgraf.gui.subject import Subject

SIGN = 10  # across: the dot of a person, the square of an organization
SIGN_LEFT, TEXT_LEFT, RIGHT = 26, 48, 26
PADDING = 5  # above and below a row
HEADING = 28  # high
BETWEEN = 7  # above a heading that is not the first
TICK_WIDTH, TICK_HEIGHT = 2, 8
EYE = 14
CORNER = 8  # more than a ground's corner, so that it is cut off where rows join
BELOW = 7  # beneath the last of what is told
LIGHTER = 0.5  # a doubtful name's sign


@dataclass(frozen=True, slots=True)
class _Lines:
    name: list[str]
    role: list[str]
    height: int


class NamesDelegate(QStyledItemDelegate):
    """Paints the rows of a `NamesList`.

    `chosen` is whose mentions are gone through, `at` the one shown; what is told of it is `unfolded` so far, 0 to 1.
    """

    def __init__(self, appearance: Appearance, view: NamesList) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._lines: dict[int, _Lines] = {}  # by the identity of a row: rows move as others unfold
        self._details: dict[int, list[str]] = {}
        self.chosen: Subject | None = None
        self.unfolded = 1.0
        self.at = -1
        self.restyle()

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        self._theme = self._appearance.theme
        self._words = self._appearance.interface_font()
        self._small = self._appearance.interface_font(SMALL)
        self._caps = heading_font(self._appearance)
        self._told = DetailsPainter(self._appearance)
        self._name_height = QFontMetrics(self._words).height()
        self._role_height = QFontMetrics(self._small).height()
        self.forget()

    def forget(self) -> None:
        """Break the names anew when they are next shown."""
        self._lines.clear()
        self._details.clear()

    def row_height(self, row: int) -> int:
        """Return the height of a row in pixels."""
        shown = self._row(row)
        if isinstance(shown, Heading):
            return max(HEADING, self._role_height + 8) + (BETWEEN if row else 0)
        if isinstance(shown, Name):
            return self._broken(shown).height
        below = 0 if self._is_detail(row + 1) else BELOW
        return round((self._told.height(shown, len(self._detail_lines(shown))) + below) * self.unfolded)

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
        number = index.row()
        row = self._row(number)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            area.setTop(area.bottom() + 1 - self.row_height(0))
            self._paint_ground(painter, area, state)
            self._paint_heading(painter, area, row)
        elif isinstance(row, Name):
            chosen = row.subject is self.chosen
            self._paint_ground(painter, area, state, chosen=chosen, below=self._is_detail(number + 1))
            self._paint_name(painter, area, row, self._broken(row))
        else:
            self._paint_ground(painter, area, state, chosen=True, above=True, below=self._is_detail(number + 1))
            painter.setClipRect(area)
            painter.setOpacity(self.unfolded)
            self._told.paint(painter, area.adjusted(TEXT_LEFT, 0, -RIGHT, 0), row, self._detail_lines(row))
        painter.restore()

    def tools_right(self) -> int:
        """Return where, in a heading, the room before its count ends."""
        return self._view.width() - MARGIN - QFontMetrics(self._caps).horizontalAdvance("0,000") - 2

    def _row(self, number: int) -> Row:
        return self._view.rows.rows[number]

    def _is_detail(self, number: int) -> bool:
        rows = self._view.rows.rows
        return number < len(rows) and not isinstance(rows[number], Heading | Name)

    def _detail_lines(self, detail: Detail) -> list[str]:
        if id(detail) not in self._details:
            width = max(40, self._view.width() - TEXT_LEFT - RIGHT)
            self._details[id(detail)] = self._told.lines(detail, width)
        return self._details[id(detail)]

    def _strip(self) -> tuple[int, int]:
        """Return where the strip begins and how wide it is."""
        width = max(40, min(92, round(self._view.width() * 0.226)))
        return self._view.width() - RIGHT - 26 - width, width

    def _broken(self, name: Name) -> _Lines:
        if id(name) not in self._lines:
            width = max(40, self._strip()[0] - TEXT_LEFT - 8)
            names = fit(line(name.subject.name), self._words, width, 2)
            role = fit(name.role, self._small, width, 2)
            height = len(names) * self._name_height + len(role) * self._role_height + 2 * PADDING
            self._lines[id(name)] = _Lines(names, role, height)
        return self._lines[id(name)]

    def _paint_ground(
        self,
        painter: QPainter,
        area: QRect,
        state: QStyle.StateFlag,
        *,
        chosen: bool = False,
        above: bool = False,
        below: bool = False,
    ) -> None:
        """Paint the wash behind a row: one piece with the rows `above` and `below` that belong to it."""
        ground = QRectF(area).adjusted(12, 0, -12, 0)
        hovered = state & QStyle.StateFlag.State_MouseOver
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipRect(area)
        if chosen:
            painter.setBrush(self._wash(0.09))
            painter.drawRoundedRect(ground.adjusted(0, -CORNER if above else 0, 0, CORNER if below else 0), 6, 6)
        if hovered and (above or not chosen):
            painter.setBrush(self._wash(0.045))
            painter.drawRoundedRect(ground, 6, 6)
        painter.restore()
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(self._theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)

    def _wash(self, strength: float) -> QColor:
        wash = QColor(self._theme.text)
        wash.setAlphaF(strength)
        return wash

    def _paint_heading(self, painter: QPainter, area: QRect, heading: Heading) -> None:
        room = area.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.setPen(self._theme.muted)
        painter.setFont(self._caps)
        title = heading.title.upper()
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{heading.count:,}")
        if heading.label:
            after = room.left() + QFontMetrics(self._caps).horizontalAdvance(title) + 8
            eye = QRect(QPoint(after, room.center().y() - EYE // 2 + 1), QSize(EYE, EYE))
            painter.setOpacity(0.65)
            self._appearance.icon("eye" if heading.label in self._view.rows.shown else "eye-off").paint(painter, eye)
            painter.setOpacity(1)

    def _paint_name(self, painter: QPainter, area: QRect, name: Name, lines: _Lines) -> None:
        colour = line_colour(self._theme, name.label)
        self._paint_sign(painter, area, name, colour)
        left, width = self._strip()
        top = area.top() + PADDING
        muted = self._theme.text if name.subject is self.chosen else self._theme.muted  # on the darker ground
        for words, font, height, ink in (
            (lines.name, self._words, self._name_height, muted if name.doubtful else self._theme.text),
            (lines.role, self._small, self._role_height, muted),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            for each in words:
                box = QRect(TEXT_LEFT, top, left - TEXT_LEFT - 4, height)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, each)
                top += height
        self._paint_strip(painter, QRect(left, area.center().y() - 4, width, TICK_HEIGHT), name, colour)
        count = QRect(left + width, area.top(), area.right() + 1 - RIGHT - left - width, area.height())
        painter.setFont(self._words)
        painter.setPen(muted)
        painter.drawText(count, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{len(name.shares):,}")

    def _paint_sign(self, painter: QPainter, area: QRect, name: Name, colour: QColor) -> None:
        """Paint a dot for a person, a square for an organization, a box for any other name; a watched one has a line below.

        It is hollow where the kind is not marked in the text, and lighter for a doubtful name.
        """
        sign = QRectF(SIGN_LEFT, area.top() + (area.height() - SIGN) / 2, SIGN, SIGN)
        if name.watched:
            painter.setPen(QPen(self._theme.watched_line, 1.5))
            painter.drawLine(sign.bottomLeft(), sign.bottomRight())
            sign = sign.adjusted(1.5, 0, -1.5, -3)
        filled = name.label in self._view.rows.shown
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, 1.5))
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        painter.setOpacity(LIGHTER if name.doubtful else 1.0)
        sign = sign if filled else sign.adjusted(0.75, 0.75, -0.75, -0.75)
        if name.label is Label.PERSON:
            painter.drawEllipse(sign)
        elif name.label is Label.ORGANIZATION:
            painter.drawRoundedRect(sign, 2, 2)
        else:
            painter.drawRoundedRect(sign.adjusted(-1.5, 0, 1.5, 0), 1.5, 1.5)
        painter.setOpacity(1.0)

    def _paint_strip(self, painter: QPainter, strip: QRect, name: Name, colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        line = mixed(self._theme.rule, self._theme.muted, 0.5) if name.subject is self.chosen else self._theme.rule
        painter.fillRect(strip.left(), strip.bottom() + 1, strip.width(), 1, line)
        room = strip.width() - TICK_WIDTH
        for x in {round(share * room) for share in name.shares}:
            painter.fillRect(strip.left() + x, strip.top(), TICK_WIDTH, TICK_HEIGHT, colour)
        if name.subject is self.chosen and 0 <= self.at < len(name.shares):
            x = round(name.shares[self.at] * room)
            painter.fillRect(strip.left() + x - 1, strip.top() - 3, TICK_WIDTH + 2, TICK_HEIGHT + 5, colour)
