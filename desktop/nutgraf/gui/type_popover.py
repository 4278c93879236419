"""The small panel under “Aa”: colours and type at hand, the rest one click further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nutgraf import settings as declared
from nutgraf.gui.enter_presses import EnterPresses
from nutgraf.gui.setting_fields import StepField, field, label_of
from nutgraf.gui.swatch import Swatch

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance
    from nutgraf.settings import Setting

SHOWN = (declared.FACE, declared.TEXT_SIZE, declared.LEADING, declared.MEASURE, declared.SPACING)


class TypePopover(QFrame):
    """Changes the theme, the face, the size, the leading, the measure and the spacing. Esc or a click beside it closes it."""

    settings_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._settings = appearance.settings
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # a click on “Aa” closes it, and does not open it again
        self.setObjectName("typePopover")
        self.setAccessibleName("Type and colours")
        form = QFormLayout(fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(8)
        for setting in SHOWN:
            editor = StepField(appearance, setting) if setting.bounds else field(appearance, setting)
            form.addRow(label_of(editor, setting.words), editor)
        more = QPushButton("All settings…", autoDefault=False)
        more.clicked.connect(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(14)
        column.addLayout(self._swatches(appearance))
        column.addLayout(form)
        column.addWidget(more)
        appearance.setting_changed.connect(self._show)
        self._show(declared.THEME)
        EnterPresses(self)

    def _swatches(self, appearance: Appearance) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._group = QButtonGroup(self)
        for value, words in declared.THEME.choices:
            swatch = Swatch(appearance, value, words)
            swatch.clicked.connect(lambda _=False, value=value: self._settings.set(declared.THEME, value))
            self._group.addButton(swatch)
            row.addWidget(swatch)
        row.addStretch(1)
        return row

    def _show(self, changed: Setting) -> None:
        if changed is declared.THEME:
            for swatch in self._group.buttons():
                if isinstance(swatch, Swatch) and swatch.value == self._settings.text(declared.THEME):
                    swatch.setChecked(True)

    def _more(self) -> None:
        self.close()
        self.settings_requested.emit()

    def show_below(self, widget: QWidget) -> None:
        """Show the panel under a button, its right edge in line with it, inside the screen."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 4))
        room = widget.screen().availableGeometry()
        left = min(max(corner.x(), room.left()), room.right() - self.width() + 1)
        top = min(corner.y(), room.bottom() - self.height() + 1)
        self.move(left, max(top, room.top()))
        self.show()
        checked = self._group.checkedButton()
        if checked:
            checked.setFocus(Qt.FocusReason.PopupFocusReason)
