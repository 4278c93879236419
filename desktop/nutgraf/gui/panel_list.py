"""What the lists of the left panel have in common: rows painted by a delegate on the panel's own ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

    from nutgraf.gui.appearance import Appearance


class PanelList(QListView):
    """A list without frame or selection, whose rows are clicked; a rule stands where rows go on out of sight.

    `rule_below` says whether one stands at the lower edge too: not where the window has its own.
    """

    rule_below = True

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def show_with(self, name: str, rows: QAbstractItemModel, delegate: QAbstractItemDelegate) -> None:
        """Show these rows, painted by `delegate`, under an accessible name."""
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)

    def cut_edges(self) -> tuple[bool, bool]:
        """Return whether a rule stands at the upper and at the lower edge."""
        bar = self.verticalScrollBar()
        return bar.value() > bar.minimum(), self.rule_below and bar.value() < bar.maximum()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C for the list while it has the focus."""
        overrides = event.type() is QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return True
        return super().event(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; the rules stay where they are."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows and the rules."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self._appearance.theme.rule)
        for cut, y in zip(self.cut_edges(), (0, self.viewport().height() - 1), strict=True):
            if cut:
                painter.drawLine(0, y, self.viewport().width(), y)
