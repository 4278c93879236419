"""The dialog that shows the keys."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Key = tuple[str, str, str]
"""The group, the keys as the system writes them, and what they do."""


class KeysDialog(QDialog):
    """Shows keys by group, in two columns of about the same height."""

    def __init__(self, keys: Iterable[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        groups = [(name, list(rows)) for name, rows in groupby(keys, key=lambda key: key[0])]
        columns = QHBoxLayout()
        columns.setSpacing(40)
        for half in _halves(groups):
            columns.addLayout(_column(half))
        page = QWidget()
        page.setObjectName("keys")
        page.setLayout(columns)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(buttons)
        wanted = page.sizeHint()
        self.resize(wanted.width() + 60, min(wanted.height() + 80, self.screen().availableGeometry().height() - 80))


def _halves(groups: Sequence[tuple[str, list[Key]]]) -> tuple[list[tuple[str, list[Key]]], list[tuple[str, list[Key]]]]:
    """Split the groups where the higher of the two columns is lowest."""
    heights = [len(rows) + 2 for _, rows in groups]
    cut = min(range(len(groups) + 1), key=lambda at: (max(sum(heights[:at]), sum(heights[at:])), -at))
    return list(groups[:cut]), list(groups[cut:])


def _column(groups: Sequence[tuple[str, list[Key]]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    width = max((_key(keys).sizeHint().width() for _, rows in groups for _, keys, _ in rows), default=0)
    for name, rows in groups:
        heading = QLabel(name.upper())
        heading.setObjectName("heading")
        heading.setAccessibleName(name)
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 14)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, width)
        grid.setColumnStretch(1, 1)
        for line, (_, keys, words) in enumerate(rows):
            grid.addWidget(_key(keys), line, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(QLabel(words), line, 1)
        column.addLayout(grid)
    column.addStretch(1)
    return column


def _key(keys: str) -> QLabel:
    label = QLabel(keys)
    label.setObjectName("key")
    label.ensurePolished()
    return label
