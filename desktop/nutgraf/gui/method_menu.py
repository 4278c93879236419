"""The button that names the method of summary, and its menu: each method with a line on when it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QMenu, QToolButton, QWidgetAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QAction, QEnterEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from nutgraf.gui.appearance import Appearance

MARK = 30  # pixels before the words: room for the dot of the method in use
PADDING = 6
FRAME, ARROW = 10, 27  # pixels before the words on the button, and after them
NARROW, WIDE = 220, 380  # of a row, in pixels


class MethodButton(QToolButton):
    """Shows the method in use. `chosen(name)` asks for another."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, methods: Sequence[tuple[str, str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("method")
        self._appearance = appearance
        self._titles = {name: title for name, title, _ in methods}
        self.name = self._shown = ""
        self._room = 0
        menu = QMenu(self)
        self._rows: dict[str, MethodRow] = {}
        group = QButtonGroup(self)
        for name, title, serves in methods:
            row = MethodRow(appearance, title, serves, menu)
            row.clicked.connect(lambda _=False, name=name: self._choose(name))
            group.addButton(row)
            action = QWidgetAction(menu)
            action.setDefaultWidget(row)
            action.triggered.connect(lambda _=False, name=name: self._choose(name))
            menu.addAction(action)
            self._rows[name] = row
        menu.aboutToShow.connect(lambda: QTimer.singleShot(0, self._begin_at_current))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_method(methods[0][0] if methods else "")

    def offer(self, action: QAction, serves: str) -> None:
        """Offer a switch below the methods, with a line on what it does."""
        menu = self.menu()
        row = MethodRow(self._appearance, action.text(), serves, menu)
        entry = QWidgetAction(menu)
        entry.setDefaultWidget(row)

        def follow() -> None:
            row.setChecked(action.isChecked())
            row.setEnabled(action.isEnabled())
            entry.setVisible(action.isEnabled())
            rule.setVisible(action.isEnabled())

        def give() -> None:
            menu.close()
            action.trigger()
            follow()

        rule = menu.addSeparator()
        menu.addAction(entry)
        row.clicked.connect(give)
        entry.triggered.connect(give)
        action.changed.connect(follow)
        follow()

    def show_use(self, method: str, why: str) -> None:
        """Show what ranked the sentences; `why` says why the first of the methods, which chooses, took it."""
        if why:
            self.set_method(next(iter(self._rows)), method, why)
        else:
            self.set_method(method)

    def set_method(self, name: str, taken: str = "", why: str = "") -> None:
        """Show that `name` is in use; one that chooses among the others has `taken` one, and says why in a phrase."""
        if name in self._rows:
            self._rows[name].setChecked(True)
            self._rows[name].set_now(f"Now {self._title(taken)} ({why})." if taken else "")
        self.name, self._shown = name, taken or name
        title = self._title(name)
        self._show_title()
        self.setAccessibleName(f"Method of summary: {title}" + (f", now {self._title(taken)}" if taken else ""))
        chosen = f"{self._title(taken)}, chosen automatically ({why})" if taken else title
        self.setToolTip(f"{chosen}. How the sentences of the summary are chosen")

    def _title(self, name: str) -> str:
        return self._titles.get(name, name)

    def set_room(self, room: int) -> None:
        """Cut the name on the button at so many pixels."""
        self._room = room
        self._show_title()

    def _show_title(self) -> None:
        self.setText(self._written(self._shown))
        first = self._written(next(iter(self._rows), ""))  # what is shown until the choice is known: nothing moves then
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(first) + FRAME + ARROW)

    def _written(self, name: str) -> str:
        return self.fontMetrics().elidedText(self._title(name), Qt.TextElideMode.ElideRight, self._room)

    def _begin_at_current(self) -> None:
        for name, action in zip(self._rows, self.menu().actions(), strict=False):  # what is offered besides comes after
            if name == self.name:
                self.menu().setActiveAction(action)

    def _choose(self, name: str) -> None:
        self.menu().close()
        if name != self.name:
            self.set_method(name)
            self.chosen.emit(name)


class MethodRow(QAbstractButton):
    """One method in the menu: its title, below it when it serves."""

    def __init__(self, appearance: Appearance, title: str, serves: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._serves = self._told = serves
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(serves)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def set_now(self, words: str) -> None:
        """Say besides when it serves what it does now."""
        self._told = f"{self._serves} {words}".strip()
        self.setAccessibleDescription(self._told)
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._appearance.interface_font(), self._appearance.interface_font(11.5 / 13)

    def _serves_box(self, width: int) -> QRect:
        small = QFontMetrics(self._fonts()[1])
        return small.boundingRect(QRect(0, 0, width, 1000), Qt.TextFlag.TextWordWrap, self._told)

    def sizeHint(self) -> QSize:
        """Return a size for the title and at most a few lines of when it serves."""
        title, small = (QFontMetrics(font) for font in self._fonts())
        widest = max(title.horizontalAdvance(self.text()), small.horizontalAdvance(self._told))
        width = min(max(NARROW, widest + MARK + 16), WIDE)
        height = title.height() + self._serves_box(width - MARK - 14).height()
        return QSize(width, height + 2 * PADDING)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the focus, so that the row under the mouse is the one that Enter takes."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show the row plain again."""
        self.clearFocus()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as in any menu; the arrows are the menu's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the row."""
        theme = self._appearance.theme
        title, small = self._fonts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus() or self.underMouse():
            wash = QColor(theme.text)
            wash.setAlphaF(0.08)
            painter.setBrush(wash)
            painter.drawRoundedRect(self.rect().adjusted(4, 1, -4, -1), 5, 5)
        top, line = PADDING, QFontMetrics(title).height()
        if self.isChecked():
            painter.setBrush(theme.accent)
            painter.drawEllipse(MARK // 2 - 2, top + line // 2 - 3, 7, 7)
        painter.setPen(theme.text)
        painter.setFont(title)
        width = self.width() - MARK - 14
        painter.drawText(QRect(MARK, top, width, line), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setPen(theme.muted)
        painter.setFont(small)
        box = QRect(MARK, top + line, width, self.height() - top - line)
        painter.drawText(box, Qt.TextFlag.TextWordWrap, self._told)
