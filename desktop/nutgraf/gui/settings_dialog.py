"""The dialog of all settings. A change holds at once, and the window behind shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nutgraf import settings as declared
from nutgraf.gui.setting_fields import Choices, SwitchField, field, label_of
from nutgraf.gui.type_sample import TypeSample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.gui.appearance import Appearance
    from nutgraf.settings import Setting

GROUPS: tuple[tuple[str, tuple[Setting, ...]], ...] = (
    (
        "Reading",
        (
            declared.THEME,
            declared.FACE,
            declared.TEXT_SIZE,
            declared.LEADING,
            declared.MEASURE,
            declared.SPACING,
            declared.MOTION,
        ),
    ),
    ("Summary", (declared.METHOD, declared.SENTENCES, declared.EXPORT_REASONS)),
    ("Names", (declared.PEOPLE, declared.ORGANIZATIONS, declared.ENGINE, declared.DOUBT, declared.NAMES_ORDER)),
    ("Articles", (declared.PASTED,)),
)

WIDTH = 860  # pixels
FRAME = 60  # pixels of the screen's height that are left to the window's frame


class SettingsDialog(QDialog):
    """Shows the settings of GROUPS.

    Args:
        appearance: through which settings are read, changed and followed.
        methods: (name, title) of each method of summary.
        parent: the window.

    """

    def __init__(
        self, appearance: Appearance, methods: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = appearance.settings
        self.setWindowTitle("Settings")
        form = QFormLayout(fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(9)
        for heading, settings in GROUPS:
            form.addRow(_heading(heading))
            for setting in settings:
                choices: Choices = tuple(methods) if setting is declared.METHOD else ()
                editor = field(appearance, setting, choices)
                form.addRow("" if isinstance(editor, SwitchField) else label_of(editor, setting.words), editor)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(_scrolling(form), 3)
        sample = TypeSample(appearance)
        columns.addWidget(sample, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(18)
        column.addLayout(columns)
        column.addWidget(self._buttons())
        wanted = form.sizeHint().height() + self.sizeHint().height() - columns.sizeHint().height()
        room = self.screen().availableGeometry().size()
        sample.setVisible(self.minimumSizeHint().width() <= room.width())
        self.resize(min(WIDTH, room.width()), min(wanted, room.height() - FRAME))

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.RestoreDefaults | standard.Close)
        restore = buttons.button(standard.RestoreDefaults)
        restore.setText("Restore defaults")
        restore.setAutoDefault(False)
        restore.clicked.connect(self.restore)
        buttons.rejected.connect(self.reject)
        return buttons

    def restore(self) -> None:
        """Give every setting of the dialog its default."""
        for _, settings in GROUPS:
            for setting in settings:
                self._settings.set(setting, setting.default)


def _scrolling(form: QFormLayout) -> QScrollArea:
    """Return a form that scrolls where the screen is too low for it."""
    content = QWidget()
    content.setLayout(form)
    form.setContentsMargins(0, 0, 10, 0)
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    area.setMinimumWidth(content.sizeHint().width())
    for part in (area.viewport(), content):
        part.setAutoFillBackground(False)
    return area


def _heading(words: str) -> QLabel:
    label = QLabel(words.upper(), alignment=Qt.AlignmentFlag.AlignBottom)
    label.setObjectName("heading")
    label.setAccessibleName(words)
    label.setMinimumHeight(30)
    return label
