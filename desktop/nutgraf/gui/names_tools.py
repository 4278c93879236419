"""What stands in the first heading of the names: a magnifier that opens the search, and a menu of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from nutgraf.gui.appearance import Appearance

HEIGHT = 24
ICON = 14


class NamesTools(QWidget):
    """Two small buttons, laid over the list's first heading; `menu` is filled by others as it opens."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.search = self._button("Search the names (Ctrl+Shift+F)", "Search the names")
        self.more = self._button("Order, copy, watch and correct names", "More about names")
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.search)
        row.addWidget(self.more)
        self.setFixedHeight(HEIGHT)

    def _button(self, tip: str, name: str) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setObjectName("small")
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setIconSize(QSize(ICON, ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        return button

    def restyle(self) -> None:
        """Take colours from the appearance, once there is something to be seen: icons take their time."""
        if self.isHidden():
            return
        self.search.setIcon(self._appearance.icon("search", muted=True))
        self.more.setIcon(self._appearance.icon("ellipsis", muted=True))

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icons."""
        self.restyle()
        super().showEvent(event)
