"""The dialog that edits one of the reader's own lists of names as what it is: a plain text file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from nutgraf.errors import SettingError

if TYPE_CHECKING:
    from nutgraf.names.list_file import ListFile

EXPLAINED = {
    "names.txt": (
        "Corrections of names",
        """One sentence a line, such as “Jordan” is a person, or “IBM” is the same as “International Business Machines”.
A correction without “in …” holds in every article.""",
    ),
    "watch.txt": (
        "Names to watch",
        "One name a line; other forms of it after an equals sign, parted by commas: Deutsche Bahn = DB, Bahn",
    ),
}
COMPLAINTS = 3  # shown at once


class ListDialog(QDialog):
    """Shows a file's text, says as it is typed what is not understood, and writes it when told to.

    Raises:
        SettingError: the file cannot be read.

    """

    def __init__(self, file: ListFile[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        title, syntax = EXPLAINED[file.file.name]
        self.setWindowTitle(title)
        self.editor = QPlainTextEdit(file.text())
        self.editor.setAccessibleName(title)
        self.editor.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.editor.setTabChangesFocus(True)
        self.complaints = _label()
        self.complaints.setObjectName("complaints")
        self.place = _label(str(file.file))
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.place.setObjectName("place")
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(9)
        for widget in (_label(syntax), self.editor, self.complaints, self.place, buttons):
            column.addWidget(widget)
        self.editor.textChanged.connect(self._check)
        self._check()
        self.resize(720, 480)

    def _check(self) -> None:
        found = self._file.understand(self.editor.toPlainText()).complaints
        rest = len(found) - COMPLAINTS
        more = [f"and {rest} more"] if rest > 0 else []
        self.complaints.setText("\n".join((*found[:COMPLAINTS], *more)))
        self.complaints.setVisible(bool(found))

    def _save(self) -> None:
        text = self.editor.toPlainText()
        try:
            self._file.replace(text if text.endswith("\n") or not text else text + "\n")
        except SettingError as error:
            self.complaints.setText(str(error))
            self.complaints.show()
            return
        self.accept()


def _label(words: str = "") -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
