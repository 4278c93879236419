"""The left column: the summary on top at the height it needs, the names below, and a handle that cannot be seen between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from nutgraf.gui.names_panel import NamesPanel
from nutgraf.gui.summary_panel import SummaryPanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from nutgraf.gui.appearance import Appearance

WIDTH, NARROWEST = 408, 300  # pixels
SUMMARY_SHARE = 0.65  # of the height, at most, where the names need the rest
LEAST = 110  # pixels of either part


class LeftPanel(QWidget):
    """`summary` above `names`. The summary's share follows its content until someone moves the handle."""

    def __init__(
        self, appearance: Appearance, methods: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.summary = SummaryPanel(appearance, methods)
        self.names = NamesPanel(appearance)
        self.share: float | None = None
        """The summary's part of the height, 0 to 1, where someone chose it."""
        self.setMinimumWidth(NARROWEST)
        self.setObjectName("leftPanel")  # the style sheet paints its ground, and the rule towards the text
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(5)
        self._splitter.setAccessibleName("Summary and names")
        for part in (self.summary, self.names):
            part.setMinimumHeight(LEAST)
            self._splitter.addWidget(part)
            part.contentChanged.connect(self._balance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.addWidget(self._splitter)
        self._splitter.splitterMoved.connect(self._on_moved)
        self._splitter.handle(1).installEventFilter(self)
        self._splitter.handle(1).setAccessibleName("Height of the summary and of the names")
        self._splitter.handle(1).setToolTip("Drag to give the summary or the names more room; double-click to undo")

    def sizeHint(self) -> QSize:
        """Return the width of the drawing."""
        return QSize(WIDTH, 800)

    def set_share(self, share: float | None) -> None:
        """Give the summary this part of the height, or None to let its content decide."""
        self.share = share
        self._balance()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out anew."""
        super().resizeEvent(event)
        self._balance()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the content decide again when the handle is double-clicked."""
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self.set_share(None)
            return True
        return super().eventFilter(watched, event)

    def _on_moved(self, place: int) -> None:
        self.share = place / max(1, self._splitter.height())

    def _balance(self) -> None:
        height = self._splitter.height() - self._splitter.handleWidth()
        if self.share is not None:
            summary = round(self.share * height)
        else:
            for_names = height - self.names.natural_height(height)
            summary = min(self.summary.natural_height(height), max(round(height * SUMMARY_SHARE), for_names))
        summary = max(LEAST, min(summary, height - LEAST))
        self._splitter.setSizes([summary, height - summary])
