"""The strip at the right edge: where in the article the marked places are, and what part of it is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.reader_view import ReaderView

WIDTH, TRACK, INSET = 20, 8, 10


class Tick(NamedTuple):
    """A marked place: its offset, and its colour; `boxed` as watched names are."""

    offset: int
    colour: QColor
    boxed: bool = False


class OverviewStrip(QWidget):
    """Shows ticks and the part in sight; a click or a drag scrolls there."""

    def __init__(self, view: ReaderView, appearance: Appearance) -> None:
        super().__init__()
        self._view, self._appearance = view, appearance
        self._ticks: tuple[Tick, ...] = ()
        self._fractions: dict[int, float] = {}  # by offset, until the text is laid out anew
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Overview of marked places")
        self.setToolTip("Where summary sentences, search results and the chosen name are")
        view.layout_changed.connect(self._forget)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.verticalScrollBar().rangeChanged.connect(self.update)
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as the strip, as high as it is let."""
        return QSize(WIDTH, 100)

    def set_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these places, later ones above earlier ones."""
        self._ticks = tuple(ticks)
        self.update()

    def _forget(self) -> None:
        self._fractions.clear()
        self.update()

    def _track(self) -> QRectF:
        return QRectF((self.width() - TRACK) / 2 + 1, INSET, TRACK, max(self.height() - 2 * INSET, 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, part in sight, and ticks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, track = self._appearance.theme, self._track()
        painter.fillRect(self.rect(), theme.page)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(track, 4, 4)
        bar = self._view.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        if self._view.article and bar.maximum() > 0:
            top, height = bar.value() / whole, bar.pageStep() / whole
            painter.setBrush(theme.rule)
            thumb = max(height * track.height(), 24)
            at = track.top() + top / max(1 - height, 0.001) * (1 - height) * track.height()
            at = min(at, track.bottom() - thumb)
            painter.drawRoundedRect(QRectF(track.left(), at, track.width(), thumb), 4, 4)
        for y, tick in self._rows(track).items():
            painter.setPen(QPen(tick.colour, 1) if tick.boxed else Qt.PenStyle.NoPen)
            painter.setBrush(theme.page if tick.boxed else tick.colour)
            box = QRectF(track.left() - 1.5, y - 2.5, TRACK + 3, 5)
            painter.drawRect(box if tick.boxed else QRectF(track.left(), y - 1.5, TRACK, 3))

    def _rows(self, track: QRectF) -> dict[int, Tick]:
        """Return the rows of pixels that have a tick, with the last one there; the last of all stands last."""
        if not self._view.article:
            return {}
        fractions, top, height = self._fractions_of_ticks(), track.top(), track.height()
        backwards: dict[int, Tick] = {}
        for tick in reversed(self._ticks):
            backwards.setdefault(round(top + fractions[tick.offset] * height), tick)
        return dict(reversed(backwards.items()))

    def _fractions_of_ticks(self) -> dict[int, float]:
        """Return how far down each tick's place is: by the words before it until the whole text is laid out."""
        if not self._view.is_laid_out():
            return {tick.offset: self._view.share_of(tick.offset) for tick in self._ticks}
        for tick in self._ticks:
            if tick.offset not in self._fractions:
                self._fractions[tick.offset] = self._view.fraction_of(tick.offset)
        return self._fractions

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Scroll to where the strip was clicked."""
        self._scroll_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll along with a drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text as if the wheel were turned over it."""
        self._view.wheelEvent(event)

    def _scroll_to(self, point: QPointF) -> None:
        track, bar = self._track(), self._view.verticalScrollBar()
        fraction = (point.y() - track.top()) / track.height()
        bar.setValue(round(fraction * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
