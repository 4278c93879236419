"""The bar at the top: open, back and forth, the title, find, type, export."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from nutgraf.gui.actions import Actions
    from nutgraf.gui.appearance import Appearance

HEIGHT = 48


class TopBar(QWidget):
    """Buttons for the commands that are used most, around the title."""

    def __init__(self, appearance: Appearance, actions: Actions, menu: QMenu) -> None:
        super().__init__()
        self._appearance, self._icons = appearance, list[tuple[QToolButton, str]]()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.recent = QMenu(self, toolTipsVisible=True)
        self.open = self._framed("Open…", actions["open"])
        self.open.setMenu(self.recent)
        self.open.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.back = self._plain("chevron-left", actions["back"])
        self.forward = self._plain("chevron-right", actions["forward"])
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setObjectName("articleTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole_title = ""
        self.find_button = self._plain("search", actions["find"], "Find")
        self.type = self._plain("", None, "Aa")
        self.type.setToolTip("Type and colours")
        self.type.setAccessibleName("Type and colours")
        self.export = self._framed("Export Markdown", actions["export_markdown"])
        export_menu = QMenu(self)
        for name in ("export_markdown", "copy_markdown", "export_html", "export_json", "print"):
            export_menu.addAction(actions[name])
        self.export.setMenu(export_menu)
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.menu = self._plain("ellipsis-vertical", None)
        self.menu.setToolTip("Menu (F10)")
        self.menu.setAccessibleName("Menu")
        self.menu.setMenu(menu)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        appearance.changed.connect(self._set_icons)
        self._set_icons()

    def _lay_out(self) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        for side, widgets in (
            (left, (self.open, self.back, self.forward)),
            (right, (self.find_button, self.type, self.export, self.menu)),
        ):
            side.setSpacing(6)
            for widget in widgets:
                side.addWidget(widget)
        left.addStretch(1)
        right.insertStretch(0, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.addLayout(left, 1)
        row.addWidget(self._title, 2)
        row.addLayout(right, 1)

    def _framed(self, words: str, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setToolTip(_tip(action))
        button.setProperty("framed", True)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _plain(self, icon: str, action: QAction | None, words: str = "") -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setText(words)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if words:
            beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonTextOnly
            button.setToolButtonStyle(beside if icon else alone)
        if action:
            button.setToolTip(_tip(action))
            button.setAccessibleName(action.text().rstrip("…"))
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
        if icon:
            self._icons.append((button, icon))
        return button

    def _set_icons(self) -> None:
        for button, icon in self._icons:
            button.setIcon(self._appearance.icon(icon))

    def set_title(self, title: str) -> None:
        """Show the article's title, cut at the end if it is too long."""
        self._whole_title = title
        self._title.setToolTip(f"<qt>{html.escape(title)}</qt>" if title else "")  # else markup in it would be followed
        self._elide()

    def _elide(self) -> None:
        self._title.setText(
            self._title.fontMetrics().elidedText(
                self._whole_title, Qt.TextElideMode.ElideRight, max(self._title.width() - 8, 40)
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title anew."""
        super().resizeEvent(event)
        self._elide()


def _tip(action: QAction) -> str:
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    words = action.text().rstrip("…")
    return f"{words} ({keys})" if keys else words
