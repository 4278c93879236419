"""What each command does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from nutgraf import __version__
from nutgraf import settings as declared
from nutgraf.gui.actions import key_table, list_keys
from nutgraf.gui.copying import with_source
from nutgraf.gui.exporting import Exporting
from nutgraf.gui.menus import add_article
from nutgraf.gui.pasting import Pasting

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.gui.main_window import MainWindow
    from nutgraf.gui.reading import Reading
    from nutgraf.text.ranking import Summary

RECENT_KEPT = 12  # files
THEMES = ("light", "sepia", "dark")


class Commands:
    """Connects the window's actions."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.pasting = Pasting(window)
        self._exporting = Exporting(window, window.settings, window.messages)
        self._of_articles()
        self._of_text()
        self._of_places()
        self._of_view()
        window.left.summary.copyRequested.connect(self._copy_sentence)
        window.top.recent.aboutToShow.connect(self._fill_recent)
        window.top.type.clicked.connect(self._show_type)

    def _of_articles(self) -> None:
        on, session = self._window.actions_.on, self._window.session
        on("open", self.ask_for_files)
        on("paste", self.pasting.paste)
        on("reload", self._window.reload)
        on("close", session.close_current)
        on("back", lambda: self._go(-1))
        on("forward", lambda: self._go(+1))
        on("sample", self._window.open_sample)
        on("quit", self._window.close)
        for name in ("markdown", "html", "json"):
            on(f"export_{name}", partial(self._with_summary, partial(self._exporting.save, name)))
        on("copy_markdown", lambda: self._with_summary(self._exporting.copy))
        on("print", self._print)

    def _of_text(self) -> None:
        on, page = self._window.actions_.on, self._window.page
        on("copy", self._copy)
        on("copy_source", self._copy_with_source)
        on("select_all", page.view.selectAll)
        on("find", page.open_find)
        on("find_next", lambda: page.step(+1))
        on("find_previous", lambda: page.step(-1))
        on("fold", lambda: self._refold_here(furniture=True))
        on("keep", lambda: self._refold_here(furniture=False))
        self._window.actions_.on_toggled("caret", page.view.set_caret_browsing)
        self._window.actions_.on_toggled("furniture", lambda shown: page.view.open_all_folds(is_open=shown))

    def _of_places(self) -> None:
        on, window = self._window.actions_.on, self._window
        slider = window.left.summary.slider
        on("shorter", lambda: slider.setValue(slider.value() - 1))
        on("longer", lambda: slider.setValue(slider.value() + 1))
        on("next_sentence", lambda: self._step_sentence(+1))
        on("previous_sentence", lambda: self._step_sentence(-1))

    def _of_view(self) -> None:
        on, appearance, window = self._window.actions_.on, self._window.appearance, self._window
        on("zoom_in", lambda: appearance.set_zoom(appearance.zoom + 10))
        on("zoom_out", lambda: appearance.set_zoom(appearance.zoom - 10))
        on("zoom_reset", lambda: appearance.set_zoom(100))
        on("next_theme", self._next_theme)
        on("next_pane", self._next_pane)
        on("settings", self._show_settings)
        on("menu", window.top.menu.showMenu)
        on("keys", self._show_keys)
        on("about", self._show_about)
        window.actions_.on_toggled("panel", lambda shown: window.left.setVisible(shown and window.page.isVisible()))
        window.actions_.on_toggled("full_screen", lambda full: window.showFullScreen() if full else window.showNormal())

    # --- articles --------------------------------------------------------------------------------------------------

    def ask_for_files(self) -> None:
        """Let the reader choose files."""
        from nutgraf.readers import READERS

        recent = self._window.settings.list(declared.RECENT)
        folder = str(Path(recent[0]).parent) if recent else str(Path.home())
        suffixes = " ".join(f"*{suffix}" for reader in READERS for suffix in reader.suffixes)
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open articles", folder, f"Articles ({suffixes});;All files (*)"
        )
        self._window.open_files([Path(name) for name in names])

    def _print(self) -> None:
        from nutgraf.gui.printing import Printing

        window = self._window
        if (reading := window.session.current) and reading.article:
            printing = Printing(window, window.settings, window.session.jobs, window.messages)
            printing.ask_and_print(reading, window.summary)

    def note_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        settings = self._window.settings
        others = [name for name in settings.list(declared.RECENT) if name != str(path)]
        settings.set(declared.RECENT, (str(path), *others)[:RECENT_KEPT])

    def _fill_recent(self) -> None:
        menu = self._window.top.recent
        menu.clear()
        for name in self._window.settings.list(declared.RECENT):
            add_article(menu, Path(name).name, name, partial(self._window.open_files, [Path(name)]))
        if menu.isEmpty():
            menu.addAction("No recent articles").setEnabled(False)
        else:
            menu.addSeparator()
            forget = menu.addAction("Forget these")
            forget.triggered.connect(lambda: self._window.settings.set(declared.RECENT, ()))

    def _go(self, step: int) -> None:
        if reading := self._window.session.neighbour(step):
            self._window.session.show(reading)

    # --- places ----------------------------------------------------------------------------------------------------

    def _step_sentence(self, by: int) -> None:
        if not self._window.summary:
            return
        order, now = self._window.summary.sentences, self._window.left.summary.current_sentence()
        start = order.index(now) if now in order else -1 if by > 0 else 0
        self._window.left.summary.choose(order[(start + by) % len(order)])
        self._window.go_to_sentence(order[(start + by) % len(order)])

    def _refold_here(self, *, furniture: bool) -> None:
        view = self._window.page.view
        if not view.article:
            return
        if span := view.selected_span():
            first, last = view.block_at(span.start), view.block_at(max(span.end - 1, span.start))
        else:
            first = last = view.block_being_read()
        self._window.session.refold(dict.fromkeys(range(first, last + 1), furniture))

    # --- copying ---------------------------------------------------------------------------------------------------

    def _with_summary(self, do: Callable[[Reading, Summary], object]) -> None:
        reading = self._window.session.current
        if reading and self._window.summary:
            do(reading, self._window.summary)

    def _copy(self) -> None:
        if words := self._window.page.view.selected_text():
            QApplication.clipboard().setText(words)
        elif (sentence := self._window.left.summary.current_sentence()) is not None:
            self._copy_sentence(sentence, False)

    def _copy_with_source(self) -> None:
        view = self._window.page.view
        span = view.selected_span()
        if view.article and span:
            self._put(with_source(view.selected_text(), view.article, span))
        elif (sentence := self._window.left.summary.current_sentence()) is not None:
            self._copy_sentence(sentence, True)
        else:
            self._window.messages.say("Select some words, or choose a sentence of the summary, first.")

    def _copy_sentence(self, index: int, source: bool) -> None:
        reading = self._window.session.current
        if reading and reading.article and reading.sentences:
            span = reading.sentences[index].span
            words = span.of(reading.article.text)
            self._put(with_source(words, reading.article, span) if source else words)

    def _put(self, words: str) -> None:
        QApplication.clipboard().setText(words)
        self._window.messages.say("Copied.")

    # --- the look --------------------------------------------------------------------------------------------------

    def _next_theme(self) -> None:
        now = self._window.appearance.theme.name
        following = THEMES[(THEMES.index(now) + 1) % len(THEMES)] if now in THEMES else THEMES[0]
        self._window.settings.set(declared.THEME, following)

    def _next_pane(self) -> None:
        panes = [self._window.left.summary.list, self._window.left.names.list, self._window.page.view]
        shown = [pane for pane in panes if pane.isVisible()]
        if shown:
            at = next((n for n, pane in enumerate(shown) if pane.hasFocus()), -1)
            shown[(at + 1) % len(shown)].setFocus()

    def _show_type(self) -> None:
        from nutgraf.gui.type_popover import TypePopover

        popover = TypePopover(self._window.appearance, self._window)
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popover.settings_requested.connect(self._show_settings)
        popover.show_below(self._window.top.type)

    def _show_settings(self) -> None:
        from nutgraf.gui.settings_dialog import SettingsDialog
        from nutgraf.summary import METHODS

        dialog = SettingsDialog(self._window.appearance, [(each.name, each.title) for each in METHODS], self._window)
        dialog.exec()
        dialog.deleteLater()

    def _show_keys(self) -> None:
        from nutgraf.gui.keys_dialog import KeysDialog

        dialog = KeysDialog((*key_table(), *list_keys()), self._window)
        dialog.exec()
        dialog.deleteLater()

    def _show_about(self) -> None:
        from nutgraf.names import engine

        words = (
            "Read an article beside an extractive summary whose every sentence leads back to its place.",
            "Everything happens on this computer; nothing is ever sent anywhere.",
        )
        names = f"What finds the names: {engine(self._window.settings.text(declared.ENGINE)).title}."
        licences = "MIT License. Names of places: GeoNames (CC BY 4.0)."
        text = "\n\n".join((f"Nutgraf {__version__}", " ".join(words), names, licences))
        QMessageBox.about(self._window, "About Nutgraf", text)
