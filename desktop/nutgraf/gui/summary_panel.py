"""The summary beside the text: how long it is, by which method, and its sentences."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nutgraf.gui.card_notes import notes_of
from nutgraf.gui.coverage_bar import NOTHING, CoverageBar
from nutgraf.gui.elided_label import ElidedLabel
from nutgraf.gui.heading import SMALL, heading_font
from nutgraf.gui.keyword_row import KeywordRow
from nutgraf.gui.length_slider import LengthSlider
from nutgraf.gui.method_menu import MethodButton
from nutgraf.gui.note_page import PATIENCE, NotePage
from nutgraf.gui.reading_time import ReadingTime
from nutgraf.gui.summary_delegate import MARGIN
from nutgraf.gui.summary_list import SummaryList
from nutgraf.gui.topic_field import TopicField
from nutgraf.settings import METHOD
from nutgraf.text.ranking import Measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from nutgraf.gui.appearance import Appearance
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Label
    from nutgraf.text.keyword import Keyword
    from nutgraf.text.ranking import Ranking, Summary
    from nutgraf.text.sentences import Sentence


ROOMY = 600  # pixels of the window's height, from which keywords may take a second line


class SummaryPanel(QWidget):
    """“In brief”: a slider, a menu of methods, and the sentences.

    Signals: `lengthChanged(sentences)` while the slider moves, `methodChosen(name)`, `topicChanged(words)` when the reader says
    what it should be about, `addRequested(index, on)` to add a sentence or take it back, `sentenceChosen(index)` to go to a
    sentence, `placeChosen(share)` to go to a place of the article, 0 to 1, `copyRequested(index, with_source)`,
    `insisted()` to have the summary that a note offers, `contentChanged()` when the height that the panel would like to have
    is another.
    """

    lengthChanged = Signal(int)
    methodChosen = Signal(str)
    topicChanged = Signal(str)
    addRequested = Signal(int, bool)
    placeChosen = Signal(float)
    sentenceChosen = Signal(int)
    copyRequested = Signal(int, bool)
    insisted = Signal()
    contentChanged = Signal()

    def __init__(
        self, appearance: Appearance, methods: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._time: ReadingTime | None = None
        self._article: Article | None = None
        self._sentences: Sequence[Sentence] = ()
        self._wanted = 1
        self._heading = QLabel("IN BRIEF")
        self._heading.setAccessibleName("In brief")
        self.topic = TopicField(appearance)
        self._figures = ElidedLabel(separator=" · ")
        self._figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._short, self._long = QLabel("Short"), QLabel("Long")
        self.slider = LengthSlider()
        self.method = MethodButton(appearance, methods, self)
        self.coverage = CoverageBar(appearance)
        self.keywords = KeywordRow(appearance)
        self._doubt = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._doubt.setContentsMargins(0, 3, 0, 3)
        self._doubt.hide()
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
        head.setSpacing(2)
        head.addStrut(self.topic.sizeHint().height())  # nothing moves where the field is not offered
        head.addWidget(self._heading)
        head.addSpacing(4)
        head.addWidget(self.topic)
        head.addSpacing(4)
        head.addWidget(self._figures, 1)
        controls.setContentsMargins(MARGIN, 0, MARGIN, 0)
        controls.setSpacing(10)
        controls.addWidget(self._short)
        controls.addWidget(self.slider, 1)
        controls.addWidget(self._long)
        controls.addWidget(self.method)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._note)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 15, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(7)
        column.addLayout(controls)
        column.addLayout(_inset(self.coverage))
        column.addSpacing(2)
        column.addLayout(_inset(self.keywords))
        column.addLayout(_inset(self._doubt))
        column.addSpacing(4)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._order_tabs()
        self.topic.topicChanged.connect(self._on_topic)
        self.topic.left.connect(self.list.setFocus)
        self.keywords.toggled.connect(self._toggle_keyword)
        self.keywords.heightChanged.connect(self.contentChanged)
        self.coverage.placeChosen.connect(self.placeChosen)
        self.list.added.connect(self.addRequested)
        self.slider.valueChanged.connect(self._on_length)
        self.method.chosen.connect(self.methodChosen)
        self.list.chosen.connect(self.sentenceChosen)
        self.list.copied.connect(self.copyRequested)
        self._note.button.clicked.connect(self.insisted)
        self._late.timeout.connect(self._show_progress)
        self._appearance.changed.connect(self.restyle)

    def _order_tabs(self) -> None:
        tools = (self.topic, self.slider, self.method, self.coverage)
        for before, after in pairwise([*tools, *self.keywords.way_in(), self.list]):
            self.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the slider its part of the row, and the sentences theirs of the height."""
        self.method.set_room(self.width() // 4)
        self.keywords.set_lines(2 if self.window().height() >= ROOMY else 1)
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        small, words = self._appearance.interface_font(SMALL), self._appearance.interface_font()
        muted = self.palette()
        muted.setColor(self.foregroundRole(), self._appearance.theme.muted)
        for label, font in (
            (self._heading, heading_font(self._appearance)),
            (self._figures, small),
            (self._doubt, small),
            (self._short, words),
            (self._long, words),
        ):
            label.setFont(font)
            label.setPalette(muted)
        self.method.setFont(words)
        self.method.set_room(self.width() // 4)
        self.topic.restyle()
        self.keywords.restyle()
        self._note.restyle()
        self.list.restyle()
        self.contentChanged.emit()

    def show_article(self, article: Article | None) -> None:
        """Show that an article is open whose summary is not there yet, or that none is."""
        self._time = None
        self._show_extras(shown=True)
        self.show_keywords((), "")
        self.coverage.show_coverage(NOTHING)
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
        self._time, self._article, self._sentences = ReadingTime(article, sentences), article, sentences
        self._show_extras(shown=True)
        self.show_doubt(ranking.topic.doubt() if ranking.topic else "")
        self._set_most(len(sentences))
        self.list.set_article(article, sentences, ranking)
        self.method.show_use(ranking.method, ranking.chosen)

    def show_keywords(self, keywords: Sequence[Keyword], topic: str) -> None:
        """Show the keywords of the article and the words that its summary is asked to be about."""
        self.keywords.show_keywords(keywords)
        self.keywords.setVisible(bool(keywords) or not self._time)  # while they are waited for, their row is kept
        self._order_tabs()
        self.keywords.show_topic(topic)
        self.topic.set_words(topic)
        if not topic:
            self.show_doubt("")

    def show_doubt(self, words: str) -> None:
        """Say above the summary what speaks against it, or nothing."""
        self._doubt.setText(words)
        self._doubt.setVisible(bool(words))

    def show_summary(
        self, summary: Summary, entities: Sequence[Entity], headings: Mapping[int, str] = MappingProxyType({})
    ) -> None:
        """Show the sentences of a summary of the analysis last shown, mark the names in them, with headings above some."""
        self._late.stop()
        if summary.length.measure is Measure.SENTENCES:
            self._wanted = summary.length.value
            self._move_slider(self.slider.maximum())
        notes = notes_of(summary, self._article, self._sentences) if self._article else {}
        self.list.show_sentences(summary.sentences, entities, notes, headings, summary.length.value)
        self._pages.setCurrentIndex(0)
        if self._time:
            self._figures.set_text(*self._time.figures(summary.sentences))
        self.contentChanged.emit()

    def show_entities(self, entities: Sequence[Entity]) -> None:
        """Mark other names in the sentences shown."""
        self.list.show_entities(entities)

    def words_in(self, sentences: Sequence[int]) -> int:
        """Return how many words these sentences of the article shown have."""
        return self._time.words_in(sentences) if self._time else 0

    def show_note(self, sentence: str, offer: str = "") -> None:
        """Say something in place of the summary: why there is none; `insisted` tells that what is offered was taken."""
        self._show_extras(shown=False)
        self.method.set_method(self._appearance.settings.text(METHOD))  # not what served the article before
        self._late.stop()
        self._set_most(0)
        self._figures.set_text("")
        self._show_note_page(sentence, working=False, offer=offer)

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

    def natural_height(self, enough: int) -> int:
        """Return the height, in pixels, at which nothing has to be scrolled, or some height above `enough`."""
        shows_list = self._pages.currentWidget() is self.list
        content = self.list.content_height(enough) if shows_list else self._note.natural_height(self.width())
        return self._height_above() + content + 4

    def _height_above(self) -> int:
        """Return how high the rows above the sentences would like to be, squeezed as they may stand now."""
        column, width = self._column, self.width()
        column.activate()  # rows may just have come or gone
        rows = [row for number in range(column.indexOf(self._pages)) if (row := column.itemAt(number))]
        wanted = [row.heightForWidth(width) if row.hasHeightForWidth() else row.sizeHint().height() for row in rows]
        return column.contentsMargins().top() + sum(wanted)

    def _on_length(self, sentences: int) -> None:
        self._wanted = sentences
        self.lengthChanged.emit(sentences)

    def _on_topic(self, words: str) -> None:
        self.keywords.show_topic(words)
        self.topicChanged.emit(words)

    def _toggle_keyword(self, words: str, on: bool) -> None:
        """Add a keyword to the words that the summary is about, or take it out."""
        mine = words.lower().split()
        others = [word for word in self.topic.words().split() if word.lower() not in mine]
        topic = " ".join([*others, words] if on else others)
        self.topic.set_words(topic)
        self._on_topic(topic)

    def _show_extras(self, *, shown: bool) -> None:
        for part in (self.topic, self.coverage, self.keywords):
            part.setVisible(shown)
        self.show_doubt("")

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
        self.topic.setEnabled(most > 0)

    def _show_progress(self) -> None:
        self._show_note_page("Choosing the sentences…", working=True)

    def _show_note_page(self, words: str, *, working: bool, offer: str = "") -> None:
        self._note.say(words, working=working, offer=offer)
        self._pages.setCurrentIndex(1)
        self.contentChanged.emit()


def _inset(widget: QWidget) -> QHBoxLayout:
    """Return a row that holds the widget between the panel's margins."""
    row = QHBoxLayout()
    row.setContentsMargins(MARGIN, 0, MARGIN, 0)
    row.addWidget(widget)
    return row
