"""The article's keywords in a quiet row or two; a click steers the summary towards one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nutgraf.gui.heading import SMALL
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from nutgraf.gui.appearance import Appearance
    from nutgraf.text.keyword import Keyword

SPACE = 14  # pixels between two keywords
PAD = 3  # pixels around a word's letters


class KeywordButton(QAbstractButton):
    """One keyword: muted, in the accent under the pointer, underlined while the summary is about it."""

    def __init__(self, appearance: Appearance, keyword: Keyword, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        count = counted(keyword.sentences, "sentence")
        self.setText(keyword.words)
        self.setCheckable(True)
        self.setAccessibleName(f"About “{keyword.words}”")
        self.setAccessibleDescription(f"In {count}")
        self.setToolTip(f"In {count}: make the summary about it")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _font(self) -> QFont:
        font = self._appearance.interface_font(SMALL)
        font.setUnderline(self.isChecked())
        return font

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * PAD + 1, metrics.height() + 2 * PAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys but Space to the row."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the word."""
        theme, font = self._appearance.theme, self._font()
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(theme.accent if self.isChecked() or self.underMouse() else theme.muted)
        words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2 * PAD + 1)
        painter.drawText(self.rect().adjusted(PAD, 0, -PAD, 0), Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.accent, 1.5))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


class KeywordRow(QWidget):
    """The keywords that fit.

    `toggled(words, on)` asks to make the summary about one, or no longer; `heightChanged()` says that they take other lines.
    """

    toggled = Signal(str, bool)
    heightChanged = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._buttons: list[KeywordButton] = []
        self._keywords: tuple[Keyword, ...] = ()
        self._most = 2
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Keywords of the article")
        self._place()

    def show_keywords(self, keywords: Sequence[Keyword]) -> None:
        """Show these, the best first."""
        if tuple(keywords) == self._keywords:
            return
        self._keywords = tuple(keywords)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [KeywordButton(self._appearance, keyword, self) for keyword in keywords]
        for button, keyword in zip(self._buttons, keywords, strict=True):
            button.clicked.connect(lambda on, words=keyword.words: self.toggled.emit(words, on))
        self._place()

    def way_in(self) -> list[QWidget]:
        """Return what the Tab key stops at: the first word, if there is one; the arrow keys go on from there."""
        return [*self._buttons[:1]]

    def show_topic(self, words: str) -> None:
        """Show which keywords the summary is about."""
        topic = words.lower().split()
        for button in self._buttons:
            button.setChecked(all(word in topic for word in button.text().lower().split()))

    def set_lines(self, most: int) -> None:
        """Take at most so many lines."""
        self._most = most
        self._place()

    def restyle(self) -> None:
        """Take face and colours from the appearance."""
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words into lines anew."""
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        """Put the words into lines, hide those that do not fit, and take the height that is needed."""
        line = QFontMetrics(self._appearance.interface_font(SMALL)).height() + 2 * PAD
        at = QPoint(-PAD, 0)
        full = False
        for number, button in enumerate(self._buttons):
            size = button.sizeHint().boundedTo(QSize(self.width() + PAD, line))
            if at.x() + size.width() > self.width() + PAD and at.x() > 0:
                at = QPoint(-PAD, at.y() + line)
            full = full or at.y() >= self._most * line
            button.setGeometry(QRect(at, size))
            button.setVisible(not full)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
            at += QPoint(size.width() + SPACE - 2 * PAD, 0)
        shown = [button.geometry().bottom() + 1 for button in self._buttons if not button.isHidden()]
        before, height = self.minimumHeight(), max(shown, default=line)
        self.setFixedHeight(height)
        if height != before:
            self.heightChanged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from word to word with the arrow keys; Enter is a click, as Space is."""
        shown = [button for button in self._buttons if button.isVisible()]
        at = next((number for number, button in enumerate(shown) if button.hasFocus()), -1)
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if at >= 0 and step:
            shown[(at + step) % len(shown)].setFocus()
        elif at >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            shown[at].click()
        else:
            super().keyPressEvent(event)
