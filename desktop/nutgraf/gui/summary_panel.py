"""The summary beside the text: how long it is, by which method, and its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nutgraf.gui.elided_label import ElidedLabel
from nutgraf.gui.heading import SMALL, heading_font
from nutgraf.gui.length_slider import LengthSlider
from nutgraf.gui.method_menu import MethodButton
from nutgraf.gui.note_page import PATIENCE, NotePage
from nutgraf.gui.reading_time import ReadingTime
from nutgraf.gui.summary_delegate import MARGIN
from nutgraf.gui.summary_list import SummaryList
from nutgraf.text.ranking import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from nutgraf.gui.appearance import Appearance
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Label
    from nutgraf.text.ranking import Ranking, Summary
    from nutgraf.text.sentences import Sentence


class SummaryPanel(QWidget):
    """“In brief”: a slider, a menu of methods, and the sentences.

    Signals: `lengthChanged(sentences)` while the slider moves, `methodChosen(name)`,
    `sentenceChosen(index)` to go to a sentence, `copyRequested(index, with_source)`, `contentChanged()` when the height that
    the panel would like to have is another.
    """

    lengthChanged = Signal(int)  # noqa: N815 - Qt's way to name signals
    methodChosen = Signal(str)  # noqa: N815
    sentenceChosen = Signal(int)  # noqa: N815
    copyRequested = Signal(int, bool)  # noqa: N815
    contentChanged = Signal()  # noqa: N815

    def __init__(
        self, appearance: Appearance, methods: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._time: ReadingTime | None = None
        self._wanted = 1
        self._heading = QLabel("IN BRIEF")
        self._heading.setAccessibleName("In brief")
        self._figures = ElidedLabel()
        self._figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._short, self._long = QLabel("Short"), QLabel("Long")
        self.slider = LengthSlider()
        self.method = MethodButton(appearance, methods, self)
        self.list = SummaryList(appearance)
        self._note = NotePage(appearance, MARGIN)
        self._pages = QStackedWidget()
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._connect()
        self.restyle()
        self.show_article(None)

    def _lay_out(self) -> None:
        head, controls = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(self._heading)
        head.addWidget(self._figures, 1)
        controls.setContentsMargins(MARGIN, 0, MARGIN, 0)
        controls.setSpacing(10)
        controls.addWidget(self._short)
        controls.addWidget(self.slider, 1)
        controls.addWidget(self._long)
        controls.addWidget(self.method)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 19, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(11)
        column.addLayout(controls)
        column.addSpacing(3)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.setTabOrder(self.slider, self.method)
        self.setTabOrder(self.method, self.list)
        self.slider.valueChanged.connect(self._on_length)
        self.method.chosen.connect(self.methodChosen)
        self.list.chosen.connect(self.sentenceChosen)
        self.list.copied.connect(self.copyRequested)
        self._late.timeout.connect(self._show_progress)
        self._appearance.changed.connect(self.restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the slider its part of the row."""
        self.method.set_room(self.width() // 4)
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        small, words = self._appearance.interface_font(SMALL), self._appearance.interface_font()
        muted = self.palette()
        muted.setColor(self.foregroundRole(), self._appearance.theme.muted)
        for label, font in (
            (self._heading, heading_font(self._appearance)),
            (self._figures, small),
            (self._short, words),
            (self._long, words),
        ):
            label.setFont(font)
            label.setPalette(muted)
        self.method.setFont(words)
        self.method.set_room(self.width() // 4)
        self._note.restyle()
        self.list.restyle()
        self.contentChanged.emit()

    def show_article(self, article: Article | None) -> None:
        """Show that an article is open whose summary is not there yet, or that none is."""
        self._time = None
        self.list.set_article(article, (), None)
        self._late.stop()
        self._set_most(0)
        self._figures.set_text("")
        self._show_note_page("", working=False)

    def show_working(self) -> None:
        """Show that sentences are being chosen, once it takes more than a moment."""
        self._late.start()

    def show_analysis(self, article: Article, sentences: Sequence[Sentence], ranking: Ranking) -> None:
        """Take the sentences of an article and their ranking; the summary itself comes with `show_summary`."""
        self._late.stop()
        self._time = ReadingTime(article, sentences)
        self._set_most(len(sentences))
        self.list.set_article(article, sentences, ranking)
        self.method.set_method(ranking.method)

    def show_summary(self, summary: Summary, entities: Sequence[Entity]) -> None:
        """Show the sentences of a summary of the analysis last shown, and mark the names in them."""
        self._late.stop()
        if summary.length.measure is Measure.SENTENCES:
            self._wanted = summary.length.value
            self._move_slider(self.slider.maximum())
        self.list.show_sentences(summary.sentences, entities)
        self._pages.setCurrentIndex(0)
        if self._time:
            self._figures.set_text(*self._time.figures(summary.sentences))
        self.contentChanged.emit()

    def words_in(self, sentences: Sequence[int]) -> int:
        """Return how many words these sentences of the article shown have."""
        return self._time.words_in(sentences) if self._time else 0

    def show_note(self, sentence: str) -> None:
        """Say something in place of the summary: why there is none."""
        self._late.stop()
        self._set_most(0)
        self._figures.set_text("")
        self._show_note_page(sentence, working=False)

    def set_reading(self, sentence: int | None) -> None:
        """Mark the card of the sentence that is being read."""
        self.list.set_reading(sentence)

    def show_kinds(self, shown: frozenset[Label]) -> None:
        """Mark these kinds of name in the sentences and no others."""
        self.list.show_kinds(shown)

    def choose(self, sentence: int) -> None:
        """Make a sentence the current one, if the summary holds it."""
        self.list.choose(sentence)

    def current_sentence(self) -> int | None:
        """Return the index of the current sentence, if there is one."""
        index = self.list.currentIndex()
        return self.list.sentence_at(index) if index.isValid() else None

    def set_method(self, name: str) -> None:
        """Show which method is in use."""
        self.method.set_method(name)

    def set_length(self, sentences: int) -> None:
        """Move the slider, to the end for an article that has fewer sentences. `lengthChanged` tells if that is a change."""
        self._wanted = sentences
        self.slider.setValue(sentences)

    def current_length(self) -> int:
        """Return how many sentences the slider stands at, at least 1."""
        return self.slider.value() if self._time else max(1, self._wanted)

    def natural_height(self, enough: int) -> int:
        """Return the height, in pixels, at which nothing has to be scrolled, or some height above `enough`."""
        shows_list = self._pages.currentWidget() is self.list
        content = self.list.content_height(enough) if shows_list else self._note.natural_height(self.width())
        return self._pages.mapTo(self, self._pages.rect().topLeft()).y() + content + 4

    def _on_length(self, sentences: int) -> None:
        self._wanted = sentences
        self.lengthChanged.emit(sentences)

    def _move_slider(self, most: int) -> None:
        """Give the slider its range and its place without telling anyone."""
        self.slider.blockSignals(True)
        self.slider.set_most(most)
        self.slider.setValue(self._wanted)
        self.slider.blockSignals(False)
        self.slider.update()

    def _set_most(self, most: int) -> None:
        self._move_slider(most)
        for widget in (self.slider, self._short, self._long):
            widget.setEnabled(most > 1)
        self.method.setEnabled(most > 0)

    def _show_progress(self) -> None:
        self._show_note_page("Choosing the sentences…", working=True)

    def _show_note_page(self, words: str, *, working: bool) -> None:
        self._note.say(words, working=working)
        self._pages.setCurrentIndex(1)
        self.contentChanged.emit()
