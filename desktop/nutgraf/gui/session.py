"""The articles that are open, one of them current, and the background work that fills each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nutgraf.gui.bookmarks import Bookmark, Bookmarks
from nutgraf.gui.brief import Brief, rank
from nutgraf.gui.jobs import Jobs
from nutgraf.gui.naming import Naming
from nutgraf.gui.reading import Reading
from nutgraf.settings import DOUBT, ENGINE, METHOD, SENTENCES
from nutgraf.text.words import article_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.gui.brief import Ranked
    from nutgraf.gui.naming import Named
    from nutgraf.settings import Settings
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence
    from nutgraf.text.span import Span

WORK = ("read", "sentences", "rank", "names", "agreement")


class Session(QObject):
    """Goes back and forth between open articles; an article opened meanwhile wins over the one being read."""

    shown = Signal(object)  # Reading or None: another article is current
    article_read = Signal(object)
    refolded = Signal(object)
    fold_changed = Signal(object)  # by the reader, who may undo it
    ranked = Signal(object)
    named = Signal(object)
    naming = Signal(object, object)  # an article whose names are being found, and the names so far
    complained = Signal(object)  # sentences about what was not understood in the reader's corrections and watch list
    failed = Signal(object)  # its `error` says why
    unexpected = Signal(str, object)  # which work after reading failed, and its exception

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.jobs = Jobs(self)
        self.bookmarks = Bookmarks(settings)
        self.readings: list[Reading] = []
        self.current: Reading | None = None
        self.place_in_sight: Callable[[], int] = lambda: 0
        """Tells the offset from which the current article is in sight: names are looked for there first."""

    # --- which article ---------------------------------------------------------------------------------------------

    def open_all(self, wanted: Sequence[tuple[Path, Span | None]]) -> None:
        """Open files after the current one, in order, and show the first of them."""
        first: Reading | None = None
        for path, span in wanted:
            reading = self._reading_of(path)
            reading.wanted = span
            first = first or reading
        if first:
            self.show(first)

    def _reading_of(self, path: Path) -> Reading:
        path = Path(path).absolute()
        known = next((reading for reading in self.readings if reading.path == path), None)
        if known:
            known.error = None  # what went wrong before may be mended by now
            return known
        left = self.bookmarks.of(path) or Bookmark(0, self.settings.number(SENTENCES))
        brief = Brief(left.topic, left.by_section)
        reading = Reading(path, left.length, place=left.place, brief=brief)
        reading.folds, reading.folds_of = dict(left.folds), left.sha256
        after = self.readings.index(self.current) + 1 if self.current in self.readings else len(self.readings)
        while after < len(self.readings) and not self.readings[after].article and not self.readings[after].error:
            after += 1  # behind others that were opened with it
        self.readings.insert(after, reading)
        return reading

    def show(self, reading: Reading | None) -> None:
        """Make an open article the current one and go on with the work that it lacks."""
        self.jobs.cancel(*WORK)
        self.current = reading
        self.shown.emit(reading)
        if reading:
            self._go_on(reading)

    def neighbour(self, step: int) -> Reading | None:
        """Return the article before (-1) or after (+1) the current one."""
        if self.current not in self.readings:
            return None
        index = self.readings.index(self.current) + step
        return self.readings[index] if 0 <= index < len(self.readings) else None

    def close_current(self) -> None:
        """Close the current article and show the one beside it."""
        if not self.current:
            return
        beside = self.neighbour(-1) or self.neighbour(+1)
        self.readings.remove(self.current)
        self.show(beside)

    def leave_unread(self) -> None:
        """Go back from an article that could not be read, or is not yet: to what was read of it before, or to the one beside."""
        reading = self.current
        if reading and reading.before:
            reading.article, reading.before, reading.error = reading.before, None, None
            self.show(reading)
        else:
            self.close_current()

    def reload(self) -> None:
        """Read the current article's file again; `leave_unread` goes back to the article where that fails."""
        if self.current:
            self.current.before = self.current.article or self.current.before
            self.current.article = self.current.error = None
            self.current.refolds.clear()
            self.current.undone.clear()
            self.current.forget()
            self.show(self.current)

    # --- the work --------------------------------------------------------------------------------------------------

    def _go_on(self, reading: Reading) -> None:
        if reading.error:
            self.failed.emit(reading)
        elif not reading.article:
            self._read(reading)
        elif reading.sentences is None:
            self._split(reading, reading.article)
        else:
            self._rank(reading, reading.article, reading.sentences)
            self._name(reading, reading.article, reading.sentences)

    def _read(self, reading: Reading) -> None:
        path, folds, folds_of = reading.path, dict(reading.folds), reading.folds_of

        def work(cancel: Cancel) -> tuple[Article, int]:
            from nutgraf.readers import open_article

            article = open_article(path, cancel)
            if article.meta.sha256 == folds_of and max(folds, default=0) < len(article.blocks):
                article = article.refold(folds)
            return article, article_words(article)

        def done(found: tuple[Article, int]) -> None:
            reading.article, reading.words = found
            reading.before = None
            if reading.article.meta.sha256 != folds_of:
                reading.folds.clear()
            self.article_read.emit(reading)
            self._go_on(reading)

        def failed(error: Exception) -> None:
            reading.error = error
            self.failed.emit(reading)

        self.jobs.start("read", work, done, failed)

    def _split(self, reading: Reading, article: Article) -> None:
        def work(cancel: Cancel) -> tuple[tuple[Sentence, ...], str]:
            from nutgraf.summary.worth import verdict
            from nutgraf.text.sentences import split_sentences

            sentences = split_sentences(article, cancel)
            return sentences, verdict(article, sentences)

        def done(found: tuple[tuple[Sentence, ...], str]) -> None:
            reading.sentences, reading.verdict = found
            self._go_on(reading)

        self.jobs.start("sentences", work, done, partial(self.unexpected.emit, "sentences"))

    def _rank(self, reading: Reading, article: Article, sentences: tuple[Sentence, ...]) -> None:
        brief = reading.brief
        if brief.answers(reading.ranking):
            return
        name, topic, before = self.settings.text(METHOD), brief.topic, brief.ranked

        def work(cancel: Cancel) -> Ranked:
            return rank(name, topic, before, article, sentences, cancel)

        def done(ranked: Ranked) -> None:
            brief.ranked, reading.ranking = ranked, ranked.ranking
            self.ranked.emit(reading)

        self.jobs.start("rank", work, done, partial(self.unexpected.emit, "rank"))

    def _name(self, reading: Reading, article: Article, sentences: tuple[Sentence, ...]) -> None:
        if reading.names is not None and not reading.outdated:
            return
        by, least = self.settings.text(ENGINE), self.settings.number(DOUBT) / 100
        naming = Naming(article, sentences, reading.mentions, by, self.place_in_sight(), least)

        def done(named: Named) -> None:
            reading.names, reading.mentions, reading.outdated = named.names, named.mentions, False
            self.named.emit(reading)
            if named.complaints:
                self.complained.emit(named.complaints)

        told = partial(self.naming.emit, reading)
        self.jobs.start_telling("names", naming.work, told, done, partial(self.unexpected.emit, "names"))

    # --- what the reader changes -----------------------------------------------------------------------------------

    def rank_again(self) -> None:
        """Rank with the method that is set, here and in articles to come."""
        for reading in self.readings:
            reading.ranking = reading.brief.ranked = None
        if self.current and self.current.article and self.current.sentences is not None:
            self._rank(self.current, self.current.article, self.current.sentences)

    def name_again(self) -> None:
        """Look for names with the engine that is set, here and in articles to come."""
        for reading in self.readings:
            reading.names = reading.mentions = None
        self._name_current()

    def name_anew(self) -> None:
        """Bring the names of all articles in line with the reader's corrections, watch list and threshold; no engine is asked."""
        for reading in self.readings:
            reading.outdated = True
        self._name_current()

    def _name_current(self) -> None:
        if self.current and self.current.article and self.current.sentences is not None:
            self._name(self.current, self.current.article, self.current.sentences)

    def steer(self, words: str) -> None:
        """Make the current article's summary one about these words, or of the whole where there are none."""
        reading = self.current
        if reading and reading.brief.topic != words:
            reading.brief.topic = words
            if reading.article and reading.sentences is not None:
                self._rank(reading, reading.article, reading.sentences)

    def refold(self, furniture: dict[int, bool]) -> None:
        """Make blocks of the current article furniture or part of it; summary and names follow."""
        reading = self.current
        if not reading or not reading.article:
            return
        before = _folds(reading.article, furniture)
        if before != furniture:
            reading.refolds.append(before)
            reading.undone.clear()
            self.fold_changed.emit(reading)
            self._use_folds(reading, furniture)

    def undo_refold(self) -> None:
        """Take the last change of a fold back."""
        if self.current:
            self._replay(self.current, self.current.refolds, self.current.undone)

    def redo_refold(self) -> None:
        """Do the change of a fold again that was taken back last."""
        if self.current:
            self._replay(self.current, self.current.undone, self.current.refolds)

    def _replay(self, reading: Reading, out: list[dict[int, bool]], into: list[dict[int, bool]]) -> None:
        if out and reading.article:
            furniture = out.pop()
            into.append(_folds(reading.article, furniture))
            self._use_folds(reading, furniture)

    def _use_folds(self, reading: Reading, furniture: dict[int, bool]) -> None:
        assert reading.article
        self.jobs.cancel("sentences", "rank", "names")
        reading.article = reading.article.refold(furniture)
        reading.folds |= furniture
        reading.folds_of = reading.article.meta.sha256
        reading.words = article_words(reading.article)
        reading.forget()
        self.refolded.emit(reading)
        self._go_on(reading)

    def stop(self) -> None:
        """End all work."""
        self.jobs.stop()


def _folds(article: Article, of: Iterable[int]) -> dict[int, bool]:
    """Return which of these blocks are furniture now."""
    return {index: article.blocks[index].furniture for index in of}
