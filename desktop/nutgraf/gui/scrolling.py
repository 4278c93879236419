"""Going to a place: a short glide and a flash, or neither for those who want no motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QTimer, QVariantAnimation

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.reader_view import ReaderView
    from nutgraf.text.span import Span

GLIDE, FLASH = 220, 1600  # milliseconds


class Scrolling:
    """Scrolls and flashes for one view."""

    def __init__(self, view: ReaderView, appearance: Appearance) -> None:
        self._view = view
        self._appearance = appearance
        self._glide = QPropertyAnimation(view.verticalScrollBar(), b"value", view)
        self._glide.setDuration(GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade = QVariantAnimation(view)
        self._fade.setDuration(FLASH)
        self._fade.setStartValue(1.0)
        self._fade.setKeyValueAt(0.4, 1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._set_strength)
        self._hold = QTimer(view, singleShot=True, interval=FLASH)
        self._hold.timeout.connect(lambda: self._set_strength(0.0))

    def scroll_to(self, value: int) -> None:
        """Bring a scroll value about, gliding unless motion is reduced."""
        bar = self._view.verticalScrollBar()
        self._glide.stop()
        value = max(bar.minimum(), min(value, bar.maximum()))
        if self._appearance.reduced_motion or not self._view.isVisible():
            bar.setValue(value)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(value)
        self._glide.start()

    def stop(self) -> None:
        """Glide no further."""
        self._glide.stop()

    def flash(self, span: Span) -> None:
        """Mark a span for a moment."""
        self._view.highlights.flashed = span
        self._fade.stop()
        self._hold.stop()
        self._set_strength(1.0)
        if self._appearance.reduced_motion:
            self._hold.start()
        else:
            self._fade.start()

    def _set_strength(self, strength: float) -> None:
        self._view.highlights.flash_strength = strength
        self._view.viewport().update()
