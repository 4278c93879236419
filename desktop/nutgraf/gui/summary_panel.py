"""The summary beside the text: how long it is, by which method, and its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from nutgraf.gui.elided_label import ElidedLabel
from nutgraf.gui.length_slider import LengthSlider
from nutgraf.gui.method_menu import MethodButton
from nutgraf.gui.summary_delegate import MARGIN
from nutgraf.gui.summary_list import SummaryList
from nutgraf.text.ranking import Measure
from nutgraf.text.words import WORDS_A_MINUTE, count_words, reading_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.gui.appearance import Appearance
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Label
    from nutgraf.text.ranking import Ranking, Summary
    from nutgraf.text.sentences import Sentence

PATIENCE = 200  # milliseconds before work is shown to be going on
EXACT = 300  # sentences whose words are counted one by one
SAMPLE = 200_000  # code points; the words of longer articles are estimated from so many


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
        self._article: Article | None = None
        self._sentences: Sequence[Sentence] = ()
        self._words = 0
        self._counts: dict[int, int] = {}
        self._wanted = 1
        self._heading = QLabel("IN BRIEF")
        self._heading.setAccessibleName("In brief")
        self._figures = ElidedLabel()
        self._figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._short, self._long = QLabel("Short"), QLabel("Long")
        self.slider = LengthSlider()
        self.method = MethodButton(appearance, methods, self)
        self.list = SummaryList(appearance)
        self._note = QLabel()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(3)
        self._progress.setAccessibleName("The summary is being made")
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
        self._notes = QWidget()
        below = QVBoxLayout(self._notes)
        below.setContentsMargins(MARGIN, 10, MARGIN, 10)
        below.setSpacing(10)
        below.addWidget(self._progress)
        below.addWidget(self._note)
        below.addStretch(1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 17, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(10)
        column.addLayout(controls)
        column.addSpacing(5)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._on_length)
        self.method.chosen.connect(self.methodChosen)
        self.list.chosen.connect(self.sentenceChosen)
        self.list.copied.connect(self.copyRequested)
        self._late.timeout.connect(self._show_progress)
        self._appearance.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        small, words = self._appearance.interface_font(11 / 13), self._appearance.interface_font()
        heading = QFont(small)
        heading.setWeight(QFont.Weight.DemiBold)
        heading.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 107)
        muted = self.palette()
        muted.setColor(self.foregroundRole(), self._appearance.theme.muted)
        for label, font in (
            (self._heading, heading),
            (self._figures, small),
            (self._short, words),
            (self._long, words),
            (self._note, words),
        ):
            label.setFont(font)
            label.setPalette(muted)
        self.method.setFont(words)
        self.list.restyle()
        self.contentChanged.emit()

    def show_article(self, article: Article | None) -> None:
        """Show that an article is open whose summary is not there yet, or that none is."""
        self._article, self._sentences, self._counts = article, (), {}
        self.list.set_article(None, (), None)
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
        self._article, self._sentences, self._counts = article, sentences, {}
        self._words = _words_of(article)
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
        self._show_figures(summary.sentences)
        self.contentChanged.emit()

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
        return self.slider.value() if self._sentences else max(1, self._wanted)

    def natural_height(self, enough: int) -> int:
        """Return the height, in pixels, at which nothing has to be scrolled, or some height above `enough`."""
        shows_list = self._pages.currentWidget() is self.list
        content = self.list.content_height(enough) if shows_list else self._notes.sizeHint().height()
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
        self._show_note_page("Choosing the sentences…", working=not self._appearance.reduced_motion)

    def _show_note_page(self, words: str, *, working: bool) -> None:
        self._note.setText(words)
        self._progress.setVisible(working)
        self._pages.setCurrentIndex(1)
        self.contentChanged.emit()

    def _show_figures(self, shown: Sequence[int]) -> None:
        words = self._words_in(shown)
        short, whole = reading_minutes(words), reading_minutes(self._words)
        most = len(self._sentences)
        time = f"{short} min instead of {whole}" if short < whole else f"{short} min"
        self._figures.set_text(
            f"{len(shown):,} of {most:,} sentence{'s' if most != 1 else ''} · {time}",
            f"{words:,} words instead of {self._words:,}, read at {WORDS_A_MINUTE} words a minute",
        )

    def _words_in(self, shown: Sequence[int]) -> int:
        """Count the words of sentences; go by the article's average for very many."""
        if len(shown) > EXACT:
            every = sum(len(sentence.span) for sentence in self._sentences)
            return round(self._words * sum(len(self._sentences[index].span) for index in shown) / every)
        assert self._article
        for index in shown:
            if index not in self._counts:
                self._counts[index] = count_words(self._sentences[index].span.of(self._article.text))
        return sum(self._counts[index] for index in shown)


def _words_of(article: Article) -> int:
    """Count the words that are not furniture; estimate them for very long articles."""
    counted = characters = total = 0
    for block in article.blocks:
        if not block.furniture:
            total += len(block.span)
            if characters < SAMPLE:
                counted += count_words(block.span.of(article.text))
                characters += len(block.span)
    return round(counted * total / characters) if characters else 0
