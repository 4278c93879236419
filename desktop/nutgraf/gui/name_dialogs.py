"""Two small questions about a name: as whom it is the same, and where it is to be split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from nutgraf.gui.bidi import isolated
from nutgraf.gui.correction_menu import KINDS, SCOPES
from nutgraf.gui.names_order import holds
from nutgraf.gui.search_field import SearchField
from nutgraf.names.rules import Scope
from nutgraf.text.entity import Label
from nutgraf.text.span import Span
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.text.article import Article

LINKS = frozenset({"and", "&", "of", "the", "for", "with", ","})  # belong to neither half of a name that is split


class SameAsDialog(QDialog):
    """Asks for another name: one of the article's, or any that is typed."""

    def __init__(
        self, name: str, others: Sequence[str], scopes: Iterable[Scope], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("The same as")
        self._others = [line(other) for other in others]
        question = QLabel(f"“{isolated(name)}” is the same as")
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        self.field = SearchField("Search, or type any name", "The other name")
        self.list = QListWidget()
        self.list.setAccessibleName("Names in this article")
        self.scope = _scopes(scopes)
        self.buttons = _buttons(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(9)
        for widget in (question, self.field, self.list, self.scope, self.buttons):
            column.addWidget(widget)
        self.field.textChanged.connect(self._filter)
        self.list.itemClicked.connect(lambda item: self.field.setText(item.text()))
        self.list.itemActivated.connect(lambda _: self.accept())
        self._filter("")
        self.resize(380, 420)

    @property
    def other(self) -> str:
        """The name that was chosen or typed."""
        return line(self.field.text())

    @property
    def chosen_scope(self) -> Scope:
        """How far it holds."""
        return Scope(self.scope.currentData())

    def _filter(self, words: str) -> None:
        """Show the names that hold the words; all of them, once one is chosen."""
        wanted = "" if words in self._others else words
        self.list.clear()
        self.list.addItems([other for other in self._others if holds(other, wanted)])
        for item in self.list.findItems(words, Qt.MatchFlag.MatchExactly) if words else []:
            self.list.setCurrentItem(item)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(line(words)))


class SplitDialog(QDialog):
    """Asks between which words a name is split, and what its halves are."""

    def __init__(self, article: Article, span: Span, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Split a name")
        self._ways = splits(article, span)
        self._choice = QButtonGroup(self)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(7)
        for number, halves in enumerate(self._ways):
            one, other = (isolated(half.of(article.text)).replace("&", "&&") for half in halves)
            button = QRadioButton(f"“{one}” and “{other}”")
            button.setChecked(number == 0)
            self._choice.addButton(button, number)
            form.addRow(button)
        self.kinds = tuple(_kinds(label, words) for words in ("First", "Second"))
        for kind in self.kinds:
            form.addRow(kind.accessibleName(), kind)
        self.scope = _scopes(Scope)
        form.addRow("It holds", self.scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(_buttons(self))

    @property
    def halves(self) -> list[tuple[Span, Label]]:
        """The names that the reader wants instead."""
        way = self._ways[self._choice.checkedId()]
        return [(span, Label(kind.currentData())) for span, kind in zip(way, self.kinds, strict=True)]

    @property
    def chosen_scope(self) -> Scope:
        """How far it holds."""
        return Scope(self.scope.currentData())


def splits(article: Article, span: Span) -> list[tuple[Span, Span]]:
    """Return the ways to split a name in two between its words; words that join the halves are left out of both."""
    words: list[Span] = []
    at = span.start
    for word in span.of(article.text).split():
        start = article.text.index(word, at)
        at = start + len(word)
        words.append(Span(start, at))
    ways = []
    for cut in range(1, len(words)):
        left, right = words[:cut], words[cut:]
        while right and right[0].of(article.text).casefold() in LINKS:
            right = right[1:]
        if right and left[-1].of(article.text).casefold() not in LINKS:
            end = left[-1].end - (1 if article.text[left[-1].end - 1] == "," else 0)
            ways.append((Span(span.start, end), Span(right[0].start, span.end)))
    return ways


def _scopes(scopes: Iterable[Scope]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("How far it holds")
    for scope in scopes:
        box.addItem(SCOPES[scope], scope.value)
    box.setCurrentIndex(box.findData(Scope.ARTICLE.value))
    return box


def _kinds(label: Label, words: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(words)
    for each, kind in KINDS.items():
        box.addItem(kind, each.value)
    box.setCurrentIndex(box.findData(label.value))
    return box


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
