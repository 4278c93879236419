"""What the reader does with the summary, connected to the window's session, its panel and its text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from nutgraf.text.ranking import Length, Measure

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.gui.main_window import MainWindow
    from nutgraf.gui.reading import Reading
    from nutgraf.summary.agreement import Agreement

LATER = 1500  # milliseconds after a summary is shown before the other methods are asked what they think of it
FEWEST = 4  # sentences of which a summary can be had all the same
INSIST = "Summarise it all the same"
MOST = 3000  # sentences of an article for which they are asked


class SummaryDesk(QObject):
    """Cuts summaries and keeps the panel told of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._panel, self._session = window, window.left.summary, window.session
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._ask_others)
        self._session.shown.connect(self._restart)
        self._panel.lengthChanged.connect(self.cut)
        self._panel.topicChanged.connect(self._session.steer)
        self._panel.addRequested.connect(self._add)
        self._panel.insisted.connect(self._insist)
        self._panel.placeChosen.connect(self._go_to_share)
        window.actions_.on("topic", self._ask_for_topic)
        window.actions_.on_toggled("sections", self._use_sections)
        self._panel.method.offer(
            window.actions_["sections"], "What stands under each heading, at least a sentence each."
        )
        window.actions_.on("before", self._panel.list.take_offer)
        window.actions_.on("why", self._panel.list.show_reasons)

    def _restart(self) -> None:
        """Stop what was planned for the article before."""
        self._later.stop()
        self._window.actions_["sections"].setEnabled(False)

    def show_ranking(self, reading: Reading) -> None:
        """Show the summary of an article that is ranked, or say why there is none."""
        assert reading.article
        assert reading.ranking
        if not reading.sentences or (reading.verdict and not reading.insisted):
            enough = len(reading.sentences or ()) >= FEWEST
            self._panel.show_note(reading.verdict or "There is no prose to summarise here.", INSIST if enough else "")
            return
        ranked = reading.brief.ranked
        self._panel.show_analysis(reading.article, reading.sentences, reading.ranking)
        self._panel.show_keywords(ranked.keywords if ranked else (), reading.brief.topic)
        if reading.verdict and not reading.brief.topic:
            self._panel.show_doubt(reading.verdict)
        self._panel.list.cards.set_agreement(reading.brief.agreement)
        self._show_sections(reading)
        self.cut(reading.length)
        if reading.brief.agreement is None and len(reading.sentences) <= MOST:
            self._later.start()

    def cut(self, sentences: int) -> None:
        """Cut the ranking at another length."""
        reading = self._session.current
        if not reading or not reading.ranking or not reading.sentences or not reading.article:
            return
        from nutgraf.summary.length import cut

        reading.length = sentences
        length = Length(Measure.SENTENCES, sentences)
        summary = reading.brief.tailored(cut(reading.ranking, reading.article, reading.sentences, length))
        self._panel.show_summary(summary, reading.entities or (), reading.brief.headings(summary))
        if reading.brief.ranked:
            self._panel.coverage.show_coverage(reading.brief.ranked.ground.coverage(summary.sentences))
        self._window.use_summary(summary)

    def _add(self, sentence: int, on: bool) -> None:
        """Add a sentence to this article's summary, or take it back."""
        if reading := self._session.current:
            reading.brief.added = reading.brief.added | {sentence} if on else reading.brief.added - {sentence}
            self.cut(reading.length)
            if on:
                self._panel.choose(sentence)

    def _insist(self) -> None:
        """Show the summary of an article that hardly serves for one."""
        if (reading := self._session.current) and reading.ranking:
            reading.insisted = True
            self.show_ranking(reading)
            self._panel.list.setFocus()

    def _use_sections(self, on: bool) -> None:
        """Sum this article up section by section, or as a whole."""
        if reading := self._session.current:
            reading.brief.by_section = on
            self._show_sections(reading)
            self.cut(reading.length)

    def _show_sections(self, reading: Reading) -> None:
        """Offer sections where there are some."""
        offered = reading.brief.has_sections
        action = self._window.actions_["sections"]
        action.setEnabled(offered)
        action.setChecked(offered and reading.brief.by_section)

    def _go_to_share(self, share: float) -> None:
        reading = self._session.current
        if reading and reading.brief.ranked:
            index = reading.brief.ranked.ground.sentence_at(share)
            self._panel.choose(index)
            self._window.go_to_sentence(index)

    def _ask_for_topic(self) -> None:
        panel = self._window.actions_["panel"]
        if not panel.isChecked():
            panel.trigger()
        self._panel.topic.selectAll()
        self._panel.topic.setFocus()

    def _ask_others(self) -> None:
        """Work out, once nothing else is to be done, how many of the methods agree."""
        reading = self._session.current
        if not reading or not reading.article or not reading.sentences:
            return
        if self._session.jobs.busy:
            self._later.start()
            return
        article, sentences = reading.article, reading.sentences

        def work(cancel: Cancel) -> Agreement:
            from nutgraf import summary
            from nutgraf.summary.agreement import agreement

            return agreement(summary.METHODS, article, sentences, cancel)

        def done(found: Agreement) -> None:
            reading.brief.agreement = found
            self._panel.list.cards.set_agreement(found)

        self._session.jobs.start("agreement", work, done, partial(self._session.unexpected.emit, "agreement"))
