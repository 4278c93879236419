"""The slim bar that shows what parts of the article the summary draws from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nutgraf.gui.theme import mixed
from nutgraf.text.coverage import Coverage

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from nutgraf.gui.appearance import Appearance

HEIGHT, TRACK = 14, 4  # pixels
LEAST = 3  # pixels of a sentence
GAP = 2  # pixels between sections
NEAR = 5  # pixels beside a sentence that are still its own
NOTHING = Coverage((), (), 0, 0)


class CoverageBar(QWidget):
    """Shows a coverage. `placeChosen(share)` asks to go to a place of the article, 0 to 1."""

    placeChosen = Signal(float)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._coverage = NOTHING
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("What the summary draws from")
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a slim size."""
        return QSize(100, HEIGHT)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show what a summary draws from."""
        self._coverage, self._current = coverage, -1
        words = coverage.in_words()
        self.setToolTip(f"{words} Click to go there." if words else "")
        self.setAccessibleDescription(words)
        self.setEnabled(bool(words))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the track, parted where sections begin, and the sentences on it."""
        theme, width = self._appearance.theme, self.width()
        top = (self.height() - TRACK) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(theme.panel, theme.text, 0.3 if theme.high_contrast else 0.1))
        for start, end in self._sections(width):
            painter.drawRoundedRect(QRectF(start, top, max(end - start, 1), TRACK), 1, 1)
        painter.setBrush(theme.summary_line)
        painted = -1.0
        for stretch in self._coverage.stretches:
            left, right = stretch.start * width, stretch.end * width
            if right > painted:  # a long summary has many sentences to a pixel
                painted = max(right, left + LEAST)
                painter.drawRect(QRectF(left, top, painted - left, TRACK))
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _sections(self, width: int) -> list[tuple[float, float]]:
        """Return where the track is painted: whole where the sections would be too narrow to be told apart."""
        parts = self._coverage.parts
        if len(parts) < 2 or width / len(parts) < 3 * GAP:
            return [(0, width)]
        return [(part.start * width + (GAP if number else 0), part.end * width) for number, part in enumerate(parts)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the sentence at the pointer, or to the place where none is near."""
        if event.button() is Qt.MouseButton.LeftButton:
            at = event.position().x()
            near = [
                stretch.start
                for stretch in self._coverage.stretches
                if stretch.start * self.width() - NEAR <= at <= stretch.end * self.width() + NEAR
            ]
            place = min(near, key=lambda start: abs(start * self.width() - at), default=at / self.width())
            self.placeChosen.emit(min(max(place, 0.0), 1.0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or previous sentence of the summary with the arrow keys."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._coverage.stretches:
            super().keyPressEvent(event)
            return
        self._current = min(max(self._current + step, 0), len(self._coverage.stretches) - 1)
        self.placeChosen.emit(self._coverage.stretches[self._current].start)

    def changeEvent(self, event: QEvent) -> None:
        """Show the pointer's hand only while there is a place to go to."""
        if event.type() is QEvent.Type.EnabledChange:
            self.setCursor(Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor)
        super().changeEvent(event)
