"""The bar that says that only the sentences with one name are shown, and shows all again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from nutgraf.gui.bidi import isolated
from nutgraf.gui.elided_label import ElidedLabel
from nutgraf.gui.excerpt import excerpt_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from nutgraf.gui.reader_view import ReaderView
    from nutgraf.gui.subject import Subject
    from nutgraf.text.sentences import Sentence


class OnlyBar(QWidget):
    """Narrows a view to the sentences with one name, and back: to where the reader was, or has gone meanwhile."""

    changed = Signal()

    def __init__(self, view: ReaderView) -> None:
        super().__init__()
        self._view = view
        self.subject: Subject | None = None
        """Whose sentences are shown alone."""
        self._place = self._place_after = 0
        self.setObjectName("onlyBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self._count = ElidedLabel(), QLabel()
        self._all = QToolButton(autoRaise=True)
        self._all.setText("Show all")
        self._all.setToolTip("Show the whole article (Esc)")
        self._all.setAccessibleName("Show all")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 10, 3)
        row.setSpacing(4)
        row.addWidget(self._words)
        row.addWidget(self._count)
        row.addSpacing(4)
        row.addWidget(self._all)
        row.addStretch(1)
        self._all.clicked.connect(self.end)
        view.escaped.connect(self.end)
        view.folding_changed.connect(self._follow)
        self.hide()

    def begin(self, subject: Subject, sentences: Sequence[Sentence]) -> None:
        """Show only the sentences that mention someone."""
        view = self._view
        if not view.article:
            return
        if not self.subject:
            self._place = view.place()
        excerpt = excerpt_of(view.article, sentences, subject)
        self.subject = subject
        self._words.set_text(f"Only sentences with {isolated(subject.name)}")
        self._count.setText(f"· {len(excerpt.sentences):,} of {len(sentences):,}")
        self.show()
        view.show_excerpt(excerpt)
        view.go_to_place(self._place)
        self._place_after = view.place()
        self.changed.emit()

    def end(self) -> None:
        """Show all of the article."""
        if not self.subject:
            return
        view = self._view
        place = self._place if view.place() == self._place_after else view.place()
        self._forget()
        view.show_excerpt(None)
        view.go_to_place(place)
        view.setFocus()
        self.changed.emit()

    def _follow(self) -> None:
        """Go away where something else has shown the whole article, or another one."""
        if self.subject and not self._view.folding.excerpt:
            self._forget()
            self.changed.emit()

    def _forget(self) -> None:
        self.subject = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)
