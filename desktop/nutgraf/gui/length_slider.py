"""The slider of a summary's length: its value is a count of sentences, its scale fine at the short end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

STEPS = 10_000  # places of the handle
NOTCH = 120  # eighths of a degree: one notch of a wheel
FINE = 24  # sentences up to which the scale is even


def place(sentences: int, most: int) -> int:
    """Return the handle's place, 0 to STEPS, for `sentences` of `most`."""
    low, high = 0, STEPS
    while low < high:
        middle = (low + high) // 2
        if _curve(middle, most) < sentences:
            low = middle + 1
        else:
            high = middle
    return low


def sentences_at(place: int, most: int) -> int:
    """Return how many sentences of `most` the handle's place, 0 to STEPS, stands for."""
    return round(_curve(place, most))


def _curve(place: int, most: int) -> float:
    """Even for short articles; for long ones the part above FINE grows with the fourth power."""
    share = place / STEPS
    fine = min(most - 1, FINE)
    return 1 + fine * share + (most - 1 - fine) * share**4


class LengthSlider(QSlider):
    """A horizontal slider from 1 to all sentences. Arrow keys and the wheel move by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._turned = 0  # of the wheel, in eighths of a degree, since the last step
        self.setRange(1, 1)
        self.setMinimumWidth(48)
        self.setAccessibleName("Length of the summary, in sentences")

    def set_most(self, most: int) -> None:
        """Set how many sentences there are, at least 1."""
        self.setRange(1, max(1, most))
        self.setPageStep(max(1, most // 10))

    def step(self, by: int) -> None:
        """Lengthen by so many sentences, or shorten."""
        self.setValue(self.value() + by)

    def initStyleOption(self, option: QStyleOptionSlider) -> None:
        """Draw the handle where the scale has it."""
        super().initStyleOption(option)
        if self.maximum() > 1:
            option.minimum, option.maximum = 0, STEPS
            option.sliderPosition = place(self.sliderPosition(), self.maximum())
            option.sliderValue = option.sliderPosition

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the button is pressed, and follow from there."""
        if event.button() is not Qt.MouseButton.LeftButton or self.maximum() == 1:
            event.ignore()
            return
        self.setSliderDown(True)
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while its button is down."""
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where the button was released."""
        event.accept()
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move by one sentence for each notch."""
        event.accept()
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        self.step(notches)

    def _follow(self, event: QMouseEvent) -> None:
        event.accept()
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style = self.style()
        parts = (QStyle.SubControl.SC_SliderGroove, QStyle.SubControl.SC_SliderHandle)
        groove, handle = (style.subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self) for part in parts)
        at = event.position().toPoint().x() - groove.left() - handle.width() // 2
        where = QStyle.sliderValueFromPosition(
            0, STEPS, at, groove.width() - handle.width(), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        )
        self.setValue(sentences_at(where, self.maximum()))
