"""Fields that show and change one setting each, made from its declaration, and follow it when others change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSlider, QSpinBox, QToolButton, QWidget

from nutgraf.gui.typography import reading_face
from nutgraf.settings import FACE

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from nutgraf.gui.appearance import Appearance
    from nutgraf.settings import Setting

Choices = tuple[tuple[str, str], ...]


def field(appearance: Appearance, setting: Setting, choices: Choices = ()) -> QWidget:
    """Return the field that fits a setting; `choices` (value, words) are those that its declaration cannot know."""
    if choices or setting.choices:
        return ChoiceField(appearance, setting, choices or setting.choices)
    if isinstance(setting.default, bool):
        return SwitchField(appearance, setting)
    return NumberField(appearance, setting)


class ChoiceField(QComboBox):
    """One of several words. The reading faces are shown each in itself."""

    def __init__(self, appearance: Appearance, setting: Setting, choices: Choices) -> None:
        super().__init__()
        self._settings, self._setting = appearance.settings, setting
        self.setAccessibleName(setting.words)
        for value, words in choices:
            self.addItem(words, value)
            if setting is FACE:
                self.setItemData(self.count() - 1, reading_face(value), Qt.ItemDataRole.FontRole)
        self._show(setting)
        self.activated.connect(lambda _: self._settings.set(setting, self.currentData()))
        appearance.setting_changed.connect(self._show)

    def _show(self, changed: Setting) -> None:
        if changed is self._setting:
            self.setCurrentIndex(self.findData(self._settings.get(changed)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the dialog: whoever scrolls does not mean to choose."""
        event.ignore()


class SwitchField(QCheckBox):
    """On or off."""

    def __init__(self, appearance: Appearance, setting: Setting) -> None:
        super().__init__(setting.words)
        self._settings, self._setting = appearance.settings, setting
        self._show(setting)
        self.clicked.connect(lambda on: self._settings.set(setting, bool(on)))
        appearance.setting_changed.connect(self._show)

    def _show(self, changed: Setting) -> None:
        if changed is self._setting:
            self.setChecked(self._settings.flag(changed))


class NumberField(QWidget):
    """A number between two bounds: a slider for the hand, a box for the exact."""

    def __init__(self, appearance: Appearance, setting: Setting) -> None:
        super().__init__()
        self._settings, self._setting = appearance.settings, setting
        lowest, highest = bounds(setting)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(lowest, highest)
        self.slider.setMinimumWidth(120)
        self.slider.setPageStep(setting.step)
        self.box = QSpinBox(minimum=lowest, maximum=highest, suffix=setting.unit)
        self.box.setMinimumWidth(156)
        self.box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.box.setKeyboardTracking(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.slider, self.box):
            part.setAccessibleName(setting.words)
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(part)
        self.setFocusProxy(self.slider)
        self._show(setting)
        self.slider.valueChanged.connect(lambda value: self._settings.set(setting, value))
        self.box.valueChanged.connect(lambda value: self._settings.set(setting, value))
        appearance.setting_changed.connect(self._show)

    def _show(self, changed: Setting) -> None:
        if changed is self._setting:
            for part in (self.slider, self.box):
                part.setValue(self._settings.number(changed))


class StepField(QWidget):
    """A number with a button for less and one for more."""

    def __init__(self, appearance: Appearance, setting: Setting) -> None:
        super().__init__()
        self._appearance, self._setting = appearance, setting
        self._value = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance(f" 000{setting.unit} "))
        self.less, self.more = self._button("minus", "Less"), self._button("plus", "More")
        self.less.clicked.connect(lambda: self._step(-setting.step))
        self.more.clicked.connect(lambda: self._step(+setting.step))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (self.less, self._value, self.more):
            row.addWidget(part)
        self._show(setting)
        appearance.setting_changed.connect(self._show)
        appearance.changed.connect(self._set_icons)
        self._set_icons()

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(16, 16))
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setObjectName(icon)
        button.setAccessibleName(f"{self._setting.words}: {words.lower()}")
        button.setToolTip(words)
        return button

    def _set_icons(self) -> None:
        for button in (self.less, self.more):
            button.setIcon(self._appearance.icon(button.objectName()))

    def _step(self, by: int) -> None:
        lowest, highest = bounds(self._setting)
        value = self._appearance.settings.number(self._setting) + by
        self._appearance.settings.set(self._setting, min(max(value, lowest), highest))

    def _show(self, changed: Setting) -> None:
        if changed is self._setting:
            value = self._appearance.settings.number(changed)
            self._value.setText(f"{value}{changed.unit}")
            self.less.setDisabled(value == bounds(changed)[0])
            self.more.setDisabled(value == bounds(changed)[1])


def bounds(setting: Setting) -> tuple[int, int]:
    """Return the lowest and the highest value of a setting of a number."""
    assert setting.bounds, f"{setting.name} is a number without bounds"
    return setting.bounds


def label_of(editor: QWidget, words: str) -> QLabel:
    """Return the label of a field, of the field's height so that their words stand on one line."""
    label = QLabel(words)
    label.setBuddy(editor)
    label.setMinimumHeight(editor.sizeHint().height())
    return label
