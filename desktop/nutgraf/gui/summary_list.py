"""The list of a summary's sentences: click or Enter goes to the text, Ctrl+C copies."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QListView, QMenu, QToolTip

from nutgraf.gui.cards import Cards
from nutgraf.gui.panel_list import PanelList
from nutgraf.gui.reasons_tip import tip
from nutgraf.gui.summary_delegate import TEXT_LEFT, SummaryDelegate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.card_notes import Note
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Label, Watched
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence

COLD, WARM = (
    30,
    150,
)  # rows laid out at once, of unknown and of known height; the rest follows, so that the slider stays live
SCROLLED = 1500  # rows of known height laid out at once where the list is scrolled, so that it stays where it is

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class SummaryModel(QAbstractListModel):
    """One row for each sentence of the summary, in reading order."""

    def __init__(self, cards: Cards, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self.sentences: tuple[int, ...] = ()

    def set_sentences(self, sentences: tuple[int, ...]) -> None:
        """Show these sentences, by index."""
        self.beginResetModel()
        self.sentences = sentences
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of sentences shown."""
        return 0 if parent.isValid() else len(self.sentences)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a sentence; for screen readers with its reason, in full as description; the reasons in full as a tool tip."""
        sentence = self.sentences[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cards.text(sentence)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading, note = self._cards.heading(sentence), self._cards.note(sentence)
            told = " · ".join(filter(None, [self._cards.reason(sentence), note.line() if note else ""]))
            spoken = f"{index.row() + 1}. {self._cards.text(sentence)}" + (f" ({told})" if told else "")
            return f"{heading}: {spoken}" if heading else spoken
        explanation = self._cards.explanation(sentence)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and explanation:
            return "; ".join(explanation.lines())
        if role == Qt.ItemDataRole.ToolTipRole and explanation:
            return tip(explanation, self._cards.theme)
        return None


class SummaryList(PanelList):
    """The cards.

    `chosen(sentence)` asks to go to a sentence, `copied(sentence, with_source)` to copy it, `added(sentence, on)` to add one
    to the summary or to take it back.
    """

    chosen = Signal(int)
    copied = Signal(int, bool)
    added = Signal(int, bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.cards = Cards(appearance)
        self.rows = SummaryModel(self.cards, self)
        self.painter_of_rows = SummaryDelegate(appearance, self)
        self.show_with("Summary", self.rows, self.painter_of_rows)
        self._pressed = QPoint()
        self._extras: tuple[Mapping[int, Note], Mapping[int, str]] = ({}, {})
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._click)

    def set_article(self, article: Article | None, sentences: Sequence[Sentence], ranking: Ranking | None) -> None:
        """Take a new article's sentences; none are shown yet."""
        self.painter_of_rows.reading = None
        self.rows.set_sentences(())
        self.cards.set_article(article, sentences, ranking)
        self.scrollToTop()

    def show_sentences(
        self,
        sentences: tuple[int, ...],
        entities: Sequence[Entity],
        notes: Mapping[int, Note] = MappingProxyType({}),
        headings: Mapping[int, str] = MappingProxyType({}),
        length: int = 0,
    ) -> None:
        """Show these sentences, keeping the current one and what is in sight."""
        current = self.sentence_at(self.currentIndex())
        self.cards.set_entities(entities)
        other = (notes, headings) != self._extras
        self._extras = (notes, headings)
        self.cards.set_extras(notes, headings, length)
        if other or sentences != self.rows.sentences:
            self.rows.set_sentences(sentences)
            self._choose_mode()
            if current in sentences:
                self.setAutoScroll(False)
                self._make_current(current)
                self.setAutoScroll(True)
        self.viewport().update()

    def show_entities(self, entities: Sequence[Entity]) -> None:
        """Mark other names in the sentences shown."""
        self.cards.set_entities(entities)
        self.viewport().update()

    def show_watched(self, watched: Sequence[Watched]) -> None:
        """Mark these watched names in the sentences shown."""
        self.cards.set_watched(watched)
        self.viewport().update()

    def show_kinds(self, shown: frozenset[Label]) -> None:
        """Mark these kinds of name and no others."""
        self.painter_of_rows.shown = shown
        self.viewport().update()

    def choose(self, sentence: int) -> None:
        """Make a sentence the current one and scroll to it, if it is shown."""
        if self.layoutMode() is QListView.LayoutMode.Batched:  # its place may not be known yet
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
        self._make_current(sentence)

    def _make_current(self, sentence: int) -> None:
        if sentence in self.rows.sentences:
            self.setCurrentIndex(self.rows.index(self.rows.sentences.index(sentence)))

    def set_reading(self, sentence: int | None) -> None:
        """Mark the sentence that is being read, if it is shown."""
        if sentence != self.painter_of_rows.reading:
            self.painter_of_rows.reading = sentence
            self.viewport().update()
            if sentence in self.rows.sentences and not self.hasFocus():
                self.scrollTo(self.rows.index(self.rows.sentences.index(sentence)))

    def sentence_at(self, index: Index) -> int:
        """Return the sentence in a row, or -1."""
        return self.rows.sentences[index.row()] if index.isValid() else -1

    def content_height(self, enough: int) -> int:
        """Return the height of all rows in pixels, or some height above `enough`."""
        height = 0
        for sentence in self.rows.sentences:
            if height > enough:
                break
            height += self.painter_of_rows.row_height(sentence)
        return height

    def restyle(self) -> None:
        """Take the appearance anew."""
        self.painter_of_rows.restyle()
        self.cards.restyle()
        self._choose_mode()
        self.scheduleDelayedItemsLayout()

    def _choose_mode(self) -> None:
        sentences = self.rows.sentences
        cold = sum(1 for sentence in sentences[:SCROLLED] if not self.cards.knows_height(sentence)) > COLD
        most = COLD if cold else SCROLLED if self.verticalScrollBar().value() else WARM
        self.setBatchSize(COLD if cold else WARM)
        self.setLayoutMode(QListView.LayoutMode.Batched if len(sentences) > most else QListView.LayoutMode.SinglePass)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, for a click on what a card offers is none on the card."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def _click(self, index: Index) -> None:
        if index.isValid():
            box = self.painter_of_rows.note_box(self.visualRect(index), self.sentence_at(index))
            if box.contains(self._pressed):
                self._take(index)
            else:
                self._choose(index)

    def take_offer(self) -> None:
        """Take what the card of the current sentence offers, if it offers something."""
        if self.currentIndex().isValid():
            self._take(self.currentIndex())

    def _take(self, index: Index) -> None:
        if note := self.cards.note(self.sentence_at(index)):
            self.added.emit(note.sentence, note.adds)

    def show_reasons(self) -> None:
        """Show why the current sentence was chosen, in full, beside it."""
        index = self.currentIndex()
        if index.isValid() and (words := index.data(Qt.ItemDataRole.ToolTipRole)):
            self.scrollTo(index)
            box = self.visualRect(index)
            QToolTip.showText(
                self.viewport().mapToGlobal(box.bottomLeft() + QPoint(TEXT_LEFT, 0)), words, self.viewport(), box
            )

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.sentence_at(index))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words as wide as the list, whether or not a scroll bar stands in the margin."""
        self.cards.set_width(self.painter_of_rows.text_width(self.width()))
        self._choose_mode()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the sentence, Space says why it is here, + takes what its card offers, Ctrl+C copies it."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self._choose(index)
        elif event.key() == Qt.Key.Key_Space:
            self.show_reasons()
        elif event.text() in {"+", "-"}:
            self.take_offer()
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            self.copied.emit(self.sentence_at(index), False)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the sentence, with or without its source, to say why it is here, and what its card offers."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        sentence = self.sentence_at(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Copy").triggered.connect(lambda: self.copied.emit(sentence, False))
        menu.addAction("Copy with source").triggered.connect(lambda: self.copied.emit(sentence, True))
        menu.addSeparator()
        self.setCurrentIndex(index)
        menu.addAction("Why this sentence").triggered.connect(self.show_reasons)
        if note := self.cards.note(sentence):
            words = "Add the sentence before" if note.adds else "Remove this sentence again"
            menu.addAction(words).triggered.connect(lambda: self.added.emit(note.sentence, note.adds))
        menu.popup(at)
