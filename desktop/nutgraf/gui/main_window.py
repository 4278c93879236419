"""The window: summary and names at the left, the full text at the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nutgraf import assets
from nutgraf import settings as declared
from nutgraf.errors import NutgrafError
from nutgraf.gui.actions import Actions
from nutgraf.gui.article_page import ArticlePage
from nutgraf.gui.commands import Commands
from nutgraf.gui.correction_desk import CorrectionDesk
from nutgraf.gui.enter_presses import EnterPresses
from nutgraf.gui.error_page import ErrorPage
from nutgraf.gui.left_panel import LeftPanel
from nutgraf.gui.links import ask_and_open
from nutgraf.gui.menus import fill_article_menu, fill_main_menu
from nutgraf.gui.messages import MessageBar
from nutgraf.gui.names_desk import NamesDesk
from nutgraf.gui.pasting import copied_files
from nutgraf.gui.reading import facts_of, language_name
from nutgraf.gui.session import Session
from nutgraf.gui.summary_desk import SummaryDesk
from nutgraf.gui.top_bar import TopBar
from nutgraf.gui.waiting_page import WaitingPage
from nutgraf.gui.welcome import WelcomePage
from nutgraf.gui.window_state import remember, restore
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.reading import Reading
    from nutgraf.settings import Setting, Settings
    from nutgraf.text.ranking import Summary
    from nutgraf.text.span import Span

LEFT_WIDTH, LEAST = 408, QSize(640, 420)
OF_TEXT = ("copy", "copy_source", "select_all", "find", "find_next", "find_previous", "caret", "only_sentences")
OF_FOLDS = ("furniture", "fold", "keep")
OF_NAMES = ("search_names", "mark_person", "mark_organization", "no_name")
OF_AN_ARTICLE = ("reload", "close", "print", *OF_TEXT, *OF_FOLDS, *OF_NAMES)
OF_EXPORT = ("export_markdown", "export_html", "export_json", "copy_markdown")
OF_A_SUMMARY = (*OF_EXPORT, "topic", "why", "before", "shorter", "longer", "next_sentence", "previous_sentence")


class MainWindow(QMainWindow):
    """Wires the session of open articles to what shows them."""

    DEFAULT_SIZE = QSize(1360, 880)

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        super().__init__()
        self.settings, self.appearance = settings, appearance
        self.session = Session(settings, self)
        self.actions_ = Actions(self)
        self.messages = MessageBar(appearance)
        self.summary: Summary | None = None
        self._shown: Reading | None = None
        self._build()
        self._connect()
        self.commands = Commands(self)
        self.names_desk = NamesDesk(self)
        self.correction_desk = CorrectionDesk(self)
        self.summary_desk = SummaryDesk(self)
        restore(self)
        EnterPresses(self)
        self._show(None)

    # --- parts -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        from nutgraf.summary import METHODS

        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST)
        menu = QMenu(self)
        self.top = TopBar(self.appearance, self.actions_, menu)
        self.left = LeftPanel(self.appearance, [(each.name, each.title, each.serves) for each in METHODS])
        self.page = ArticlePage(self.appearance)
        self.welcome, self.waiting = WelcomePage(self.appearance), WaitingPage()
        self.error = ErrorPage(self.appearance)
        self.pages = QStackedWidget()
        for page in (self.welcome, self.waiting, self.error, self.page):
            self.pages.addWidget(page)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.messages)
        self.splitter = QSplitter(childrenCollapsible=False, handleWidth=1)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(right)
        self.splitter.handle(1).setAccessibleName("Width of the summary and of the text")
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT_WIDTH, self.DEFAULT_SIZE.width() - LEFT_WIDTH])
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(self.splitter, 1)
        self.setCentralWidget(whole)
        self._status_left, self._status_right = QLabel(), QLabel()
        self._status_left.setContentsMargins(14, 0, 0, 0)
        self._status_right.setContentsMargins(0, 0, 14, 0)
        self.statusBar().addWidget(self._status_left)
        self.statusBar().addPermanentWidget(self._status_right)
        self.statusBar().setSizeGripEnabled(False)
        fill_main_menu(menu, self.actions_, self.session)

    def _connect(self) -> None:
        session, view = self.session, self.page.view
        session.shown.connect(self._show)
        session.article_read.connect(self._show_article)
        session.refolded.connect(self._show_refolded)
        session.ranked.connect(self._show_ranking)
        session.failed.connect(self._show_error)
        session.unexpected.connect(self._show_fault)
        self.left.summary.methodChosen.connect(self.use_method)
        self.left.summary.sentenceChosen.connect(self.go_to_sentence)
        view.reading_moved.connect(self._mark_reading_place)
        view.sentence_clicked.connect(self._choose_number)
        view.link_clicked.connect(lambda address: ask_and_open(self, address, self.messages))
        view.refold_asked.connect(session.refold)
        view.folding_changed.connect(self._sync_furniture)
        view.menu_asked.connect(self._show_article_menu)
        self.welcome.openRequested.connect(self.actions_["open"].trigger)
        self.welcome.sampleRequested.connect(self.open_sample)
        self.welcome.fileRequested.connect(lambda name: self.open_files([Path(name)]))
        self.error.openRequested.connect(self.actions_["open"].trigger)
        self.error.backRequested.connect(session.leave_unread)
        self.waiting.givenUp.connect(session.leave_unread)
        self.messages.left.connect(self._take_keyboard)
        view.escaped.connect(self.messages.hide)
        self.appearance.changed.connect(self._show_status)
        self.appearance.setting_changed.connect(self._follow)

    # --- opening ---------------------------------------------------------------------------------------------------

    def open_files(self, paths: Sequence[Path], span: Span | None = None) -> None:
        """Open files and show the first; at `span`, if there is one."""
        self.session.open_all([(path, span) for path in paths])

    def open_sample(self) -> None:
        """Open the article that comes with Nutgraf."""
        self.open_files([assets.path("samples", "harbour.txt")])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer, and words from other programs."""
        from_outside = event.source() is None and not event.mimeData().hasUrls()
        if copied_files(event.mimeData()) or (from_outside and event.mimeData().hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files, or the words, that are dropped."""
        self.commands.pasting.take(event.mimeData())
        event.acceptProposedAction()

    def reload(self) -> None:
        """Read the current article's file again, and go back to where the reader is."""
        self._remember_place()
        self.session.reload()

    # --- showing ---------------------------------------------------------------------------------------------------

    def _show(self, reading: Reading | None) -> None:
        self._remember_place()
        self._withdraw_notices()
        self._shown = reading
        self.summary = None
        self.actions_.enable(OF_AN_ARTICLE, enabled=bool(reading and reading.article))
        self.actions_.enable(OF_A_SUMMARY, enabled=False)
        self.actions_.enable(("close", "reload"), enabled=reading is not None)
        self.actions_["back"].setEnabled(self.session.neighbour(-1) is not None)
        self.actions_["forward"].setEnabled(self.session.neighbour(+1) is not None)
        self.left.setVisible(reading is not None and not reading.error and self.actions_["panel"].isChecked())
        self._set_title(reading)
        if reading is None:
            self.welcome.set_recent(self.settings.list(declared.RECENT))
            self.pages.setCurrentWidget(self.welcome)
            self.welcome.open.setFocus()
        elif reading.article:
            self._show_article(reading)
        elif not reading.error:
            self.left.summary.show_article(None)
            self.left.names.clear()
            self.waiting.start(reading.path.name)
            self.pages.setCurrentWidget(self.waiting)
            self.waiting.setFocus()
        self._show_status()

    def _set_title(self, reading: Reading | None) -> None:
        self.top.set_title(reading.title if reading else "")
        self.setWindowTitle(f"{reading.title} — Nutgraf" if reading else "Nutgraf")

    def _take_keyboard(self) -> None:
        (self.page.view if self.page.isVisible() else self.top.open).setFocus()

    def _withdraw_notices(self) -> None:
        """Say no longer what was to be known of the article before."""
        if self._shown and self._shown.article and self.messages.words == " ".join(self._shown.article.notices):
            self.messages.hide()

    def _remember_place(self) -> None:
        before = self._shown
        if before and before.article and self.page.view.article is before.article:
            before.place = self.page.view.place()
            self.session.bookmarks.keep(before)

    def _show_article(self, reading: Reading) -> None:
        assert reading.article
        self._set_title(reading)
        self.actions_.enable(OF_AN_ARTICLE, enabled=True)
        self.page.view.show_article(reading.article, facts_of(reading.article, reading.words))
        self.page.restart(reading)
        self.pages.setCurrentWidget(self.page)
        self.left.summary.show_article(reading.article)
        self._show_known(reading)
        self.commands.note_recent(reading.path)
        if reading.wanted:
            self.page.view.reveal(reading.wanted)
            reading.wanted = None
        elif reading.place < len(reading.article.text):  # else the file is another by now
            self.page.view.go_to_place(reading.place)
        if reading.article.notices:
            self.messages.say(" ".join(reading.article.notices), stay=True)
        self.page.view.setFocus()

    def _show_refolded(self, reading: Reading) -> None:
        assert reading.article
        self.summary = None
        self.actions_.enable(OF_A_SUMMARY, enabled=False)
        self.page.view.replace_article(reading.article, facts_of(reading.article, reading.words))
        self.page.restart(reading)
        self._show_known(reading)
        if reading.refolds:
            self.messages.say("The summary and the names follow.", "Undo", self.actions_["undo"].trigger)

    def _show_known(self, reading: Reading) -> None:
        """Show what is known already, and that the rest is being worked on."""
        if reading.ranking:
            self._show_ranking(reading)
        else:
            self.left.summary.show_working()
        if reading.entities is not None:
            self.names_desk.show(reading)
        else:
            self.left.names.show_working()
        self._show_status()

    def _show_ranking(self, reading: Reading) -> None:
        self.summary_desk.show_ranking(reading)
        self._show_status()

    def use_summary(self, summary: Summary) -> None:
        """Mark another summary, which the panel shows already, in the text."""
        reading = self.session.current
        if reading and reading.sentences:
            self.summary = summary
            self.page.show_summary([reading.sentences[index] for index in summary.sentences])
            self.actions_.enable(OF_A_SUMMARY, enabled=True)
            self._show_status()

    def _show_fault(self, work: str, error: Exception) -> None:
        """Say in its place what did not work; the report of an unexpected error follows."""
        if work != "names":
            self.left.summary.show_note("The summary could not be made.")
        if work != "rank":
            self.left.names.show_note("The names could not be looked for.")
        self.messages.say_error(error)

    def _show_error(self, reading: Reading) -> None:
        if not isinstance(reading.error, NutgrafError):
            assert reading.error
            error = reading.error
            self.session.leave_unread()
            raise error
        self.left.hide()
        can_go_back = len(self.session.readings) > 1 or reading.before is not None
        self.error.show_error(str(reading.error), reading.path.name, can_go_back=can_go_back)
        self.pages.setCurrentWidget(self.error)

    def _show_status(self) -> None:
        reading = self.session.current
        article = reading.article if reading else None
        if not reading or not article:
            self._status_left.clear()
            self._status_right.clear()
            return
        count = reading.words
        sentences = counted(len(reading.sentences), "sentence") if reading.sentences else ""
        parts = [" · ".join(filter(None, (counted(count, "word"), sentences)))]
        parts += [part for part in (language_name(article.meta.language), article.meta.encoding.upper()) if part]
        self._status_left.setText("      ".join(parts))
        right = [f"{self.appearance.zoom} %"]
        if self.summary and reading.sentences:
            words = self.left.summary.words_in(self.summary.sentences)
            percent = round(100 * words / max(count, 1))
            right.insert(0, f"Summary {counted(words, 'word')} · {percent or 'under 1'} %")
        self._status_right.setText("      ".join(right))

    # --- going to places -------------------------------------------------------------------------------------------

    def go_to_sentence(self, index: int) -> None:
        """Scroll to a sentence and flash it."""
        reading = self.session.current
        if reading and reading.sentences:
            self.page.view.reveal(reading.sentences[index].span)

    def _mark_reading_place(self, offset: int) -> None:
        reading = self.session.current
        if self.summary and reading and reading.sentences:
            before = [index for index in self.summary.sentences if reading.sentences[index].span.start <= offset]
            self.left.summary.set_reading(before[-1] if before else None)

    def _choose_number(self, number: int) -> None:
        if self.summary:
            self.left.summary.choose(self.summary.sentences[number - 1])

    def use_method(self, name: str) -> None:
        """Rank with another method from now on."""
        self.settings.set(declared.METHOD, name)

    def _follow(self, setting: Setting) -> None:
        if setting is declared.METHOD:
            self.left.summary.show_working()
            self.session.rank_again()

    # --- furniture -------------------------------------------------------------------------------------------------

    def _sync_furniture(self) -> None:
        folding = self.page.view.folding
        self.actions_["furniture"].setEnabled(bool(folding.folds))
        self.actions_["furniture"].setChecked(bool(folding.open))

    def _show_article_menu(self, offset: int, at: QPoint) -> None:
        menu = QMenu(self)
        fill_article_menu(menu, self, offset)
        menu.exec(at)
        menu.deleteLater()

    # --- the end ---------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and the reader's place, and end all work."""
        self._remember_place()
        remember(self)
        self.session.stop()
        event.accept()
