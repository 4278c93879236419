"""A few lines that show how an article will look."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from nutgraf.gui.appearance import Appearance

WORDS = (
    ("", "“The ferry will sail in any weather that lets it,” said "),
    ("person", "Marta Lindqvist"),
    ("", ", who runs the line for the "),
    ("organization", "Northern Harbour Company"),
    ("", ". Its two boats cross the strait 14 times a day."),
)


class TypeSample(QLabel):
    """Shows WORDS in the reading face, size, leading, spacing and colours that are set."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self._appearance = appearance
        self.setObjectName("typeSample")
        self.setAccessibleName("How an article will look")
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumSize(260, 220)
        self.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored
        )  # large type is cut, the dialog stays
        appearance.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        theme, font = self._appearance.theme, self._appearance.reading_font()
        fills = {"person": theme.person_fill, "organization": theme.organization_fill}
        line = round(font.pixelSize() * self._appearance.leading)
        self.setFont(font)
        words = "".join(_marked(text, fills.get(kind)) for kind, text in WORDS)
        self.setText(f'<p style="line-height: {line}px">{words}</p>')


def _marked(text: str, fill: QColor | None) -> str:
    words = escape(text)
    return f'<span style="background: {fill.name()}">{words}</span>' if fill else words
