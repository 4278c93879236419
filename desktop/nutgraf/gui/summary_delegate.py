"""How a sentence of the summary looks: its number, its words with the names marked, and the reason for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nutgraf.gui.heading import SMALL, heading_font
from nutgraf.gui.highlights import paint_name, paint_watched
from nutgraf.text.entity import Label

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.card_notes import Note
    from nutgraf.gui.summary_list import SummaryList

MARGIN = 20  # of the panel, left and right, in pixels
BADGE = 20  # across
TEXT_LEFT = 50
PADDING = 8  # above and below each card
GAP = 6  # between the words and the reason
NEXT = 3  # between the reason and what the card offers
ABOVE = 10  # above a section’s heading


class SummaryDelegate(QStyledItemDelegate):
    """Paints the cards of a `SummaryList`; `shown` are the kinds of name that are marked, `reading` the sentence being read."""

    def __init__(self, appearance: Appearance, view: SummaryList) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self.shown = frozenset(Label)
        self.reading: int | None = None
        self.restyle()

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        self._theme = self._appearance.theme
        self._small = self._appearance.interface_font(SMALL)
        self._caps = heading_font(self._appearance)
        self._number = QFont(self._small)
        self._number.setWeight(QFont.Weight.Bold)
        self._small_metrics = QFontMetrics(self._small)
        self._wash = QColor(self._theme.text)
        self._wash.setAlphaF(0.045)

    @staticmethod
    def text_width(width: int) -> int:
        """Return how wide the words are in a list `width` pixels wide."""
        return max(40, width - TEXT_LEFT - MARGIN)

    def row_height(self, sentence: int) -> int:
        """Return the height of a sentence's card in pixels."""
        cards, line = self._view.cards, self._small_metrics.height()
        reason = GAP + line if cards.reason(sentence) else 0
        note = (NEXT if reason else GAP) + line if cards.note(sentence) else 0
        return round(cards.height(sentence) + reason + note) + 2 * PADDING + self._heading_height(sentence)

    def _heading_height(self, sentence: int) -> int:
        return ABOVE + QFontMetrics(self._caps).height() if self._view.cards.heading(sentence) else 0

    def note_box(self, area: QRect, sentence: int) -> QRectF:
        """Return where, in the card at `area`, it says what it offers; empty where it offers nothing."""
        if not self._view.cards.note(sentence):
            return QRectF()
        height = self._small_metrics.height()
        return QRectF(TEXT_LEFT, area.bottom() + 1 - PADDING - height, self.text_width(self._view.width()), height)

    def sizeHint(self, _: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a card: the list's width, and as high as its words need."""
        sentence = self._view.rows.sentences[index.row()]
        return QSize(TEXT_LEFT, self.row_height(sentence))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one card."""
        sentence = self._view.rows.sentences[index.row()]
        whole: QRect = option.rect
        area = whole.adjusted(0, self._heading_height(sentence), 0, 0)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heading(painter, whole, sentence)
        self._paint_ground(painter, area, state, reading=sentence == self.reading)
        self._paint_badge(painter, area, str(index.row() + 1), reading=sentence == self.reading)
        self._paint_words(painter, area, sentence)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, *, reading: bool) -> None:
        width = self._view.width()
        ground = QRectF(12, area.top() + 2, width - 24, area.height() - 4)
        if reading or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._wash)
            painter.drawRoundedRect(ground, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(self._theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)

    def _paint_badge(self, painter: QPainter, area: QRect, number: str, *, reading: bool) -> None:
        metrics = QFontMetrics(self._number)
        wide = max(BADGE, metrics.horizontalAdvance(number) + 8)
        top = area.top() + PADDING + (self._view.cards.line - BADGE) / 2
        badge = QRectF(MARGIN + BADGE / 2 - wide / 2, top, wide, BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.accent if reading else self._theme.summary_fill)
        painter.drawRoundedRect(badge, BADGE / 2, BADGE / 2)
        painter.setPen(self._theme.page if reading else self._theme.accent)
        painter.setFont(self._number)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_words(self, painter: QPainter, area: QRect, sentence: int) -> None:
        cards = self._view.cards
        card = cards.card(sentence)
        origin = QPointF(TEXT_LEFT, area.top() + PADDING)
        filled = [box.area for box in card.boxes if box.label in self.shown]
        for box in card.boxes:
            place = [box.area.translated(origin)]
            if box.label is None:
                free = not any(box.area.intersects(other) for other in filled)
                paint_watched(painter, self._theme, place, filled=free)
            elif box.label in self.shown:
                paint_name(painter, self._theme, box.label, place, doubtful=box.doubtful)
        painter.setPen(self._theme.text)
        card.layout.draw(painter, origin)
        if reason := cards.reason(sentence):
            width = self.text_width(self._view.width())
            line = QRectF(origin.x(), origin.y() + cards.height(sentence) + GAP, width, self._small_metrics.height())
            painter.setPen(self._theme.muted)
            painter.setFont(self._small)
            shown = self._small_metrics.elidedText(reason, Qt.TextElideMode.ElideRight, width)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if note := cards.note(sentence):
            self._paint_note(painter, self.note_box(area, sentence), note)

    def _paint_note(self, painter: QPainter, box: QRectF, note: Note) -> None:
        metrics, middle = self._small_metrics, Qt.AlignmentFlag.AlignVCenter
        action = f" · {note.action}"
        room = box.width() - metrics.horizontalAdvance(action)
        words = metrics.elidedText(note.words, Qt.TextElideMode.ElideRight, round(room))
        painter.setFont(self._small)
        painter.setPen(self._theme.muted)
        painter.drawText(box, middle, words)
        painter.setPen(self._theme.accent)
        painter.drawText(box.adjusted(metrics.horizontalAdvance(words), 0, 0, 0), middle, action)

    def _paint_heading(self, painter: QPainter, area: QRect, sentence: int) -> None:
        if heading := self._view.cards.heading(sentence):
            metrics = QFontMetrics(self._caps)
            box = QRectF(MARGIN, area.top() + ABOVE, self._view.width() - 2 * MARGIN, metrics.height())
            painter.setFont(self._caps)
            painter.setPen(self._theme.muted)
            shown = metrics.elidedText(
                " ".join(heading.split()).upper(), Qt.TextElideMode.ElideRight, round(box.width())
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
