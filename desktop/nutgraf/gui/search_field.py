"""A field in which words are searched, with a button that clears it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton


class SearchField(QLineEdit):
    """Invites with `placeholder`; screen readers hear `name`, and what the button does."""

    def __init__(self, placeholder: str, name: str = "") -> None:
        super().__init__(placeholderText=placeholder, clearButtonEnabled=True)
        self.setAccessibleName(name or placeholder)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName("Clear")
